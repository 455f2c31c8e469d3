"""`compare A B`: what has changed in a dossier between two states, `name@edition` or `name` for today."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from components.board.command import Command, refused, stored_board
from loaders.boards.changes import BoardChanges, SlideChanges, State, board_changes
from loaders.boards.frozen import frozen_editions, read_frozen
from loaders.boards.states import frozen_state, present_state
from loaders.catalogue import read_catalogue
from loaders.commands.answer import Answer, MisusedError
from loaders.finding import Finding
from loaders.folder import DataFolder
from loaders.language import Language, Wording
from loaders.library import Library, read_library
from loaders.table import Table


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("before", metavar="A", help="NAME@EDITION, such as ile_de_france@2026-11-26, or NAME for today")
    parser.add_argument("after", metavar="B", help="the same")


def _run(options: Namespace, words: Wording) -> Answer:
    folder = DataFolder(options.data)
    before, after = (_state(folder, text, words.language) for text in (options.before, options.after))
    if isinstance(before, Finding):
        return refused(before)
    if isinstance(after, Finding):
        return refused(after)
    changes = board_changes(before[0], after[0])
    altered = tuple(finding for _, finding in (before, after) if finding)
    return Answer(lines=tuple(_lines(changes, words)), content=asdict(changes), findings=altered)


def _state(folder: DataFolder, text: str, language: Language) -> tuple[State, Finding | None] | Finding:
    """A state by its name, and what is to be said of a frozen edition that was changed since.

    Raises:
        MisusedError: there is no such dossier, or no such edition of it.
    """
    name, _, edition = text.partition("@")
    if not edition:
        stored = stored_board(folder, name)
        if isinstance(stored, Finding):
            return stored
        return present_state(stored, _library(folder.root), language), None
    known = frozen_editions(folder, name)
    if edition not in known:
        raise MisusedError(f"{name} has no frozen edition {edition!r}; it has {', '.join(known) or 'none'}")
    frozen = read_frozen(folder, name, edition)
    if isinstance(frozen, Finding):
        return frozen
    return frozen_state(frozen, _library(frozen.folder.root), language), frozen.finding


def _library(root: Path) -> Library:
    return read_library(read_catalogue(DataFolder(root)))


def _lines(changes: BoardChanges, words: Wording) -> Iterator[str]:
    yield f"{changes.name}: {changes.before} → {changes.after}"
    yield from (f"  {sentence}" for sentence in changes.summary)
    for slide in changes.slides:
        yield _heading(slide, words)
        yield from (f"  {sentence}" for sentence in slide.sentences)
        yield from _rows(slide.table)
    yield from _rows(changes.versions)


def _heading(slide: SlideChanges, words: Wording) -> str:
    number = words.say("Slide {n}", n=slide.number) if slide.number else words.say("Removed slide")
    return words.say("{label}: {value}", label=number, value=slide.title)


def _rows(table: Table | None) -> Iterator[str]:
    for *named, before, after in table.rows if table else ():
        yield f"  {' | '.join(named)}: {before} → {after}"


COMPARE = Command("compare", "what has changed between two frozen editions, or one and today", _declare, _run)
