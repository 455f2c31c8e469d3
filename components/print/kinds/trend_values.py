"""The values of a trend beside their points, where no other text, dot or line stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.layout.line import Line, Point
from components.palette import READABLE, contrast
from components.print.kinds.trend_frame import Frame
from components.print.plot import Space, value_text
from components.print.scene import Shape, Text, drawn
from components.print.spots import ABOVE, BELOW, CORNERS, LEFT, RIGHT, Box, Obstacles, Target, spot
from loaders.exhibit import Exhibit

_SIDES = (ABOVE, BELOW, *CORNERS, RIGHT, LEFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """What is written, and how many values found no room."""

    shapes: tuple[Shape, ...]
    unwritten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Writes the values of lines into a frame; `radius` is that of the dots."""

    exhibit: Exhibit
    lines: tuple[Line, ...]
    frame: Frame
    space: Space
    radius: float

    def values(self, drawing: Sequence[Shape]) -> Values:
        """The values of all points but the last of each line, clear of the texts of `drawing`."""
        texts = [shape.box for shape in drawing if isinstance(shape, Text)]
        frame: Box = (0.0, 0.0, self.frame.right + self.radius, self.frame.bottom)
        pieces = tuple(
            (self.frame.at(start), self.frame.at(end)) for line in self.lines for start, end, _ in line.stretches()
        )
        shapes: list[Shape] = []
        unwritten = 0
        for line, point in self._inner():
            centre = self.frame.at(point)
            boxes = (*texts, *self._dots(centre))
            obstacles = Obstacles(frame=frame, boxes=boxes, lines=pieces)
            found = spot(self._text(line, point), Target(centre=centre, radius=self.radius), obstacles, _SIDES)
            if found is None:
                unwritten += 1
                continue
            texts.append(found.text.box)
            shapes += [found.tie, found.text] if found.tie else [found.text]
        return Values(shapes=tuple(shapes), unwritten=unwritten)

    def _inner(self) -> Iterator[tuple[Line, Point]]:
        for line in self.lines:
            for point in line.known[:-1]:
                yield line, point

    def _dots(self, without: tuple[float, float]) -> Iterator[Box]:
        for line in self.lines:
            for point in line.known:
                x, y = self.frame.at(point)
                if (x, y) != without:
                    yield x - self.radius, y - self.radius, x + self.radius, y + self.radius

    def _text(self, line: Line, point: Point) -> Text:
        palette = self.space.palette
        return Text(
            x=0,
            y=0,
            text=value_text(self.exhibit, point.figure),
            size=self.space.type.body,
            colour=line.colour if contrast(line.colour, palette.paper) >= READABLE else palette.ink,
            stands_for=drawn(point.mark, point.figure),
        )
