"""Heat tables: a cell per row and column with its value or its band of ranks in it, darker for better."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from components.layout.bands import ABSENT, band_text, strength
from components.layout.looks import Look, look
from components.palette import Palette
from components.print.boxes import box
from components.print.kinds.grid import Cell, Needs, grid, longest_word
from components.print.plot import Plot, Space, value_text
from components.print.scene import Rect, Shape, Text, drawn
from components.print.typeface import widest, wrapped
from components.print.vision import SEEN, least_contrast
from loaders.exhibit import Exhibit, Mark

#: Room inside of a cell at each side, in parts of the type size.
_INSIDE = 0.4


def heat_table_plot(exhibit: Exhibit, space: Space) -> Plot:
    """Cells of rows and columns: a dash where nothing exists, hatching where something was not printed.

    Raises:
        TooSmallError: not even one column and one row fit.
    """
    size = space.type.body
    inside = 2 * size * _INSIDE

    def least(mark: Mark) -> float:
        return longest_word(_text(exhibit, mark), size) + inside

    def height(mark: Mark, wide: float) -> float:
        return len(wrapped(_text(exhibit, mark), wide - inside, size)) * space.type.line + inside

    laid = grid(exhibit, space, Needs(width=least, height=height))
    values = [mark.figure.value for mark in exhibit.marks if mark.figure.value is not None]
    shapes: list[Shape] = list(laid.shapes)
    for cell in laid.cells:
        if cell.mark:
            shapes += _filled(exhibit, cell, cell.mark, values, space)
        else:
            shapes += absent(cell, space)
    return Plot(shapes=tuple(shapes), height=laid.bottom, left_out=laid.left_out)


def absent(cell: Cell, space: Space) -> Iterator[Shape]:
    """A dash in the place of a combination that does not exist."""
    edges, size = cell.edges, space.type.body
    middle = (edges.left + edges.right) / 2
    y = (edges.top + edges.bottom) / 2 + size * 0.35
    yield Text(x=middle, y=y, text=ABSENT, size=size, colour=space.palette.muted, anchor="middle")


def _text(exhibit: Exhibit, mark: Mark) -> str:
    text = band_text(mark, exhibit.measures[0])
    if text == mark.figure.text:
        return value_text(exhibit, mark.figure)
    return value_text(exhibit, replace(mark.figure, text=text, spoken=text))


def _filled(exhibit: Exhibit, cell: Cell, mark: Mark, values: Sequence[float], space: Space) -> Iterator[Shape]:
    palette, size, edges = space.palette, space.type.body, cell.edges
    value = mark.figure.value
    colour = palette.ramp(0 if value is None else strength(value, values, exhibit.measures[0]))
    dress = _outlined(look(mark.figure, colour, palette, outline=palette.accent), palette)
    yield from box(edges, dress, drawn(mark))
    lines = wrapped(_text(exhibit, mark), edges.right - edges.left - 2 * size * _INSIDE, size)
    middle = (edges.left + edges.right) / 2
    top = (edges.top + edges.bottom - len(lines) * space.type.line) / 2
    if dress.hatched:
        half = widest(lines, size) / 2 + size * 0.25
        low = top + len(lines) * space.type.line
        yield Rect(left=middle - half, top=top, right=middle + half, bottom=low, fill=palette.paper)
    for number, text in enumerate(lines):
        yield Text(
            x=middle,
            y=top + number * space.type.line + size * 0.97,
            text=text,
            size=size,
            colour=palette.muted if value is None else palette.text_on(dress.fill),
            anchor="middle",
            stands_for=drawn(mark),
        )


def _outlined(dress: Look, palette: Palette) -> Look:
    """A shade too light to be seen on the paper gets a hairline."""
    if dress.width or least_contrast(dress.fill, palette.paper) >= SEEN:
        return dress
    return replace(dress, line=palette.quiet, width=0.8)
