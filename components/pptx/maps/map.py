"""A map on a slide: neighbours, areas, inset, symbols, labels and key, in two groups."""

from functools import partial

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.shapes.base import BaseShape
from pptx.util import Emu

from components.layout.map_frame import ROW_PIXELS, DrawnArea, Inset
from components.layout.map_key import SWATCH_PIXELS, PlacedEntry
from components.layout.map_labels import Label, text_size
from components.layout.map_naming import map_labels
from components.pptx.body import Body
from components.pptx.canvas import Canvas, Frame, Setting, describe
from components.pptx.maps.areas import add_areas, add_neighbours, add_symbols, label_lines
from components.pptx.maps.outline import Shapes
from components.pptx.maps.plan import POINTS_PER_PIXEL, Plan, map_plan
from components.pptx.style import PALETTE, SMALL, Style, filled, hatched, stroke
from components.pptx.text import Paragraph, Run, points
from components.pptx.xml import tag
from loaders.exhibit import Exhibit, Role
from loaders.view import ViewKind

_GAPS = frozenset({"L", "M"})


def map_drawing(exhibit: Exhibit, frame: Frame, style: Style) -> Body:
    """A map; below it is said what it does not write, and whose boundaries it shows."""
    plan = map_plan(exhibit, frame, has_shades=exhibit.kind is ViewKind.CHOROPLETH)
    labels = map_labels(plan.scene)
    return Body(
        put=partial(_put, plan=plan, labels=labels),
        all=len(exhibit.marks),
        notes=_unsaid(exhibit, labels, style),
        credit=plan.scene.layer.attribution,
    )


def _put(canvas: Canvas, plan: Plan, labels: tuple[Label, ...]) -> None:
    exhibit, words = plan.scene.exhibit, canvas.style.words
    group = canvas.slide.shapes.add_group_shape()
    add_neighbours(group.shapes, plan, words.say("Neighbouring areas"))
    add_areas(group.shapes, plan, plan.scene.areas, enlarged=False)
    describe(group, exhibit.title, exhibit.alt)
    if plan.scene.frame.inset:
        _add_inset(canvas, plan, plan.scene.frame.inset, words.say("Enlarged part of the map"))
    if plan.scene.scale is None:
        symbols = canvas.slide.shapes.add_group_shape()
        add_symbols(symbols.shapes, plan)
        describe(symbols, words.say("Symbols of the map"), exhibit.alt)
    for label in labels:
        _add_label(canvas, plan, label)
    for placed in plan.scene.key:
        _add_key(canvas, plan, placed)


def _unsaid(exhibit: Exhibit, labels: tuple[Label, ...], style: Style) -> tuple[str, ...]:
    """The figures that the map does not write: of areas that it does not hold, or for which no label found room."""
    written = {label.area for label in labels}
    return tuple(
        style.words.say("{label}: {value}", label=mark.category.label, value=mark.figure.spoken)
        for mark in exhibit.marks
        if mark.category.code not in written
    )


def _add_inset(canvas: Canvas, plan: Plan, inset: Inset, name: str) -> None:
    for box in (inset.marked, inset.target):
        _boxed(canvas.slide.shapes, plan.window(box), name)
    (start, end) = (plan.window(inset.marked), plan.window(inset.target))
    line = (start.right, start.top, end.left, end.top), (start.right, start.bottom, end.left, end.bottom)
    for ends in line:
        _line(canvas, ends, name)
    group = canvas.slide.shapes.add_group_shape()
    areas = [area for area in plan.scene.areas if area.shape.area in inset.areas]
    add_areas(group.shapes, plan, areas, enlarged=True)
    describe(group, name, name)


def _boxed(shapes: Shapes, frame: Frame, name: str) -> None:
    box = shapes.add_shape(MSO_SHAPE.RECTANGLE, *frame.units)
    _only(box, None, stroke(PALETTE.muted, 0.5))
    describe(box, name, name)


def _line(canvas: Canvas, ends: tuple[float, float, float, float], name: str) -> None:
    units = [Emu(points(end)) for end in ends]
    line = canvas.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *units)
    _only(line, None, stroke(PALETTE.muted, 0.5), is_line=True)
    describe(line, name, name)


def _only(shape: BaseShape, fill: BaseOxmlElement | None, line: BaseOxmlElement, *, is_line: bool = False) -> None:
    """Dress a shape in this fill and outline alone."""
    properties = shape.element.find(qn("p:spPr"))
    if not is_line:
        properties.append(fill if fill is not None else tag("a:noFill"))
    properties.append(line)
    style = shape.element.find(qn("p:style"))
    if style is not None:
        shape.element.remove(style)


def _add_label(canvas: Canvas, plan: Plan, label: Label) -> None:
    area = next(one for one in plan.scene.areas if one.shape.area == label.area)
    if label.leader:
        (x1, y1), (x2, y2) = (plan.place(*end) for end in label.leader)
        _line(canvas, (x1, y1, x2, y2), area.mark.category.label)
    colour = PALETTE.ink
    if label.is_inside and not plan.scene.is_hatched(area):
        colour = PALETTE.text_on(plan.scene.fill(area))
    x, y = plan.place(label.x, label.y)
    wide, high = (side * POINTS_PER_PIXEL for side in text_size(label.lines))
    ground = PALETTE.paper if label.is_inside and plan.scene.is_hatched(area) else None
    frame = Frame(left=x - wide / 2 - 1, top=y - high / 2, width=wide + 2, height=high)
    setting = Setting(anchor="ctr", ground=ground, wraps=False)
    canvas.text(frame, area.mark.category.label, _lines(plan, area, label, colour), setting)


def _lines(plan: Plan, area: DrawnArea, label: Label, colour: str) -> list[Paragraph]:
    lines = label_lines(area, plan, label.lines)
    stands_out = area.mark.role is Role.ACCENT and plan.scene.has_accent
    return [
        Paragraph(
            runs=(Run(text=line, size=SMALL, colour=colour, bold=stands_out or number == len(lines) - 1),),
            align="ctr",
        )
        for number, line in enumerate(lines)
    ]


def _add_key(canvas: Canvas, plan: Plan, placed: PlacedEntry) -> None:
    room = plan.window(plan.scene.frame.key)
    left = room.left + placed.left * POINTS_PER_PIXEL
    top = room.top + placed.row * ROW_PIXELS * POINTS_PER_PIXEL
    entry, side = placed.entry, SWATCH_PIXELS * POINTS_PER_PIXEL
    if entry.has_swatch:
        frame = Frame(left=left, top=top + 1, width=side, height=side)
        swatch = canvas.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *frame.units)
        _only(swatch, _swatch_fill(plan, placed), stroke(PALETTE.rule, 0.5))
        describe(swatch, entry.text, entry.text)
        left += side + 5
    runs = [Paragraph(runs=(Run(text=line, size=11, colour=PALETTE.muted),)) for line in placed.lines]
    width = max(text_size(placed.lines)[0] * POINTS_PER_PIXEL, 40.0) + 6
    canvas.text(Frame(left=left, top=top, width=width, height=ROW_PIXELS * POINTS_PER_PIXEL), entry.text, runs)


def _swatch_fill(plan: Plan, placed: PlacedEntry) -> BaseOxmlElement:
    entry, scene = placed.entry, plan.scene
    if entry.status in _GAPS:
        return hatched(PALETTE.gap, PALETTE.paper)
    if entry.darkness is None:
        return filled(PALETTE.paper)
    return filled(scene.shade(entry.darkness, is_accent=not scene.has_accent), exact=True)
