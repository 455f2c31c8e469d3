"""The cells of a table in long order: one row for each cell that holds a number, its key in codes."""

from collections.abc import Mapping

import polars as pl

from loaders.areas import Area
from loaders.declaration import Declaration
from loaders.finding import Finding, Rule
from loaders.intake.completeness import value_columns
from loaders.intake.flaw import ROW, Place
from loaders.intake.mapping import FLAG, MULTIPLIER, UNIT, ValueColumn
from loaders.intake.recoding import Coded, Recoded, coded_roles, left_out, recode, translated
from loaders.observation import MEASURE, VALUE, VALUE_COLUMNS

#: The column with the column of the file that a number stands in.
COLUMN = "column of the file"
#: The column with the numbers as they are written.
CELLS = "cell"


def assemble(
    place: Place, declaration: Declaration, areas: Mapping[str, Area]
) -> tuple[tuple[pl.DataFrame, ...], tuple[Finding, ...]]:
    """One frame for each column of numbers: key, attributes that the file has, `cell` as written, row and column.

    Spellings that have no code are findings. Rows that the mapping leaves out are gone.
    """
    roles = coded_roles(declaration, areas)
    rows, findings = _rows(place, roles)
    blocks = tuple(_block(rows, name, place) for name in value_columns(place.mapping))
    return blocks, findings


def _rows(place: Place, roles: Mapping[str, Coded]) -> tuple[pl.DataFrame, tuple[Finding, ...]]:
    """The rows of the file in codes, without its columns of numbers, which stay under their names."""
    table, mapping = place.table, place.mapping
    numbers = pl.int_range(table.first_row, table.first_row + table.frame.height, dtype=pl.Int64, eager=True)
    columns: dict[str, pl.Series] = {ROW: numbers}
    kept = pl.repeat(value=True, n=table.frame.height, eager=True)
    findings: list[Finding] = []
    for name, role in mapping.columns.items():
        cells, own = table.frame[name], mapping.codes.get(role, {})
        if role in roles:
            recoded = recode(cells, own, roles[role].match)
            columns[role] = recoded.codes
            kept &= ~left_out(recoded.codes)
            if recoded.unmatched:
                findings.append(_unmatched(place, name, roles[role], recoded))
        elif role in VALUE_COLUMNS and role != VALUE:
            columns[role] = translated(cells, own)
        elif role in (FLAG, UNIT, MULTIPLIER):
            columns[role] = cells.cast(pl.String)
    held = {f"{CELLS} {name}": table.frame[name] for name in value_columns(mapping)}
    frame = pl.DataFrame(columns | held)
    return (frame if kept.all() else frame.filter(kept)), tuple(findings)


def _unmatched(place: Place, column: str, coded: Coded, recoded: Recoded) -> Finding:
    texts = place.table.frame[column].cast(pl.String)
    rows = texts.is_in(recoded.unmatched).fill_null(value=False).arg_true().cast(pl.Int64) + place.table.first_row
    rule = Rule.OFF_SUBJECT if recoded.is_elsewhere(coded) else coded.rule
    return place.finding(rule, column=column, rows=rows, found=recoded.unmatched, expected=coded.expected)


def _block(rows: pl.DataFrame, name: str, place: Place) -> pl.DataFrame:
    """The rows with the numbers of one column, what that column says of them, and what the mapping adds."""
    held = place.mapping.values.get(name, ValueColumn())
    said = {**place.mapping.fixed, **held.where}
    if held.measure is not None:
        said[MEASURE] = held.measure
    others = [column for column in rows.columns if column.startswith(f"{CELLS} ") and column != f"{CELLS} {name}"]
    block = rows.drop(others).rename({f"{CELLS} {name}": CELLS})
    added = [pl.lit(code, pl.String).alias(role) for role, code in said.items() if role not in block.columns]
    # A measure that the column names is nearer to its numbers than one that stands in the row.
    if held.measure is not None and MEASURE in block.columns:
        added.append(pl.lit(held.measure, pl.String).alias(MEASURE))
    return block.with_columns(*added, pl.lit(name, pl.String).alias(COLUMN))
