"""A new edition beside the published one: values that jump, areas that are gone, periods that cannot be yet."""

from collections.abc import Iterator

import polars as pl

from loaders.contract import identity, repeats
from loaders.dimension import DimensionKind
from loaders.finding import Finding, Rule
from loaders.judgement.case import ROW, Case, with_values
from loaders.measure import MeasureKind
from loaders.observation import MEASURE, STATUS, VALUE
from loaders.period import start_of

_FORECAST = "F"
#: How many digits a period begins with, whatever follows.
_YEAR = 4
_BEFORE, _CHANGE, _TOLERANCE = "before", "change", "tolerance"
_CODED = frozenset({MeasureKind.FLAG, MeasureKind.SIGN})
#: Per cent of these say nothing: a rank may double from one to two.
_NOT_COMPARED = _CODED | {MeasureKind.RANK}


def jumps(case: Case) -> Iterator[Finding]:
    """Values that differ from the published one, or from that of the latest published period, beyond the tolerance."""
    if case.published is None:
        return
    tolerances = {m.id: m.tolerance for m in case.declaration.measures if m.kind not in _NOT_COMPARED}
    now = with_values(case.frame).filter(pl.col(MEASURE).is_in(list(tolerances)), _comparable(case))
    if now.select(repeats(case.key)).item():
        now = now.filter(~identity(case.key).is_duplicated())
    if now.is_empty():
        return
    compared = pl.concat([_same_period(now, case), _earlier_period(now, case)])
    jumped = (
        compared.filter(pl.col(_BEFORE) != 0)
        .with_columns((100 * (pl.col(VALUE) - pl.col(_BEFORE)) / pl.col(_BEFORE).abs()).alias(_CHANGE))
        .with_columns(pl.col(MEASURE).replace_strict(tolerances, return_dtype=pl.Float64).alias(_TOLERANCE))
        .filter(pl.col(_CHANGE).abs() > pl.col(_TOLERANCE))
        .sort(ROW)
    )
    for (measure,), rows in jumped.group_by(MEASURE, maintain_order=True):
        found = [_told(row, case) for row in rows.head(8).iter_rows(named=True)]
        yield case.finding(Rule.JUMP, VALUE, rows, found=found, expected=[f"{tolerances[str(measure)]:g}"])


def fewer_areas(case: Case) -> Iterator[Finding]:
    """Areas that readers see with a measure today and that the file leaves out."""
    if case.published is None:
        return
    for dimension in case.of_kind(DimensionKind.AREA):
        pairs = [MEASURE, dimension]
        gone = case.published.select(pairs).unique().join(case.frame.select(pairs).unique(), on=pairs, how="anti")
        found = [
            f"{measure}: {', '.join(areas[dimension].to_list())}"
            for (measure,), areas in gone.sort(pairs).group_by(MEASURE, maintain_order=True)
        ]
        if found:
            yield case.finding(Rule.AREAS_FEWER, dimension, case.frame.head(0), found=found)


def future_periods(case: Case) -> Iterator[Finding]:
    """Values of periods that have not begun, without the status of a forecast, unless they are published already."""
    for dimension in case.of_kind(DimensionKind.PERIOD):
        periods = case.frame[dimension].unique()
        late = periods.filter(periods.str.head(_YEAR) >= str(case.today.year)).to_list()
        ahead = sorted(period for period in late if start_of(period)[0] > case.today)
        plans = [measure.id for measure in case.declaration.measures if measure.kind in _CODED]
        rows = with_values(case.frame).filter(
            pl.col(dimension).is_in(ahead) & (pl.col(STATUS) != _FORECAST) & ~pl.col(MEASURE).is_in(plans)
        )
        if case.published is not None:
            rows = rows.join(case.published.select(case.key), on=case.key, how="anti")
        if not rows.is_empty():
            found = rows[dimension].unique(maintain_order=True).to_list()
            yield case.finding(Rule.PERIOD_IN_FUTURE, dimension, rows, found=found, expected=[str(case.today.year)])


def _comparable(case: Case) -> pl.Expr:
    """Rows of a period as long as a published one: a quarter is compared with a quarter, never with a year."""
    published = case.frame.head(0) if case.published is None else case.published
    lengths = [
        pl.col(period).str.len_chars().is_in(published[period].str.len_chars().unique().implode())
        for period in case.of_kind(DimensionKind.PERIOD)
    ]
    return pl.all_horizontal([pl.lit(value=True), *lengths])


def _same_period(now: pl.DataFrame, case: Case) -> pl.DataFrame:
    """Each value beside the published one of the same key; keys that stand twice have no one value to compare with."""
    return now.join(_single(case), on=case.key).select([*now.columns, _BEFORE])


def _earlier_period(now: pl.DataFrame, case: Case) -> pl.DataFrame:
    """Each value of a new period beside that of the latest published period before it."""
    periods = case.of_kind(DimensionKind.PERIOD)
    published = _single(case)
    if len(periods) != 1 or published.is_empty():
        return now.head(0).with_columns(pl.lit(None, pl.Float64).alias(_BEFORE))
    period = periods[0]
    others = [name for name in case.key if name != period]
    new = now.join(published, on=case.key, how="anti")
    paired = new.join(published.rename({period: "then"}), on=others)
    same_length = pl.col("then").str.len_chars() == pl.col(period).str.len_chars()
    earlier = paired.filter(same_length & (pl.col("then") < pl.col(period)))
    latest = earlier.sort("then").unique(case.key, keep="last", maintain_order=True)
    return latest.select([*now.columns, _BEFORE])


def _single(case: Case) -> pl.DataFrame:
    published = case.published if case.published is not None else case.frame.head(0)
    values = with_values(published).select([*case.key, pl.col(VALUE).alias(_BEFORE)])
    return values.unique(case.key, keep="none", maintain_order=True)


def _told(row: dict[str, object], case: Case) -> str:
    key = " ".join(str(row[name]) for name in case.key)
    return f"{key}: {row[_BEFORE]:g} → {row[VALUE]:g} ({row[_CHANGE]:+.1f} %)"
