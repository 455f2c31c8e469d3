"""Scatters: bubbles by area, named where they lie; both axes titled; what cannot be placed is said below."""

from dataclasses import dataclass

from components.layout.axis import Axis, axis_for
from components.print.kinds.bubble_names import Names, Placed, bubble_name, names
from components.print.kinds.bubbles import Bubble, bubbles
from components.print.kinds.scatter_axes import Frame, axes, ticks, title
from components.print.kinds.scatter_notes import Notes, scatter_notes
from components.print.plot import Plot, Space, TooSmallError
from components.print.scene import Shape, moved
from components.print.spots import grounds
from components.print.typeface import width
from loaders.exhibit import Exhibit
from loaders.number import number_text

#: In parts of the type size: the least sides of the plot, air beside numbers, and the smallest bubble.
_LEAST, _AIR, _SMALLEST = 10, 0.6, 0.42
#: Where the height is free: how high the plot is in parts of its width, and the most in parts of the type size.
_SHAPE, _HIGHEST = 0.72, 30
_ROUNDS = 4


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
        shapes: list[Shape] = [*axes(frame, self.space), *grounds(said.shapes, self.space.palette.paper)]
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

    def _placed(self, frame: Frame) -> list[Placed]:
        smallest = self.size * _SMALLEST
        return [
            Placed(
                bubble=one, centre=(frame.across(one.x), frame.down(one.y)), radius=one.radius(frame.inset, smallest)
            )
            for one in self.bubbles
        ]

    def _frame(self) -> Frame:
        x, y = self._both()
        numbers = [width(number_text(tick, self.space.words), self.space.type.small) for tick in ticks(y)]
        left = max(numbers, default=0.0) + self.size * _AIR
        top = len(title(y, self.space, above=True)) * self.space.type.line + self.size * _AIR
        below = self._under() + self._notes().plot.height
        room = self.space.room - top - below
        wide, least = self.space.width - left, self.size * _LEAST
        if room < least or wide < least:
            raise TooSmallError(self.space.width + max(0.0, least - wide), top + below + least)
        natural = max(least, min(wide * _SHAPE, self.size * _HIGHEST, room))
        high = room if self.space.height is not None else natural
        return Frame(left=left, top=top, right=self.space.width, bottom=top + high, x=x, y=y)

    def _both(self) -> tuple[Axis, Axis]:
        x, y, *_ = self.exhibit.measures
        return axis_for(x, [one.x for one in self.bubbles]), axis_for(y, [one.y for one in self.bubbles])

    def _notes(self) -> Notes:
        known = {bubble_name(self.bubbles[place]): number for place, number in self.numbers.items()}
        _, y = self._both()
        above = (len(title(y, self.space, above=True)) + 1) * self.space.type.line
        return scatter_notes(
            self.exhibit, known, self.space, self.space.room - above - self._under() - self.size * _LEAST
        )

    def _under(self) -> float:
        """The room between the plot and the notes: numbers and the title of the level axis."""
        axis, _ = self._both()
        return self.space.type.small * 1.6 + (len(title(axis, self.space, above=False)) + 0.4) * self.space.type.line
