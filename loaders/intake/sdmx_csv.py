"""SDMX-CSV, versions 1.0 and 2.0: recognised by its first columns, reduced to codes."""

import re

import pyarrow as pa
import pyarrow.compute as pc

from loaders.finding import Rule
from loaders.intake.refusal import refused

_VERSION_2 = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
_LABELLED = re.compile(r"([A-Za-z_][A-Za-z0-9_@$-]*): .+", re.DOTALL)
_CODE = r"^[A-Za-z0-9_@$.+/-]+: .+"
#: Append, information, merge, replace: the row says what is. `D` would ask to delete.
_ACTIONS = ("A", "I", "M", "R")


def is_sdmx(names: list[str]) -> bool:
    """Whether these are the columns of SDMX-CSV; 2.0 may write its first one `STRUCTURE[;]`."""
    ids = [_id(name).split("[")[0] for name in names]
    return "OBS_VALUE" in ids and (
        tuple(ids[:3]) == _VERSION_2 or ids[0] == "DATAFLOW" or tuple(ids[:2]) == _VERSION_2[:2]
    )


def observations_only(table: pa.Table, file: str) -> pa.Table:
    """The table under the ids of its components; where columns say `code: label`, only the code is kept.

    Raises:
        RefusedError: rows that ask to delete observations, or two columns with one id.
    """
    names = [_id(name) for name in table.column_names]
    if len(set(names)) < len(names):
        repeated = sorted({name for name in names if names.count(name) > 1})
        raise refused(Rule.HEADER_REPEATED, file, found=tuple(repeated))
    labelled = any(_LABELLED.fullmatch(name) for name in table.column_names)
    columns = [
        _codes(column) if labelled and name != "OBS_VALUE" else column
        for name, column in zip(names, table.columns, strict=True)
    ]
    codes = pa.table(columns, names=names)
    if "ACTION" in names:
        actions = {code for code in codes.column("ACTION").unique().to_pylist() if code}
        if actions - set(_ACTIONS):
            wrong = tuple(sorted(actions - set(_ACTIONS)))
            raise refused(Rule.CODE_UNKNOWN, file, column="ACTION", found=wrong, expected=_ACTIONS)
    return codes


def _id(name: str) -> str:
    labelled = _LABELLED.fullmatch(name)
    return labelled.group(1) if labelled else name


def _codes(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The codes of a column in which each cell is `code: label`, one label for each code; any other as it is."""
    distinct = column.drop_null().unique()
    if not len(distinct) or not pc.all(pc.match_substring_regex(distinct, _CODE)).as_py():
        return column
    codes = pc.replace_substring_regex(distinct, r"(?s)^([^:]+): .*$", r"\1")
    if len(codes.unique()) < len(distinct):
        return column
    return pc.replace_substring_regex(column, r"(?s)^([^:]+): .*$", r"\1")
