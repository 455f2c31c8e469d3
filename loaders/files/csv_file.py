"""The figures of a file as CSV, as the spreadsheets of its language expect it."""

import csv
from io import StringIO

from loaders.files.content import Content
from loaders.files.long_table import long_table
from loaders.files.spreadsheet_text import as_text
from loaders.files.table import Cell, FileTable, Number, number_cell
from loaders.language import Wording
from loaders.provenance import Provenance

#: Language -> what separates cells, and decimals.
SEPARATORS = {"fr": (";", ","), "en": (",", ".")}


def file_bytes(content: Content, _provenance: Provenance, words: Wording) -> bytes:
    """The figures of a file as CSV, one line for each; the columns are those of the long table.

    UTF-8 with a byte order mark; `;` and decimal comma in French, `,` and point in English. No cell is taken for a
    formula.
    """
    return table_bytes(long_table(content, words), words)


def table_bytes(table: FileTable, words: Wording) -> bytes:
    """A table as CSV, its headings in the language."""
    delimiter, decimal = SEPARATORS[words.language]
    text = StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([as_text(column.title) for column in table.columns])
    writer.writerows([_written(cell, decimal) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell, decimal: str) -> str:
    if isinstance(cell, Number):
        return number_cell(cell.value).replace(".", decimal)
    return as_text(cell or "")
