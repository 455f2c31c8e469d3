"""How a workbook begins: its sheets, which of them hold a table, and the first rows of one."""

import re
import zipfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import python_calamine as calamine

from loaders.intake.limits import Limits
from loaders.intake.raw_table import Glimpse, Layout
from loaders.intake.refusal import short
from loaders.intake.workbook import BROKEN, cell_text
from loaders.intake.workbook_parts import judge_archive, part_of

_ROWS, _CELLS = 25, 12
#: So much of a sheet shows whether there is a table in it.
_SAMPLE = 1 << 16
_ROW = re.compile(rb"<(?:\w+:)?row\b.*?(?=<(?:\w+:)?row\b|\Z)", re.DOTALL)
_FILLED = re.compile(rb"<(?:\w+:)?(?:v|is)>")


def glimpse(path: Path, layout: Layout, limits: Limits) -> Glimpse:
    """The visible sheets, and the first rows of that which the layout names, or of the first with a table.

    A damaged workbook has no beginning.

    Raises:
        RefusedError: no workbook, protected, or beyond a limit.
    """
    try:
        judge_archive(path, limits)
        book = calamine.CalamineWorkbook.from_path(str(path))
        try:
            return _seen(path, book, layout)
        finally:
            book.close()
    except (*BROKEN, calamine.PasswordError):
        return Glimpse()


def _seen(path: Path, book: calamine.CalamineWorkbook, layout: Layout) -> Glimpse:
    sheets = tuple(
        one.name
        for one in book.sheets_metadata
        if one.typ == calamine.SheetTypeEnum.WorkSheet and one.visible == calamine.SheetVisibleEnum.Visible
    )
    with zipfile.ZipFile(path) as archive:
        tables = tuple(name for name in sheets if _holds_table(archive, name))
    shown = layout.sheet if layout.sheet in sheets else next(iter(tables or sheets), None)
    if shown is None:
        return Glimpse()
    rows = tuple(_row(one) for one in islice(book.get_sheet_by_name(shown).iter_rows(), _ROWS))
    return Glimpse(rows=rows, sheets=sheets, tables=tables)


def _holds_table(archive: zipfile.ZipFile, sheet: str) -> bool:
    """Whether at least two of the first rows have at least two cells with something in them."""
    with archive.open(part_of(archive, sheet)) as part:
        content = part.read(_SAMPLE)
    return sum(len(_FILLED.findall(row)) > 1 for row in _ROW.findall(content)) > 1


def _row(cells: Sequence[object]) -> str:
    texts = [cell_text(cell) or "" for cell in cells[:_CELLS]]
    while texts and not texts[-1]:
        texts.pop()
    return short(" | ".join(texts) + (" | …" if len(cells) > _CELLS else ""))
