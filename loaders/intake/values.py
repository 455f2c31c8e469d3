"""The numbers of a conversion: cells read as the mapping says that they are written."""

import polars as pl

from loaders.finding import Finding, Rule
from loaders.intake.assembly import CELLS, COLUMN
from loaders.intake.cells import Written, read_numbers, written_in
from loaders.intake.flaw import ROW, Place
from loaders.intake.mapping import Mapping
from loaders.intake.raw_table import Content, Layout, RawTable
from loaders.observation import QUALIFIER, VALUE

SIGN, PERCENT, CELL_FLAG, MARK = "sign", "percent", "flag", "mark"
_SHOWN = 8


def with_values(blocks: tuple[pl.DataFrame, ...], place: Place) -> tuple[pl.DataFrame, tuple[Finding, ...]]:
    """All blocks as one frame in the order of the file, with `obs_value`, `sign`, `percent`, `flag` and `mark`.

    A cell that is neither a number nor known to be empty is a finding, as is a decimal sign that cannot be told.
    """
    written = number_format(tuple(block[CELLS] for block in blocks), place.table, place.mapping)
    if written is None:
        return blocks[0], (place.finding(Rule.MAPPING_INCOMPLETE, found=("layout.decimal",)),)
    gaps = tuple(place.mapping.codes.get(VALUE, {}))
    read = [_read(block, written, gaps) for block in blocks]
    findings = tuple(
        place.finding(
            Rule.VALUE_NOT_NUMBER,
            column=str(bad[COLUMN][0]),
            rows=bad[ROW],
            found=bad[CELLS].cast(pl.String).unique(maintain_order=True).head(_SHOWN).to_list(),
        )
        for one in read
        if not (bad := one.filter("bad")).is_empty()
    )
    whole = [one.drop(CELLS, "bad") for one in read]
    frame = whole[0] if len(whole) == 1 else pl.concat(whole).sort(ROW, maintain_order=True)
    return frame, findings


def number_format(cells: tuple[pl.Series, ...], table: RawTable, mapping: Mapping) -> Written | None:
    """How the numbers of a table are written: the mapping first, then the cells.

    None where it cannot be told, or where the file was seen to write its decimals otherwise than the mapping says.
    """
    if None not in (mapping.layout.decimal, table.layout.decimal) and mapping.layout.decimal != table.layout.decimal:
        return None
    said = mapping.layout if mapping.layout.decimal is not None else table.layout
    if said.decimal is None and table.content is Content.XLSX:
        said = Layout(decimal=".", thousands=said.thousands)
    texts = [one for one in cells if one.dtype == pl.String]
    together = pl.concat([one.alias(CELLS) for one in texts]) if texts else pl.Series([], dtype=pl.Float64)
    return written_in(together, said, flags=mapping.flags_in_cells)


def _read(block: pl.DataFrame, written: Written, gaps: tuple[str, ...]) -> pl.DataFrame:
    read = read_numbers(block[CELLS], written).rename({"value": VALUE})
    frame = pl.concat([block, read], how="horizontal")
    if gaps and block.schema[CELLS] == pl.String:
        # Words that the mapping translates into a status stand for a gap.
        said = pl.col(CELLS).is_in(gaps) & pl.col("bad")
        mark = pl.when(said).then(pl.col(CELLS)).otherwise(pl.col(MARK)).alias(MARK)
        frame = frame.with_columns(mark, (pl.col("bad") & ~said.fill_null(value=False)).alias("bad"))
    if QUALIFIER in frame.columns:
        # Two qualifiers that differ: neither can be chosen.
        differ = (pl.col(SIGN) != pl.col(QUALIFIER)).fill_null(value=False)
        frame = frame.with_columns(pl.col("bad") | differ)
    return frame
