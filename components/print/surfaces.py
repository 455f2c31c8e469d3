"""Which colour lies where on a sheet: filled shapes one over the other, and the points around a shape."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import cos, hypot, pi, sin

from components.print.scene import Area, Dot, Point, Rect, Rule, Scene, Shape, Text

Bounds = tuple[float, float, float, float]
#: How far outside of a shape its surroundings begin, in points, and at how many points of an edge they are looked at.
_OUTSIDE, _ROUND, _MOST = 0.25, 12, 24


@dataclass(frozen=True, slots=True)
class Surface:
    """A filled shape, where it is drawn in the order from back to front, and the box around it."""

    shape: Rect | Dot | Area
    order: int
    bounds: Bounds

    @property
    def fill(self) -> str:
        """Its colour."""
        return self.shape.fill or ""

    def covers(self, point: Point) -> bool:
        """Whether the point lies on it."""
        left, top, right, bottom = self.bounds
        x, y = point
        if not (left <= x <= right and top <= y <= bottom):
            return False
        match self.shape:
            case Rect():
                return True
            case Dot():
                return hypot(x - self.shape.centre[0], y - self.shape.centre[1]) <= self.shape.radius
            case Area():
                return _is_inside(self.shape.rings, point)


@dataclass(frozen=True)
class Stack:
    """The surfaces of a sheet."""

    scene: Scene

    @cached_property
    def surfaces(self) -> tuple[Surface, ...]:
        """From front to back."""
        found = [
            Surface(shape, order, _bounds(shape))
            for order, shape in enumerate(self.scene.shapes)
            if isinstance(shape, Rect | Dot) or (isinstance(shape, Area) and shape.fill is not None)
        ]
        return tuple(reversed(found))

    def under(self, point: Point, order: int) -> Surface | None:
        """What lies directly under a shape of that order at a point; None for the ground of the sheet."""
        return next((one for one in self.surfaces if one.order < order and one.covers(point)), None)

    def visible(self, point: Point, without: Shape) -> Surface | None:
        """What is seen at a point beside a shape; None for the ground of the sheet."""
        return next((one for one in self.surfaces if one.shape is not without and one.covers(point)), None)

    def colour(self, surface: Surface | None) -> str:
        """The colour of a surface or of the ground."""
        return surface.fill if surface else self.scene.ground


def outside(shape: Shape) -> Iterator[Point]:
    """Points close around a shape."""
    stroke = None if isinstance(shape, Text) else shape.stroke
    away = _OUTSIDE + (stroke.width / 2 if stroke else 0.0)
    match shape:
        case Rect():
            for part in (0.1, 0.5, 0.9):
                x = shape.left + (shape.right - shape.left) * part
                y = shape.top + (shape.bottom - shape.top) * part
                yield from ((x, shape.top - away), (x, shape.bottom + away))
                yield from ((shape.left - away, y), (shape.right + away, y))
        case Dot():
            for step in range(_ROUND):
                angle, reach = 2 * pi * step / _ROUND, shape.radius + away
                yield shape.centre[0] + reach * cos(angle), shape.centre[1] + reach * sin(angle)
        case Rule():
            yield from _beside(shape.start, shape.end, away)
        case Area():
            for ring in shape.rings:
                edges = list(pairwise(ring))
                for start, end in edges[:: max(1, len(edges) // _MOST)]:
                    points = _beside(start, end, away)
                    yield from (point for point in points if shape.fill is None or not _is_inside(shape.rings, point))


def _beside(start: Point, end: Point, away: float) -> tuple[Point, ...]:
    """Points at both sides of the middle of a line."""
    (x1, y1), (x2, y2) = start, end
    long = hypot(x2 - x1, y2 - y1)
    if not long:
        return ()
    middle, across = ((x1 + x2) / 2, (y1 + y2) / 2), ((y2 - y1) / long * away, (x1 - x2) / long * away)
    return tuple((middle[0] + side * across[0], middle[1] + side * across[1]) for side in (-1, 1))


def _bounds(shape: Rect | Dot | Area) -> Bounds:
    match shape:
        case Rect():
            return shape.left, shape.top, shape.right, shape.bottom
        case Dot():
            (x, y), radius = shape.centre, shape.radius
            return x - radius, y - radius, x + radius, y + radius
        case Area():
            xs = [x for ring in shape.rings for x, _ in ring]
            ys = [y for ring in shape.rings for _, y in ring]
            return min(xs), min(ys), max(xs), max(ys)


def _is_inside(rings: Sequence[Sequence[Point]], point: Point) -> bool:
    x, y = point
    crossings = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                crossings += 1
    return crossings % 2 == 1
