"""Circles whose surface is the value; a gap is a small hatched one."""

from collections.abc import Iterator
from math import cos, pi, sin

from components.layout.looks import look
from components.layout.map_frame import DrawnArea
from components.layout.symbol_size import symbol_radius
from components.print.boxes import ring
from components.print.hatching import hatched
from components.print.maps.naming import Stand, Standing
from components.print.maps.plan import Plan
from components.print.scene import Dot, Shape, Stroke, drawn
from loaders.exhibit import Figure

_CORNERS = 36
_EDGE = 0.6


def around_circles(plan: Plan) -> Standing:
    """Where labels of circles stand."""
    stands = {
        area.shape.area: Stand(anchor=_place(area, plan), radius=symbol_radius(area, plan.scene))
        for area in plan.scene.areas
    }
    return Standing(stands=stands)


def circles(plan: Plan) -> Iterator[Shape]:
    """The circles, large ones first so that small ones stay in sight."""
    for area in sorted(plan.scene.areas, key=lambda area: -symbol_radius(area, plan.scene)):
        if area.figure is not None:
            yield from _circle(area, area.figure, plan)


def _place(area: DrawnArea, plan: Plan) -> tuple[float, float]:
    """Where the circle of an area stands on the canvas: at its label point, but within what is in view."""
    frame, radius = plan.scene.frame, symbol_radius(area, plan.scene) * plan.scene.frame.pixel
    inset = frame.inset_of(area)
    (x, y), room = frame.place(area), (inset.target if inset else frame.view).grown(-radius)
    return min(max(x, room.left), room.right), min(max(y, room.bottom), room.top)


def _circle(area: DrawnArea, figure: Figure, plan: Plan) -> Iterator[Shape]:
    palette, role = plan.space.palette, plan.scene.role(area)
    (x, y), radius = plan.point(*_place(area, plan)), symbol_radius(area, plan.scene) * plan.pixel
    dress = look(figure, palette.role(role), palette, outline=palette.stroke(role))
    if dress.width:
        yield ring((x, y), radius, dress, drawn(area.mark, figure))
    else:
        edge = Stroke(colour=palette.paper, width=_EDGE)
        yield Dot(centre=(x, y), radius=radius, fill=dress.fill, stroke=edge, stands_for=drawn(area.mark, figure))
    if dress.hatched:
        turns = [2 * pi * corner / _CORNERS for corner in range(_CORNERS)]
        circle = tuple((x + radius * cos(turn), y + radius * sin(turn)) for turn in turns)
        yield from hatched((circle,), dress.line, spacing=2.0)
