"""The workbook of a dossier: contents, a sheet a slide with numbers as numbers, sources, notes; text stays text."""

from functools import cache
from io import BytesIO

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from components.board.dossier_xlsx import xlsx_bytes
from components.board.formats import DossierFormat
from loaders.boards.resolved import ResolvedSlide
from loaders.files.shown_table import shown_table
from loaders.files.table import Cell, Number
from loaders.language import LANGUAGES, Language, wording
from tests.sample_dossiers import dossier, file_of, hostile_dossier

XLSX = DossierFormat.XLSX
Rows = list[list[object]]


@cache
def sheets(language: Language) -> dict[str, Rows]:
    """The rows of each sheet as a reader of another make sees them."""
    return opened(file_of(XLSX, language))


def opened(content: bytes) -> dict[str, Rows]:
    """The rows of each sheet of a workbook."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def sheet_of(slide: ResolvedSlide, language: Language) -> Rows:
    """The sheet of a slide, whose name begins with its number."""
    return next(rows for name, rows in sheets(language).items() if name.startswith(f"{slide.number} "))


def plain(cell: Cell) -> object:
    """What a cell is once it was read again."""
    return cell.value if isinstance(cell, Number) else cell or ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_exhibit_has_a_sheet_with_every_row_of_its_table(language: Language) -> None:
    for slide in dossier(language).board.slides:
        if slide.exhibit:
            table = shown_table(slide.exhibit, wording(language))
            rows = sheet_of(slide, language)
            assert rows[0] == [column.title for column in table.columns]
            assert rows[1:] == [[plain(cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cover_lists_every_slide_and_says_what_could_not_be_made(language: Language) -> None:
    cover = next(iter(sheets(language).values()))
    cells = [str(cell) for row in cover for cell in row]

    assert cover[0][0] == dossier(language).title
    for slide in dossier(language).board.slides:
        assert slide.title in cells
        if slide.trouble:
            assert any(slide.trouble.what in cell and slide.trouble.remedy in cell for cell in cells)
    versions = [list(version) for version in dossier(language).versions]
    assert [row[:2] for row in cover[-len(versions) :]] == versions


def test_the_contents_lead_to_the_sheets() -> None:
    book = load_workbook(BytesIO(file_of(XLSX)))
    links = [cell.hyperlink.location for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink]

    assert len(links) == sum(slide.exhibit is not None for slide in dossier().board.slides)
    assert {str(link).removesuffix("!A1").strip("'") for link in links} <= set(book.sheetnames)


def test_sources_name_each_study_with_its_page() -> None:
    rows = list(sheets("fr").values())[-2]
    exhibits = [slide.exhibit for slide in dossier().board.slides if slide.exhibit]

    assert len(rows) - 1 == sum(len(exhibit.references) for exhibit in exhibits)
    assert all(row[1] for row in rows[1:])


def test_notes_have_reading_comment_and_method_of_each_slide() -> None:
    cells = {str(cell) for row in list(sheets("fr").values())[-1] for cell in row}

    for slide in dossier().board.slides:
        if slide.exhibit:
            assert {slide.title, slide.reading, "\n".join(slide.exhibit.method)} <= cells
            assert slide.comment in cells or not slide.comment


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert xlsx_bytes(dossier(), lambda _done: None) == file_of(XLSX)


def test_hostile_text_is_no_formula_and_names_of_sheets_are_taken() -> None:
    content = xlsx_bytes(hostile_dossier(), lambda _done: None)

    assert all(len(name) <= 31 for name in opened(content))
    for sheet in load_workbook(BytesIO(content)).worksheets:
        assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
