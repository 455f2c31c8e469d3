"""An area that is asked again and again where a level line crosses it: its edges are kept by height."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from loaders.boundary import AreaShape, Box, Point

_BANDS = 48
_KEPT = 256
Edge = tuple[Point, Point]


@dataclass(frozen=True, slots=True, kw_only=True)
class Silhouette:
    """The outline of an area: the point of its label, the box around it, and its edges in bands of equal height."""

    label: Point
    box: Box
    bands: tuple[tuple[Edge, ...], ...]

    def chords(self, height: float) -> list[tuple[float, float]]:
        """The pieces of a horizontal line that lie inside, from left to right."""
        if not self.box.bottom <= height <= self.box.top:
            return []
        crossings = sorted(
            x1 + (height - y1) * (x2 - x1) / (y2 - y1)
            for (x1, y1), (x2, y2) in self.bands[_band(self.box, height)]
            if (y1 > height) != (y2 > height)
        )
        return list(zip(crossings[::2], crossings[1::2], strict=True))

    def chord(self, height: float) -> tuple[float, float] | None:
        """The piece around the label; None if there is none."""
        return next((chord for chord in self.chords(height) if chord[0] <= self.label[0] <= chord[1]), None)


@lru_cache(maxsize=_KEPT)
def silhouette(shape: AreaShape) -> Silhouette:
    """The outline of an area."""
    bands: list[list[Edge]] = [[] for _ in range(_BANDS)]
    for edge in _edges(shape):
        low, high = sorted(_band(shape.box, y) for _, y in edge)
        for band in bands[low : high + 1]:
            band.append(edge)
    return Silhouette(label=shape.label, box=shape.box, bands=tuple(map(tuple, bands)))


def _edges(shape: AreaShape) -> Iterable[Edge]:
    return (edge for ring in shape.rings for edge in pairwise(ring))


def _band(box: Box, height: float) -> int:
    return min(_BANDS - 1, int(_BANDS * (height - box.bottom) / (box.height or 1.0)))
