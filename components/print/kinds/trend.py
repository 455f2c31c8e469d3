"""Trends: periods in equal steps, lines named at their ends; dashed to a forecast, dotted over a missing period."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.layout.line import DASHED, SOLID, Line, lines_of
from components.layout.looks import look
from components.print.boxes import DASH, dot
from components.print.kinds.trend_frame import (
    AIR,
    OVER,
    Frame,
    Periods,
    grid,
    numbers_width,
    periods,
    places,
    scale,
    ticks,
)
from components.print.kinds.trend_labels import ARM, Label, end_label, ends, gap_labels, lane, lane_height
from components.print.kinds.trend_values import Writer
from components.print.plot import Plot, Space, TooSmallError
from components.print.scene import Rule, Shape, Stroke, drawn
from components.print.spots import grounds
from loaders.exhibit import Exhibit

#: In parts of the type size: the least height and width of the plot, and a dot.
_LOWEST, _NARROWEST, _RADIUS = 6, 8, 0.42
#: Where the height is free: how high the plot is in parts of its width, and the most in parts of the type size.
_SHAPE, _HIGHEST = 0.5, 24
#: The strength of a line in parts of the type size, and the dash over a missing period.
_THICKNESS, _DOTS = 0.2, (0.4, 2.4)


def trend_plot(exhibit: Exhibit, space: Space) -> Plot:
    """Lines over the exhibit's periods, the last ones left out where their names find no room.

    Raises:
        TooSmallError: not even one line with its name fits.
    """
    lines = lines_of(exhibit, space.palette)
    for count in range(len(lines), 1, -1):
        try:
            return _Trend(exhibit=exhibit, space=space, lines=lines[:count], unseen=lines[count:]).plot()
        except TooSmallError:
            continue
    return _Trend(exhibit=exhibit, space=space, lines=lines[:1], unseen=lines[1:]).plot()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trend:
    exhibit: Exhibit
    space: Space
    lines: tuple[Line, ...]
    unseen: tuple[Line, ...]

    @property
    def size(self) -> float:
        return self.space.type.body

    def plot(self) -> Plot:
        """Everything in its place."""
        space, radius = self.space, self.size * _RADIUS
        labels = [end_label(self.exhibit, line, space) for line in self.lines if line.known]
        gaps = gap_labels(self.exhibit, self.lines, space)
        numbers = ticks(self.exhibit, scale(self.exhibit, self.lines, space.room, space))
        left, right = self._sides(numbers, [*labels, *gaps])
        where = places(len(self.exhibit.categories), left, right, space)
        names = periods(self.exhibit, where, space)
        below = self.size * AIR + lane_height(gaps, space) + names.height
        bottom = self._bottom(labels, below, right - left)
        values = scale(self.exhibit, self.lines, bottom, space)
        frame = Frame(left=left, right=right, bottom=bottom, scale=values, places=where)
        axis = tuple(grid(numbers, frame, space))
        shapes: list[Shape] = [*self._lines(frame)]
        shapes += ends(labels, [frame.at(label.points[0]) for label in labels], right, bottom, space)
        shapes += self._under(gaps, names, frame)
        writer = Writer(exhibit=self.exhibit, lines=self.lines, frame=frame, space=space, radius=radius)
        written = writer.values([*axis, *shapes])
        shapes = [*axis, *grounds(written.shapes, space.palette.paper), *shapes, *written.shapes]
        unseen = sum(len(line.points) for line in self.unseen) + written.unwritten
        return Plot(shapes=tuple(shapes), height=bottom + below, left_out=unseen)

    def _sides(self, numbers: Sequence[float], labels: Sequence[Label]) -> tuple[float, float]:
        """Where the plot begins and ends between the numbers of its axis and the labels."""
        left = numbers_width(numbers, self.space)
        right = self.space.width - max((label.width for label in labels), default=0.0) - self.size * (ARM + AIR)
        missing = self.size * _NARROWEST - (right - left)
        if missing > 0:
            raise TooSmallError(self.space.width + missing, self.space.room)
        return left, right

    def _bottom(self, labels: Sequence[Label], below: float, wide: float) -> float:
        """The height of the plot: as high as its labels need, and on a sheet with a height all that there is."""
        names = sum(label.height(self.space) + 4 for label in labels)
        least = max(names, self.size * (OVER + _LOWEST))
        room = self.space.room - below
        if room < least:
            raise TooSmallError(self.space.width, least + below)
        natural = min(wide * _SHAPE, self.size * _HIGHEST) + self.size * OVER
        return room if self.space.height is not None else min(room, max(natural, least))

    def _lines(self, frame: Frame) -> Iterator[Shape]:
        for line in self.lines:
            for start, end, kind in line.stretches():
                dash = () if kind == SOLID else DASH if kind == DASHED else _DOTS
                stroke = Stroke(colour=line.colour, width=self.size * _THICKNESS, dash=dash)
                yield Rule(start=frame.at(start), end=frame.at(end), stroke=stroke)
        for line in self.lines:
            for point in line.known:
                dress = look(point.figure, line.colour, self.space.palette)
                yield from dot(frame.at(point), self.size * _RADIUS, dress, drawn(point.mark, point.figure))

    def _under(self, gaps: Sequence[Label], names: Periods, frame: Frame) -> Iterator[Shape]:
        """The lane of gaps, and the names of the periods."""
        top = frame.bottom + self.size * AIR
        yield from lane(gaps, frame.places, frame.right, top, self.space)
        yield from names.written(top + lane_height(gaps, self.space), self.space)
