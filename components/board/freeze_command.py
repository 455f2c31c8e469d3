"""`freeze NAME`: freezes a dossier as a meeting edition."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, date, datetime

from components.board.command import Command, refused, stored_board
from loaders.account import account_name
from loaders.boards.frozen import Freezing, freeze
from loaders.catalogue import read_catalogue
from loaders.commands.answer import Answer
from loaders.finding import Finding
from loaders.folder import DataFolder
from loaders.language import Wording


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the name of the dossier")
    parser.add_argument("--date", type=date.fromisoformat, help="the day of the meeting (that of the cover, or today)")
    parser.add_argument("--note", default="", help="what is to be remembered of this edition")
    parser.add_argument("--author", default=account_name(), help="who freezes it")


def _run(options: Namespace, words: Wording) -> Answer:
    folder, now = DataFolder(options.data), datetime.now(UTC)
    stored = stored_board(folder, options.name)
    if isinstance(stored, Finding):
        return refused(stored)
    day = options.date or stored.board.cover.date or now.date()
    said = Freezing(day=day, note=options.note, author=options.author, moment=now)
    edition = f"{stored.name}@{freeze(read_catalogue(folder), stored, said)}"
    return Answer(lines=(words.say("Frozen: {edition}.", edition=edition),), content={"edition": edition})


FREEZE = Command("freeze", "freeze a dossier with its data, as the edition of a meeting", _declare, _run)
