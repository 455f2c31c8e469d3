"""Sheets of a workbook: cells that stay text, numbers with the decimals that were printed, tables with a name."""

from collections.abc import Iterable, Sequence
from typing import cast

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from loaders.files.spreadsheet_text import FORMULA_STARTS, workbook_text
from loaders.files.table import Cell, FileTable, Number, numbered

BOLD = Font(bold=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_TOP = Alignment(vertical="top")
_NARROWEST, _WIDEST = 9, 60
#: Excel shows a longer text as ##### where the format of the cell is text.
_LONGEST_TEXT_FORMAT = 255
_STYLE = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)


def write(sheet: Worksheet, row: int, column: int, value: Cell) -> SheetCell:
    """Writes a cell: a number as a number, a text as text whatever it begins with, nothing for a gap."""
    cell = cast("SheetCell", sheet.cell(row, column))  # our sheets have no merged cells
    if isinstance(value, Number):
        cell.value = int(value.value) if value.value.is_integer() else value.value
        cell.number_format = "#,##0" + ("." + "0" * value.decimals if value.decimals else "")
    elif value:
        cell.value = workbook_text(value)
        cell.data_type = "s"
        if len(value) <= _LONGEST_TEXT_FORMAT:
            cell.number_format = "@"
        # As if an apostrophe had been typed before it: it stays text also when somebody edits the cell.
        cell.quotePrefix = value.startswith(FORMULA_STARTS)
    return cell


def append(sheet: Worksheet, cells: Iterable[Cell], *, font: Font | None = None, wrap: bool = True) -> list[SheetCell]:
    """Writes a row below the others; the first cell of it has the font."""
    row = sheet.max_row + 1 if sheet.cell(1, 1).value is not None else 1
    written = [write(sheet, row, column, value) for column, value in enumerate(cells, start=1)]
    for cell in written:
        cell.alignment = _WRAPPED if wrap else _TOP
    if font:
        written[0].font = font
    return written


def write_table(sheet: Worksheet, table: FileTable, name: str) -> None:
    """Writes a table from the first cell on: a frozen row of headings, filters, columns as wide as they need."""
    # For Excel, "segment" and "Segment" are one heading, and a table must not have it twice.
    headings = (column.title.replace("\n", " ") for column in table.columns)
    titles = numbered(headings, " ({n})", lambda title: workbook_text(title).casefold())
    for place, title in enumerate(titles, start=1):
        heading = write(sheet, 1, place, title)
        heading.font, heading.alignment = BOLD, _WRAPPED
        texts = [_text(row[place - 1]) for row in table.rows]
        width = max([_NARROWEST, min(len(title), 20), *map(len, texts)]) + 2
        sheet.column_dimensions[get_column_letter(place)].width = min(width, _WIDEST)
    for number, row in enumerate(table.rows, start=2):
        for place, value in enumerate(row, start=1):
            write(sheet, number, place, value).alignment = _WRAPPED if len(_text(value)) > _WIDEST else _TOP
    sheet.freeze_panes = "A2"
    if table.rows:
        last = f"{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
        sheet.add_table(Table(displayName=name, name=name, ref=f"A1:{last}", tableStyleInfo=_STYLE))


def set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    """Sets the widths of the first columns, in characters."""
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width


def _text(value: Cell) -> str:
    if isinstance(value, Number):
        return f"{value.value:,.{value.decimals}f}"
    return value or ""
