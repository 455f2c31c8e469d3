"""Decoding behind a wall: a process of its own reads the file, and whatever becomes of it, one finding remains."""

from contextlib import nullcontext
from pathlib import Path

import polars as pl

from loaders.finding import Rule
from loaders.intake.decoding_process import Decoding, decoding
from loaders.intake.exchange import Wanted
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Decoded, Glimpse, Layout, RawTable
from loaders.intake.refusal import refused
from loaders.progress import Progress, Stage, unseen


def decode(
    path: Path, layout: Layout, limits: Limits, progress: Progress = unseen, begun: Decoding | None = None
) -> Decoded:
    """The table of a file, or the finding that says why there is none; never raises for a bad file.

    Takes about a quarter of a second more than decoding itself, at most `limits.seconds` and the start of the process.

    Args:
        path: the file.
        layout: how it is read.
        limits: what it may be at most.
        progress: who follows the work.
        begun: the decoding of this very file in this layout, where somebody has begun it already.
    """
    progress(Stage.READING, 0)
    with nullcontext(begun) if begun else decoding(path, layout, limits) as work:
        answer = work.answer(progress)
        told = answer.facts
        if told is None:
            silent = refused(Rule.FILE_UNREADABLE, path.name, found=("{}",)).finding
            return Decoded(table=None, findings=(answer.finding or silent,))
        try:
            frame = _frame(work.request.cells)
        except (OSError, pl.exceptions.PolarsError, ValueError) as error:
            finding = refused(Rule.FILE_UNREADABLE, path.name, found=(str(error),)).finding
            return Decoded(table=None, findings=(finding,))
    progress(Stage.READING, 1)
    table = RawTable(
        content=told.content,
        frame=frame,
        layout=told.layout,
        asked=layout,
        sheets=told.sheets,
        first_row=told.first_row,
        metadata=told.metadata,
    )
    return Decoded(table=table)


def glimpse(path: Path, layout: Layout, limits: Limits) -> Glimpse:
    """How a file begins when it is read with this layout; nothing where that cannot be seen. Never raises for it."""
    with decoding(path, layout, limits, Wanted.GLIMPSE) as work:
        return work.answer(unseen).glimpse or Glimpse()


def _frame(cells: Path) -> pl.DataFrame:
    return pl.read_ipc(cells).with_columns(pl.col(pl.Categorical).cast(pl.String))
