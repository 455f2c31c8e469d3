"""How a sheet stands on screen and paper: rows as high as their texts, pages across and as wide as the table."""

from math import ceil

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_SIZE, _LEADING = 11, 1.36
#: Programs do not show higher rows.
_HIGHEST = 409.0


def lay_out(sheet: Worksheet) -> None:
    """Makes rows high enough for what wraps in them, which not every program does by itself, and pages for A4."""
    for number, row in enumerate(sheet.iter_rows(), start=1):
        height = max((_height(cell, sheet) for cell in row if cell.value), default=0)
        if height > _SIZE * _LEADING:
            sheet.row_dimensions[number].height = min(height, _HIGHEST)
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.tables:
        sheet.print_title_rows = "1:1"
    footer = HeaderFooterItem()
    footer.center.text = "&A, &P/&N"
    sheet.HeaderFooter.oddFooter = footer


def _height(cell: SheetCell, sheet: Worksheet) -> float:
    size = cell.font.sz or _SIZE
    if not cell.alignment.wrap_text:
        return size * _LEADING
    width = sheet.column_dimensions[get_column_letter(cell.column)].width
    signs = max(1.0, width - 1) * _SIZE / size
    return size * _LEADING * sum(max(1, ceil(len(line) / signs)) for line in str(cell.value).split("\n"))
