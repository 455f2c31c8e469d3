"""CSV and TSV on their way in: every cell as text, exactly as it is written."""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from loaders.finding import Rule
from loaders.intake.encoding import as_utf8
from loaders.intake.eurostat_tsv import is_eurostat, unpivoted
from loaders.intake.header import column_names, looks_like_names
from loaders.intake.limits import Limits
from loaders.intake.number_format import NumberFormat, number_format
from loaders.intake.raw_table import Content, Layout
from loaders.intake.read_table import ReadTable
from loaders.intake.refusal import refused
from loaders.intake.rows_read import Count, uncounted
from loaders.intake.sdmx_csv import is_sdmx, observations_only
from loaders.intake.separator import Beginning, beginning

_BLOCK = 1 << 23
#: So much is read at once, and the rows counted after it.
_PIECE = _BLOCK
_LINE_END = b"\n"
_SHOWN = 5
_QUOTATION = re.compile(b'"')


def decode(path: Path, layout: Layout, limits: Limits, count: Count = uncounted) -> ReadTable:
    """The table of a text file, with what its layout leaves open found out.

    Raises:
        RefusedError: not readable as text, without header, ragged, beyond a limit, or without rows.
    """
    data, encoding = as_utf8(path.read_bytes(), layout.encoding, path.name)
    start, text = beginning(data, layout, path.name)
    header = _header(start, layout, limits, path.name)
    below = len(text[: start.ends[header]].encode())
    lines = data.count(_LINE_END)
    cells = _cells(memoryview(data)[below:], start, header, path.name, lambda read: count(read, lines))
    table = _named(cells, start.records[header], path.name)
    if table.num_rows > limits.rows:
        raise refused(Rule.TABLE_TOO_LONG, path.name, found=(str(table.num_rows),), expected=(str(limits.rows),))
    if not table.num_rows:
        raise refused(Rule.FILE_EMPTY, path.name)
    content, first_row = Content.CSV, header + 2
    if is_eurostat(table.column_names, start.separator):
        content, table = Content.EUROSTAT_TSV, unpivoted(table, limits, path.name)
    elif is_sdmx(table.column_names):
        content, table = Content.SDMX_CSV, observations_only(table, path.name)
    found = _numbers(content, table, layout)
    used = layout.model_copy(
        update={
            "sheet": None,
            "header_row": header + 1,
            "separator": start.separator,
            "encoding": encoding,
            "decimal": layout.decimal or found.decimal,
            "thousands": found.thousands if layout.thousands is None else layout.thousands,
        }
    )
    return ReadTable(content=content, table=table, layout=used, first_row=first_row)


def _numbers(content: Content, table: pa.Table, layout: Layout) -> NumberFormat:
    if content is not Content.CSV:
        return NumberFormat(".", "")  # both standards say so
    if layout.decimal is not None and layout.thousands is not None:
        return NumberFormat(layout.decimal, layout.thousands)
    return number_format(table)


def _header(start: Beginning, layout: Layout, limits: Limits, file: str) -> int:
    if start.header is None:
        raise refused(Rule.HEADER_MISSING, file)
    names = start.records[start.header]
    if len(names) > limits.columns:
        raise refused(Rule.TABLE_TOO_WIDE, file, found=(str(len(names)),), expected=(str(limits.columns),))
    first = start.rows[0] if start.rows else None
    if layout.header_row is None and not looks_like_names(names, first):
        raise refused(Rule.HEADER_MISSING, file, rows=(start.header + 1,), count=None)
    return start.header


def _cells(data: memoryview, start: Beginning, header: int, file: str, count: Callable[[int], None]) -> pa.Table:
    """The rows below the header; blank ones are rows without cells, those at the end are left out."""
    data = data[: len(bytes(data[-_BLOCK:]).rstrip(b" \t\r\n")) + max(0, len(data) - _BLOCK)] if len(data) else data
    if not len(data):
        raise refused(Rule.FILE_EMPTY, file)
    quoted = _QUOTATION.search(data) is not None
    if quoted:
        _check_quotes(data, start, header, file)
    names = [str(index) for index in range(len(start.records[header]))]
    ragged: list[pa_csv.InvalidRow] = []
    parts: list[pa.Table] = []
    read = 0

    def note(row: pa_csv.InvalidRow) -> str:
        ragged.append(row._replace(number=read + (row.number or 0)))
        return "skip"

    for piece in _pieces(data, quoted=quoted):
        before = len(ragged)
        try:
            parts.append(_part(piece, names, _signs(start.separator, note, quoted=quoted)))
        except MemoryError:
            raise
        except (pa.ArrowException, ValueError, OSError) as error:
            if not ragged:
                raise refused(Rule.TEXT_UNREADABLE, file, found=(str(error),)) from error
            break
        read += parts[-1].num_rows + len(ragged) - before
        count(read)
    if ragged:
        rows = tuple(header + 1 + one.number for one in ragged[:_SHOWN])
        widths = sorted({str(one.actual_columns) for one in ragged})
        raise refused(
            Rule.TEXT_UNREADABLE,
            file,
            found=tuple(widths[:_SHOWN]),
            expected=(str(len(names)),),
            rows=rows,
            count=len(ragged),
        )
    return pa.concat_tables(parts)


def _pieces(data: memoryview, *, quoted: bool) -> Iterator[memoryview]:
    """The text in pieces of whole lines; in one piece where a cell may hold the end of a line."""
    while not quoted and len(data) > _PIECE:
        end = bytes(data[:_PIECE]).rfind(_LINE_END) + 1
        if not end:
            break
        yield data[:end]
        data = data[end:]
    if len(data):
        yield data


def _signs(separator: str, note: Callable[[pa_csv.InvalidRow], str], *, quoted: bool) -> pa_csv.ParseOptions:
    """How rows are told from each other."""
    return pa_csv.ParseOptions(
        delimiter=separator, newlines_in_values=quoted, ignore_empty_lines=False, invalid_row_handler=note
    )


def _part(piece: memoryview, names: list[str], signs: pa_csv.ParseOptions) -> pa.Table:
    """The cells of one piece as they are written."""
    if bytes(piece[:3]) == codecs.BOM_UTF8:  # pyarrow leaves one out, here it is a sign of the first cell
        piece = memoryview(codecs.BOM_UTF8 + bytes(piece))
    return pa_csv.read_csv(
        pa.BufferReader(pa.py_buffer(piece)),
        read_options=pa_csv.ReadOptions(use_threads=False, block_size=_BLOCK, column_names=names),
        parse_options=signs,
        convert_options=pa_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    )


def _check_quotes(data: memoryview, start: Beginning, header: int, file: str) -> None:
    """A quotation mark that is missing would swallow rows without a word."""
    lines = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")
    reader = csv.reader(lines, delimiter=start.separator, strict=True)
    row = header + 1
    try:
        for _ in reader:
            row += 1
    except csv.Error as error:
        raise refused(Rule.TEXT_UNREADABLE, file, found=(str(error),), rows=(row + 1,), count=1) from error


def _named(cells: pa.Table, header: tuple[str, ...], file: str) -> pa.Table:
    """The columns that have a name or values, under their names, without blank rows at the end."""
    last = max((_last(column) for column in cells.columns), default=-1)
    cells = cells.slice(0, last + 1)
    used = {index for index, column in enumerate(cells.columns) if column.null_count < len(column)}
    names = column_names(header, used, file)
    return pa.table([cells.column(index) for index in names], names=list(names.values()))


def _last(column: pa.ChunkedArray) -> int:
    """The last row in which a column has something, -1 where there is none."""
    if not column.null_count:
        return len(column) - 1
    present = pc.indices_nonzero(column.is_valid())
    return int(present[-1].as_py()) if len(present) else -1
