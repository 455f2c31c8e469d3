"""The workbook of a file, as statisticians expect it: opened by two libraries, one of which did not write it."""

import io
from dataclasses import replace
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from loaders.exhibit import Exhibit
from loaders.files.formats import FileFormat, picture_file
from loaders.language import LANGUAGES, Language, wording
from loaders.observation import STATUSES
from loaders.provenance import PROVENANCE_KEY, exhibit_provenance
from tests.sample_data import exhibit_of
from tests.sample_files import DATASETS, file_of_dataset, file_of_picture, pictures, sheet, unsealed

JOBS = ("employment_by_department", "departement_ranking", {"measure": "jobs_share"})
BERLIN = ("private_funding", "region_amount", {"time_period": "2024"})


def opened(content: bytes) -> openpyxl.Workbook:
    """The workbook as the library reads it that wrote it."""
    return openpyxl.load_workbook(io.BytesIO(content))


def written(exhibit: Exhibit) -> bytes:
    """The workbook of an exhibit, which need not be one of the project."""
    return picture_file(exhibit, FileFormat.XLSX, exhibit_provenance(exhibit, edition=None), wording("en"))


def records(content: bytes, name: str) -> list[dict[str, object]]:
    """The rows of a sheet by the headings of its columns."""
    heading, *rows = sheet(content, name)
    return [dict(zip(map(str, heading), row, strict=True)) for row in rows]


def cover(content: bytes, name: str = "Cover") -> dict[str, str]:
    """The second cell of each row of the cover by the first."""
    return {str(row[0]): str(row[1]) for row in sheet(content, name)}


def tables(content: bytes) -> list[Worksheet]:
    """The sheets that hold a named table."""
    return [one for one in opened(content).worksheets if one.tables]


def test_the_cover_says_what_the_file_is_and_where_it_comes_from() -> None:
    exhibit = exhibit_of(*BERLIN, "en")

    said = cover(file_of_picture(exhibit, FileFormat.XLSX))

    assert [*said][:2] == [exhibit.title, exhibit.subtitle]
    assert said["In short"] == exhibit.reading
    assert said["Source"].startswith("Medi'Scope, le radar des innovations santé franciliennes, édition 2025 (")
    assert said["Licence"] == exhibit.licence
    assert (said["Dataset"], said["View"], said["Period"]) == ("private_funding", "region_amount", "2024")
    assert (said["Data version"], said["Edition"]) == (exhibit.data_version, "2")
    assert said["Link"].startswith("https://observatory.example/exhibit?view=private_funding/region_amount")
    assert (said["A"], said["="]) == ("normal value", "as printed")


def test_the_contents_lead_to_the_sheets() -> None:
    book = opened(file_of_picture(exhibit_of(*BERLIN, "fr"), FileFormat.XLSX))

    links = [cell.hyperlink.location for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink]

    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]
    assert book.sheetnames == ["Présentation", "Tableau", "Chiffres", "Notes"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dataset", DATASETS)
def test_the_table_of_a_picture_has_the_numbers_that_are_shown_with_status_beside(
    dataset: str, language: Language
) -> None:
    name = wording(language).say("Table")
    for exhibit in pictures(dataset, language):
        heading, *rows = sheet(file_of_picture(exhibit, FileFormat.XLSX), name)
        numbers = sorted(cell for row in rows for cell in row if isinstance(cell, float))
        statuses = [cell for row in rows for cell in row if str(cell)[:3] in {f"{code} (" for code in STATUSES}]
        figures = [figure for mark in exhibit.marks for figure in mark.figures if figure]

        assert numbers == sorted(figure.value for figure in figures if figure.value is not None), exhibit.view
        assert len(statuses) == len(figures), exhibit.view
        assert len({str(title).casefold() for title in heading}) == len(heading), exhibit.view


def test_a_gap_is_an_empty_cell_whose_status_says_why() -> None:
    gap = records(file_of_picture(exhibit_of(*JOBS, "en"), FileFormat.XLSX), "Table")[-1]

    assert (gap["Département"], gap["Share of jobs (% of the regional total)"]) == ("Val-d'Oise", "")
    assert (gap["Qualifier"], gap["Status"]) == ("", "L (exists, but is not printed as text in the study)")


def test_a_value_that_is_withheld_says_why_beside_its_gap() -> None:
    exhibit = exhibit_of(*BERLIN, "en")
    figure = replace(exhibit.marks[0].figure, value=None, qualifier="=", status="Q", confidentiality="C")
    secret = replace(exhibit, marks=(replace(exhibit.marks[0], figures=(figure,)),))

    content = written(secret)

    assert records(content, "Table")[0]["Status"] == "Q (missing: suppressed); C (confidential)"
    assert (cover(content)["C"], cover(content)["Q"]) == ("confidential", "missing: suppressed")


def test_other_printed_values_stand_in_the_row_and_have_rows_of_their_own() -> None:
    content = file_of_picture(exhibit_of(*BERLIN, "en"), FileFormat.XLSX)

    assert records(content, "Table")[-1]["Other printed values"] == "€345M (p.\u00a08)"
    assert [row["Value"] for row in records(content, "Figures")] == [480, 367, 346, 345]


def test_numbers_show_the_decimals_that_were_printed() -> None:
    exhibit = exhibit_of("private_funding", "ticket_trend", {}, "fr")
    figures = opened(file_of_picture(exhibit, FileFormat.XLSX))["Chiffres"]
    place = [cell.value for cell in figures[1]].index("Valeur")

    shown = {row[place].value: row[place].number_format for row in figures.iter_rows(min_row=2)}

    assert shown == {23: "#,##0", 11.7: "#,##0.0", 9: "#,##0", 7.5: "#,##0.0"}


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_table_is_named_frozen_filtered_and_without_merged_cells(dataset: str) -> None:
    contents = [file_of_dataset(dataset, FileFormat.XLSX), file_of_picture(pictures(dataset, "fr")[0], FileFormat.XLSX)]

    for content in contents:
        found = tables(content)
        assert found
        for one in found:
            (named,) = one.tables.values()
            assert one.freeze_panes == "A2"
            assert named.ref == one.dimensions
            assert not one.merged_cells.ranges
            assert all(9 <= column.width <= 60 for column in one.column_dimensions.values())


def test_every_sheet_prints_as_wide_as_a_page_and_rows_are_as_high_as_their_texts() -> None:
    book = opened(file_of_picture(exhibit_of(*JOBS, "fr"), FileFormat.XLSX))
    cover = book.worksheets[0]
    source = [row[0].value for row in cover.iter_rows()].index("Source") + 1

    assert [one.page_setup.fitToWidth for one in book.worksheets] == [1] * len(book.worksheets)
    assert all(one.sheet_properties.pageSetUpPr for one in book.worksheets)
    assert [one.print_title_rows for one in book.worksheets if one.tables] == ["$1:$1"] * 2
    assert (cover.row_dimensions[source].height or 0) >= 2 * 11


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dataset_is_one_table_with_labels_beside_codes(language: Language) -> None:
    words = wording(language)
    content = file_of_dataset("employment_by_department", FileFormat.XLSX, language)

    rows = records(content, words.say("Figures"))
    stored = [row for row in rows if not row[words.say("Computed from")]]

    assert opened(content).sheetnames == [words.say(name) for name in ("Cover", "Figures", "Notes")]
    assert (len(rows), len(stored)) == (34, 18)
    assert (rows[0]["ref_area"], rows[0]["measure"]) == ("FR105", "jobs_share")


def test_the_properties_say_title_creator_keywords_and_provenance() -> None:
    exhibit = exhibit_of(*BERLIN, "fr")

    book = opened(file_of_picture(exhibit, FileFormat.XLSX))

    properties = book.custom_doc_props  # type: ignore[attr-defined]  # openpyxl has it, its type stubs do not
    said = unsealed(properties[PROVENANCE_KEY].value)
    assert said == exhibit_provenance(exhibit, edition=2, base="https://observatory.example/")
    assert book.properties.title == exhibit.title
    assert book.properties.creator == "Observatoire de l’innovation régionale en santé"
    assert book.properties.keywords == "private_funding, region_amount, Montant investi"


def test_nothing_in_the_file_says_when_it_was_written() -> None:
    with ZipFile(io.BytesIO(file_of_picture(exhibit_of(*BERLIN, "fr"), FileFormat.XLSX))) as archive:
        dates = {entry.date_time for entry in archive.infolist()}
        core = ET.fromstring(archive.read("docProps/core.xml"))  # noqa: S314 - we wrote it

    moments = {one.text for one in core if one.tag.endswith(("}created", "}modified"))}
    assert dates == {(2000, 1, 1, 0, 0, 0)}
    assert moments == {"2000-01-01T00:00:00Z"}


@settings(max_examples=40)
@given(st.text(max_size=30))
@example("=HYPERLINK(0)")
@example("@SUM(A1)")
@example("\t=1")
@example("\r-1")
@example("-12")
@example("a\x01b\x0bc")
@example("_x0041_")
@example("\ud800\uffff")
def test_whatever_a_text_holds_it_stays_text_and_nothing_vanishes(text: str) -> None:
    exhibit = exhibit_of(*BERLIN, "en")
    mark = exhibit.marks[0]
    hostile = replace(exhibit, marks=(replace(mark, category=replace(mark.category, label=f"{text}!")),))

    content = written(hostile)

    cell = opened(content)["Table"]["A2"]
    read = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Table").to_python()[1][0]
    assert cell.data_type == "s"
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert isinstance(read, str)
    assert len(read) == len(f"{text}!".replace("\r\n", "\n"))
    kept = [letter for letter in text if letter.isalnum() and letter.isprintable()]
    assert [letter for letter in kept if letter not in read] == []
