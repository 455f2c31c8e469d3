"""What the marks of a picture on paper wear, read off the shapes of its sheet."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import isclose
from typing import TypeGuard

from components.palette import Palette
from components.print.scene import Area, Dash, Dot, Point, Rect, Rule, Scene, Shape, Text
from loaders.exhibit import Exhibit, Mark
from loaders.view import ViewKind
from tests.worn import MEASURED, Wardrobe, Wear, Worn, stretch, worn

#: Thinner strokes are hairlines between surfaces.
_OUTLINE = 0.6
_EDGES: dict[Dash, Wear] = {(2.4, 1.6): Wear.DASHED_EDGE, (0.7, 1.5): Wear.DOTTED_EDGE}
_LINES: dict[Dash, Wear] = {(): Wear.SOLID_LINE, (2.4, 1.6): Wear.DASHED_LINE, (0.4, 2.4): Wear.DOTTED_LINE}
#: Lines of a trend are thicker than all other lines of its picture.
_THICK = 1.2
_TINT = 0.14


def on_paper(exhibit: Exhibit, scene: Scene, palette: Palette) -> Wardrobe:
    """What is seen on a sheet."""
    marks = {id(figure): mark for mark in exhibit.marks for figure in mark.figures}
    edges = _edges(scene.shapes)
    found: list[Worn] = []
    for place, shape in enumerate(scene.shapes):
        if isinstance(shape, Rect | Dot | Area) and shape.stands_for:
            mark, figure = marks[id(shape.stands_for.figure)], shape.stands_for.figure
            after = scene.shapes[place + 1 :]
            if exhibit.kind is ViewKind.SIGN_MATRIX and isinstance(shape, Area):
                found.append(_arrow(mark, shape))
                continue
            colour, wear = _dress(shape, after, palette)
            if isinstance(shape, Area) and wear is Wear.PLAIN:
                points = {point for ring in shape.rings for point in ring}
                wear = next((_EDGES[dash] for dash, line in edges.items() if points <= line), wear)
            found.append(worn(mark, figure.value if exhibit.kind in MEASURED else None, colour, wear))
    if exhibit.kind is ViewKind.TREND:
        found += [stretch(one.stroke.colour, _LINES[one.stroke.dash]) for one in scene.shapes if _is_stretch(one)]
    return Counter(found)


def _is_stretch(shape: Shape) -> TypeGuard[Rule]:
    return isinstance(shape, Rule) and shape.stroke.width > _THICK


def _dress(shape: Rect | Dot | Area, after: Sequence[Shape], palette: Palette) -> tuple[str, Wear]:
    stroke, fill, following = shape.stroke, shape.fill or "", after[0] if after else None
    if isinstance(following, Rule) and _is_hatching(following, shape):
        return following.stroke.colour, Wear.HATCHED
    if stroke is None or stroke.width < _OUTLINE or stroke.colour == palette.paper:
        return fill, Wear.PLAIN
    if isinstance(following, Rule) and fill == palette.paper and _is_cross(after[:2], shape):
        return stroke.colour, Wear.CROSSED
    if fill != palette.tint(stroke.colour, _TINT):
        return fill, Wear.ODD
    return stroke.colour, Wear.DASHED if stroke.dash or _is_core(following, shape) else Wear.HOLLOW


def _is_hatching(rule: Rule, shape: Shape) -> bool:
    """Whether a line rises at 45 degrees: other lines beside shapes are level, upright, or fall."""
    across, down = rule.end[0] - rule.start[0], rule.end[1] - rule.start[1]
    return not isinstance(shape, Text) and across > 0 and isclose(across, -down, rel_tol=1e-6)


def _is_cross(rules: Sequence[Shape], shape: Shape) -> bool:
    return isinstance(shape, Dot) and all(
        isinstance(rule, Rule) and isclose((rule.start[0] + rule.end[0]) / 2, shape.centre[0]) for rule in rules
    )


def _is_core(following: Shape | None, shape: Shape) -> bool:
    if not isinstance(following, Dot) or not isinstance(shape, Dot) or shape.stroke is None:
        return False
    is_inside = following.centre == shape.centre and following.radius < shape.radius / 2
    return is_inside and following.fill == shape.stroke.colour


def _edges(shapes: Sequence[Shape]) -> dict[Dash, set[Point]]:
    """The points of all broken edges by their dash."""
    found: dict[Dash, set[Point]] = {}
    for shape in shapes:
        if isinstance(shape, Area) and shape.fill is None and shape.stroke and shape.stroke.dash:
            found.setdefault(shape.stroke.dash, set()).update(point for ring in shape.rings for point in ring)
    return found


def _arrow(mark: Mark, area: Area) -> Worn:
    """An arrow: up on a broad foot, down on a point; two bars are level."""
    if len(area.rings) > 1:
        return worn(mark, 0, area.fill or "", Wear.PLAIN)
    corners = list(_corners(area))
    foot = max(y for _, y in corners)
    return worn(mark, 1 if sum(y == foot for _, y in corners) > 1 else -1, area.fill or "", Wear.PLAIN)


def _corners(area: Area) -> Iterator[Point]:
    yield from dict.fromkeys(area.rings[0])
