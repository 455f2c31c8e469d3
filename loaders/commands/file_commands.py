"""Commands on files: hold one against its dataset, convert it, compare it, publish it."""

from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from loaders.commands.answer import Answer, Exit, MisusedError
from loaders.commands.difference_text import difference_json, difference_lines
from loaders.editions.difference import difference
from loaders.editions.edition import Overtaken, Statement, Unchanged
from loaders.finding import Rule
from loaders.intake.decoding_process import Decoding
from loaders.intake.desk import Desk, Told
from loaders.intake.intake import Intake, take_in
from loaders.intake.mapping import Mapping, read_mapping
from loaders.intake.publication import keep_answers, publish_intake
from loaders.labels import Labels
from loaders.language import Wording
from loaders.parquet_file import write_parquet
from loaders.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A file as it was named on the command line, with what was said of it; `begun` is its decoding under way."""

    file: Path
    dataset: str | None = None
    mapping: Path | None = None
    confirmed: frozenset[str] = frozenset()
    begun: Decoding | None = None


def validate(submission: Submission, desk: Desk, words: Wording, report: Path | None = None) -> Answer:
    """The verdict on a file; nothing is changed."""
    taken = _taken(submission, desk)
    verdict = taken.verdict
    if report:
        from loaders.report import report_workbook  # noqa: PLC0415 - what writes workbooks is seldom needed

        report.write_bytes(report_workbook(verdict, words))
    return _answer(verdict, words)


def convert_file(submission: Submission, out: Path, desk: Desk, words: Wording) -> Answer:
    """Writes a file as Parquet in long form, where its mapping leaves nothing open."""
    taken = _taken(submission, desk)
    verdict = taken.verdict
    if taken.frame is None or verdict.blocking:
        return _answer(verdict, words)
    write_parquet(taken.frame, out)
    keep_answers(taken, desk.catalogue.folder)
    answer = _answer(verdict, words)
    written = words.say("Written: {rows} rows to {file}.", rows=taken.frame.height, file=out)
    return replace(answer, exit=Exit.ACCEPTED, lines=(*answer.lines, written))


def compare(submission: Submission, desk: Desk, words: Wording) -> Answer:
    """What a file would change against what is published."""
    taken = _taken(submission, desk)
    if taken.frame is None or taken.dataset is None or taken.verdict.blocking:
        return _answer(taken.verdict, words)
    labels = Labels(desk.catalogue.declaration(taken.dataset), desk.catalogue, words)
    found = difference(taken.published, taken.frame, labels.declaration)
    verdict = _answer(taken.verdict, words)
    return Answer(
        lines=(*verdict.lines, *difference_lines(found, labels)),
        content={**verdict.content, "difference": difference_json(found)},
    )


def publish_file(submission: Submission, statement: Statement, desk: Desk, words: Wording) -> Answer:
    """Makes a file the edition in force, where its verdict allows."""
    taken = _taken(submission, desk)
    verdict = taken.verdict
    if not verdict.accepted:
        return _answer(verdict, words)
    said = replace(statement, accepted=tuple(one.value for one in Rule if one in verdict.decided))
    done = publish_intake(taken, said, desk.catalogue.folder, datetime.now(UTC))
    if isinstance(done, Overtaken):
        text = words.say("Someone published in between; compare again before you publish.")
        return Answer(exit=Exit.REFUSED, lines=(text,), content={"since": [asdict(one) for one in done.since]})
    number = done.edition.number
    if isinstance(done, Unchanged):
        text = words.say("Edition {number} has these very figures already; nothing was done.", number=number)
    else:
        text = words.say("Published as edition {number} of {dataset}.", number=number, dataset=done.edition.dataset)
    return Answer(lines=(text,), content=asdict(done.edition))


def _taken(submission: Submission, desk: Desk) -> Intake:
    if not submission.file.is_file():
        raise MisusedError(f"{submission.file}: there is no such file")
    mapping = _mapping(submission.mapping)
    if mapping and submission.dataset not in {None, mapping.dataset}:
        raise MisusedError(f"{submission.mapping}: of {mapping.dataset}, not of {submission.dataset}")
    taken = take_in(submission.file, desk, Told(dataset=submission.dataset, mapping=mapping), begun=submission.begun)
    if submission.dataset and any(one.rule is Rule.DATASET_UNKNOWN for one in taken.findings):
        desk.catalogue.declaration(submission.dataset)
    return taken.confirmed(submission.confirmed)


def _mapping(path: Path | None) -> Mapping | None:
    if path is None:
        return None
    kept = read_mapping(path)
    if kept.mapping is None:
        raise MisusedError(f"{path}: {'; '.join(kept.findings[0].found)}")
    return kept.mapping


def _answer(verdict: Verdict, words: Wording) -> Answer:
    return Answer(
        exit=Exit.ACCEPTED if verdict.accepted else Exit.REFUSED,
        lines=tuple(verdict.lines(words)),
        content=verdict.as_json(words),
    )
