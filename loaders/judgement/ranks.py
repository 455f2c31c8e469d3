"""Ranks that say less than they seem to: without the number behind them, or out of a band."""

from collections.abc import Iterator

import polars as pl

from loaders.contract import identity
from loaders.finding import Finding, Rule
from loaders.judgement.case import Case, with_values
from loaders.measure import MeasureKind
from loaders.observation import MEASURE, VALUE

BEST, WORST = "rank_best", "rank_worst"


def ranks_without_size(case: Case) -> Iterator[Finding]:
    """Ranks of a measure that the dataset declares, whose numbers are given for no area of the file."""
    given = with_values(case.frame)
    for measure in case.declaration.measures:
        rank = measure.printed_rank
        if rank is None or measure.kind is MeasureKind.RANK:
            continue
        # Told by numbers in place of the texts of the key: a table may have a million ranks.
        sized = given.filter(pl.col(MEASURE) == measure.id).select(identity(case.dimensions)).to_series()
        ranked = given.filter(pl.col(MEASURE) == rank)
        bare = ranked.filter(~identity(case.dimensions).is_in(sized.implode()))
        if not bare.is_empty() and not _is_published(bare, case):
            yield case.finding(Rule.RANK_WITHOUT_SIZE, MEASURE, bare, found=[rank], expected=[measure.id])


def bands_as_numbers(case: Case) -> Iterator[Finding]:
    """Single ranks that are worse than any that the source has ever given singly, while it gives bands there."""
    if case.published is None or not {BEST, WORST} <= set(case.measures):
        return
    bands = _bands(case.published, case).filter(pl.col(BEST) != pl.col(WORST))
    if bands.is_empty():
        return
    first = bands.select(pl.col(BEST).min()).item()
    single = _bands(case.frame, case).filter((pl.col(BEST) == pl.col(WORST)) & (pl.col(BEST) >= first))
    if not single.is_empty():
        rows = case.frame.filter(pl.col(MEASURE).is_in((BEST, WORST))).join(single, on=case.dimensions, how="semi")
        yield case.finding(Rule.BAND_AS_NUMBER, VALUE, rows, found=[f"{rank:g}" for rank in single[BEST].to_list()])


def _bands(frame: pl.DataFrame, case: Case) -> pl.DataFrame:
    """One row for each ranked thing with its best and its worst rank."""
    ends = [
        with_values(frame).filter(pl.col(MEASURE) == end).select(*case.dimensions, pl.col(VALUE).alias(end))
        for end in (BEST, WORST)
    ]
    return ends[0].join(ends[1], on=case.dimensions)


def _is_published(rows: pl.DataFrame, case: Case) -> bool:
    """Whether what readers see has the same ranks without numbers already."""
    if case.published is None:
        return False
    return rows.join(with_values(case.published).select(case.key), on=case.key, how="anti").is_empty()
