"""A drawing as plain values: rectangles, rules, areas, dots and lines of text, in points, y pointing down."""

from dataclasses import dataclass, replace
from typing import Literal

from components.print.typeface import Face, width
from loaders.exhibit import Figure, Item, Mark

Anchor = Literal["start", "middle", "end"]
Dash = tuple[float, ...]
Point = tuple[float, float]
#: How far letters reach above and below their baseline, in parts of the font size.
ASCENT, DESCENT = 0.74, 0.22


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What a shape or a text stands for: a mark of the exhibit and one of its figures."""

    category: Item
    series: Item | None
    figure: Figure

    @property
    def label(self) -> str:
        """The name of the mark."""
        return f"{self.category.label}, {self.series.label}" if self.series else self.category.label


def drawn(mark: Mark, figure: Figure | None = None) -> Drawn:
    """What is drawn of a mark: one of its figures, or the first that exists."""
    return Drawn(category=mark.category, series=mark.series, figure=figure or mark.figure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A line: colour, width in points, and lengths of dash and gap (none for a solid line)."""

    colour: str
    width: float = 0.5
    dash: Dash = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A rectangle by its corners."""

    left: float
    top: float
    right: float
    bottom: float
    fill: str
    stroke: Stroke | None = None
    stands_for: Drawn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A straight line."""

    start: Point
    end: Point
    stroke: Stroke
    stands_for: Drawn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Closed rings, holes turning the other way; with `fill` None only their edges, which need not be closed."""

    rings: tuple[tuple[Point, ...], ...]
    fill: str | None
    stroke: Stroke | None = None
    stands_for: Drawn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A circle."""

    centre: Point
    radius: float
    fill: str
    stroke: Stroke | None = None
    stands_for: Drawn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A line of text; (x, y) is on its baseline, at its start, middle or end. `stands_for` what it is a value of."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    face: Face = Face.REGULAR
    anchor: Anchor = "start"
    stands_for: Drawn | None = None

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the room that the line takes."""
        wide = width(self.text, self.size, self.face)
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return left, self.y - ASCENT * self.size, left + wide, self.y + DESCENT * self.size


Shape = Rect | Rule | Area | Dot | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A finished sheet: its size in points, its ground, its shapes from back to front.

    `left_out` counts the marks for which the sheet is too small.
    """

    width: float
    height: float
    ground: str
    shapes: tuple[Shape, ...]
    left_out: int = 0


def moved(shape: Shape, right: float, down: float) -> Shape:
    """The shape, elsewhere."""

    def shifted(point: Point) -> Point:
        return point[0] + right, point[1] + down

    match shape:
        case Rect():
            (left, top), (end, bottom) = shifted((shape.left, shape.top)), shifted((shape.right, shape.bottom))
            return replace(shape, left=left, top=top, right=end, bottom=bottom)
        case Rule():
            return replace(shape, start=shifted(shape.start), end=shifted(shape.end))
        case Area():
            return replace(shape, rings=tuple(tuple(map(shifted, ring)) for ring in shape.rings))
        case Dot():
            return replace(shape, centre=shifted(shape.centre))
        case Text():
            x, y = shifted((shape.x, shape.y))
            return replace(shape, x=x, y=y)
