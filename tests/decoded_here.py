"""Files decoded in the process of the tests, which is faster than the process that the application starts for each."""

from pathlib import Path

import polars as pl

from loaders.finding import Finding
from loaders.intake.decoding import admitted, decoded_here, decoder
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Layout
from loaders.intake.read_table import ReadTable


def outcome(path: Path, layout: Layout | None = None, limits: Limits | None = None) -> ReadTable | Finding:
    """The table of a file, or the finding in its place."""
    limits = limits or Limits()
    form = admitted(path, limits)
    return form if isinstance(form, Finding) else decoded_here(decoder(form), path, layout or Layout(), limits)


def table_of(path: Path, layout: Layout | None = None) -> ReadTable:
    """The table of a file that has to be accepted."""
    read = outcome(path, layout)
    assert isinstance(read, ReadTable), read
    return read


def finding_of(path: Path, layout: Layout | None = None, limits: Limits | None = None) -> Finding:
    """The finding of a file that has to be refused."""
    read = outcome(path, layout, limits)
    assert isinstance(read, Finding), read
    return read


def frame_of(read: ReadTable) -> pl.DataFrame:
    """The cells of a table as the application gets them."""
    frame = pl.from_arrow(read.table)
    assert isinstance(frame, pl.DataFrame)
    return frame.with_columns(pl.col(pl.Categorical).cast(pl.String))


def cells_of(read: ReadTable) -> list[tuple[object, ...]]:
    """The cells of a table, row by row."""
    return frame_of(read).rows()
