"""The numbers of a table of text, so that what its columns hold can be told before anything is declared."""

from typing import Literal

import polars as pl

from loaders.intake.cells import EMPTY_MARKS, Written, read_numbers, written_in
from loaders.intake.raw_table import Content, Layout, RawTable

Decimal = Literal[".", ","]
_GROUPS: dict[Decimal, Decimal] = {".": ",", ",": "."}
_LIKE_A_NUMBER = r"^\s*[<>≈~]?\s*[+\-\x{2212}]?\s?[0-9][0-9 .,'’\x{a0}\x{202f}\x{2009}]*(?:[eE][+-]?[0-9]+)?\s*%?\s*$"


def told_layout(table: RawTable, decimal: Decimal | None = None) -> Layout | None:
    """The layout of a table with the way in which its numbers are written; None where it has to be asked.

    Args:
        table: the table of the file.
        decimal: the sign before the decimals, where a person has said it.
    """
    if decimal is not None and table.layout.decimal is None:
        return table.kept_layout.model_copy(update={"decimal": decimal, "thousands": _GROUPS[decimal]})
    columns = [table.frame[name].alias("cell") for name in _candidates(table)]
    if not columns or table.content is Content.XLSX:
        return table.kept_layout
    cells = pl.concat(columns)
    written = written_in(cells, table.layout)
    if written is None:
        return None
    if not cells.str.contains(r"[0-9][.,]|[.,][0-9]").any():
        return table.kept_layout
    return table.kept_layout.model_copy(update={"decimal": written.decimal, "thousands": written.thousands})


def with_numbers(table: RawTable, layout: Layout) -> pl.DataFrame:
    """The table with numbers in place of the columns of text that only they can read as numbers.

    A column that Python reads as well, such as one of years or of INSEE codes, stays text: it may be no number.
    """
    written = Written(decimal=layout.decimal or ".", thousands=layout.thousands)
    columns = []
    for name in _candidates(table):
        cells = table.frame[name]
        is_plain = cells.cast(pl.Float64, strict=False).null_count() == cells.null_count()
        if is_plain and not (written.decimal == "," and cells.str.contains(".", literal=True).any()):
            continue
        read = read_numbers(cells, written)
        if not read["bad"].any() and read["value"].count():
            columns.append(read["value"].alias(name))
    return table.frame.with_columns(columns)


def _candidates(table: RawTable) -> list[str]:
    """The columns of text in which everything looks like a number or says that there is none."""
    return [column.name for column in table.frame.get_columns() if column.dtype == pl.String and _looks(column)]


def _looks(column: pl.Series) -> bool:
    distinct = column.drop_nulls().unique()
    numbers = distinct.filter(~distinct.str.strip_chars().str.to_lowercase().is_in(EMPTY_MARKS))
    return len(numbers) > 0 and bool(numbers.str.contains(_LIKE_A_NUMBER).all())
