"""Rings as one freeform shape, whose points can be edited in PowerPoint."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.shapes.base import BaseShape
from pptx.shapes.shapetree import GroupShapes, SlideShapes
from pptx.util import Emu

from components.pptx.text import points
from components.pptx.xml import tag

#: Points of a drawing are moved to a grid of so many points: more than projectors and printers can show.
_GRID = 0.25
_SMALLEST_RING = 3
Shapes = SlideShapes | GroupShapes
Ring = Sequence[tuple[float, float]]


def add_outline(shapes: Shapes, rings: Iterable[Ring]) -> BaseShape | None:
    """A shape of closed rings in points of the slide, holes among them; None where nothing is large enough to be seen.

    All points move to one grid, neighbours in the same way, so that their borders still meet.
    """
    made = [kept for ring in rings if len(kept := _coarse(ring)) >= _SMALLEST_RING]
    if not made:
        return None
    left, top = (min(point[axis] for ring in made for point in ring) for axis in (0, 1))
    right, bottom = (max(point[axis] for ring in made for point in ring) for axis in (0, 1))
    sides = (Emu(points(side * _GRID)) for side in (left, top, right - left, bottom - top))
    shape = shapes.add_shape(MSO_SHAPE.RECTANGLE, *sides)
    path = tag("a:path", w=right - left, h=bottom - top)
    for ring in made:
        for number, (x, y) in enumerate(ring):
            place = tag("a:pt", x=x - left, y=y - top)
            path.append(tag("a:lnTo" if number else "a:moveTo", place))
        path.append(tag("a:close"))
    properties = shape.element.find(qn("p:spPr"))
    properties.replace(properties.find(qn("a:prstGeom")), _geometry(path))
    return shape


def _geometry(path: BaseOxmlElement) -> BaseOxmlElement:
    lists = [tag(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst")]
    return tag("a:custGeom", *lists, tag("a:rect", l="l", t="t", r="r", b="b"), tag("a:pathLst", path))


def _coarse(ring: Ring) -> list[tuple[int, int]]:
    steps = [(round(x / _GRID), round(y / _GRID)) for x, y in ring]
    return steps[:1] + [after for before, after in pairwise(steps) if after != before]
