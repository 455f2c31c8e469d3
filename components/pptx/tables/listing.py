"""The table of an exhibit on a slide: as many rows as find room, columns as wide as their content asks for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from components.pptx.body import Body
from components.pptx.canvas import Frame
from components.pptx.style import FINE, PALETTE, Style
from components.pptx.tables.grid import SIDE_MARGIN, Cell, Grid, add_grid, text_height
from components.pptx.text import Run
from components.print.typeface import Face, width
from loaders.exhibit import Exhibit
from loaders.table import Table, table_of, without_empty_columns

_SIZES = (14.0, 12.0, 11.0, FINE, 9.0)
_FEW_ROWS = 14
#: The widest that a column is before others have what they need, in parts of the table.
_WIDEST = 0.38


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A table in a size of type, and how many of its rows fit."""

    grid: Grid
    shown: int


def listing(exhibit: Exhibit, frame: Frame, style: Style) -> Body:
    """The exhibit's table, cut at what finds room."""
    table = without_empty_columns(table_of(exhibit, style.words))
    laid = laid_out(table, frame, exhibit.title, exhibit.alt)
    return Body(
        put=partial(add_grid, frame=frame, grid=laid.grid),
        left_out=len(table.rows) - laid.shown,
        all=len(table.rows),
    )


def laid_out(table: Table, frame: Frame, name: str, alternative: str) -> Laid:
    """A table in the largest type at which all rows fit; in the smallest readable one, as many as fit."""
    sizes = _SIZES if len(table.rows) <= _FEW_ROWS else _SIZES[2:]
    made = [in_size(table, frame, size, name, alternative) for size in sizes]
    whole = next((laid for laid in made if laid.shown == len(table.rows)), None)
    return whole or made[-2]


def in_size(table: Table, frame: Frame, size: float, name: str, alternative: str) -> Laid:
    """A table in type of that size, with as many rows as fit into the frame."""
    widths = _widths(table, frame.width, size)
    rows = [_cells(table.columns, table, size, heading=True)]
    rows += [_cells(row, table, size, heading=False) for row in table.rows]
    heights: list[float] = []
    for cells in rows:
        heights.append(max(text_height(cell, wide) for cell, wide in zip(cells, widths, strict=True)))
        if sum(heights) > frame.height and len(heights) > 2:  # noqa: PLR2004 - the heading and one row
            heights.pop()
            break
    count = len(heights)
    grid = Grid(
        rows=tuple(rows[:count]),
        widths=widths,
        heights=tuple(heights),
        name=name,
        alternative=alternative,
    )
    return Laid(grid=grid, shown=count - 1)


def _cells(texts: Sequence[str], table: Table, size: float, *, heading: bool) -> tuple[Cell, ...]:
    colour = PALETTE.muted if heading else PALETTE.ink
    plain = Cell(lines=(), rule=PALETTE.ink if heading else PALETTE.rule)
    return tuple(
        replace(
            plain,
            lines=((Run(text=text, size=size, colour=colour, bold=heading),),),
            align="r" if place in table.numbers else "l",
        )
        for place, text in enumerate(texts)
    )


def _widths(table: Table, room: float, size: float) -> tuple[float, ...]:
    """Widths in proportion to what the columns hold; none is narrower than its longest word."""
    wanted, least = [], []
    for place, heading in enumerate(table.columns):
        texts = [row[place] for row in table.rows]
        margin = 2 * SIDE_MARGIN + 4
        natural = max([width(heading, size, Face.BOLD), *(width(text, size) for text in texts)]) + margin
        words = [word for text in (*texts, heading) for word in text.split(" ")]
        wanted.append(natural)
        least.append(min(natural, max(width(word, size, Face.BOLD) for word in words) + margin))
    if sum(wanted) <= room:
        free = room - sum(wanted)
        return tuple(one + free * one / sum(wanted) for one in wanted)
    capped = [min(one, room * _WIDEST) for one in wanted]
    over = [max(0.0, one - low) for one, low in zip(capped, least, strict=True)]
    excess = sum(capped) - room
    if excess <= 0:
        longest = capped.index(max(capped))
        return tuple(one - excess if place == longest else one for place, one in enumerate(capped))
    part = min(1.0, excess / (sum(over) or 1.0))
    shrunk = [one - part * more for one, more in zip(capped, over, strict=True)]
    return tuple(one * room / sum(shrunk) for one in shrunk)
