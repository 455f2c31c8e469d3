"""The workbook of a chart: its numbers where the chart finds them, and the exhibit's table on a second sheet."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from components.pptx.xml import visible
from loaders.exhibit import Exhibit
from loaders.language import language_from, wording
from loaders.table import table_of

Cell = str | float | None
Rows = Sequence[Sequence[Cell]]
#: The name of the sheet in the references of the chart.
SHEET = "Sheet1"
_LONGEST_CELL = 32_000
#: One moment for all workbooks: the same exhibit gives the same bytes.
MOMENT = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def workbook_bytes(exhibit: Exhibit, rows: Rows) -> bytes:
    """A workbook whose first sheet holds `rows`; a text stays a text, even if it begins like a formula."""
    words = wording(language_from(exhibit.language))
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.set_properties({"created": MOMENT})
    _fill(book.add_worksheet(SHEET), rows)
    table = table_of(exhibit, words)
    foot = [[], [exhibit.source_line], [exhibit.licence]]
    _fill(book.add_worksheet(words.say("Table")), [[exhibit.title], [], table.columns, *table.rows, *foot])
    book.close()
    return content.getvalue()


def _fill(sheet: Worksheet, rows: Rows) -> None:
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(row, column, visible(cell)[:_LONGEST_CELL])
            elif cell is not None:
                sheet.write_number(row, column, cell)
    sheet.set_column(0, 0, 40)


def column_of(number: int, first: int, last: int) -> str:
    """The reference of a piece of a column; all are counted from zero."""
    return area_of((number, first), (number, last))


def area_of(start: tuple[int, int], end: tuple[int, int]) -> str:
    """The reference of the cells from one to another, each as column and row from zero."""
    (left, top), (right, bottom) = start, end
    corner, opposite = f"${_letters(left)}${top + 1}", f"${_letters(right)}${bottom + 1}"
    return f"{SHEET}!{corner}" if corner == opposite else f"{SHEET}!{corner}:{opposite}"


def _letters(number: int) -> str:
    letters = ""
    while number >= 0:
        letters, number = chr(ord("A") + number % 26) + letters, number // 26 - 1
    return letters
