"""A table becomes observations: nothing is lost, nothing invented, and what cannot be read is named with its row."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.catalogue import Catalogue, read_catalogue
from loaders.contract import check, with_optional_columns
from loaders.finding import Rule
from loaders.intake.conversion import convert, in_file_rows
from loaders.intake.mapping import UnitOfFile, ValueColumn
from loaders.intake.proposal import propose
from loaders.intake.raw_table import Content, Layout
from loaders.intake.source_codes import period_of
from tests.conversion_tables import mapping, table
from tests.corruptions import valid_rows
from tests.raw_tables import FIRST_ROW, as_text, converted, raw
from tests.sample_data import BEDS, ROWS, SCHEMA, Row, declaration, frame, library, sample_folder

SHIPPED = library().catalogue
KEY = ["ref_area", "specialty", "time_period", "measure"]
CSV_COMMA = Layout(decimal=",")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return read_catalogue(sample_folder(Path(tmp_path_factory.mktemp("data"))))


# --- import then export is the identity


@settings(max_examples=60)
@given(rows=valid_rows(), decimal=st.sampled_from([".", ","]))
def test_a_valid_table_written_as_csv_comes_back_as_it_was(rows: list[Row], decimal: str, catalogue: Catalogue) -> None:
    before = frame(rows).with_columns(pl.col("obs_note").replace("", None))
    read = raw(as_text(before, decimal), layout=Layout.model_validate({"decimal": decimal}))
    proposal = propose(read, catalogue)

    assert proposal.questions == ()
    assert proposal.mapping is not None
    after = converted(read, proposal.mapping, catalogue)
    assert after.findings == ()
    assert after.frame is not None
    assert after.frame.equals(before)


@settings(max_examples=30)
@given(rows=valid_rows())
def test_a_valid_parquet_table_comes_back_as_it_was(rows: list[Row], catalogue: Catalogue) -> None:
    before = frame(rows)
    read = raw(before, Content.PARQUET)
    proposal = propose(read, catalogue)

    assert proposal.questions == ()
    assert proposal.mapping is not None
    after = converted(read, proposal.mapping, catalogue).frame
    assert after is not None
    assert after.equals(before)


@settings(max_examples=40)
@given(
    cells=st.lists(st.none() | st.floats(0, 10_000).map(lambda number: round(number, 3)), min_size=6, max_size=6),
    comma=st.booleans(),
)
def test_a_wide_table_comes_back_as_it_was(cells: list[float | None], comma: bool, catalogue: Catalogue) -> None:  # noqa: FBT001
    areas, years = ["FR101", "FR102", "FR103"], ["2023", "2024"]
    keys = [(area, year) for area in areas for year in years]
    before = frame(
        [
            {**ROWS[0], "ref_area": area, "time_period": year, "obs_value": cell, "source_page": None}
            | ({"obs_status": "L", "obs_qualifier": None} if cell is None else {})
            for (area, year), cell in zip(keys, cells, strict=True)
        ]
    )
    wide = before.pivot("time_period", index="ref_area", values="obs_value").rename({"ref_area": "Département"})
    said = mapping(
        columns={"Département": "ref_area"},
        values={year: {"measure": "beds", "where": {"time_period": year}} for year in years},
        fixed={"specialty": "surgery", "source_id": "mediscope-2025"},
        missing="L",
    )
    read = raw(as_text(wide, "," if comma else "."), layout=CSV_COMMA if comma else Layout(decimal="."))

    after = converted(read, said, catalogue)
    assert after.frame is not None
    assert after.frame.equals(before)
    assert after.rows.to_list() == [4, 4, 5, 5, 6, 6]


@pytest.mark.parametrize("content", [Content.PARQUET, Content.CSV, Content.XLSX])
@pytest.mark.parametrize("dataset", list(SHIPPED.declarations))
def test_every_shipped_dataset_goes_through_without_a_question(dataset: str, content: Content) -> None:
    shipped = pl.read_parquet(SHIPPED.folder.parquet(dataset))
    read = raw(shipped if content is Content.PARQUET else as_text(shipped), content)
    proposal = propose(read, SHIPPED)

    assert proposal.questions == ()
    assert proposal.mapping is not None
    assert proposal.dataset == dataset
    after = converted(read, proposal.mapping, SHIPPED).frame
    assert after is not None
    assert after.equals(with_optional_columns(shipped, SHIPPED.declaration(dataset)))


# --- what is found, and where


@pytest.mark.parametrize(
    ("columns", "rule", "column", "found"),
    [
        ({"area": ["Paris", "Nowhere", "Essonne"]}, Rule.AREA_UNMATCHED, "area", ("Nowhere",)),
        ({"year": ["2024", "03/04/2025", "2024"]}, Rule.PERIOD_MALFORMED, "year", ("03/04/2025",)),
        ({"number": ["1", "lots", "3"]}, Rule.VALUE_NOT_NUMBER, "number", ("lots",)),
    ],
)
def test_what_cannot_be_read_is_named_with_its_row_of_the_file(
    columns: dict[str, list[str | None]], rule: Rule, column: str, found: tuple[str, ...], catalogue: Catalogue
) -> None:
    (finding,) = converted(raw(table(**columns)), mapping(), catalogue).findings

    assert (finding.rule, finding.column, finding.found) == (rule, column, found)
    assert (finding.count, finding.rows) == (1, (FIRST_ROW + 1,))


def test_a_column_of_unknown_areas_is_about_something_else(catalogue: Catalogue) -> None:
    (found,) = converted(raw(table(area=["Bayern", "Sachsen", "Paris"])), mapping(), catalogue).findings

    assert (found.rule, found.column, found.rows) == (Rule.OFF_SUBJECT, "area", (4, 5))


def test_findings_of_the_contract_name_rows_of_the_file(catalogue: Catalogue) -> None:
    said = mapping(codes={"ref_area": {"Total": "leave_out"}})
    after = converted(raw(table(area=["Total", "Paris", "Essonne"], number=["9", "1", "-2"])), said, catalogue)

    assert after.frame is not None
    (found,) = in_file_rows(check(after.frame, declaration(), catalogue.areas, "new.csv"), after)
    assert (found.rule, found.rows) == (Rule.VALUE_OUT_OF_RANGE, (FIRST_ROW + 2,))


@pytest.mark.parametrize(
    ("changes", "point"),
    [
        ({"units": {}}, "unit beds"),
        ({"units": {"beds": {"unit": "bed"}}}, "scale beds"),
        ({"status": None}, "obs_status"),
        ({"qualifier": None}, "obs_qualifier"),
        ({"fixed": {"measure": "beds", "source_id": "mediscope-2025"}}, "specialty"),
        ({"fixed": {"specialty": "surgery", "source_id": "mediscope-2025"}}, "measure"),
        ({"fixed": {"specialty": "surgery", "measure": "beds"}}, "source_id"),
        ({"columns": {"area": "ref_area", "number": "obs_value"}}, "column year"),
    ],
)
def test_what_a_mapping_leaves_open_is_named_and_not_guessed(
    changes: dict[str, object], point: str, catalogue: Catalogue
) -> None:
    found = converted(raw(table()), mapping(**changes), catalogue).findings

    assert [one.rule for one in found] == [Rule.MAPPING_INCOMPLETE]
    assert point in found[0].found


@pytest.mark.parametrize(
    "changes",
    [
        {"dataset": "fdi_rankings"},
        {"columns": {"area": "ref_area", "number": "obs_value", "year": "time_period", "gone": "ignore"}},
        {"columns": {"area": "ref_area", "number": "obs_value", "year": "nonsense"}},
        {"columns": {"area": "ref_area", "number": "obs_value", "year": "ref_area"}},
        {"units": {"nonsense": {"unit": "bed", "scale": 1}}},
        {"values": {"number": {"measure": "beds"}}},
        {"status": "?"},
        {"codes": {"nonsense": {"a": "b"}}},
    ],
)
def test_a_mapping_that_cannot_be_is_refused(changes: dict[str, object], catalogue: Catalogue) -> None:
    found = convert(raw(table()), mapping(**changes), declaration(), catalogue, "new.csv").findings

    assert [one.rule for one in found] == [Rule.MAPPING_INVALID]


# --- periods


@pytest.mark.parametrize(
    ("spelling", "period"),
    [
        ("2024", "2024"),
        ("2024.0", "2024"),
        ("2025Q1", "2025-Q1"),
        ("T1 2025", "2025-Q1"),
        ("1er trimestre 2025", "2025-Q1"),
        ("2025-S1", "2025-H1"),
        ("2025M03", "2025-03"),
        ("2022-2024", "2022/2024"),
        ("2025-03-31 00:00:00", "2025-03-31"),
        ("03/04/2025", None),
        ("2025-Q5", None),
        ("2024-2022", None),
        ("spring", None),
        ("24", None),
    ],
)
def test_a_period_is_read_only_from_a_spelling_that_is_certain(spelling: str, period: str | None) -> None:
    assert period_of(spelling) == period


@pytest.mark.parametrize("kind", [pl.Date, pl.Boolean])
def test_a_column_that_cannot_hold_numbers_is_refused(kind: type[pl.DataType], catalogue: Catalogue) -> None:
    wrong = pl.DataFrame({"area": ["Paris"], "number": pl.Series([None], dtype=kind), "year": ["2024"]})

    (found,) = converted(raw(wrong, Content.PARQUET), mapping(), catalogue).findings

    assert (found.rule, found.column, found.found) == (Rule.COLUMN_TYPE, "number", (kind.__name__,))


def test_a_measure_in_each_column_and_years_in_rows(catalogue: Catalogue) -> None:
    said = mapping(
        columns={"area": "ref_area", "year": "time_period"},
        values={"beds": ValueColumn(measure="beds"), "staff": ValueColumn(measure="staff")},
        fixed={"specialty": "surgery", "source_id": "mediscope-2025"},
        units={"beds": UnitOfFile(unit="bed", scale=1), "staff": UnitOfFile(unit="person", scale=1000)},
    )
    read = raw({"area": ["Paris"], "beds": ["12"], "staff": ["3"], "year": ["2024"]})

    after = converted(read, said, catalogue)

    assert after.frame is not None
    assert after.frame.select(*KEY, "obs_value").rows() == [
        ("FR101", "surgery", "2024", "beds", 12.0),
        ("FR101", "surgery", "2024", "staff", 3000.0),
    ]
    assert dict(after.frame.schema) == SCHEMA


_HOSTILE: dict[str, Callable[[str], dict[str, list[str | None]]]] = {
    "area": lambda text: table(area=[text, "Paris", "Essonne"]),
    "number": lambda text: table(number=[text, "2", "3"]),
    "year": lambda text: table(year=[text, "2024", "2024"]),
}


@pytest.mark.parametrize("column", _HOSTILE)
@settings(max_examples=60)
@given(text=st.text(max_size=20))
def test_no_text_in_a_cell_raises_or_becomes_what_it_is_not(column: str, text: str, catalogue: Catalogue) -> None:
    after = converted(raw(_HOSTILE[column](text)), mapping(missing="O"), catalogue)

    assert (after.frame is None) == bool(after.findings)
    if after.frame is not None and column == "number":
        value = after.frame["obs_value"][0]
        assert value is None or any(letter.isdigit() for letter in text)


def test_a_column_of_bytes_is_refused_as_a_key_and_ignored_otherwise(catalogue: Catalogue) -> None:
    held = pl.DataFrame({"area": [b"Paris", b"\xff\xfe"], "number": [1.0, 2.0], "year": ["2024", "2024"]})
    read = raw(held, Content.PARQUET)

    (found,) = converted(read, mapping(), catalogue).findings
    assert (found.rule, found.column, found.found, found.expected) == (
        Rule.COLUMN_TYPE,
        "area",
        ("Binary",),
        ("String",),
    )
    assert propose(read, catalogue, BEDS, mapping()).questions == ()

    columns = {"area": "ignore", "number": "obs_value", "year": "time_period"}
    ignored = mapping(columns=columns, fixed={**mapping().fixed, "ref_area": "FR10"})
    assert converted(read, ignored, catalogue).findings == ()
