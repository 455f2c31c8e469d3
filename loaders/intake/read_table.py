"""A table as the decoding process holds it: in Arrow, before it is handed over."""

from dataclasses import dataclass

import pyarrow as pa

from loaders.intake.raw_table import Content, Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTable:
    """The same as a RawTable, with its cells in Arrow."""

    content: Content
    table: pa.Table
    layout: Layout
    sheets: tuple[str, ...] = ()
    first_row: int = 1
    metadata: tuple[tuple[str, str], ...] = ()
