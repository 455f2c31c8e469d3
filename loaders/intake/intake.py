"""The way of a file: decoded apart, mapped, converted, corrected, judged; the same for all three ways in."""

from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl
import pyarrow as pa

from loaders.catalogue import Catalogue
from loaders.declaration import Declaration
from loaders.editions.corrections import apply
from loaders.editions.history import version_of
from loaders.editions.ledger import read_ledger
from loaders.finding import Finding, Rule
from loaders.intake.conversion import Converted, convert, in_file_rows
from loaders.intake.decoding_process import Decoding
from loaders.intake.desk import NOTHING_TOLD, Desk, Told
from loaders.intake.isolation import decode
from loaders.intake.kept import chosen, read_as_before, with_layout
from loaders.intake.mapping import Mapping, mappings_for
from loaders.intake.proposal import Proposal, propose
from loaders.intake.question import QuestionKind
from loaders.intake.raw_table import Layout, RawTable
from loaders.judgement.judge import Bench, judge
from loaders.progress import Stage
from loaders.reader import read_frame
from loaders.subjects.self_declared import dataset_in, declaration_in
from loaders.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Intake:
    """A file on its way in.

    `table` is None where the file could not be decoded, `proposal` where nothing had to be asked, `frame` (the long
    form) where the table did not become one. `published` is what readers see of the dataset today, `version` the
    version of its file; both are None where there is none. `subject` is the declaration that a file brings along of a
    dataset that the catalogue does not have. `answered` says that the mapping holds answers of an analyst, `accepted`
    are the rules that they have confirmed.
    """

    file: str
    dataset: str | None
    findings: tuple[Finding, ...]
    table: RawTable | None = None
    proposal: Proposal | None = None
    mapping: Mapping | None = None
    frame: pl.DataFrame | None = None
    published: pl.DataFrame | None = None
    version: str | None = None
    subject: Declaration | None = None
    answered: bool = False
    accepted: frozenset[str] = frozenset()

    @property
    def verdict(self) -> Verdict:
        """The verdict on the file."""
        return Verdict(file=self.file, dataset=self.dataset, findings=self.findings, confirmed=self.accepted)

    def confirmed(self, rules: frozenset[str]) -> "Intake":
        """The same file, after the analyst has confirmed the findings under some rules."""
        return replace(self, accepted=rules)


def take_in(
    path: Path, desk: Desk, told: Told = NOTHING_TOLD, *, name: str | None = None, begun: Decoding | None = None
) -> Intake:
    """Takes a file in as far as it gets; never raises for a bad file.

    Args:
        path: the file.
        desk: what files are taken in with.
        told: what is said of the file.
        name: what the file is called in findings, where that is not the name of `path`.
        begun: its decoding, where that has begun without a word on how the file is read.
    """
    file = name or path.name
    layout = told.mapping.layout if told.mapping else told.layout or Layout()
    begun = begun if layout == Layout() else None
    decoded = decode(path, layout, desk.limits, desk.progress, begun)
    if told.mapping is None and told.layout is None and not told.is_afresh:
        decoded = read_as_before(path, decoded, desk, told.dataset or _named_after(file, desk.catalogue))
    if decoded.table is None:
        return Intake(file=file, dataset=told.dataset, findings=_of_file(decoded.findings, file, told.dataset))
    return take_in_table(decoded.table, desk, told, file=file)


def take_in_table(table: RawTable, desk: Desk, told: Told = NOTHING_TOLD, *, file: str) -> Intake:
    """Takes a decoded table in; see `take_in`."""
    declared = declaration_in(table.metadata, desk.catalogue, file)
    if declared.findings:
        return Intake(file=file, dataset=told.dataset, table=table, findings=declared.findings)
    dataset = told.dataset or (told.mapping.dataset if told.mapping else None) or dataset_in(table.metadata)
    subject = declared.declaration
    if subject and subject.id not in desk.catalogue.declarations:
        desk = replace(desk, catalogue=with_subject(desk.catalogue, subject))
        dataset = dataset or subject.id
    else:
        subject = None
    taken = _mapped(table, desk, file, replace(told, dataset=dataset or _named_after(file, desk.catalogue)))
    return replace(taken, subject=subject) if subject and taken.dataset == subject.id else taken


def with_subject(catalogue: Catalogue, subject: Declaration) -> Catalogue:
    """The catalogue as it would be with one more declaration."""
    return replace(
        catalogue,
        declarations={**catalogue.declarations, subject.id: subject},
        sources={**catalogue.sources, **{study.id: study for study in subject.studies}},
    )


def _mapped(table: RawTable, desk: Desk, file: str, told: Told) -> Intake:
    """The table as observations, as the answers given or kept say, or the questions that they leave open."""
    desk.progress(Stage.MAPPING, 0)
    dataset, mapping = told.dataset, told.mapping
    likely: tuple[str, ...] = ()
    if mapping is None and not told.is_afresh:
        kept = mappings_for(table, desk.catalogue.folder, dataset)
        broken = tuple(finding for one in kept for finding in one.findings)
        if broken:
            return Intake(file=file, dataset=dataset, table=table, findings=broken)
        fitting = [with_layout(one.mapping, table) for one in kept if one.mapping]
        mapping, likely = chosen(fitting, table, desk.catalogue), tuple(one.dataset for one in fitting)
    named = dataset or (mapping.dataset if mapping else None)
    if named is not None and named not in desk.catalogue.declarations:
        known = tuple(desk.catalogue.declarations)
        unknown = Finding(rule=Rule.DATASET_UNKNOWN, dataset=None, file=file, found=(named,), expected=known)
        return Intake(file=file, dataset=None, table=table, findings=(unknown,))
    proposal = propose(table, desk.catalogue, named, known=mapping, likely=likely)
    desk.progress(Stage.MAPPING, 1)
    if proposal.mapping is None or proposal.questions:
        led = proposal.mapping.dataset if proposal.mapping else None
        findings = _unknown_spellings(table, proposal, desk, file) or (_open_questions(proposal, file, led),)
        return Intake(file=file, dataset=led, table=table, proposal=proposal, findings=findings)
    return replace(_judged(table, proposal.mapping, desk, file), answered=mapping is not None)


def published_frame(declaration: Declaration, catalogue: Catalogue) -> pl.DataFrame | None:
    """What readers see of a dataset today in long form; None where there is no file, or none that can be read."""
    try:
        return read_frame(catalogue.folder.parquet(declaration.id))
    except (OSError, ValueError, pa.ArrowException):
        return None


def _judged(table: RawTable, mapping: Mapping, desk: Desk, file: str) -> Intake:
    declaration = desk.catalogue.declaration(mapping.dataset)
    converted = convert(table, mapping, declaration, desk.catalogue, file, desk.progress)
    version = _version(declaration, desk.catalogue)
    published = published_frame(declaration, desk.catalogue)
    if converted.frame is None:
        return Intake(
            file=file,
            dataset=declaration.id,
            table=table,
            mapping=mapping,
            findings=converted.findings,
            published=published,
            version=version,
        )
    kept = read_ledger(desk.catalogue.folder, declaration.id)
    corrected = apply(converted.frame, kept.ledger) if kept.ledger else None
    frame = corrected.frame if corrected else converted.frame
    bench = Bench(declaration=declaration, areas=desk.catalogue.areas, published=published, today=desk.today)
    return Intake(
        file=file,
        dataset=declaration.id,
        table=table,
        mapping=mapping,
        frame=frame,
        published=published,
        version=version,
        findings=(
            *converted.findings,
            *kept.findings,
            *(corrected.findings if corrected else ()),
            *_in_file_rows(judge(frame, file, bench, desk.progress), converted, frame),
        ),
    )


def _version(declaration: Declaration, catalogue: Catalogue) -> str | None:
    path = catalogue.folder.parquet(declaration.id)
    return version_of(path.read_bytes()) if path.exists() else None


def _in_file_rows(findings: tuple[Finding, ...], converted: Converted, judged: pl.DataFrame) -> tuple[Finding, ...]:
    """Rows as the analyst counts them in the file; after a correction took rows away they stay those of the table."""
    return in_file_rows(findings, converted) if judged.height == len(converted.rows) else findings


def _named_after(file: str, catalogue: Catalogue) -> str | None:
    """The dataset that the file is named after; a name says nothing else."""
    stem = file.rsplit(".", maxsplit=1)[0]
    return stem if stem in catalogue.declarations else None


def _unknown_spellings(table: RawTable, proposal: Proposal, desk: Desk, file: str) -> tuple[Finding, ...]:
    """Which names are not known, with their columns and rows, where that is all that is asked."""
    if proposal.mapping is None or {one.kind for one in proposal.questions} != {QuestionKind.UNMATCHED}:
        return ()
    declaration = desk.catalogue.declaration(proposal.mapping.dataset)
    return convert(table, proposal.mapping, declaration, desk.catalogue, file).findings


def _open_questions(proposal: Proposal, file: str, dataset: str | None) -> Finding:
    asked = tuple(f"{one.kind.value} {one.spelling or one.subject}".strip() for one in proposal.questions)
    return Finding(rule=Rule.MAPPING_INCOMPLETE, dataset=dataset, file=file, found=asked)


def _of_file(findings: tuple[Finding, ...], file: str, dataset: str | None) -> tuple[Finding, ...]:
    """The findings under the name by which the analyst knows the file."""
    return tuple(replace(one, file=file, dataset=one.dataset or dataset) for one in findings)
