"""What a statistician would ask: nothing of the published files themselves, the right question after one change."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

import polars as pl
import pytest

from loaders.catalogue import Catalogue, read_catalogue
from loaders.finding import Finding, Rule, Severity
from loaders.judgement.judge import Bench, judge
from loaders.reader import read_frame
from tests.sample_data import SHIPPED

TODAY = date(2026, 1, 1)
DEPARTMENTS, FUNDING, RANKINGS, FDI = (
    "employment_by_department",
    "private_funding",
    "university_rankings",
    "fdi_rankings",
)


@cache
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return read_catalogue(SHIPPED)


@cache
def published(dataset: str) -> pl.DataFrame:
    """The shipped file of a dataset."""
    return read_frame(SHIPPED.parquet(dataset))


def findings(table: pl.DataFrame, dataset: str, *, beside: pl.DataFrame | None = None) -> tuple[Finding, ...]:
    """What stands against a table that claims to be of a dataset."""
    declaration = catalogue().declaration(dataset)
    bench = Bench(declaration=declaration, areas=catalogue().areas, published=beside, today=TODAY)
    return judge(table, f"{dataset}.parquet", bench)


def changed(table: pl.DataFrame, where: pl.Expr, **values: pl.Expr) -> pl.DataFrame:
    """A table with other values in some rows."""
    return table.with_columns(pl.when(where).then(value).otherwise(name).alias(name) for name, value in values.items())


def of(area: str, measure: str) -> pl.Expr:
    """The rows of an area and a measure."""
    return (pl.col("ref_area") == area) & (pl.col("measure") == measure)


def more(table: pl.DataFrame, where: pl.Expr, **values: pl.Expr) -> pl.DataFrame:
    """A table with copies of some rows that differ as said."""
    return pl.concat([table, table.filter(where).with_columns(**values)])


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a published table, and the rule under which it is asked about."""

    dataset: str
    rule: Rule
    change: Callable[[pl.DataFrame], pl.DataFrame]


PARIS = of("FR101", "jobs_share")
COUNTRIES = [code for code, area in catalogue().areas.items() if area.level == "country"][:8]
BAND_END = (pl.col("measure") == "rank_worst") & (pl.col("obs_value") == 20)
CHANGES = {
    "a region among departements": Change(
        DEPARTMENTS,
        Rule.LEVELS_MIXED,
        lambda table: changed(table, pl.col("ref_area") == "FR101", ref_area=pl.lit("FRK")),
    ),
    "the region beside its departements": Change(
        DEPARTMENTS, Rule.AGGREGATE_BESIDE_MEMBERS, lambda table: more(table, PARIS, ref_area=pl.lit("FR10"))
    ),
    "ranks without shares": Change(
        DEPARTMENTS,
        Rule.RANK_WITHOUT_SIZE,
        lambda table: more(
            table,
            PARIS,
            measure=pl.lit("jobs_rank"),
            obs_value=pl.lit(2.0),
            time_period=pl.lit("2025-Q2"),
        ),
    ),
    "a part too large": Change(
        DEPARTMENTS, Rule.SHARES_DO_NOT_ADD_UP, lambda table: changed(table, PARIS, obs_value=pl.col("obs_value") + 30)
    ),
    "next year": Change(
        DEPARTMENTS, Rule.PERIOD_IN_FUTURE, lambda table: table.with_columns(time_period=pl.lit("2027"))
    ),
    "thousands for units": Change(
        FDI,
        Rule.JUMP,
        lambda table: changed(table, pl.col("measure") == "jobs_created", obs_value=pl.col("obs_value") * 1000),
    ),
    "a new year ten times the old": Change(
        FUNDING,
        Rule.JUMP,
        lambda table: more(
            table,
            of("FR10", "amount") & (pl.col("time_period") == "2024"),
            time_period=pl.lit("2025"),
            obs_value=pl.col("obs_value") * 10,
        ),
    ),
    "an area left out": Change(
        DEPARTMENTS, Rule.AREAS_FEWER, lambda table: table.filter(pl.col("ref_area") != "FR102")
    ),
    "other regions altogether": Change(
        DEPARTMENTS,
        Rule.OFF_SUBJECT,
        lambda table: table.with_columns(ref_area=pl.col("ref_area").replace(table["ref_area"].unique(), COUNTRIES)),
    ),
    "other measures altogether": Change(
        DEPARTMENTS, Rule.OFF_SUBJECT, lambda table: table.with_columns(measure="sales_" + pl.col("measure"))
    ),
    "a band as its first rank": Change(
        RANKINGS,
        Rule.BAND_AS_NUMBER,
        lambda table: changed(table, BAND_END, obs_value=pl.lit(11.0)),
    ),
}


@pytest.mark.parametrize("dataset", sorted(catalogue().declarations))
def test_what_is_published_raises_no_question_beside_itself(dataset: str) -> None:
    assert findings(published(dataset), dataset, beside=published(dataset)) == ()


@pytest.mark.parametrize("dataset", sorted(catalogue().declarations))
def test_a_first_edition_of_what_is_published_is_never_blocked(dataset: str) -> None:
    assert Severity.BLOCKS not in {one.severity for one in findings(published(dataset), dataset)}


@pytest.mark.parametrize("case", CHANGES.values(), ids=CHANGES)
def test_one_change_is_asked_about_under_its_rule(case: Change) -> None:
    before = published(case.dataset)

    found = findings(case.change(before), case.dataset, beside=before)

    assert case.rule in {one.rule for one in found}


def test_a_contract_that_is_broken_is_told_before_anything_else() -> None:
    table = changed(published(DEPARTMENTS), PARIS, obs_status=pl.lit("zz"), obs_value=pl.lit(99.0))

    assert {one.rule for one in findings(table, DEPARTMENTS, beside=published(DEPARTMENTS))} == {Rule.STATUS_UNKNOWN}


def test_gaps_that_are_filled_raise_no_question() -> None:
    values = dict(zip(("FR102", "FR103", "FR106", "FR108"), (6.0, 4.0, 4.0, 2.0), strict=True))
    gap = pl.col("obs_value").is_null() & (pl.col("measure") == "jobs_share")
    filled = changed(
        published(DEPARTMENTS),
        gap,
        obs_value=pl.col("ref_area").replace_strict(values, default=None, return_dtype=pl.Float64),
        obs_status=pl.lit("A"),
        obs_qualifier=pl.lit("="),
    )

    assert filled.filter(gap).is_empty()
    assert findings(filled, DEPARTMENTS, beside=published(DEPARTMENTS)) == ()
