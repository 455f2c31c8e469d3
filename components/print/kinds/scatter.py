"""Scatters: bubbles by area, named where they lie; both axes titled; what cannot be placed is said below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.layout.axis import Axis, axis_for
from components.layout.scale import log_ticks, round_ticks
from components.print.boxes import level, upright
from components.print.kinds.bubble_names import Names, Placed, bubble_name, names
from components.print.kinds.bubbles import Bubble, bubbles
from components.print.kinds.scatter_notes import Notes, scatter_notes
from components.print.plot import Plot, Space, TooSmallError
from components.print.scene import Point, Shape, Text, moved
from components.print.spots import grounds
from components.print.typeface import width, wrapped
from loaders.exhibit import Exhibit
from loaders.number import number_text

#: In parts of the type size: the least sides of the plot, air beside numbers, and the smallest bubble.
_LEAST, _AIR, _SMALLEST = 10, 0.6, 0.42
#: The largest bubble in parts of the shorter side.
_LARGEST = 0.085
#: Where the height is free: how high the plot is in parts of its width, and the most in parts of the type size.
_SHAPE, _HIGHEST = 0.72, 30
_ROUNDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """The plot between its numbers; bubbles stay inside, `inset` from its edges at least."""

    left: float
    top: float
    right: float
    bottom: float
    x: Axis
    y: Axis

    @property
    def inset(self) -> float:
        return min(self.right - self.left, self.bottom - self.top) * _LARGEST

    def across(self, value: float) -> float:
        inset = self.inset
        return self.left + inset + self.x.share(value) * (self.right - self.left - 2 * inset)

    def down(self, value: float) -> float:
        inset = self.inset
        return self.bottom - inset - self.y.share(value) * (self.bottom - self.top - 2 * inset)

    def at(self, bubble: Bubble) -> Point:
        return self.across(bubble.x), self.down(bubble.y)


def scatter_plot(exhibit: Exhibit, space: Space) -> Plot:
    """The marks by two measures, the third as the area.

    A bubble whose name finds no room has a number, and its name below; without room for that it is left out, counted.

    Raises:
        TooSmallError: axes and notes leave no room for the plot.
    """
    found = bubbles(exhibit)
    numbers: dict[int, str] = {}
    for _ in range(_ROUNDS):
        drawing = _Scatter(exhibit=exhibit, space=space, bubbles=found, numbers=numbers)
        said = drawing.names()
        new = [place for place in said.nameless if place not in numbers]
        if not new:
            break
        places = sorted({*numbers, *new})
        numbers = {place: str(number) for number, place in enumerate(places, 1)}
    drawing = _Scatter(exhibit=exhibit, space=space, bubbles=found, numbers=numbers)
    return drawing.plot()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scatter:
    exhibit: Exhibit
    space: Space
    bubbles: tuple[Bubble, ...]
    numbers: dict[int, str]

    @property
    def size(self) -> float:
        return self.space.type.body

    def plot(self) -> Plot:
        """Everything in its place."""
        frame, said, below = self._frame(), self.names(), self._notes()
        unseen = {*said.nameless}
        shapes: list[Shape] = [*self._axes(frame), *grounds(said.shapes, self.space.palette.paper)]
        order = sorted(enumerate(self._placed(frame)), key=lambda pair: -pair[1].radius)
        for place, one in order:
            if place not in unseen:
                shapes += one.bubble.shapes(one.centre, one.radius, self.space.palette)
        shapes += said.shapes
        top = frame.bottom + self._under()
        shapes += [moved(shape, 0, top) for shape in below.plot.shapes]
        missing = {self.bubbles[place].mark.category.code for place in unseen} | below.unsaid
        return Plot(shapes=tuple(shapes), height=top + below.plot.height, left_out=len(missing))

    def names(self) -> Names:
        """The names beside the bubbles."""
        frame = self._frame()
        room = (frame.left, frame.top - self.size * _AIR, self.space.width, frame.bottom)
        return names(self._placed(frame), self.numbers, room, self.space)

    def _placed(self, frame: _Frame) -> list[Placed]:
        smallest = self.size * _SMALLEST
        return [
            Placed(bubble=one, centre=frame.at(one), radius=one.radius(frame.inset, smallest)) for one in self.bubbles
        ]

    def _frame(self) -> _Frame:
        x, y = self._both()
        numbers = [width(number_text(tick, self.space.words), self.space.type.small) for tick in _ticks(y)]
        left = max(numbers, default=0.0) + self.size * _AIR
        top = len(self._title(y, above=True)) * self.space.type.line + self.size * _AIR
        below = self._under() + self._notes().plot.height
        room = self.space.room - top - below
        wide, least = self.space.width - left, self.size * _LEAST
        if room < least or wide < least:
            raise TooSmallError(self.space.width + max(0.0, least - wide), top + below + least)
        natural = max(least, min(wide * _SHAPE, self.size * _HIGHEST, room))
        high = room if self.space.height is not None else natural
        return _Frame(left=left, top=top, right=self.space.width, bottom=top + high, x=x, y=y)

    def _both(self) -> tuple[Axis, Axis]:
        x, y, *_ = self.exhibit.measures
        return axis_for(x, [one.x for one in self.bubbles]), axis_for(y, [one.y for one in self.bubbles])

    def _notes(self) -> Notes:
        known = {bubble_name(self.bubbles[place]): number for place, number in self.numbers.items()}
        _, y = self._both()
        above = (len(self._title(y, above=True)) + 1) * self.space.type.line
        return scatter_notes(
            self.exhibit, known, self.space, self.space.room - above - self._under() - self.size * _LEAST
        )

    def _title(self, axis: Axis, *, above: bool) -> tuple[str, ...]:
        title = axis.title(self.space.words)
        return wrapped(f"↑ {title}" if above else f"{title} →", self.space.width, self.size)

    def _under(self) -> float:
        """The room between the plot and the notes: numbers and the title of the level axis."""
        axis, _ = self._both()
        return self.space.type.small * 1.6 + (len(self._title(axis, above=False)) + 0.4) * self.space.type.line

    def _axes(self, frame: _Frame) -> Iterator[Shape]:
        palette, small, line = self.space.palette, self.space.type.small, self.space.type.line
        for tick in _ticks(frame.y):
            y, text = frame.down(tick), number_text(tick, self.space.words)
            yield level(frame.left, frame.right, y, palette.rule)
            x = frame.left - self.size * _AIR / 2
            yield Text(x=x, y=y + small * 0.35, text=text, size=small, colour=palette.muted, anchor="end")
        foot = frame.bottom + small * 1.2
        for tick in _ticks(frame.x):
            x, text = frame.across(tick), number_text(tick, self.space.words)
            yield upright(x, frame.top, frame.bottom, palette.rule)
            yield Text(x=x, y=foot, text=text, size=small, colour=palette.muted, anchor="middle")
        for number, text in enumerate(self._title(frame.y, above=True)):
            yield Text(x=0, y=number * line + self.size, text=text, size=self.size, colour=palette.ink)
        top = frame.bottom + small * 1.6
        for number, text in enumerate(self._title(frame.x, above=False)):
            y = top + number * line + self.size
            yield Text(x=frame.right, y=y, text=text, size=self.size, colour=palette.ink, anchor="end")


def _ticks(axis: Axis) -> Sequence[float]:
    """The numbers of an axis."""
    return log_ticks(axis.extent) if axis.logarithmic else round_ticks(axis.extent)
