"""Shares of one whole: their sum is the whole, or less where a part is missing."""

from collections.abc import Iterator

import polars as pl

from loaders.finding import Finding, Rule
from loaders.judgement.case import Case
from loaders.measure import Measure, Whole
from loaders.observation import MEASURE, VALUE

_SUM, _PARTS, _GAPS = "sum", "parts", "gaps"


def sums(case: Case) -> Iterator[Finding]:
    """Shares whose sum is not the whole, by more than rounding explains; with a gap, only a sum that exceeds it."""
    for measure in case.declaration.measures:
        if measure.whole:
            yield from _sums_of(measure, measure.whole, case)


def _sums_of(measure: Measure, whole: Whole, case: Case) -> Iterator[Finding]:
    rows = case.frame.filter(pl.col(MEASURE) == measure.id)
    wrong = _wrong(rows, measure, whole, case)
    if case.published is not None:
        groups = [name for name in case.dimensions if name != whole.over]
        before = _wrong(case.published.filter(pl.col(MEASURE) == measure.id), measure, whole, case)
        wrong = wrong.join(before, on=[*groups, _SUM], how="anti") if not before.is_empty() else wrong
    if wrong.is_empty():
        return
    groups = [name for name in case.dimensions if name != whole.over]
    named = [f"{' '.join(map(str, row[:-1]))}: {row[-1]:g}" for row in wrong.select(*groups, _SUM).rows()]
    concerned = rows.join(wrong, on=groups, how="semi") if groups else rows
    yield case.finding(Rule.SHARES_DO_NOT_ADD_UP, VALUE, concerned, found=named, expected=[f"{whole.total:g}"])


def _wrong(rows: pl.DataFrame, measure: Measure, whole: Whole, case: Case) -> pl.DataFrame:
    """One row for each whole whose parts do not fit, with their sum."""
    groups = [name for name in case.dimensions if name != whole.over]
    parts = rows.group_by(groups or pl.lit(1).alias("all"), maintain_order=True).agg(
        pl.col(VALUE).sum().alias(_SUM), pl.len().alias(_PARTS), pl.col(VALUE).is_null().sum().alias(_GAPS)
    )
    rounding = 0.5 * 10.0**-measure.decimals * pl.col(_PARTS) + 1e-9
    over = pl.col(_SUM) - whole.total
    # A single part is no partition: the source tells of one share and leaves the rest out.
    return parts.filter((over > rounding) | ((pl.col(_GAPS) == 0) & (pl.col(_PARTS) > 1) & (over < -rounding)))
