"""Boxes that show the status of their figure: bars, cells, segments, stubs of gaps, swatches."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.layout.looks import Look
from components.print.hatching import hatched_box
from components.print.scene import Dash, Dot, Drawn, Rect, Rule, Shape, Stroke

DASH: Dash = (2.4, 1.6)
#: A line of a screen's pixel is this wide on paper.
_POINTS_PER_PIXEL = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """The sides of a box; the right one may lie left of the left one."""

    left: float
    top: float
    right: float
    bottom: float


def box(edges: Edges, look: Look, stands_for: Drawn | None = None) -> Iterator[Shape]:
    """A rectangle in the dress of its figure; its outline lies inside, so that neighbours do not touch."""
    stroke = Stroke(colour=look.line, width=look.width * _POINTS_PER_PIXEL, dash=DASH if look.dashed else ())
    inset = stroke.width / 2 if look.width else 0.0
    left, right = sorted((edges.left, edges.right))
    yield Rect(
        left=left + inset,
        top=edges.top + inset,
        right=max(left + inset, right - inset),
        bottom=edges.bottom - inset,
        fill=look.fill,
        stroke=stroke if look.width else None,
        stands_for=stands_for,
    )
    if look.hatched:
        yield from hatched_box(left, edges.top, right, edges.bottom, look.line)


def dot(centre: tuple[float, float], radius: float, look: Look, stands_for: Drawn | None = None) -> Iterator[Shape]:
    """A circle in the dress of its figure; a forecast has a second, small one inside."""
    stroke = Stroke(colour=look.line, width=max(0.6, look.width * _POINTS_PER_PIXEL), dash=())
    inset = stroke.width / 2 if look.width else 0.0
    yield Dot(
        centre=centre,
        radius=radius - inset,
        fill=look.fill,
        stroke=stroke if look.width else None,
        stands_for=stands_for,
    )
    if look.dashed:
        yield Dot(centre=centre, radius=radius / 3, fill=look.line)


def ring(centre: tuple[float, float], radius: float, look: Look, stands_for: Drawn | None = None) -> Dot:
    """A circle large enough to be dashed itself, in the dress of its figure."""
    stroke = Stroke(colour=look.line, width=max(0.6, look.width * _POINTS_PER_PIXEL), dash=DASH if look.dashed else ())
    return Dot(centre=centre, radius=radius - stroke.width / 2, fill=look.fill, stroke=stroke, stands_for=stands_for)


def level(left: float, right: float, y: float, colour: str, width: float = 0.5) -> Rule:
    """A hairline from left to right."""
    return Rule(start=(left, y), end=(right, y), stroke=Stroke(colour=colour, width=width))


def upright(x: float, top: float, bottom: float, colour: str, width: float = 0.5) -> Rule:
    """A hairline from top to bottom."""
    return Rule(start=(x, top), end=(x, bottom), stroke=Stroke(colour=colour, width=width))
