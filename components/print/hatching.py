"""Hatching as thin parallel rules: it stays hatching in grey, in print and at any size."""

from collections.abc import Iterator
from math import ceil, floor, sqrt

from components.print.scene import Point, Rule, Stroke

SPACING, THICKNESS = 2.6, 0.5


def hatched(rings: tuple[tuple[Point, ...], ...], colour: str, spacing: float = SPACING) -> Iterator[Rule]:
    """Rules from lower left to upper right inside of closed rings, holes left out."""
    # Turned by 45 degrees the rules are level: each is a piece of a level line inside of the turned rings.
    turned = [[((x - y) / sqrt(2), (x + y) / sqrt(2)) for x, y in ring] for ring in rings]
    heights = [v for ring in turned for _, v in ring]
    if not heights:
        return
    for step in range(ceil(min(heights) / spacing), floor(max(heights) / spacing) + 1):
        height = step * spacing + 0.01
        crossings = sorted(
            u1 + (height - v1) * (u2 - u1) / (v2 - v1)
            for ring in turned
            for (u1, v1), (u2, v2) in zip(ring, [*ring[1:], ring[0]], strict=True)
            if (v1 > height) != (v2 > height)
        )
        for start, end in zip(crossings[::2], crossings[1::2], strict=True):
            yield Rule(
                start=_back(start, height), end=_back(end, height), stroke=Stroke(colour=colour, width=THICKNESS)
            )


def hatched_box(left: float, top: float, right: float, bottom: float, colour: str) -> Iterator[Rule]:
    """Rules across a rectangle."""
    yield from hatched((((left, top), (right, top), (right, bottom), (left, bottom)),), colour)


def _back(u: float, v: float) -> Point:
    return (u + v) / sqrt(2), (v - u) / sqrt(2)
