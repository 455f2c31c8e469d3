"""The bubbles of a scatter: where they lie, how large they are, what they look like."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from components.layout.bubble import SIZE, bubble_look, figure_at
from components.palette import Palette
from components.print.boxes import dot
from components.print.scene import Dot, Point, Rule, Shape, Stroke, drawn
from loaders.exhibit import Exhibit, Mark

#: The ring of paper around a bubble, in points.
_RING = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """A mark that has both coordinates; `share` is its area in parts of the largest, None where that is not known."""

    mark: Mark
    x: float
    y: float
    share: float | None

    def radius(self, largest: float, smallest: float) -> float:
        """The radius that makes the area the share."""
        return max(smallest, largest * sqrt(self.share or 0.0))

    def shapes(self, centre: Point, radius: float, palette: Palette) -> Iterator[Shape]:
        """The bubble, apart from others that it lies upon; crossed out where its size is not known."""
        stands_for = drawn(self.mark, self.mark.figures[0])
        dress = bubble_look(self.mark, palette, has_size=self.share is not None)
        if dress.width:
            yield Dot(centre=centre, radius=radius + _RING, fill=palette.paper)
            yield from dot(centre, radius, dress, stands_for)
        else:
            ring = Stroke(colour=palette.paper, width=2 * _RING)
            yield Dot(centre=centre, radius=radius + _RING, fill=dress.fill, stroke=ring, stands_for=stands_for)
        if self.share is None:
            (x, y), arm = centre, radius * sqrt(0.5)
            stroke = Stroke(colour=palette.stroke(self.mark.role), width=0.6)
            yield Rule(start=(x - arm, y - arm), end=(x + arm, y + arm), stroke=stroke)
            yield Rule(start=(x - arm, y + arm), end=(x + arm, y - arm), stroke=stroke)


def bubbles(exhibit: Exhibit) -> tuple[Bubble, ...]:
    """The marks that have both coordinates; without a third measure all are of one size."""
    found = []
    has_sizes = len(exhibit.measures) > SIZE
    sizes = [_value(mark, SIZE) or 0.0 for mark in exhibit.marks]
    largest = max(sizes, default=0.0) or 1.0
    for mark in exhibit.marks:
        x, y, size = (_value(mark, index) for index in range(SIZE + 1))
        if x is not None and y is not None:
            share = None if size is None else max(0.0, size) / largest
            found.append(Bubble(mark=mark, x=x, y=y, share=share if has_sizes else 0.0))
    return tuple(found)


def _value(mark: Mark, index: int) -> float | None:
    figure = figure_at(mark, index)
    return figure.value if figure else None
