"""Boundaries in longitude and latitude, for pictures that a camera turns; flat pictures read `loaders.boundary`."""

import json
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from loaders.areas import read_areas
from loaders.boundary import Box, box_around
from loaders.folder import PROJECT_DATA

Position = tuple[float, float]
#: Decimals of a degree that are kept: 100 m for departements, 1 km where the picture is a continent.
DECIMALS = {"idf_departements": 3, "fr_departements": 2, "fr_regions": 2, "europe_regions": 2, "europe_countries": 2}
SMALLEST_RING = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """An area: its polygons (outer ring first, then holes), the point that stands for it, the box around it."""

    area: str
    polygons: tuple[tuple[tuple[Position, ...], ...], ...]
    point: Position
    box: Box


@cache
def outlines(layer: str) -> tuple[Outline, ...]:
    """The areas of a layer that are larger than its grid, read once.

    Their points are those of the area code list, or the middle of the area.
    """
    areas = read_areas(PROJECT_DATA.codelists / "areas.csv")
    features = json.loads((PROJECT_DATA.geo / f"{layer}.geojson").read_bytes())["features"]
    found = []
    for feature in features:
        code, geometry = feature["properties"]["area"], feature["geometry"]
        parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        polygons = tuple(rings for part in parts if (rings := _rings(part, DECIMALS[layer])))
        if not polygons:
            continue
        box = box_around([position for rings in polygons for position in rings[0]])
        area = areas.get(code)
        known = (area.lon, area.lat) if area and area.lon is not None and area.lat is not None else None
        found.append(Outline(area=code, polygons=polygons, point=known or box.centre, box=box))
    return tuple(found)


def _rings(part: list[list[list[float]]], decimals: int) -> tuple[tuple[Position, ...], ...]:
    """The rings of a polygon without the points that fall together; none where the outer one vanishes."""
    rounded = [[(round(x, decimals), round(y, decimals)) for x, y in ring] for ring in part]
    rings = [(ring[0], *(after for before, after in pairwise(ring) if after != before)) for ring in rounded]
    if len(rings[0]) < SMALLEST_RING:
        return ()
    return tuple(ring for ring in rings if len(ring) >= SMALLEST_RING)
