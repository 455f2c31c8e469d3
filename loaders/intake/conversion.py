"""From the table of a file to observations in long form, as a mapping says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import polars as pl

from loaders.catalogue import Catalogue
from loaders.contract import columns_of
from loaders.declaration import Declaration
from loaders.finding import Finding, Rule
from loaders.intake.assembly import assemble
from loaders.intake.attributes import with_attributes
from loaders.intake.completeness import invalid, open_points, unreadable
from loaders.intake.flaw import ROW, Place
from loaders.intake.mapping import Mapping
from loaders.intake.raw_table import RawTable
from loaders.intake.unit_check import scaled, unit_findings
from loaders.intake.values import with_values
from loaders.progress import Progress, Stage, unseen


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """The observations in long form with the row of the file that each comes from, and what was found.

    The frame is None where a finding blocks; its columns are those of the contract, which it has not been held
    against yet. `rows` has the length of the frame.
    """

    frame: pl.DataFrame | None
    rows: pl.Series
    findings: tuple[Finding, ...] = ()


def convert(  # noqa: PLR0913, PLR0917 - what a conversion is made of, and who follows it
    table: RawTable,
    mapping: Mapping,
    declaration: Declaration,
    catalogue: Catalogue,
    file: str,
    progress: Progress = unseen,
) -> Converted:
    """The observations of a table; never raises for what a file or a mapping holds.

    Args:
        table: the table of the file.
        mapping: how it becomes observations, complete.
        declaration: the dataset that it is to become.
        catalogue: where the code lists are.
        file: the name of the file, for the findings.
        progress: who is told which share of the steps is done.
    """
    progress(Stage.CONVERTING, 0)
    place = Place(dataset=declaration.id, file=file, table=table, mapping=mapping)
    broken = tuple(_unusable(place, declaration))
    if broken:
        return _refused(broken)
    cells, findings = assemble(place, declaration, catalogue.areas)
    if findings:
        return _refused(findings)
    progress(Stage.CONVERTING, 1 / 3)
    frame, findings = with_values(cells, place)
    if findings:
        return _refused(findings)
    progress(Stage.CONVERTING, 2 / 3)
    findings = unit_findings(frame, place, declaration)
    frame, more = with_attributes(scaled(frame, mapping), place)
    findings += more
    if findings:
        return _refused(findings)
    progress(Stage.CONVERTING, 1)
    return Converted(frame=frame.select(list(columns_of(declaration))), rows=frame[ROW])


def in_file_rows(findings: tuple[Finding, ...], converted: Converted) -> tuple[Finding, ...]:
    """Findings about the converted frame with the rows of the file in place of those of the frame."""
    return tuple(replace(one, rows=tuple(_file_rows(one, converted))) for one in findings)


def _file_rows(finding: Finding, converted: Converted) -> Iterator[int]:
    seen = dict.fromkeys(converted.rows[row - 1] for row in finding.rows if 0 < row <= len(converted.rows))
    yield from map(int, seen)


def _refused(findings: tuple[Finding, ...]) -> Converted:
    return Converted(frame=None, rows=pl.Series(ROW, [], dtype=pl.Int64), findings=findings)


def _unusable(place: Place, declaration: Declaration) -> Iterator[Finding]:
    wrong = tuple(dict.fromkeys(invalid(place.mapping, place.table, declaration)))
    if wrong:
        yield place.finding(Rule.MAPPING_INVALID, found=wrong)
        return
    left = tuple(open_points(place.mapping, place.table, declaration))
    if left:
        yield place.finding(Rule.MAPPING_INCOMPLETE, found=left)
    for name, expected in unreadable(place.mapping, place.table):
        kind = str(place.table.frame.schema[name])
        yield place.finding(Rule.COLUMN_TYPE, column=name, found=(kind,), expected=(expected,))
    if place.table.frame.is_empty():
        yield place.finding(Rule.FILE_EMPTY)
