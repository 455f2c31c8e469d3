"""XLSX on its way in: one sheet, each cell as text, numbers as Python writes them."""

import datetime as dt
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pyarrow as pa
import python_calamine as calamine

from loaders.finding import Rule
from loaders.intake.header import column_names, filled, header_index, looks_like_names
from loaders.intake.limits import Limits
from loaders.intake.number_format import NumberFormat, number_format
from loaders.intake.raw_table import Content, Layout
from loaders.intake.read_table import ReadTable
from loaders.intake.refusal import refused
from loaders.intake.rows_read import Count, uncounted
from loaders.intake.workbook_parts import errors_of_sheet, judge_archive

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

#: What the libraries raise for a workbook that is damaged.
BROKEN = (
    calamine.CalamineError,
    calamine.WorksheetNotFound,
    zipfile.BadZipFile,
    ET.ParseError,
    OSError,
    ValueError,
    LookupError,
    StopIteration,
    NotImplementedError,
)
_SAMPLE = 200
_COUNTED = 10_000
_WHOLE = 2**53
#: A hidden sheet of this name carries what a template says of itself: keys in its first column, values in the second.
METADATA_SHEET = "observatory"

Cell = str | None


def decode(path: Path, layout: Layout, limits: Limits, count: Count = uncounted) -> ReadTable:
    """The table of one sheet: the sheet that the layout names, or the first visible one that has cells.

    `metadata` holds the keys and values of a sheet named METADATA_SHEET, where there is one.

    Raises:
        RefusedError: no workbook, protected, damaged, beyond a limit, without header or rows, or never calculated.
    """
    try:
        judge_archive(path, limits)
        book = calamine.CalamineWorkbook.from_path(str(path))
        try:
            return _read(path, book, layout, limits, count)
        finally:
            book.close()
    except calamine.PasswordError as error:
        raise refused(Rule.FILE_ENCRYPTED, path.name) from error
    except BROKEN as error:
        raise refused(Rule.FILE_NOT_DATA, path.name, found=("xlsx", str(error))) from error


def _read(path: Path, book: "CalamineWorkbook", layout: Layout, limits: Limits, count: Count) -> ReadTable:
    sheet = _sheet(book, layout, path.name)
    if sheet.total_height > limits.rows + _SAMPLE:
        found, expected = (str(sheet.total_height),), (str(limits.rows),)
        raise refused(Rule.TABLE_TOO_LONG, path.name, found=found, expected=expected)
    if sheet.width > limits.columns:
        found, expected = (str(sheet.width),), (str(limits.columns),)
        raise refused(Rule.TABLE_TOO_WIDE, path.name, found=found, expected=expected)
    rows = _rows(path, sheet, count)
    header = _header(rows, layout, path.name)
    table = _table(rows, header, path.name)
    if table.num_rows > limits.rows:
        raise refused(Rule.TABLE_TOO_LONG, path.name, found=(str(table.num_rows),), expected=(str(limits.rows),))
    numbers = _numbers(sheet, table, layout)
    used = Layout(sheet=sheet.name, header_row=header + 1, decimal=numbers.decimal, thousands=numbers.thousands)
    return ReadTable(
        content=Content.XLSX,
        table=table,
        layout=used,
        sheets=tuple(book.sheet_names),
        first_row=header + 2,
        metadata=_metadata(book),
    )


def _sheet(book: "CalamineWorkbook", layout: Layout, file: str) -> "CalamineSheet":
    sheets = [one for one in book.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet]
    if layout.sheet is not None:
        if layout.sheet not in {one.name for one in sheets}:
            expected = tuple(one.name for one in sheets)
            raise refused(Rule.SHEET_UNKNOWN, file, found=(layout.sheet,), expected=expected)
        return book.get_sheet_by_name(layout.sheet)
    for one in sheets:
        if one.visible == calamine.SheetVisibleEnum.Visible:
            sheet = book.get_sheet_by_name(one.name)
            if sheet.start is not None:
                return sheet
    raise refused(Rule.FILE_EMPTY, file)


def _rows(path: Path, sheet: "CalamineSheet", count: Count) -> list[list[Cell]]:
    if sheet.start is None:
        raise refused(Rule.FILE_EMPTY, path.name)
    offset = sheet.start[1]
    rows: list[list[Cell]] = []
    for cells in sheet.iter_rows():
        rows.append([cell_text(cell) for cell in cells])
        if not len(rows) % _COUNTED:
            count(len(rows), sheet.total_height)
    for row, column, shown in errors_of_sheet(path, sheet.name).cells:
        if row >= len(rows) or not 0 <= column - offset < sheet.width:
            # Beyond all values, where calamine sees nothing: the sheet is larger than its values.
            raise refused(Rule.TEXT_UNREADABLE, path.name, found=(shown,), rows=(row + 1,), count=1)
        rows[row][column - offset] = shown
    return rows


def cell_text(cell: object) -> Cell:
    """A cell as text, a number as Python writes it; None where the cell is empty."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return repr(int(cell)) if cell.is_integer() and abs(cell) < _WHOLE else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(sep=" ")
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)


def _numbers(sheet: "CalamineSheet", table: pa.Table, layout: Layout) -> NumberFormat:
    """How numbers are written in the text of the cells; those that are numbers in the sheet have a point, always."""
    if any(isinstance(cell, float) and not cell.is_integer() for row in sheet.iter_rows() for cell in row):
        return NumberFormat(".", None if layout.thousands == "." else layout.thousands)
    found = number_format(table)
    return NumberFormat(
        layout.decimal or found.decimal, found.thousands if layout.thousands is None else layout.thousands
    )


def _header(rows: list[list[Cell]], layout: Layout, file: str) -> int:
    if layout.header_row is not None:
        if not 0 < layout.header_row <= len(rows):
            raise refused(Rule.HEADER_MISSING, file, rows=(layout.header_row,))
        return layout.header_row - 1
    sample = rows[:_SAMPLE]
    index = header_index(sample)
    if index is None:
        raise refused(Rule.HEADER_MISSING, file)
    below = next((row for row in sample[index + 1 :] if filled(row)), None)
    if not looks_like_names(sample[index], below):
        raise refused(Rule.HEADER_MISSING, file, rows=(index + 1,))
    return index


def _table(rows: list[list[Cell]], header: int, file: str) -> pa.Table:
    below = rows[header + 1 :]
    while below and not filled(below[-1]):
        below.pop()
    if not below:
        raise refused(Rule.FILE_EMPTY, file)
    used: set[int] = set()
    for row in below:
        used |= filled(row)
    names = column_names(rows[header], used, file)
    columns = [pa.array((row[index] for row in below), pa.string()) for index in names]
    return pa.table(columns, names=list(names.values()))


def _metadata(book: "CalamineWorkbook") -> tuple[tuple[str, str], ...]:
    return tuple(_pairs(book)) if METADATA_SHEET in book.sheet_names else ()


def _pairs(book: "CalamineWorkbook") -> Iterator[tuple[str, str]]:
    for row in book.get_sheet_by_name(METADATA_SHEET).iter_rows():
        cells = [cell_text(cell) for cell in row]
        if len(cells) > 1 and cells[0] and cells[1]:
            yield cells[0], cells[1]
