"""The lines of a trend: which points belong together, and how each stretch between two of them is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from components.layout.looks import FORECAST
from components.layout.series import has_parallel_measures, series_colours
from components.palette import Palette
from loaders.exhibit import Exhibit, Figure, Mark, Role

SOLID, DASHED, DOTTED = "solid", "dash", "dot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A figure of a line; `place` counts the exhibit's categories from zero."""

    place: int
    mark: Mark
    figure: Figure

    @property
    def value(self) -> float:
        """The value; zero for a gap, which is not among the known points."""
        return self.figure.value or 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A series of a trend: its name, its colour, its points in the order of time, gaps included."""

    name: str
    colour: str
    role: Role
    points: tuple[Point, ...]

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a value."""
        return tuple(point for point in self.points if point.figure.value is not None)

    @property
    def gaps(self) -> tuple[Point, ...]:
        """The points whose value was not printed."""
        return tuple(point for point in self.points if point.figure.value is None)

    def value_at(self, place: int) -> float | None:
        """Where the line passes at a place, read off the stretch that crosses it; None outside the line."""
        for start, end, _ in self.stretches():
            if start.place <= place <= end.place:
                share = (place - start.place) / (end.place - start.place)
                return start.value + share * (end.value - start.value)
        return next((point.value for point in self.known if point.place == place), None)

    def stretches(self) -> Iterator[tuple[Point, Point, str]]:
        """Neighbouring known points and the dash between them: dotted where a period between them has no value."""
        for start, end in pairwise(self.known):
            skips = end.place - start.place > 1
            yield start, end, DASHED if end.figure.status == FORECAST else DOTTED if skips else SOLID


def lines_of(exhibit: Exhibit, palette: Palette) -> tuple[Line, ...]:
    """The lines of an exhibit: one per series, or per measure where there are several measures and no series."""
    colours = series_colours(exhibit, palette, thin=True)
    several = has_parallel_measures(exhibit)
    lines = []
    for index, measure in enumerate(exhibit.measures if several else exhibit.measures[:1]):
        for item in exhibit.series or (None,):
            points = tuple(_points(exhibit, index, item.code if item else None))
            if points:
                role = points[0].mark.role
                names = [item.label] if item else []
                colour = palette.nth(index) if several else palette.stroke(role)
                lines.append(
                    Line(
                        name=" – ".join([*names, measure.label] if several else names),
                        colour=colours[item.code] if item else colour,
                        role=role,
                        points=points,
                    )
                )
    return tuple(lines)


def _points(exhibit: Exhibit, index: int, series: str | None) -> Iterator[Point]:
    own = (mark for mark in exhibit.marks if (mark.series.code if mark.series else None) == series)
    marks = {mark.category.code: mark for mark in own}
    for place, category in enumerate(exhibit.categories):
        mark = marks.get(category.code)
        figure = mark.figures[index] if mark and index < len(mark.figures) else None
        if mark and figure:
            yield Point(place=place, mark=mark, figure=figure)
