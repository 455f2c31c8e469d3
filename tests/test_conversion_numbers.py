"""Numbers of a file: read as they are written, in the unit that was said, never guessed and never made up."""

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.catalogue import Catalogue, read_catalogue
from loaders.finding import Rule
from loaders.intake.cells import EMPTY_MARKS, Written, read_numbers, written_in
from loaders.intake.mapping import UnitOfFile
from loaders.intake.raw_table import Content, Layout
from tests.conversion_tables import mapping, table
from tests.raw_tables import FIRST_ROW, converted, raw
from tests.sample_data import sample_folder


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return read_catalogue(sample_folder(Path(tmp_path_factory.mktemp("data"))))


# --- numbers


@pytest.mark.parametrize(
    ("cell", "decimal", "number"),
    [
        ("1 234,5", ",", 1234.5),
        ("1\u202f234\u202f567", ",", 1234567.0),
        ("92\u00a0300", ",", 92300.0),
        ("12'345.6", ".", 12345.6),
        ("12’345", ".", 12345.0),
        ("\u22125,5", ",", -5.5),
        ("1e-05", ".", 1e-05),
        ("1,5e3", ",", 1500.0),
        ("58,7 %", ",", 58.7),
        ("0.1", ".", 0.1),
    ],
)
def test_a_number_is_read_as_it_is_written(cell: str, decimal: str, number: float) -> None:
    read = read_numbers(pl.Series([cell]), Written(decimal="," if decimal == "," else "."))

    assert read.select("value", "bad").rows() == [(number, False)]


@pytest.mark.parametrize("mark", [*EMPTY_MARKS, "N.D.", " : "])
def test_a_mark_of_absence_is_no_number_and_above_all_not_zero(mark: str) -> None:
    read = read_numbers(pl.Series([mark]), Written())

    assert read.select("value", "bad").rows() == [(None, False)]


@pytest.mark.parametrize(
    "cell",
    ["abc", "12 b", "1 23", "1_000", "0x10", "nan", "inf", "1.2.3", "12,5", "5-7", "≥ 5", "١٢", "=1+1", "1 2345"],
)
def test_anything_else_is_no_number(cell: str) -> None:
    read = read_numbers(pl.Series([cell]), Written())

    assert read.select("value", "bad").rows() == [(None, True)]


@given(st.floats(-1e12, 1e12).map(lambda number: round(number, 4)), st.sampled_from(" \u00a0\u202f'."))
def test_a_number_with_thousands_and_a_comma_is_that_number(number: float, group: str) -> None:
    text = f"{number:,.4f}".replace(",", "_").replace(".", ",").replace("_", group)
    read = read_numbers(pl.Series([text]), Written(decimal=",", thousands="." if group == "." else None))

    assert read["value"].to_list() == [number]


@pytest.mark.parametrize(
    ("cells", "decimal"),
    [
        (["1,5"], ","),
        (["1.5", "3"], "."),
        (["1.234,5"], ","),
        (["1,234", "12.5"], "."),
        (["1 234,567"], ","),
        (["0,123"], ","),
        (["1,234,567"], "."),
        (["12", "13"], "."),
    ],
)
def test_cells_prove_their_decimal_sign(cells: list[str], decimal: str) -> None:
    written = written_in(pl.Series(cells), Layout())

    assert written is not None
    assert written.decimal == decimal


@pytest.mark.parametrize("cells", [["1.234"], ["1,234"], ["1.234", "12,345"], ["1.5", "1,5"]])
def test_a_decimal_sign_that_nothing_proves_is_not_guessed(cells: list[str], catalogue: Catalogue) -> None:
    assert written_in(pl.Series(cells), Layout()) is None
    read = raw(table(number=[*cells, *["1"] * (3 - len(cells))]))
    (found,) = converted(read, mapping(), catalogue).findings
    assert (found.rule, found.found) == (Rule.MAPPING_INCOMPLETE, ("layout.decimal",))


def test_a_file_that_writes_its_decimals_otherwise_than_the_kept_mapping_is_not_read(catalogue: Catalogue) -> None:
    read = raw(table(number=["1.234", "1.5", "2"]), layout=Layout(decimal="."))

    (found,) = converted(read, mapping(layout={"decimal": ",", "thousands": "."}), catalogue).findings

    assert found.rule is Rule.MAPPING_INCOMPLETE


@pytest.mark.parametrize(("scale", "power"), [(1000.0, 3), (0.001, -3), (100.0, 2), (0.000001, -6)])
@settings(max_examples=50)
@given(millionths=st.integers(0, 10**11))
def test_scaling_moves_the_decimal_sign_and_nothing_else(
    scale: float, power: int, millionths: int, catalogue: Catalogue
) -> None:
    said = mapping(units={"beds": UnitOfFile(unit="bed", scale=scale)})
    read = raw(pl.DataFrame({"area": ["Paris"], "number": [millionths / 10**6], "year": ["2024"]}))

    after = converted(read, said, catalogue)

    assert after.frame is not None
    assert after.frame["obs_value"].to_list() == [float(f"{millionths}e{power - 6}")]


def test_whole_numbers_that_a_float_cannot_hold_are_not_rounded(catalogue: Catalogue) -> None:
    wrong = pl.DataFrame({"area": ["Paris"], "number": [2**53 + 1], "year": ["2024"]})

    (found,) = converted(raw(wrong, Content.PARQUET), mapping(), catalogue).findings

    assert (found.rule, found.column, found.rows) == (Rule.VALUE_NOT_NUMBER, "number", (FIRST_ROW,))


def test_a_short_float_is_the_number_that_was_meant(catalogue: Catalogue) -> None:
    short = pl.DataFrame({"area": ["Paris"], "number": pl.Series([58.7], dtype=pl.Float32), "year": ["2024"]})

    after = converted(raw(short, Content.PARQUET), mapping(), catalogue)

    assert after.frame is not None
    assert after.frame["obs_value"].to_list() == [58.7]


# --- units


def _with_unit(units: list[str | None]) -> tuple[dict[str, list[str | None]], dict[str, str]]:
    columns = {"area": "ref_area", "number": "obs_value", "year": "time_period", "unit": "unit"}
    return table(unit=units), columns


def test_several_units_for_one_measure_are_mixed(catalogue: Catalogue) -> None:
    cells, columns = _with_unit(["EUR", "USD", "EUR"])

    (found,) = converted(raw(cells), mapping(columns=columns), catalogue).findings

    assert (found.rule, found.column, found.found) == (Rule.UNITS_MIXED, "unit", ("EUR", "USD"))


def test_a_unit_that_is_not_the_agreed_one_is_mixed(catalogue: Catalogue) -> None:
    cells, columns = _with_unit(["THS", "THS", "THS"])
    agreed = {"beds": {"unit": "bed", "scale": 1, "stated": "NR"}}

    (found,) = converted(raw(cells), mapping(columns=columns, units=agreed), catalogue).findings

    assert (found.rule, found.found, found.expected) == (Rule.UNITS_MIXED, ("THS",), ("NR",))


def test_a_multiplier_that_changes_is_a_mixed_unit(catalogue: Catalogue) -> None:
    columns = {"area": "ref_area", "number": "obs_value", "year": "time_period", "mult": "unit_multiplier"}

    (found,) = converted(raw(table(mult=["0", "3", None])), mapping(columns=columns), catalogue).findings

    assert (found.rule, found.found) == (Rule.UNITS_MIXED, ("×10^0", "×10^3"))


def test_a_unit_other_than_the_declared_one_is_not_converted(catalogue: Catalogue) -> None:
    (found,) = converted(raw(table()), mapping(units={"beds": {"unit": "person", "scale": 1}}), catalogue).findings

    assert (found.rule, found.found, found.expected) == (Rule.UNITS_MIXED, ("person",), ("bed",))


def test_a_per_cent_sign_beside_some_values_or_a_count_is_a_mixed_unit(catalogue: Catalogue) -> None:
    share = mapping(
        fixed={**mapping().fixed, "measure": "beds_share"}, units={"beds_share": {"unit": "percent", "scale": 1}}
    )

    assert converted(raw(table(number=["1 %", "2%", "3 %"])), share, catalogue).findings == ()
    (some,) = converted(raw(table(number=["1 %", "2", "3"])), share, catalogue).findings
    (count,) = converted(raw(table(number=["1 %", "2 %", "3 %"])), mapping(), catalogue).findings
    assert (some.rule, some.rows) == (Rule.UNITS_MIXED, (5, 6))
    assert (count.rule, count.expected) == (Rule.UNITS_MIXED, ("bed",))
