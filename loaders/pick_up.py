"""Takes in what lies in the inbox: published where the verdict allows, answered by a report in any case."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from loaders.account import account_name
from loaders.editions.durable import locked
from loaders.editions.edition import DamagedHistoryError, Edition, Overtaken, Statement
from loaders.inbox import report_path, waiting
from loaders.intake.desk import Desk
from loaders.intake.intake import Intake, take_in
from loaders.intake.publication import publish_intake
from loaders.language import Wording
from loaders.report import report_workbook
from loaders.writing import write_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """What became of a file of the inbox: its verdict, and the edition if it was published or is in force already.

    `error` says why a file that its verdict allows could not be published all the same.
    """

    intake: Intake
    edition: Edition | None = None
    error: str | None = None


def pick_up(desk: Desk, words: Wording) -> Iterator[Picked]:
    """Takes in every waiting file, and yields what became of each.

    Published files move to `inbox/published/`; the others stay where they are, beside a report that says why. One
    process at a time works on the inbox. A file that someone else's edition overtook waits for the next look.
    """
    folder = desk.catalogue.folder
    if not waiting(folder):
        return
    with locked(folder.inbox):
        for path in waiting(folder):
            yield _pick(path, desk, words)


def _pick(path: Path, desk: Desk, words: Wording) -> Picked:
    taken = take_in(path, desk)
    try:
        done = _publish(taken, desk, words)
    except (DamagedHistoryError, OSError) as error:
        picked = Picked(intake=taken, error=str(error))
    else:
        if isinstance(done, Overtaken):
            return Picked(intake=taken)
        picked = Picked(intake=taken, edition=done)
    _answer(path, picked, words)
    return picked


def _answer(path: Path, picked: Picked, words: Wording) -> None:
    """Writes the report on a file in place of what was said of it before; one that was published goes."""
    edition, verdict = picked.edition, picked.intake.verdict
    target = path
    # The time of a report tells which state of the file it is of, so that one with the same words is written anew.
    for kind in ("json", "xlsx"):
        report_path(path, kind).unlink(missing_ok=True)
    if edition:
        target = path.parent / "published" / f"{edition.dataset}-{edition.number:04d}-{path.name}"
        target.parent.mkdir(exist_ok=True)
        path.replace(target)
    else:
        write_whole(report_path(path, "xlsx"), report_workbook(verdict, words))
    number = edition.number if edition else None
    report = {"verdict": verdict.as_json(words), "edition": number, "error": picked.error}
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    write_whole(report_path(target), text.encode("utf-8"))


def _publish(taken: Intake, desk: Desk, words: Wording) -> Edition | Overtaken | None:
    if not taken.verdict.accepted:
        return None
    statement = Statement(label=taken.file, comment=words.say("laid into the inbox"), author=account_name())
    done = publish_intake(taken, statement, desk.catalogue.folder, datetime.now(UTC))
    return done if isinstance(done, Overtaken) else done.edition
