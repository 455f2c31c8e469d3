"""How many areas have a value, by measure and period, in two tables of one dataset."""

from dataclasses import dataclass

import polars as pl

from loaders.declaration import Declaration
from loaders.dimension import DimensionKind
from loaders.observation import MEASURE, VALUE
from loaders.period import is_period, start_of


@dataclass(frozen=True, slots=True)
class Covered:
    """How many areas have a value, of how many that have a row; rows instead of areas where a dataset has no areas."""

    known: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageChange:
    """The coverage of a measure in a period, before and after; None where a table has no row of it.

    `period` is None where the dataset has no periods.
    """

    measure: str
    period: str | None
    before: Covered | None
    after: Covered | None


def coverage_changes(old: pl.DataFrame, new: pl.DataFrame, declaration: Declaration) -> tuple[CoverageChange, ...]:
    """The coverage of two tables in the long form, by measure as declared and by period in time."""
    before, after = _coverage(old, declaration), _coverage(new, declaration)
    places = {measure.id: place for place, measure in enumerate(declaration.measures)}

    def order(cell: tuple[str, str | None]) -> tuple[object, ...]:
        measure, period = cell
        begins = (start_of(period),) if period and is_period(period) else ()
        return places.get(measure, len(places)), begins, period or ""

    return tuple(
        CoverageChange(measure=cell[0], period=cell[1], before=before.get(cell), after=after.get(cell))
        for cell in sorted({*before, *after}, key=order)
    )


def _coverage(frame: pl.DataFrame, declaration: Declaration) -> dict[tuple[str, str | None], Covered]:
    area, period = (_first(declaration, kind) for kind in (DimensionKind.AREA, DimensionKind.PERIOD))
    cell = [MEASURE, period] if period else [MEASURE]
    known = pl.col(VALUE).is_not_null()
    if area:
        # One row for each area first: counting different texts within each cell takes five times as long.
        frame = frame.group_by(*cell, area).agg(known.any().alias(VALUE))
        known = pl.col(VALUE)
    counted = frame.group_by(cell).agg(known.sum().alias("known"), pl.len().alias("total"))
    return {
        (row[MEASURE], row[period] if period else None): Covered(row["known"], row["total"])
        for row in counted.iter_rows(named=True)
    }


def _first(declaration: Declaration, kind: DimensionKind) -> str | None:
    return next((dimension.id for dimension in declaration.dimensions if dimension.kind is kind), None)
