"""Where the outlines of letters lie in an SVG file, computed from its paths and transforms alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree as ET

from components.print.typeface import Face, units

SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_STEP = re.compile(r"(translate|scale)\(([^)]*)\)")
_COMMAND = re.compile(r"([MLQCZ])([^MLQCZ]*)")

#: A scale and a shift for each axis: x' = a x + b, y' = c y + d.
Placing = tuple[float, float, float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlined:
    """A text that was made outlines: its words, its typeface, the size of it, and where its letters lie."""

    text: str
    face: Face
    size: float
    boxes: tuple[Box, ...]


def outlined_texts(root: ET.Element) -> Iterator[Outlined]:
    """Every text of a file."""
    paths = {one.attrib["id"]: one.attrib["d"] for one in root.iter(f"{SVG}path") if "id" in one.attrib}
    yield from _below(root, (1.0, 0.0, 1.0, 0.0), paths)


def _below(element: ET.Element, placing: Placing, paths: dict[str, str]) -> Iterator[Outlined]:
    placing = _placed(placing, element.attrib.get("transform", ""))
    letters = element.findall(f"{SVG}use")
    if letters:
        boxes = tuple(
            _moved(extent(paths[one.attrib[_LINK][1:]]), placing, float(one.attrib["x"]), float(one.get("y", 0)))
            for one in letters
        )
        face = Face[letters[0].attrib[_LINK].strip("#0123456789").upper()]
        size = placing[0] * units(face)
        yield Outlined(text=element.attrib["aria-label"], face=face, size=size, boxes=boxes)
    for child in element:
        yield from _below(child, placing, paths)


def _placed(outer: Placing, transform: str) -> Placing:
    a, b, c, d = outer
    for kind, numbers in _STEP.findall(transform):
        x, *rest = (float(number) for number in re.split(r"[ ,]+", numbers.strip()))
        y = rest[0] if rest else (x if kind == "scale" else 0.0)
        a, b, c, d = (a, a * x + b, c, c * y + d) if kind == "translate" else (a * x, b, c * y, d)
    return a, b, c, d


def _moved(box: Box, placing: Placing, x: float, y: float) -> Box:
    a, b, c, d = placing
    xs = sorted((a * (box[0] + x) + b, a * (box[2] + x) + b))
    ys = sorted((c * (box[1] + y) + d, c * (box[3] + y) + d))
    return xs[0], ys[0], xs[1], ys[1]


@cache
def extent(path: str) -> Box:
    """Left, top, right and bottom of a glyph in units of its typeface; curves are taken to reach their handles."""
    points = []
    for _, numbers in _COMMAND.findall(path):
        values = [float(number) for number in numbers.split()]
        points += list(zip(values[::2], values[1::2], strict=True))
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
