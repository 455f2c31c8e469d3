"""Boundaries as flat drawings: areas as closed rings of whole numbers in a projected plane.

Every drawing of a map (screen, print, slide) reads these; projecting them is the work of `loaders.geometry`.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypedDict

from loaders.folder import PROJECT_DATA

Point = tuple[int, int]
Ring = tuple[Point, ...]
Line = list[tuple[float, float]]


class StoredShape(TypedDict):
    """One area in a projected file; a ring is x, y, x, y ... in steps of the plane."""

    area: str
    label: list[int]
    name: str
    number: str | None
    rings: list[list[int]]


class StoredLayer(TypedDict):
    """A projected file."""

    attribution: str
    epsg: int
    origin: list[int]
    shapes: list[StoredShape]
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle of the plane, in the unit of its layer."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def grown(self, by: float) -> "Box":
        """The rectangle with a margin on its four sides."""
        return Box(left=self.left - by, bottom=self.bottom - by, right=self.right + by, top=self.top + by)

    @property
    def corners(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Its lower left and its upper right corner."""
        return (self.left, self.bottom), (self.right, self.top)

    @property
    def centre(self) -> tuple[float, float]:
        """The point in its middle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def meets(self, other: "Box") -> bool:
        """Whether the two rectangles have a point in common."""
        apart = self.right < other.left or other.right < self.left or self.top < other.bottom or other.top < self.bottom
        return not apart


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaShape:
    """One area: closed rings (holes turn the other way than parts) and the point where its label stands best.

    `number` is what French readers call a departement ("92"), None elsewhere; `box` is the rectangle around the area.
    """

    area: str
    name: str
    number: str | None
    rings: tuple[Ring, ...]
    label: Point
    box: Box

    def chords(self, height: float) -> list[tuple[float, float]]:
        """The pieces of a horizontal line that lie in the area, from left to right."""
        return chords(self.rings, height)

    def chord(self, height: float) -> tuple[float, float] | None:
        """Where a horizontal line at `height` enters and leaves the area around its label; None if it does not."""
        return next((chord for chord in self.chords(height) if chord[0] <= self.label[0] <= chord[1]), None)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in the area."""
        return self.box.holds(x, y) and any(left <= x <= right for left, right in chords(self.rings, y))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """The areas of one map, in order of their codes. One unit of the plane is `step` metres; x is east, y is north."""

    name: str
    shapes: tuple[AreaShape, ...]
    attribution: str
    step: int

    @property
    def box(self) -> Box:
        """The smallest rectangle around all areas."""
        return box_around([corner for shape in self.shapes for corner in shape.box.corners])

    def shape(self, area: str) -> AreaShape | None:
        """The shape of an area, or None where the layer does not have it."""
        return next((shape for shape in self.shapes if shape.area == area), None)


def box_around(points: Sequence[tuple[float, float]]) -> Box:
    """The smallest rectangle around some points."""
    across, along = [x for x, _ in points], [y for _, y in points]
    return Box(left=min(across), bottom=min(along), right=max(across), top=max(along))


def chords(rings: Iterable[Sequence[Point]], height: float) -> list[tuple[float, float]]:
    """The pieces of a horizontal line that lie inside of the rings, from left to right."""
    crossings = sorted(
        x1 + (height - y1) * (x2 - x1) / (y2 - y1)
        for ring in rings
        for (x1, y1), (x2, y2) in pairwise(ring)
        if (y1 > height) != (y2 > height)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def cut_ring(ring: Line, box: Box) -> Line:
    """The part of a ring inside of a box; it is not closed, and runs along the edges of the box where it was cut."""
    # Sutherland and Hodgman: one side of the box after the other.
    sides = ((0, box.left, True), (0, box.right, False), (1, box.bottom, True), (1, box.top, False))
    for axis, limit, keeps_above in sides:
        ring = _cut_side(ring, axis, limit, keeps_above=keeps_above)
    return ring


def _cut_side(ring: Line, axis: int, limit: float, *, keeps_above: bool) -> Line:
    def is_inside(point: tuple[float, float]) -> bool:
        return point[axis] >= limit if keeps_above else point[axis] <= limit

    kept: Line = []
    for before, after in pairwise([*ring[-1:], *ring]):
        if is_inside(before) != is_inside(after):
            share = (limit - before[axis]) / (after[axis] - before[axis])
            other = before[1 - axis] + share * (after[1 - axis] - before[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
        if is_inside(after):
            kept.append(after)
    return kept


def load_layer(path: Path) -> Layer:
    """The layer that a projected file holds."""
    stored: StoredLayer = json.loads(path.read_bytes())
    shapes = tuple(_shape(shape) for shape in stored["shapes"])
    return Layer(name=path.stem, shapes=shapes, attribution=stored["attribution"], step=stored["step"])


def _shape(stored: StoredShape) -> AreaShape:
    rings = tuple(tuple(zip(ring[::2], ring[1::2], strict=True)) for ring in stored["rings"])
    return AreaShape(
        area=stored["area"],
        name=stored["name"],
        number=stored["number"],
        rings=rings,
        label=(stored["label"][0], stored["label"][1]),
        box=box_around([point for ring in rings for point in ring]),
    )


@cache
def layer_named(name: str) -> Layer:
    """A layer of the project by its name, read once: boundaries do not change while the application runs."""
    return load_layer(PROJECT_DATA.geo / "projected" / f"{name}.json")
