"""Parquet on its way in: the footer is judged before any value is read, and the values are held against the footer."""

import re
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from loaders.finding import Rule
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Content, Layout
from loaders.intake.read_table import ReadTable
from loaders.intake.refusal import refused
from loaders.intake.rows_read import Count, uncounted

#: What programs write for themselves.
_OWN_KEYS = frozenset({"ARROW:schema", "pandas"})


def decode(
    path: Path,
    layout: Layout,  # noqa: ARG001 - a footer says all
    limits: Limits,
    count: Count = uncounted,
) -> ReadTable:
    """The table of a Parquet file with its own column types; columns of text are kept as dictionaries.

    Raises:
        RefusedError: beyond a limit, nested, encrypted, damaged, empty, or of types that are no single values.
        MemoryError: it needs more memory than there is.
    """
    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            _judge_footer(file.metadata, path.name, limits)
            texts = [field.name for field in file.schema_arrow if _is_text(field.type)]
        with pq.ParquetFile(path, page_checksum_verification=True, read_dictionary=texts) as file:
            table = pa.concat_tables(_groups(file, count))
            table.validate(full=True)
            _judge_consistency(file.metadata)
            _hold_against_footer(table, file.metadata)
            metadata = _texts(file.metadata.metadata or {})
    except MemoryError:
        raise
    except (OSError, ValueError, pa.ArrowException) as error:  # ValueError: the name of a column is no UTF-8
        encrypted = re.search(r"crypt", str(error), re.IGNORECASE)
        rule = Rule.FILE_ENCRYPTED if encrypted else Rule.FILE_UNREADABLE
        raise refused(rule, path.name, found=(str(error),)) from error
    plain = _plain(table, path.name)
    _judge_unpacked(plain, path.name, limits)
    return ReadTable(content=Content.PARQUET, table=plain, layout=Layout(), metadata=metadata)


def _groups(file: pq.ParquetFile, count: Count) -> Iterator[pa.Table]:
    """The row groups one after the other, each counted once it is read."""
    read = 0
    for index in range(file.metadata.num_row_groups):
        group = file.read_row_group(index, use_threads=False)
        read += group.num_rows
        count(read, file.metadata.num_rows)
        yield group


def _judge_footer(footer: pq.FileMetaData, file: str, limits: Limits) -> None:
    if footer.num_columns > limits.columns:
        raise refused(Rule.TABLE_TOO_WIDE, file, found=(str(footer.num_columns),), expected=(str(limits.columns),))
    columns = [footer.schema.column(index) for index in range(footer.num_columns)]
    nested = [one.path for one in columns if one.max_repetition_level or one.path != one.name]
    if nested:
        raise refused(Rule.FILE_NESTED, file, found=tuple(nested[:5]), count=None)
    names = [one.name for one in columns]
    repeated = sorted({name for name in names if not name.strip() or names.count(name) > 1})
    if repeated:
        raise refused(Rule.HEADER_REPEATED, file, found=tuple(repeated[:5]))
    if footer.num_rows > limits.rows:
        raise refused(Rule.TABLE_TOO_LONG, file, found=(str(footer.num_rows),), expected=(str(limits.rows),))
    if not names or not footer.num_rows:
        raise refused(Rule.FILE_EMPTY, file)
    # Of parts, not of columns: pyarrow ends the process when it is asked for a column that the footer contradicts.
    unpacked = sum(footer.row_group(index).total_byte_size for index in range(footer.num_row_groups))
    if unpacked > limits.unpacked_bytes:
        raise refused(
            Rule.TABLE_UNPACKS_TOO_LARGE, file, found=(str(unpacked),), expected=(str(limits.unpacked_bytes),)
        )


def _judge_consistency(footer: pq.FileMetaData) -> None:
    """The footer is not protected by a checksum, but it says most things twice; only asked once the values are read."""
    for group in range(footer.num_row_groups):
        part = footer.row_group(group)
        for index in range(part.num_columns):
            chunk, column = part.column(index), footer.schema.column(index)
            if chunk.path_in_schema != column.path or chunk.physical_type != column.physical_type:
                raise pa.ArrowInvalid(f"{column.name}: the footer contradicts itself")


def _hold_against_footer(table: pa.Table, footer: pq.FileMetaData) -> None:
    """What was read is what the footer says: one wrong bit there, and rows are left out without a word."""
    parts = [footer.row_group(index) for index in range(footer.num_row_groups)]
    for index, name in enumerate(table.column_names):
        chunks = [part.column(index) for part in parts]
        if not sum(one.num_values for one in chunks) == footer.num_rows == table.num_rows:
            raise pa.ArrowInvalid(f"{name}: another number of rows than the footer says")
        start = 0
        for part, chunk in zip(parts, chunks, strict=True):
            if chunk.is_stats_set:
                _hold_against_statistics(table.column(index).slice(start, part.num_rows), chunk.statistics, name)
            start += part.num_rows


def _hold_against_statistics(values: pa.ChunkedArray, statistics: pq.Statistics, name: str) -> None:
    if statistics.has_null_count and values.null_count != statistics.null_count:
        raise pa.ArrowInvalid(f"{name}: another number of empty cells than the footer says")
    if statistics.has_min_max and (pa.types.is_integer(values.type) or pa.types.is_floating(values.type)):
        bounds = pc.min_max(values).as_py()
        if (bounds["min"], bounds["max"]) != (statistics.min, statistics.max):
            raise pa.ArrowInvalid(f"{name}: other values than the footer says")


def _texts(metadata: dict[bytes, bytes]) -> tuple[tuple[str, str], ...]:
    texts = []
    for key, value in metadata.items():
        try:
            pair = key.decode(), value.decode()
        except UnicodeDecodeError:
            continue
        if pair[0] not in _OWN_KEYS:
            texts.append(pair)
    return tuple(texts)


def _plain(table: pa.Table, file: str) -> pa.Table:
    """The table in types of single values that every reader of Arrow knows."""
    columns = [_plain_column(table.column(index), name, file) for index, name in enumerate(table.column_names)]
    return pa.table(columns, names=table.column_names)


def _plain_column(column: pa.ChunkedArray, name: str, file: str) -> pa.ChunkedArray:
    kind = column.type
    if isinstance(kind, pa.BaseExtensionType):
        column = pa.chunked_array([chunk.storage for chunk in column.chunks], kind.storage_type)
        kind = column.type
    if pa.types.is_dictionary(kind):
        if _is_text(kind.value_type):
            return column
        column, kind = column.cast(kind.value_type), kind.value_type
    if pa.types.is_nested(kind):
        raise refused(Rule.FILE_NESTED, file, column=name, found=(name,))
    if pa.types.is_float16(kind):
        return column.cast(pa.float32())
    if not _known(kind):
        raise refused(Rule.COLUMN_TYPE, file, column=name, found=(str(kind),), expected=("text", "number", "date"))
    return column


def _judge_unpacked(table: pa.Table, file: str, limits: Limits) -> None:
    """A long text that a million rows refer to is small here, and large for whoever looks at each of them."""
    unpacked = sum(_unpacked(chunk) for column in table.columns for chunk in column.chunks)
    if unpacked > limits.unpacked_bytes:
        found, expected = (str(unpacked),), (str(limits.unpacked_bytes),)
        raise refused(Rule.TABLE_UNPACKS_TOO_LARGE, file, found=found, expected=expected)


def _unpacked(chunk: pa.Array) -> int:
    if not pa.types.is_dictionary(chunk.type):
        return int(chunk.nbytes)
    lengths = pc.binary_length(chunk.dictionary).cast(pa.int64())
    return int(pc.sum(lengths.take(chunk.indices)).as_py() or 0)


def _is_text(kind: pa.DataType) -> bool:
    return any(test(kind) for test in (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view))


def _known(kind: pa.DataType) -> bool:
    tests = (
        pa.types.is_boolean,
        pa.types.is_integer,
        pa.types.is_floating,
        pa.types.is_string,
        pa.types.is_large_string,
        pa.types.is_string_view,
        pa.types.is_binary,
        pa.types.is_large_binary,
        pa.types.is_decimal128,
        pa.types.is_date,
        pa.types.is_timestamp,
        pa.types.is_time,
        pa.types.is_duration,
        pa.types.is_null,
    )
    return any(test(kind) for test in tests)
