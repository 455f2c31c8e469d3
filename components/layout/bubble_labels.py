"""On which side of its bubble a name stands, so that it crosses no other bubble and no other name."""

from collections.abc import Sequence
from dataclasses import dataclass

#: Sides in order of preference, as plotly names them.
SIDES = ("middle right", "middle left", "top center", "bottom center")
_HEIGHT = 18
_GAP = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """A bubble in pixels from the left and the top of the plot, and the width of its name."""

    x: float
    y: float
    radius: float
    name_width: float


@dataclass(frozen=True, slots=True)
class _Area:
    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "_Area") -> float:
        """The common area in square pixels."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, width) * max(0.0, height)


def free_sides(bubbles: Sequence[Bubble], width: float) -> list[str]:
    """A side for each bubble's name in a plot of `width` pixels: the first free one, or the least crowded."""
    bodies = [_Area(b.x - b.radius, b.y - b.radius, b.x + b.radius, b.y + b.radius) for b in bubbles]
    names: list[_Area] = []
    sides = []
    for index, bubble in enumerate(bubbles):
        others = [body for place, body in enumerate(bodies) if place != index] + names
        crowd = {side: _crowd(_name_area(bubble, side), others, width) for side in SIDES}
        side = min(SIDES, key=lambda one: crowd[one])
        sides.append(side)
        names.append(_name_area(bubble, side))
    return sides


def _crowd(area: _Area, others: Sequence[_Area], width: float) -> float:
    outside = max(0.0, -area.left) + max(0.0, area.right - width)
    return outside * _HEIGHT + sum(area.overlap(other) for other in others)


def _name_area(bubble: Bubble, side: str) -> _Area:
    reach = bubble.radius + _GAP
    if side == "middle right":
        left, middle = bubble.x + reach, bubble.y
    elif side == "middle left":
        left, middle = bubble.x - reach - bubble.name_width, bubble.y
    else:
        left = bubble.x - bubble.name_width / 2
        middle = bubble.y + (reach + _HEIGHT / 2) * (-1 if side == "top center" else 1)
    return _Area(left, middle - _HEIGHT / 2, left + bubble.name_width, middle + _HEIGHT / 2)
