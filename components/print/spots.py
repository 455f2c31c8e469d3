"""Where a text finds room beside its point: on the first side that is free, farther away with a hairline if need be."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import hypot

from components.print.scene import ASCENT, Anchor, Point, Rect, Rule, Shape, Stroke, Text

Box = tuple[float, float, float, float]
Piece = tuple[Point, Point]
Side = tuple[float, float, Anchor]

ABOVE: Side = (0, -1, "middle")
BELOW: Side = (0, 1, "middle")
RIGHT: Side = (1, 0, "start")
LEFT: Side = (-1, 0, "end")
CORNERS: tuple[Side, ...] = ((0.6, -0.75, "start"), (-0.6, -0.75, "end"), (0.6, 0.75, "start"), (-0.6, 0.75, "end"))
#: In parts of the type size: air between a point and its text, from one ring of places to the next, and from where on
#: a text needs a hairline to its point.
_AIR, _RING, _NEAR = 0.35, 1.1, 0.9
_CLEAR = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A point with a radius, which a text belongs to."""

    centre: Point
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacles:
    """What texts keep clear of: the frame that they stay in, boxes that they never cover, lines they cross at worst."""

    frame: Box
    boxes: tuple[Box, ...] = ()
    lines: tuple[Piece, ...] = ()

    def price(self, text: Text, tie: Piece | None) -> float | None:
        """How many points of lines a text covers; None where it may not stand."""
        left, top, right, bottom = text.box
        if left < self.frame[0] or top < self.frame[1] or right > self.frame[2] or bottom > self.frame[3]:
            return None
        if any(_overlap(text.box, box) for box in self.boxes):
            return None
        if tie and any(inside(tie, box) for box in self.boxes):
            return None
        ties = sum(inside(tie, _around(line)) for line in self.lines) if tie else 0.0
        return sum(inside(line, text.box) for line in self.lines) + ties


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A text in its place, and the hairline that ties it to its point, if it stands far from it."""

    text: Text
    tie: Rule | None


def spot(text: Text, target: Target, obstacles: Obstacles, sides: Sequence[Side], *, rings: int = 3) -> Spot | None:
    """The best place for a text; None where there is none.

    Args:
        text: its words and dress; its place does not count.
        target: the point that it belongs to.
        obstacles: what it keeps clear of; the point itself is not among them.
        sides: where it may stand, in order of preference.
        rings: how many distances are tried.
    """
    best: tuple[float, Text, Piece | None] | None = None
    for option in _options(text, target, sides, rings):
        tie = _tie(option, target)
        price = obstacles.price(option, tie)
        if price is not None and (best is None or price < best[0] - _CLEAR):
            best = (price, option, tie)
        if best and best[0] <= _CLEAR:
            break
    if best is None:
        return None
    _, found, tie = best
    return Spot(text=found, tie=Rule(start=tie[0], end=tie[1], stroke=Stroke(colour=text.colour)) if tie else None)


def grounds(shapes: Iterable[Shape], colour: str) -> Iterator[Rect]:
    """A ground under each text, which interrupts the hairlines of a grid that is drawn before it."""
    for shape in shapes:
        if isinstance(shape, Text):
            left, top, right, bottom = shape.box
            yield Rect(left=left, top=top, right=right, bottom=bottom, fill=colour)


def _options(text: Text, target: Target, sides: Sequence[Side], rings: int) -> Iterator[Text]:
    x, y = target.centre
    for ring in range(rings):
        away = target.radius + text.size * (_AIR + ring * _RING)
        for right, down, anchor in sides:
            middle = text.size * 0.35
            shift = away + text.size * (ASCENT / 2)
            yield replace(text, x=x + right * away, y=y + down * shift + middle, anchor=anchor)


def _tie(text: Text, target: Target) -> Piece | None:
    """From the edge of the point to the nearest place of the text."""
    (x, y), (left, top, right, bottom) = target.centre, text.box
    near = min(max(x, left), right), min(max(y, top), bottom)
    distance = hypot(near[0] - x, near[1] - y)
    if distance <= target.radius + text.size * _NEAR:
        return None
    share = target.radius / distance
    return (x + (near[0] - x) * share, y + (near[1] - y) * share), near


def _overlap(one: Box, other: Box) -> bool:
    return min(one[2], other[2]) - max(one[0], other[0]) > 0 and min(one[3], other[3]) - max(one[1], other[1]) > 0


def _around(line: Piece) -> Box:
    """The box around a line; enough to keep hairlines apart."""
    (x1, y1), (x2, y2) = line
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def inside(line: Piece, box: Box) -> float:
    """How many points of a straight line lie inside of a box."""
    (x1, y1), (x2, y2) = line
    start, end = 0.0, 1.0
    for origin, step, low, high in ((x1, x2 - x1, box[0], box[2]), (y1, y2 - y1, box[1], box[3])):
        if step == 0:
            if not low < origin < high:
                return 0.0
            continue
        first, last = sorted(((low - origin) / step, (high - origin) / step))
        start, end = max(start, first), min(end, last)
    return max(0.0, end - start) * hypot(x2 - x1, y2 - y1)
