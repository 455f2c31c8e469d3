"""Horizontal bars with their values at the ends: what rankings and grouped bars have in common."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from components.layout.focus import has_bold_value
from components.layout.looks import look
from components.layout.scale import bar_extent
from components.print.boxes import Edges, box, upright
from components.print.plot import Space, TooSmallError, value_text
from components.print.rows import Row
from components.print.scale import Scale
from components.print.scene import Shape, Text, drawn
from components.print.typeface import Face, width
from loaders.exhibit import Exhibit, Mark

_AIR = 0.6
#: The least width that bars may have, and the most height, in parts of the type size.
_LEAST, _HIGHEST = 8, 3.2
_SHARE_OF_ROW = 0.62


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A mark to be drawn as a bar in a row: the colour of its surface, and that of its outline where it has one."""

    mark: Mark
    row: Row
    fill: str
    stroke: str

    @property
    def is_gap(self) -> bool:
        """Whether there is no value."""
        return self.mark.figure.value is None

    @property
    def is_fall(self) -> bool:
        """Whether it runs to the left."""
        return (self.mark.figure.value or 0) < 0


def bars(exhibit: Exhibit, drawing: Sequence[Bar], space: Space, *, start: float) -> Iterator[Shape]:
    """A bar in each row, a hatched stub for a gap, values at the ends, and the zero line; names end at `start`.

    Raises:
        TooSmallError: names and values leave no room for bars.
    """
    size, palette = space.type.body, space.palette
    scale = _scale(exhibit, space, start)
    lowest = min((bar.row.height for bar in drawing), default=0.0)
    half = min(lowest * _SHARE_OF_ROW, size * _HIGHEST) / 2
    for bar in drawing:
        figure = bar.mark.figure
        tip = scale.place(scale.extent.stub if figure.value is None else figure.value)
        edges = Edges(left=scale.place(0), top=bar.row.centre - half, right=tip, bottom=bar.row.centre + half)
        yield from box(edges, look(figure, bar.fill, palette, outline=bar.stroke), drawn(bar.mark))
        yield Text(
            x=tip + size * _AIR * (-0.6 if bar.is_fall else 0.6),
            y=bar.row.centre + size * 0.35,
            text=value_text(exhibit, figure),
            size=size,
            colour=palette.muted if bar.is_gap else palette.ink,
            face=Face.BOLD if has_bold_value(exhibit, bar.mark) else Face.REGULAR,
            anchor="end" if bar.is_fall else "start",
            stands_for=drawn(bar.mark),
        )
    for top, bottom in _runs([bar.row for bar in drawing]):
        yield upright(scale.place(0), top, bottom, palette.muted)


def _runs(rows: Sequence[Row]) -> Iterator[tuple[float, float]]:
    """Where rows follow one another without a heading between them."""
    if not rows:
        return
    top = rows[0].top
    for row, following in pairwise(rows):
        if following.name.above or row.name.below:
            yield top, row.bottom
            top = following.top
    yield top, rows[-1].bottom


def _scale(exhibit: Exhibit, space: Space, start: float) -> Scale:
    """One scale for all bars of an exhibit, also where they are drawn in several columns."""
    size = space.type.body
    figures = [mark.figure for mark in exhibit.marks]

    def room(*, falling: bool) -> float:
        texts = [value_text(exhibit, figure) for figure in figures if ((figure.value or 0) < 0) is falling]
        return max((width(text, size, Face.BOLD) + size * _AIR for text in texts), default=0.0)

    first = start + size * _AIR + room(falling=True)
    last = space.width - room(falling=False)
    least = size * _LEAST
    if last - first < least:
        raise TooSmallError(space.width + least - (last - first), space.room)
    return Scale(extent=bar_extent([figure.value for figure in figures]), start=first, end=last)
