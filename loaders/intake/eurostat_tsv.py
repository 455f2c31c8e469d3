"""The TSV of Eurostat: one column of keys, one for each period; it becomes one row for each observation."""

import re

import pyarrow as pa
import pyarrow.compute as pc

from loaders.finding import Rule
from loaders.intake.limits import Limits
from loaders.intake.refusal import refused

_HEADER = re.compile(r"([A-Za-z0-9_]+(?:,[A-Za-z0-9_]+)*)\\([A-Za-z_]+)")
_PERIODS = {"time", "time_period"}
#: A value or the sign of a missing one, then flags.
_CELL = r"^\s*(?P<value>:|[-+]?[0-9][0-9.]*(?:[eE][-+]?[0-9]+)?)\s*(?P<flag>[a-z~@ ]*?)\s*$"


def is_eurostat(names: list[str], separator: str) -> bool:
    r"""Whether the first column is named like `freq,unit,geo\TIME_PERIOD`."""
    return separator == "\t" and bool(names) and _HEADER.fullmatch(names[0]) is not None


def unpivoted(table: pa.Table, limits: Limits, file: str) -> pa.Table:
    """One row for each key and period: the dimensions, TIME_PERIOD, OBS_VALUE and OBS_FLAG, all of them text.

    `:` is a missing value; flags are kept, also beside it. A cell that is no value with flags stays as it is written.
    Rows follow the file: all periods of the first key, then those of the second.

    Raises:
        RefusedError: keys of another length than the header says, or more rows than the limit.
    """
    header = _HEADER.fullmatch(table.column_names[0])
    if header is None:
        raise refused(Rule.HEADER_MISSING, file)
    dimensions, last = header.group(1).split(","), header.group(2)
    periods = table.column_names[1:]
    rows = table.num_rows * len(periods)
    if rows > limits.rows:
        raise refused(Rule.TABLE_TOO_LONG, file, found=(str(rows),), expected=(str(limits.rows),))
    if not rows:
        raise refused(Rule.FILE_EMPTY, file)
    keys = pc.split_pattern(table.column(0).combine_chunks().fill_null(""), ",")
    wrong = pc.indices_nonzero(pc.not_equal(pc.list_value_length(keys), len(dimensions))).to_pylist()
    if wrong:
        found = tuple(table.column(0)[index].as_py() or "" for index in wrong[:3])
        shown = tuple(index + 2 for index in wrong[:5])
        raise refused(Rule.TEXT_UNREADABLE, file, found=found, expected=tuple(dimensions), rows=shown, count=len(wrong))
    across = pa.array([row for row in range(table.num_rows) for _ in periods], pa.int64())
    columns = [pc.utf8_trim_whitespace(pc.list_element(keys, index)).take(across) for index in range(len(dimensions))]
    names = [*dimensions, "TIME_PERIOD" if last.lower() in _PERIODS else last]
    columns.append(pa.array(periods * table.num_rows, pa.string()))
    value, flag = _values_and_flags(table.select(periods))
    return pa.table([*columns, value, flag], names=[*names, "OBS_VALUE", "OBS_FLAG"])


def _values_and_flags(table: pa.Table) -> tuple[pa.Array, pa.Array]:
    width, height = table.num_columns, table.num_rows
    joined = pa.concat_arrays([chunk for column in table.columns for chunk in column.chunks])
    by_row = pa.array([column * height + row for row in range(height) for column in range(width)], pa.int64())
    cells = joined.take(by_row)
    parts = pc.extract_regex(cells, _CELL)
    matched = parts.is_valid()
    value = pc.if_else(matched, pc.struct_field(parts, "value"), cells)
    value = pc.if_else(pc.equal(value, ":"), pa.scalar(None, pa.string()), value)
    flag = pc.struct_field(parts, "flag")
    return value, pc.if_else(pc.equal(flag, ""), pa.scalar(None, pa.string()), flag)
