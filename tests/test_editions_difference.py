"""The difference between two tables: applied to the one before, it gives the one after, and it tells row by row."""

from random import Random

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.editions.area_coverage import CoverageChange, Covered
from loaders.editions.difference import Difference, difference
from loaders.editions.row_identity import identities
from loaders.observation import Observation, observations
from tests.corruptions import valid_rows
from tests.sample_data import ROWS, SCHEMA, Row, declaration, frame, row

DIMENSIONS = ("ref_area", "specialty", "time_period")
KEY = [*DIMENSIONS, "measure"]


def between(before: list[Row] | None, after: list[Row]) -> Difference:
    """The difference between two lists of rows."""
    return difference(None if before is None else frame(before), frame(after), declaration())


def written(rows: list[Row]) -> list[Observation]:
    """The rows as values, in an order that does not depend on theirs."""
    return sorted(observations(frame(rows), DIMENSIONS), key=repr)


def applied(before: list[Row], found: Difference) -> list[Observation]:
    """What a table becomes when a difference is applied to it."""
    rows = written(before)
    for gone in (*found.removed(), *(one.before for one in found.revised())):
        rows.remove(gone)
    return sorted([*rows, *found.added(), *(one.after for one in found.revised())], key=repr)


@st.composite
def with_contradictions(draw: st.DrawFn) -> list[Row]:
    """A valid table in which a key may stand several times, as a study prints it on several pages."""
    rows = draw(valid_rows())
    twice = [
        row("FR108", "beds", draw(st.floats(0, 99)), source_page=page)
        for page in draw(st.lists(st.sampled_from("abc")))
    ]
    return draw(st.permutations(rows + twice))


@given(with_contradictions(), with_contradictions())
def test_before_with_the_difference_applied_is_after(before: list[Row], after: list[Row]) -> None:
    found = between(before, after)

    assert applied(before, found) == written(after)


@given(with_contradictions(), with_contradictions())
def test_the_counts_are_those_of_the_rows(before: list[Row], after: list[Row]) -> None:
    found = between(before, after)

    assert found.counts.added == len(found.added())
    assert found.counts.removed == len(found.removed())
    assert found.counts.revised == len(found.revised())
    assert found.counts.before - found.counts.removed == found.counts.after - found.counts.added
    assert found.counts.unchanged + found.counts.revised + found.counts.added == len(after)
    assert all(one.changed for one in found.revised())


@given(with_contradictions(), st.randoms())
def test_the_order_of_rows_makes_no_difference(rows: list[Row], chance: Random) -> None:
    # Rows that agree in everything that tells them apart are told apart by their order alone.
    apart = list({tuple(one[name] for name in (*KEY, "source_page")): one for one in rows}.values())
    other = list(apart)
    chance.shuffle(other)

    assert between(apart, other).is_empty


@given(with_contradictions(), with_contradictions())
def test_every_list_is_sorted_by_key(before: list[Row], after: list[Row]) -> None:
    found = between(before, after)

    for listed in (found.added(), found.removed(), tuple(one.after for one in found.revised())):
        keys = [(*(code for _, code in one.key), one.measure) for one in listed]
        assert keys == sorted(keys)


def test_without_a_table_before_every_row_is_added() -> None:
    found = between(None, ROWS)

    assert (found.counts.before, found.counts.added, found.counts.revised) == (0, 6, 0)
    assert sorted(found.added(), key=repr) == written(ROWS)
    assert all(one.before is None for one in found.coverage)


def test_a_revised_value_says_by_how_much() -> None:
    (only,) = between(ROWS, [row("FR101", "beds", 150.0), *ROWS[1:]]).revised()

    assert (only.before.value, only.after.value, only.change, only.change_percent) == (120.0, 150.0, 30.0, 25.0)
    assert only.changed == ("obs_value",)


@pytest.mark.parametrize(
    ("old", "new", "change", "percent"),
    [
        pytest.param(None, 5.0, None, None, id="a gap is filled"),
        pytest.param(5.0, None, None, None, id="a value is withdrawn"),
        pytest.param(0.0, 5.0, 5.0, None, id="from zero"),
        pytest.param(-4.0, -2.0, 2.0, 50.0, id="from below zero"),
    ],
)
def test_a_change_is_only_given_where_there_is_one(
    old: float | None, new: float | None, change: float | None, percent: float | None
) -> None:
    (only,) = between([row("FR101", "staff_per_bed", old)], [row("FR101", "staff_per_bed", new)]).revised()

    assert (only.change, only.change_percent) == (change, percent)


@pytest.mark.parametrize(
    ("column", "content"),
    [
        ("obs_status", "P"),
        ("conf_status", "N"),
        ("obs_qualifier", "≈"),
        ("source_id", "other-study"),
        ("source_producer", "INSEE"),
        ("source_page", "13"),
        ("obs_note", "counted twice"),
    ],
)
def test_a_row_whose_value_stays_is_revised_if_anything_else_differs(column: str, content: str) -> None:
    (only,) = between(ROWS, [row("FR101", "beds", 120.0, **{column: content}), *ROWS[1:]]).revised()

    assert only.changed == (column,)
    assert only.change == 0


def test_of_contradicting_rows_those_of_one_page_are_compared() -> None:
    before = [row("FR108", "beds", 10.0, source_page="12"), row("FR108", "beds", 30.0, source_page="30")]
    after = [
        row("FR108", "beds", value, source_page=page) for page, value in (("30", 31.0), ("20", 20.0), ("12", 10.0))
    ]

    found = between(before, after)

    assert [(one.before.value, one.after.value) for one in found.revised()] == [(30.0, 31.0)]
    assert [one.value for one in found.added()] == [20.0]
    assert found.counts.removed == 0


def test_columns_that_a_file_may_leave_out_make_no_difference() -> None:
    optional = ["conf_status", "source_producer", "source_page", "obs_note"]
    full = [row("FR101", "beds", 1.0, source_page=None)]

    found = difference(frame(full), frame(full).drop(optional), declaration())

    assert found.is_empty


def test_a_list_may_be_cut_short() -> None:
    assert len(between(None, ROWS).added(2)) == 2


def test_coverage_goes_from_what_was_known_to_what_is() -> None:
    gaps = [row("FR101", "beds", 1.0), row("FR102", "beds", None), row("FR103", "beds", None)]
    filled = [row("FR101", "beds", 1.0), row("FR102", "beds", 2.0), row("FR103", "beds", None)]
    later = [row("FR101", "beds", 3.0, time_period="2025")]

    assert between(gaps, filled + later).coverage == (
        CoverageChange(measure="beds", period="2024", before=Covered(1, 3), after=Covered(2, 3)),
        CoverageChange(measure="beds", period="2025", before=None, after=Covered(1, 1)),
    )


def test_an_area_counts_once_however_many_rows_it_has() -> None:
    rows = [row("FR101", "beds", 1.0), row("FR101", "beds", None, specialty="medicine"), row("FR102", "beds", None)]

    (only,) = between(rows, rows).coverage

    assert only.before == only.after == Covered(1, 2)


def test_coverage_follows_measures_as_declared_and_periods_in_time() -> None:
    rows = [
        row("FR101", measure, 1.0, time_period=period)
        for measure in ("staff", "beds")
        for period in ("2025-H1", "2024/2025", "2025-Q1", "2023")
    ]

    cells = [(one.measure, one.period) for one in between(None, rows).coverage]

    assert cells == [
        (measure, period) for measure in ("beds", "staff") for period in ("2023", "2024/2025", "2025-H1", "2025-Q1")
    ]


def test_a_dataset_without_areas_and_periods_covers_rows() -> None:
    ward = declaration().dimensions[1:2]
    declared = declaration().model_copy(update={"dimensions": ward})
    rows = frame([row("FR101", "beds", 1.0), row("FR101", "beds", None, specialty="medicine")])

    found = difference(None, rows.drop("ref_area", "time_period"), declared)

    assert found.coverage == (CoverageChange(measure="beds", period=None, before=None, after=Covered(1, 2)),)


@given(st.lists(st.tuples(*[st.text("ab", max_size=2)] * 4), max_size=12, unique=True), st.integers(0, 12))
def test_identities_are_as_different_and_in_the_same_order_as_keys(keys: list[tuple[str, ...]], cut: int) -> None:
    rows = pl.DataFrame(
        [dict(zip((*KEY, "source_id", "source_page"), (*key, "s", "1"), strict=True)) for key in keys],
        schema={name: SCHEMA[name] for name in (*KEY, "source_id", "source_page")},
    )

    found = pl.concat(identities(rows.head(cut), rows.slice(cut), KEY)).to_list()

    ordered = [key for _, key in sorted(zip(found, keys, strict=True))]
    assert len(set(found)) == len(keys)
    assert ordered == sorted(keys)


def test_identities_hold_where_there_are_more_possible_keys_than_numbers() -> None:
    many = [f"{number:05d}" for number in range(70_000)]
    rows = pl.DataFrame(dict.fromkeys((*KEY, "source_id", "source_page"), many))

    first, second = identities(rows, rows.reverse(), KEY)

    assert first.to_list() == second.reverse().to_list() == sorted(first.to_list())
    assert first.n_unique() == len(many)
