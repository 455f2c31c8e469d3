"""Projects the boundaries once, when the data are built: from longitude and latitude to a plane of whole numbers.

What is drawn from them is `loaders.boundary`, whose names are also found here.
"""

import csv
import json
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal, NotRequired, TypedDict

from pyproj import Transformer

from loaders.boundary import (
    AreaShape,
    Box,
    Layer,
    Line,
    Point,
    StoredLayer,
    StoredShape,
    chords,
    cut_ring,
    layer_named,
    load_layer,
)
from loaders.writing import write_whole

__all__ = ["AreaShape", "Layer", "layer_named", "load_layer", "project_layers"]

IGN = "IGN, ADMIN EXPRESS COG, Licence Ouverte 2.0"
NATURAL_EARTH = "Natural Earth"
#: Layers whose areas are known by their INSEE number; nobody calls a region by its own.
NUMBERED = frozenset({"idf_departements", "fr_departements"})
SMALLEST_RING = 4
#: Added to a height so that a horizontal line never runs through a point of the grid.
OFF_GRID = 0.25


Position = list[float]


class SinglePart(TypedDict):
    """A polygon as GeoJSON writes it."""

    type: Literal["Polygon"]
    coordinates: list[list[Position]]


class SeveralParts(TypedDict):
    """Several polygons as GeoJSON writes them."""

    type: Literal["MultiPolygon"]
    coordinates: list[list[list[Position]]]


class Properties(TypedDict):
    """What the boundary files say of an area."""

    area: str
    name: str
    insee: NotRequired[str]


class Feature(TypedDict):
    """One area of a boundary file."""

    properties: Properties
    geometry: SinglePart | SeveralParts


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """Where a layer is drawn: projection, the metres that are (0, 0), metres per step, and what is cut off.

    Layers of one plane may be laid over each other. The cut leaves straight edges, so views stay inside of it.
    """

    epsg: int
    origin: tuple[int, int]
    step: int
    cut: Box | None = None


ILE_DE_FRANCE = Plane(epsg=2154, origin=(585_000, 6_770_000), step=10)
FRANCE = Plane(epsg=2154, origin=(90_000, 6_040_000), step=100)
#: Steps of 500 m, about a tenth of a pixel on a screen. The cut hides where the file ends: at 34° north and 45° east.
EUROPE = Plane(epsg=3035, origin=(2_300_000, 1_360_000), step=500, cut=Box(left=0, bottom=0, right=6_600, top=6_500))
LAYERS: dict[str, tuple[Plane, str]] = {
    "idf_departements": (ILE_DE_FRANCE, IGN),
    "fr_regions": (FRANCE, IGN),
    "fr_departements": (FRANCE, IGN),
    "europe_regions": (EUROPE, NATURAL_EARTH),
    "europe_countries": (EUROPE, NATURAL_EARTH),
}


def project_layers(geo_dir: Path, out_dir: Path) -> tuple[Path, ...]:
    """The projected files, written from the GeoJSON of `geo_dir`; the same input gives the same bytes.

    Labels stand at the points of the area code list, which lies beside `geo_dir`. `out_dir` is made if need be.
    """
    with (geo_dir.parent / "codelists" / "areas.csv").open(encoding="utf-8", newline="") as file:
        points = {row["area"]: (float(row["lon"]), float(row["lat"])) for row in csv.DictReader(file) if row["lon"]}
    written = []
    for name, (plane, attribution) in LAYERS.items():
        features = json.loads((geo_dir / f"{name}.geojson").read_bytes())["features"]
        layer = _projected(features, plane, attribution, points, has_numbers=name in NUMBERED)
        path = out_dir / f"{name}.json"
        text = json.dumps(layer, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
        write_whole(path, text.encode())
        written.append(path)
    return tuple(written)


def _projected(
    features: list[Feature],
    plane: Plane,
    attribution: str,
    points: dict[str, tuple[float, float]],
    *,
    has_numbers: bool,
) -> StoredLayer:
    shapes: list[StoredShape] = []
    for feature in sorted(features, key=lambda feature: feature["properties"]["area"]):
        rings = [stepped for ring in _rings(feature["geometry"]) for stepped in _on_the_plane(ring, plane)]
        if not rings:
            continue
        area = feature["properties"]["area"]
        known = points.get(area)
        label = _label_point(rings, _rounded(_plane_points([known], plane)[0]) if known else None)
        shapes.append(
            {
                "area": area,
                "label": list(label),
                "name": feature["properties"]["name"],
                "number": feature["properties"].get("insee") if has_numbers else None,
                "rings": [[number for point in ring for number in point] for ring in rings],
            }
        )
    origin = list(plane.origin)
    return {"attribution": attribution, "epsg": plane.epsg, "origin": origin, "shapes": shapes, "step": plane.step}


def _rings(geometry: SinglePart | SeveralParts) -> list[Line]:
    """All rings of all parts, in the order of the file."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [[(point[0], point[1]) for point in ring] for polygon in polygons for ring in polygon]


def _on_the_plane(ring: Line, plane: Plane) -> list[list[Point]]:
    """The ring in whole steps, cut and closed: one ring, or none where nothing of it is left.

    Rounding moves the points that neighbours share in the same way, so their borders still meet.
    """
    flat = _plane_points(ring, plane)
    if plane.cut is not None:
        flat = cut_ring(flat, plane.cut)
    points: list[Point] = []
    for point in map(_rounded, flat):
        if not points or points[-1] != point:
            points.append(point)
    if points and points[0] != points[-1]:
        points.append(points[0])
    return [points] if len(points) >= SMALLEST_RING else []


def _plane_points(points: Line, plane: Plane) -> Line:
    (left, bottom), step = plane.origin, plane.step
    return [((x - left) / step, (y - bottom) / step) for x, y in _transformer(plane.epsg).itransform(points)]


@cache
def _transformer(epsg: int) -> Transformer:
    return Transformer.from_crs(4326, epsg, always_xy=True)


def _rounded(point: tuple[float, float]) -> Point:
    return round(point[0]), round(point[1])


def _extent(ring: list[Point]) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


def _label_point(rings: list[list[Point]], known: Point | None) -> Point:
    """The point of the code list where it lies inside of the area, which the cut outline does not always grant."""
    if known is not None and any(left <= known[0] <= right for left, right in chords(rings, known[1] + OFF_GRID)):
        return known
    largest = max(rings, key=_extent)
    heights = [y for _, y in largest]
    height = (min(heights) + max(heights)) // 2 + OFF_GRID
    left, right = max(chords([largest], height), key=lambda chord: chord[1] - chord[0])
    return round((left + right) / 2), round(height)
