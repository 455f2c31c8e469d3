"""The form for analysts: every published figure and every gap, in three formats, ready to be read back."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import polars as pl
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from loaders.contract import check, columns_of
from loaders.intake import workbook
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Layout
from loaders.language import LANGUAGES, Language, wording
from loaders.observation import OPTIONAL_COLUMNS, Observation, observations
from loaders.subjects.self_declared import DATASET_KEY, dataset_in
from loaders.subjects.template import Template, template, template_bytes, written_number
from loaders.subjects.template_format import LABEL, TemplateFormat
from loaders.subjects.template_workbook import MARKER_SHEET
from tests.sample_data import BEDS, ROWS, declaration, frame, library, row

DATASETS = tuple(library().catalogue.declarations)
EMPLOYMENT = "employment_by_department"


def published(dataset: str) -> tuple[Observation, ...]:
    """The stored observations of a dataset of the project."""
    found = library().dataset(dataset)
    assert found is not None
    return found.observations


def form(dataset: str, language: Language = "en") -> Template:
    """The template of a dataset of the project."""
    catalogue = library().catalogue
    return template(catalogue.declaration(dataset), catalogue, wording(language), published(dataset))


def sample_form(rows: list[dict[str, str | float | None]], language: Language = "en") -> Template:
    """The template of the invented dataset with these rows published."""
    names = tuple(dimension.id for dimension in declaration().dimensions)
    return template(declaration(), library().catalogue, wording(language), observations(frame(rows), names))


def sheet_rows(content: bytes, sheet: int = 0) -> Sequence[Sequence[object]]:
    """The cells of a sheet as another library reads them."""
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(sheet).to_python()


@pytest.mark.parametrize("dataset", DATASETS)
def test_the_form_begins_with_what_is_published_and_keeps_the_contract(dataset: str) -> None:
    made = form(dataset)
    names = tuple(dimension.id for dimension in made.declaration.dimensions)

    assert observations(made.rows, names)[: len(published(dataset))] == published(dataset)
    assert check(made.rows, made.declaration, made.catalogue.areas, "form") == ()


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("kind", TemplateFormat)
def test_the_same_form_gives_the_same_bytes(dataset: str, kind: TemplateFormat) -> None:
    assert template_bytes(form(dataset), kind) == template_bytes(form(dataset), kind)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dataset", DATASETS)
def test_the_workbook_is_read_back_as_it_was_published(dataset: str, language: Language, tmp_path: Path) -> None:
    made = form(dataset, language)
    path = tmp_path / "form.xlsx"
    path.write_bytes(template_bytes(made, TemplateFormat.XLSX))

    read = workbook.decode(path, Layout(), Limits())

    table = pl.DataFrame(read.table)
    kept = [name for name in table.columns if not name.startswith(LABEL)]
    back = table.select(kept).with_columns(pl.col("obs_value").cast(pl.Float64))
    expected = made.rows.select([name for name in made.rows.columns if not made.rows[name].is_null().all()])
    # A column without any value is one that the file need not have.
    assert set(made.rows.columns) - set(kept) <= set(OPTIONAL_COLUMNS)
    assert back.select(expected.columns).equals(expected)
    assert read.layout.sheet == dataset
    assert dataset_in(read.metadata) == dataset


def test_the_four_departements_without_value_are_rows_ready_to_fill() -> None:
    rows = form(EMPLOYMENT).rows.filter(pl.col("measure") == "jobs_share")

    assert set(rows["ref_area"]) == {f"FR10{number}" for number in range(1, 9)}
    assert set(rows.filter(pl.col("obs_value").is_null())["ref_area"]) == {"FR102", "FR103", "FR106", "FR108"}


def test_areas_that_the_others_of_their_layer_make_expected_are_gaps() -> None:
    rows = [row(f"FR10{number}", "beds", 10.0 * number) for number in (1, 2, 3, 4)]

    made = sample_form(rows).rows

    added = made.slice(4)
    assert added["ref_area"].to_list() == ["FR105", "FR106", "FR107", "FR108"]
    assert set(added["obs_status"]) == {"O"}
    assert added["obs_value"].null_count() == 4
    assert check(made, declaration(), library().catalogue.areas, "form") == ()


def test_a_few_areas_make_no_others_expected() -> None:
    rows = [row(f"FR10{number}", "beds", 10.0) for number in (1, 2, 3)]

    assert sample_form(rows).rows.height == 3


def test_without_anything_published_there_is_a_row_for_each_combination_of_codes() -> None:
    made = template(declaration(), library().catalogue, wording("en"), None).rows

    assert made.height == 5 * 2
    assert set(made["specialty"]) == {"surgery", "medicine"}
    assert made["obs_value"].null_count() == made["ref_area"].null_count() == made.height
    assert set(made["source_id"]) == {"mediscope-2025"}


def test_maps_say_which_areas_an_empty_form_is_about() -> None:
    catalogue = library().catalogue

    made = template(catalogue.declaration(EMPLOYMENT), catalogue, wording("en"), None).rows

    assert set(made["ref_area"]) == {f"FR10{number}" for number in range(1, 9)}
    assert set(made["time_period"]) == {"2025-Q1"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_stand_beside_the_codes_in_the_language_of_the_form(language: Language) -> None:
    table = sample_form(ROWS, language).labelled()

    first = table.row(0, named=True)
    assert table.columns[:6] == [
        "ref_area",
        "label_ref_area",
        "specialty",
        "label_specialty",
        "time_period",
        "measure",
    ]
    assert first["label_specialty"] == {"fr": "Chirurgie", "en": "Surgery"}[language]
    assert (first["label_measure"], first["label_unit"]) == {"fr": ("Lits", "lits"), "en": ("Beds", "beds")}[language]
    assert [name for name in table.columns if not name.startswith(LABEL)] == list(columns_of(declaration()))


def test_the_workbook_offers_the_codes_and_protects_nothing() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template_bytes(sample_form(ROWS), TemplateFormat.XLSX)))

    sheet = book[BEDS]
    header = [cell.value for cell in sheet[1]]
    offered = {str(one.sqref).split(":")[0]: one.formula1 for one in sheet.data_validations.dataValidation}
    columns = ("ref_area", "specialty", "measure", "obs_status", "conf_status", "obs_qualifier", "source_id")
    assert offered == {
        f"{get_column_letter(header.index(name) + 1)}2": f"'{name}'!$A$2:$A${book[name].max_row}" for name in columns
    }
    assert [one for one in book if one.protection.sheet] == []
    assert len(sheet.conditional_formatting) == 2
    grey = {name: sheet.cell(2, header.index(name) + 1).fill.fill_type for name in ("ref_area", "label_ref_area")}
    assert grey == {"ref_area": None, "label_ref_area": "solid"}


def test_the_code_lists_stand_in_sheets_of_their_own() -> None:
    content = template_bytes(sample_form(ROWS), TemplateFormat.XLSX)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))

    hidden = [one.name for one in book.sheets_metadata if one.visible is not SheetVisibleEnum.Visible]
    assert hidden == [MARKER_SHEET] == [workbook.METADATA_SHEET]
    assert book.get_sheet_by_name("specialty").to_python()[1:] == [["surgery", "Surgery"], ["medicine", "Medicine"]]
    measures = {line[0]: line[1:] for line in book.get_sheet_by_name("measure").to_python()[1:]}
    assert measures["beds"] == ["Beds", "beds", "0", "10000", ""]
    assert measures["outlook"] == ["Outlook", "", "", "", "1 = rising; -1 = falling"]
    assert len(book.get_sheet_by_name("ref_area").to_python()) == len(library().catalogue.areas) + 1


def test_the_explanation_names_every_column_and_what_may_be_left_out() -> None:
    lines = sheet_rows(template_bytes(sample_form(ROWS), TemplateFormat.XLSX), 1)

    start = next(number for number, line in enumerate(lines) if line[0] == "Column")
    needed = {line[0]: line[3] for line in lines[start + 1 :]}
    assert list(needed) == list(columns_of(declaration()))
    assert {name for name, said in needed.items() if said == "may be left out"} == set(OPTIONAL_COLUMNS)
    assert all(line[2] for line in lines[start:])


@pytest.mark.parametrize("note", ["=1+1", "+1", "#N/A", "@SUM(A1)", "a\x00b", "2024-01-01", "12", "\u202eabc"])
def test_no_text_becomes_a_formula_a_number_or_an_error(note: str) -> None:
    content = template_bytes(sample_form([row("FR101", "beds", 1.0, obs_note=note)]), TemplateFormat.XLSX)

    cell = openpyxl.load_workbook(io.BytesIO(content))[BEDS].cell(2, sample_form(ROWS).labelled().width)
    assert (cell.data_type, cell.value) == ("s", note.replace("\x00", "\N{SYMBOL FOR NULL}"))


@pytest.mark.parametrize(("language", "separator", "number"), [("fr", ";", "2,5"), ("en", ",", "2.5")])
def test_csv_is_written_as_spreadsheets_of_the_language_read_it(
    language: Language, separator: str, number: str
) -> None:
    content = template_bytes(sample_form(ROWS, language), TemplateFormat.CSV)

    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=separator))
    assert content.startswith(b"\xef\xbb\xbf")
    assert rows[2]["obs_value"] == number
    assert [one["obs_qualifier"] for one in rows] == ["=", "=", "=", "=", ">", ""]


def test_a_formula_in_a_note_is_text_in_csv() -> None:
    content = template_bytes(sample_form([row("FR101", "beds", 1.0, obs_note="=1+1")]), TemplateFormat.CSV)

    assert b"'=1+1" in content


@given(st.floats(allow_nan=False, allow_infinity=False), st.booleans())
def test_a_written_number_is_the_number_and_not_mistaken_for_thousands(value: float, french: bool) -> None:  # noqa: FBT001
    text = written_number(value, french=french)

    assert float(text.replace(",", ".")) == value
    assert len(text.replace(",", ".").partition(".")[2]) != 3


def test_parquet_is_the_long_form_and_names_its_dataset() -> None:
    content = template_bytes(form(EMPLOYMENT), TemplateFormat.PARQUET)

    assert pl.read_parquet(io.BytesIO(content)).equals(form(EMPLOYMENT).rows)
    footer = pq.ParquetFile(io.BytesIO(content)).metadata.metadata
    assert footer[DATASET_KEY.encode()] == EMPLOYMENT.encode()
