"""The contract of a dataset: a valid table passes, and whatever is wrong is reported where it stands."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.contract import check, with_optional_columns
from loaders.finding import Finding, Rule
from tests.corruptions import CORRUPTIONS, Corruption, valid_rows
from tests.sample_data import BEDS, ROWS, SCHEMA, Row, declaration, frame, library, row

FILE = "hospital_beds.parquet"
OPTIONAL = ("conf_status", "source_producer", "source_page", "obs_note")
REQUIRED = tuple(column for column in SCHEMA if column not in OPTIONAL)


def findings(table: pl.DataFrame) -> tuple[Finding, ...]:
    """Everything that stands against a table of the invented dataset."""
    return check(table, declaration(), library().catalogue.areas, FILE)


def places(table: pl.DataFrame) -> list[tuple[Rule, str | None, int | None, tuple[int, ...]]]:
    """The rule, column, number of rows and first rows of everything that stands against a table."""
    return [(one.rule, one.column, one.count, one.rows) for one in findings(table)]


@settings(max_examples=50)
@given(valid_rows())
def test_a_valid_table_passes(rows: list[Row]) -> None:
    assert findings(frame(rows)) == ()


@pytest.mark.parametrize("corruption", CORRUPTIONS.values(), ids=CORRUPTIONS)
@settings(max_examples=20)  # for each of the corruptions
@given(data=st.data())
def test_one_spoilt_cell_is_reported_under_its_rule(corruption: Corruption, data: st.DataObject) -> None:
    rows = data.draw(valid_rows())
    index = data.draw(st.sampled_from([place for place, one in enumerate(rows) if corruption.fits(one)]))
    rows[index] = rows[index] | {corruption.column: data.draw(corruption.content)}

    assert places(frame(rows)) == [(corruption.rule, corruption.reported or corruption.column, 1, (index + 1,))]


@settings(max_examples=30)
@given(data=st.data())
def test_a_repeated_key_is_reported_with_all_its_rows(data: st.DataObject) -> None:
    rows = data.draw(valid_rows())
    index = data.draw(st.integers(0, len(rows) - 1))
    rows.append(rows[index] | {"source_page": "another page"})

    assert places(frame(rows)) == [(Rule.KEY_DUPLICATE, "measure", 2, (index + 1, len(rows)))]


@pytest.mark.parametrize("column", REQUIRED)
def test_a_dropped_column_is_reported(column: str) -> None:
    (found,) = findings(frame(ROWS).drop(column))

    assert (found.rule, found.column, found.count) == (Rule.COLUMN_MISSING, column, None)
    assert found.expected == tuple(SCHEMA)


@pytest.mark.parametrize("column", OPTIONAL)
def test_an_optional_column_may_be_left_out(column: str) -> None:
    assert findings(frame(ROWS).drop(column)) == ()


@pytest.mark.parametrize("column", ["source_producer", "source_page", "obs_note"])
def test_a_column_of_remarks_may_be_empty(column: str) -> None:
    table = frame(ROWS).with_columns(pl.lit(None).alias(column))

    assert table.schema[column] == pl.Null
    assert findings(table) == ()


def test_columns_that_were_left_out_get_their_value_and_their_place() -> None:
    complete = with_optional_columns(frame(ROWS).drop(OPTIONAL).select(sorted(REQUIRED)), declaration())

    assert dict(complete.schema) == SCHEMA
    assert complete["conf_status"].unique().to_list() == ["F"]
    assert complete["obs_note"].null_count() == len(ROWS)


@pytest.mark.parametrize(
    ("column", "kind", "found", "expected"),
    [
        ("obs_value", pl.String, "String", "Float64"),
        ("obs_value", pl.Int64, "Int64", "Float64"),
        ("time_period", pl.Categorical, "Categorical", "String"),
        ("obs_note", pl.Binary, "Binary", "String"),
    ],
)
def test_a_column_of_another_type_is_reported(column: str, kind: type[pl.DataType], found: str, expected: str) -> None:
    (finding,) = findings(frame(ROWS).with_columns(pl.col(column).cast(kind)))

    assert (finding.rule, finding.column) == (Rule.COLUMN_TYPE, column)
    assert (finding.found, finding.expected) == ((found,), (expected,))


@given(st.text(min_size=1, max_size=12).filter(lambda name: name not in SCHEMA))
def test_a_column_too_many_is_reported(name: str) -> None:
    (found,) = findings(frame(ROWS).with_columns(pl.lit("x").alias(name)))

    assert (found.rule, found.column, found.expected) == (Rule.COLUMN_UNEXPECTED, name, tuple(SCHEMA))


def test_everything_that_is_wrong_with_the_columns_is_reported_at_once() -> None:
    table = frame(ROWS).drop("measure", "source_id").with_columns(pl.col("obs_value").cast(pl.String), remark=1)

    assert [(one.rule, one.column) for one in findings(table)] == [
        (Rule.COLUMN_MISSING, "measure"),
        (Rule.COLUMN_TYPE, "obs_value"),
        (Rule.COLUMN_MISSING, "source_id"),
        (Rule.COLUMN_UNEXPECTED, "remark"),
    ]


def test_everything_that_is_wrong_with_the_rows_is_reported_at_once() -> None:
    rows = [
        *ROWS,
        row("XX", "beds", 1.0),
        row("FR104", "beds", -1.0),
        row("FR105", "beds", 1.0, time_period="spring"),
        row("FR106", "beds", 1.0, source_id="hearsay"),
        row("FR101", "beds", 121.0),
    ]

    assert places(frame(rows)) == [
        (Rule.CODE_UNKNOWN, "ref_area", 1, (7,)),
        (Rule.PERIOD_MALFORMED, "time_period", 1, (9,)),
        (Rule.KEY_DUPLICATE, "measure", 2, (1, 11)),
        (Rule.VALUE_OUT_OF_RANGE, "obs_value", 1, (8,)),
        (Rule.SOURCE_UNKNOWN, "source_id", 1, (10,)),
    ]


def test_many_rows_are_counted_and_the_first_five_named() -> None:
    rows = [*ROWS, *(row("DE", "beds", -1.0, time_period=str(year)) for year in range(2010, 2017))]

    (found,) = findings(frame(rows))

    assert (found.count, found.rows, found.found) == (7, (7, 8, 9, 10, 11), ("beds -1.0",))


@pytest.mark.parametrize(
    ("rows", "found", "expected"),
    [
        ([row("XX", "beds", 1.0)], ("XX",), ("FR101", "FR102", "FR103", "FR104", "FR105")),
        ([row("FR101", "rooms", 1.0)], ("rooms",), ("beds", "staff", "staff_per_bed", "beds_share", "outlook")),
        ([row("FR101", "beds", 10001.0)], ("beds 10001.0",), ("0 … 10000",)),
        ([row("FR101", "staff", -1.0)], ("staff -1.0",), ("0 … ",)),
        ([row("FR101", "outlook", 2.0)], ("outlook 2.0",), ("1.0, -1.0",)),
        ([row("FR101", "beds", 1.0, obs_status="L")], ("L 1.0",), ("H", "L", "M", "O", "Q")),
        ([row("FR101", "beds", 1.0, obs_qualifier="≥")], ("≥ 1.0",), ("=", "≈", ">", "<")),
        ([row("FR101", "beds", 1.0)] * 2, ("FR101 surgery 2024 beds",), ()),
    ],
    ids=lambda value: None if isinstance(value, list) else "-".join(value)[:24],
)
def test_a_finding_says_what_was_found_and_what_was_expected(
    rows: list[Row], found: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    (finding,) = findings(frame(rows))

    assert (finding.dataset, finding.file, finding.found, finding.expected) == (BEDS, FILE, found, expected)


def test_a_contradiction_that_is_declared_is_excused() -> None:
    rows = [*ROWS, row("FR108", "beds", 60.0), row("FR108", "beds", 61.0, source_page="8")]

    assert findings(frame(rows)) == ()


@pytest.mark.parametrize("column", ["specialty", "time_period", "measure"])
def test_an_excuse_holds_for_nothing_but_what_was_declared(column: str) -> None:
    other = {"specialty": "medicine", "time_period": "2023", "measure": "staff"}[column]
    rows = [row("FR108", "beds", value) | {column: other} for value in (60.0, 61.0)]

    assert places(frame(rows)) == [(Rule.KEY_DUPLICATE, "measure", 2, (1, 2))]


def test_a_confidential_value_is_not_a_missing_one() -> None:
    hidden = row("FR104", "beds", None, obs_status="A", conf_status="C")

    assert findings(frame([*ROWS, hidden])) == ()


def test_a_file_without_rows_is_refused() -> None:
    assert [finding.rule for finding in findings(frame(ROWS).clear())] == [Rule.FILE_EMPTY]
