"""A file that is well formed and about something else."""

from collections.abc import Iterator, Mapping

import polars as pl

from loaders.areas import Area
from loaders.declaration import Declaration
from loaders.dimension import DimensionKind
from loaders.finding import Finding, Rule
from loaders.judgement.case import Case
from loaders.observation import MEASURE

#: Below this share of known codes in a column, the column holds something else.
_LEAST_KNOWN = 0.5
_EXAMPLES = 4


def off_subject_codes(
    frame: pl.DataFrame, declaration: Declaration, areas: Mapping[str, Area], file: str
) -> Finding | None:
    """The finding that a table, with all the columns of a dataset, holds other measures, codes or areas.

    One unknown code among known ones is a mistake; a column of unknown codes is another subject.
    """
    known = {MEASURE: tuple(measure.id for measure in declaration.measures)}
    for dimension in declaration.dimensions:
        if dimension.kind is DimensionKind.AREA:
            known[dimension.id] = tuple(areas)
        elif dimension.kind is DimensionKind.CODE:
            known[dimension.id] = tuple(code.id for code in dimension.codes)
    for column, codes in known.items():
        if column not in frame.columns or frame.schema[column] != pl.String or frame.is_empty():
            continue
        held = frame[column].drop_nulls().unique()
        strange = held.filter(~held.is_in(codes)).sort()
        if len(held) and len(strange) / len(held) > _LEAST_KNOWN:
            return Finding(
                rule=Rule.OFF_SUBJECT,
                dataset=declaration.id,
                file=file,
                column=column,
                count=frame.filter(pl.col(column).is_in(strange.implode())).height,
                found=tuple(strange.head(_EXAMPLES).to_list()),
                expected=codes[:_EXAMPLES],
            )
    return None


def off_subject_areas(case: Case) -> Iterator[Finding]:
    """Areas that are all known and of which none has anything to do with those that are published."""
    if case.published is None:
        return
    for dimension in case.of_kind(DimensionKind.AREA):
        held = set(case.frame[dimension].unique().to_list())
        published = set(case.published[dimension].unique().to_list())
        kin = {(case.areas[code].level, case.areas[code].parent) for code in published if code in case.areas}
        if not any((case.areas[code].level, case.areas[code].parent) in kin for code in held):
            rows = case.frame
            found, expected = sorted(held)[:_EXAMPLES], sorted(published)[:_EXAMPLES]
            yield case.finding(Rule.OFF_SUBJECT, dimension, rows, found=found, expected=expected)
