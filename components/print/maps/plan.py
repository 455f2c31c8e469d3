"""A map ready to be drawn: its scene on its paper, and where points of the plane stand there."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from components.layout.map_frame import DrawnArea
from components.layout.map_labels import FONT_PIXELS
from components.layout.map_scene import MapScene
from components.print.plot import Space, value_text
from components.print.scene import Point
from loaders.boundary import Box

#: What print at 300 dpi can show, in points.
GRID = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A scene, the space that it is drawn in, and how many points a unit of its layer is."""

    scene: MapScene
    space: Space
    unit: float

    @property
    def pixel(self) -> float:
        """How many points a pixel of the scene is."""
        return self.space.type.body / FONT_PIXELS

    @property
    def height(self) -> float:
        """How high the map is, key and inset included."""
        return self.scene.frame.canvas.height * self.unit

    def point(self, x: float, y: float) -> Point:
        """Where a point of the canvas stands on paper."""
        canvas = self.scene.frame.canvas
        return (x - canvas.left) * self.unit, (canvas.top - y) * self.unit

    def corners(self, box: Box) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a box of the canvas on paper."""
        return *self.point(box.left, box.top), *self.point(box.right, box.bottom)

    def ring(self, ring: Iterable[Point], *, is_enlarged: bool = False) -> tuple[Point, ...]:
        """A ring on paper without points that print cannot tell apart; points that two areas share stay shared."""
        inset = self.scene.frame.inset if is_enlarged else None
        places = [self.point(*(inset.moved(x, y) if inset else (x, y))) for x, y in ring]
        line = [(round(round(x / GRID) * GRID, 1), round(round(y / GRID) * GRID, 1)) for x, y in places]
        return tuple(line[:1] + [point for before, point in pairwise(line) if point != before])

    def value(self, area: DrawnArea) -> str:
        """How the value of an area is written."""
        return value_text(self.scene.exhibit, area.figure) if area.figure else ""
