"""The areas of a map on paper: those of the exhibit, their quiet neighbours, edges of estimates, frame of the inset."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from components.layout.map_frame import DrawnArea
from components.print.boxes import level, upright
from components.print.hatching import SPACING, hatched
from components.print.maps.edges import EDGE_WIDTH, EDGES
from components.print.maps.plan import Plan
from components.print.scene import Area, Point, Rule, Shape, Stroke, drawn
from components.print.vision import SEEN, least_contrast
from loaders.boundary import AreaShape, box_around, cut_ring
from loaders.exhibit import Role

#: The least extent of an island of a neighbour, and of a part of an area, in points.
_ISLAND, _SPECK = 2.5, 0.5
_HAIRLINE, _MARKED = 0.5, 1.1
#: Between the lines of a hatching, in parts of the type size.
_SPACING = 0.36
Rings = tuple[tuple[Point, ...], ...]


def ground(plan: Plan) -> Iterator[Shape]:
    """Neighbours, areas, their copies in the inset, edges that say something, and the frame of the inset."""
    scene = plan.scene
    shown = {area.shape.area for area in scene.areas}
    shapes = [shape for shape in scene.neighbours.shapes if shape.area not in shown or scene.neighbours != scene.layer]
    quiet = tuple(ring for shape in shapes for ring in _in_view(shape, plan, _ISLAND))
    paper = Stroke(colour=scene.palette.paper, width=_HAIRLINE)
    if quiet:
        yield Area(rings=quiet, fill=scene.ground, stroke=paper)
    for area in scene.areas:
        yield from _area(area, _in_view(area.shape, plan, _SPECK), plan, is_principal=not scene.frame.inset_of(area))
    yield from _edges(scene.areas, plan, is_enlarged=False)
    if scene.frame.inset:
        yield from _inset(plan)


def _area(area: DrawnArea, rings: Rings, plan: Plan, *, is_principal: bool) -> Iterator[Shape]:
    """The filled area; where shades carry the values it stands for its figure, once."""
    scene = plan.scene
    stands_for = drawn(area.mark, area.figure) if is_principal and scene.scale and area.figure else None
    is_hatched = scene.is_hatched(area)
    stroke = Stroke(colour=_line(area, plan), width=_HAIRLINE)
    yield Area(rings=rings, fill=scene.fill(area), stroke=stroke, stands_for=stands_for)
    if is_hatched:
        yield from hatched(rings, scene.palette.gap, max(SPACING, _SPACING * plan.space.type.body))


def _line(area: DrawnArea, plan: Plan) -> str:
    """The colour of its border: paper between areas, unless its shade is too light to stand out from paper."""
    scene = plan.scene
    if scene.is_hatched(area):
        return scene.palette.gap
    is_light = scene.scale is not None and least_contrast(scene.fill(area), scene.palette.paper) < SEEN
    return scene.palette.quiet if is_light else scene.palette.paper


def _inset(plan: Plan) -> Iterator[Shape]:
    scene, inset = plan.scene, plan.scene.frame.inset
    if inset is None:
        return
    enlarged = [area for area in scene.areas if scene.frame.inset_of(area)]
    quiet = [shape for shape in scene.layer.shapes if shape.area in inset.areas]
    for shape in quiet:
        if shape.area not in {area.shape.area for area in enlarged}:
            rings = tuple(plan.ring(ring, is_enlarged=True) for ring in shape.rings)
            yield Area(rings=rings, fill=scene.ground, stroke=Stroke(colour=scene.palette.paper, width=_HAIRLINE))
    for area in enlarged:
        rings = tuple(plan.ring(ring, is_enlarged=True) for ring in area.shape.rings)
        yield from _area(area, rings, plan, is_principal=True)
    yield from _edges(enlarged, plan, is_enlarged=True)
    for box in (inset.marked, inset.target):
        left, top, right, bottom = plan.corners(box)
        for y in (top, bottom):
            yield level(left, right, y, scene.palette.muted)
        for x in (left, right):
            yield upright(x, top, bottom, scene.palette.muted)
    yield Rule(
        start=plan.point(*inset_leader(plan)[0]),
        end=plan.point(*inset_leader(plan)[1]),
        stroke=Stroke(colour=scene.palette.muted),
    )


def inset_leader(plan: Plan) -> tuple[Point, Point]:
    """From what is enlarged to the inset beside or below it, on the canvas."""
    inset = plan.scene.frame.inset
    if inset is None:
        return (0.0, 0.0), (0.0, 0.0)
    if inset.target.left >= plan.scene.frame.view.right:
        return (inset.marked.right, inset.marked.top), (inset.target.left, inset.target.top)
    return (inset.marked.right, inset.marked.bottom), (inset.target.right, inset.target.top)


def _in_view(shape: AreaShape, plan: Plan, least: float) -> Rings:
    """The rings of an area on paper as far as they reach into the view, without its smallest islands."""
    view, extent = plan.scene.frame.view, least / plan.unit
    if not shape.box.meets(view):
        return ()
    boxes = [(ring, box_around(ring)) for ring in shape.rings]
    large = [(ring, box) for ring, box in boxes if box.meets(view) and max(box.width, box.height) >= extent]
    kept = [
        list(ring) if all(view.holds(*corner) for corner in box.corners) else cut_ring(list(ring), view)
        for ring, box in large
    ]
    rings = (plan.ring([*ring, ring[0]]) for ring in kept if ring)
    return tuple(ring for ring in rings if len(ring) > 2)  # noqa: PLR2004 - two points hold no surface


def _edges(areas: Sequence[DrawnArea], plan: Plan, *, is_enlarged: bool) -> Iterator[Area]:
    """Dashed edges of estimates and forecasts; the edge of Île-de-France among others."""
    scene = plan.scene
    if scene.scale is None:
        return
    for status, dash in EDGES.items():
        own = [area for area in areas if area.figure and area.figure.status == status]
        lines = _once([plan.ring(ring, is_enlarged=is_enlarged) for area in own for ring in area.shape.rings])
        if lines:
            yield Area(rings=lines, fill=None, stroke=Stroke(colour=scene.palette.ink, width=EDGE_WIDTH, dash=dash))
    marked = [area for area in areas if area.mark.role is Role.ACCENT and scene.has_accent and not area.is_gap]
    for area in marked:
        if area.figure is not None and area.figure.status not in EDGES:
            rings = tuple(plan.ring(ring) for ring in area.shape.rings)
            yield Area(rings=rings, fill=None, stroke=Stroke(colour=scene.palette.accent, width=_MARKED))


def _once(rings: Sequence[tuple[Point, ...]]) -> Rings:
    """Rings as lines of which none runs twice: two dashed lines on each other make a solid one."""
    seen: set[frozenset[Point]] = set()
    lines: list[tuple[Point, ...]] = []
    for step in (step for ring in rings for step in pairwise(ring)):
        if frozenset(step) in seen:
            continue
        seen.add(frozenset(step))
        if lines and lines[-1][-1] == step[0]:
            lines[-1] += step[1:]
        else:
            lines.append(step)
    return tuple(lines)
