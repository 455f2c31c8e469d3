"""The areas of a map as freeform shapes, symbols as circles; neighbours are quiet and one shape."""

from collections.abc import Iterable

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.shapes.base import BaseShape

from components.layout.looks import EDGES, look
from components.layout.map_frame import DrawnArea
from components.layout.status_code import with_status
from components.layout.symbol_size import symbol_radius
from components.pptx.canvas import Frame, describe
from components.pptx.maps.outline import Shapes, add_outline
from components.pptx.maps.plan import POINTS_PER_PIXEL, Plan
from components.pptx.style import PALETTE, dressed, filled, hatched, stroke
from components.print.plot import value_text
from loaders.boundary import box_around, cut_ring
from loaders.exhibit import Role

_LEAST_ISLAND = 2.0
_DASHES = {status: {"dash": "sysDash", "dot": "sysDot"}[edge] for status, edge in EDGES.items()}


def add_neighbours(shapes: Shapes, plan: Plan, name: str) -> None:
    """What is in view but not in the exhibit."""
    scene = plan.scene
    shown = {area.shape.area for area in scene.areas}
    view = scene.frame.view
    rings = []
    for shape in scene.neighbours.shapes:
        if (shape.area in shown and scene.neighbours == scene.layer) or not shape.box.meets(view):
            continue
        for ring in shape.rings:
            box = box_around(ring)
            if box.meets(view) and max(box.width, box.height) * plan.scale >= _LEAST_ISLAND:
                rings.append([plan.place(x, y) for x, y in cut_ring([(float(x), float(y)) for x, y in ring], view)])
    outline = add_outline(shapes, rings)
    if outline is not None:
        _dress(outline, filled(scene.ground, exact=True), stroke(PALETTE.paper, 0.5))
        describe(outline, name, name)


def add_areas(shapes: Shapes, plan: Plan, areas: Iterable[DrawnArea], *, enlarged: bool) -> None:
    """The areas, Île-de-France last, because its edge must not be covered by a neighbour's."""
    for area in sorted(areas, key=lambda one: one.mark.role is Role.ACCENT):
        inset = plan.scene.frame.inset if enlarged else None
        rings = [[plan.place(*(inset.moved(x, y) if inset else (x, y))) for x, y in ring] for ring in area.shape.rings]
        outline = add_outline(shapes, rings)
        if outline is not None:
            _dress(outline, _fill(area, plan), _edge(area, plan))
            describe(outline, area.mark.category.label, said(area, plan))


def said(area: DrawnArea, plan: Plan) -> str:
    """An area in words: its name and its figure."""
    if area.figure is None:
        return area.mark.category.label
    between = "\N{NO-BREAK SPACE}: " if plan.scene.exhibit.language == "fr" else ": "
    return f"{area.mark.category.label}{between}{area.figure.spoken}"


def add_symbols(shapes: Shapes, plan: Plan) -> None:
    """Circles whose surface is the value, large ones first so that small ones stay in sight."""
    for area in sorted(plan.scene.areas, key=lambda one: -symbol_radius(one, plan.scene)):
        if area.figure is None:
            continue
        x, y = plan.place(*plan.scene.frame.place(area))
        radius = symbol_radius(area, plan.scene) * POINTS_PER_PIXEL
        frame = Frame(left=x - radius, top=y - radius, width=2 * radius, height=2 * radius)
        shape = shapes.add_shape(MSO_SHAPE.OVAL, *frame.units)
        role = plan.scene.role(area)
        dress = look(area.figure, PALETTE.role(role), PALETTE, outline=PALETTE.stroke(role))
        _dress(shape, *dressed(dress, edge=PALETTE.paper))
        describe(shape, area.mark.category.label, said(area, plan))


def label_lines(area: DrawnArea, plan: Plan, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a label, the value written with its signs."""
    if area.figure is None:
        return lines
    plain, full = with_status(area.figure), value_text(plan.scene.exhibit, area.figure)
    return tuple(full if line == plain else line for line in lines)


def _fill(area: DrawnArea, plan: Plan) -> BaseOxmlElement:
    if plan.scene.is_hatched(area):
        return hatched(PALETTE.gap, PALETTE.paper)
    return filled(plan.scene.fill(area), exact=True)


def _edge(area: DrawnArea, plan: Plan) -> BaseOxmlElement:
    scene = plan.scene
    if scene.scale and area.figure and area.figure.status in _DASHES:
        return stroke(PALETTE.ink, 1.0, _DASHES[area.figure.status])
    if area.mark.role is Role.ACCENT and scene.has_accent and scene.scale is not None:
        return stroke(PALETTE.accent, 1.5)
    return stroke(PALETTE.gap if scene.is_hatched(area) else PALETTE.paper, 0.75)


def _dress(shape: BaseShape, fill: BaseOxmlElement, line: BaseOxmlElement) -> None:
    """Fill and outline in the place of those of the theme."""
    properties = shape.element.find(qn("p:spPr"))
    for name in ("a:solidFill", "a:pattFill", "a:noFill", "a:ln"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    properties.append(fill)
    properties.append(line)
    style = shape.element.find(qn("p:style"))
    if style is not None:
        shape.element.remove(style)
