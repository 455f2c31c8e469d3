"""The filled areas of a map: those of the exhibit, their quiet neighbours, and the swatches of the key."""

from collections.abc import Iterable
from itertools import pairwise
from math import nan

import plotly.graph_objects as go
import polars as pl

from components.charts.tooltip import tooltip
from components.layout.looks import EDGES, FORECAST
from components.layout.map_frame import ROW_PIXELS, DrawnArea
from components.layout.map_key import SWATCH_PIXELS, KeyEntry, PlacedEntry
from components.layout.map_scene import MapScene
from loaders.boundary import AreaShape, Point, Ring, box_around, cut_ring
from loaders.exhibit import Role
from loaders.observation import MISSING_STATUSES

DASH = "4px,3px"
DASHES = {status: {"dash": DASH, "dot": "1px,3px"}[edge] for status, edge in EDGES.items()}
#: The least extent of an island of a neighbour, in pixels of the narrowest picture.
NEIGHBOUR_PIXELS = 3
#: How many points of the grid lie in a pixel of the narrowest picture.
POINTS_PER_PIXEL = 4
INSET_AXES = {"xaxis": "x2", "yaxis": "y2"}
PEN_UP = (nan, nan)


def add_neighbours(figure: go.Figure, scene: MapScene) -> None:
    """Draw what is in view but not in the exhibit, in one quiet trace."""
    shown = {area.shape.area for area in scene.areas}
    shapes = [shape for shape in scene.neighbours.shapes if shape.area not in shown or scene.neighbours != scene.layer]
    rings = [ring for shape in shapes if shape.box.meets(scene.frame.view) for ring in _in_view(shape, scene)]
    across, along = _line(rings, scene)
    figure.add_trace(
        go.Scatter(
            x=across,
            y=along,
            mode="lines",
            fill="toself",
            fillcolor=scene.ground,
            line={"color": scene.palette.paper, "width": 0.8},
            hoverinfo="skip",
            name="neighbours",
        )
    )


def _in_view(shape: AreaShape, scene: MapScene) -> list[Ring]:
    """The rings of a neighbour that reach into the view; the smallest islands are left out."""
    view, least = scene.frame.view, NEIGHBOUR_PIXELS * scene.frame.pixel
    boxes = [(ring, box_around(ring)) for ring in shape.rings]
    large = [ring for ring, box in boxes if box.meets(view) and max(box.width, box.height) >= least]
    cut = [cut_ring(list(ring), view) for ring in large]
    return [tuple((round(x), round(y)) for x, y in [*ring, ring[0]]) for ring in cut if ring]


def add_areas(figure: go.Figure, scene: MapScene) -> None:
    """Draw each area of the exhibit: on the map and, where it is enlarged, in the inset."""
    # Île-de-France comes last: its edge is the one that must not be covered by a neighbour's.
    for area in sorted(scene.areas, key=lambda area: area.mark.role is Role.ACCENT):
        figure.add_trace(_area(area, scene))
        if scene.frame.inset_of(area):
            figure.add_trace(_area(area, scene).update(INSET_AXES))
    for status, dash in DASHES.items() if scene.scale else ():
        dashed = [area for area in scene.areas if area.figure and area.figure.status == status]
        enlarged = [area for area in dashed if scene.frame.inset_of(area)]
        if dashed:
            figure.add_trace(_edges(dashed, scene, dash))
        if enlarged:
            figure.add_trace(_edges(enlarged, scene, dash).update(INSET_AXES))


def _area(area: DrawnArea, scene: MapScene) -> go.Scatter:
    across, along = _line(area.shape.rings, scene)
    edge = scene.palette.gap if scene.is_hatched(area) else scene.palette.paper
    is_marked = area.mark.role is Role.ACCENT and scene.has_accent and scene.scale is not None
    return go.Scatter(
        x=across,
        y=along,
        mode="lines",
        fill="toself",
        hoveron="fills",
        hoverinfo="text",
        text=tooltip(scene.exhibit, area.mark),
        name=area.shape.area,
        line={"color": scene.palette.accent, "width": 1.6} if is_marked else {"color": edge, "width": 0.8},
        **_fill(scene, scene.fill(area), is_gap=scene.is_hatched(area)),
    )


def _edges(areas: list[DrawnArea], scene: MapScene, dash: str) -> go.Scatter:
    """The edges of some areas, those between two of them once: two dashed lines on each other make a solid one."""
    drawn: set[frozenset[Point]] = set()
    lines: list[Ring] = []
    for ring in (ring for area in areas for ring in area.shape.rings):
        for step in pairwise(ring):
            if frozenset(step) in drawn:
                continue
            drawn.add(frozenset(step))
            if lines and lines[-1][-1] == step[0]:
                lines[-1] += step[1:]
            else:
                lines.append(step)
    across, along = _line(lines, scene)
    line = {"color": scene.palette.ink, "width": 1.2, "dash": dash}
    return go.Scatter(x=across, y=along, mode="lines", line=line, hoverinfo="skip", name="edges")


def _fill(scene: MapScene, colour: str, *, is_gap: bool) -> dict[str, object]:
    if not is_gap:
        return {"fillcolor": colour}
    return {
        "fillcolor": scene.palette.paper,
        "fillpattern": {
            "shape": "/",
            "fillmode": "replace",
            "fgcolor": scene.palette.gap,
            "bgcolor": scene.palette.paper,
            "size": 6,
            "solidity": 0.22,
        },
    }


def add_swatches(figure: go.Figure, scene: MapScene) -> None:
    """Draw the swatches of the key: a shade, a hatching, or a dashed edge."""
    for placed in scene.key:
        if placed.entry.has_swatch:
            figure.add_trace(_swatch(placed, scene))


def _swatch(placed: PlacedEntry, scene: MapScene) -> go.Scatter:
    pixel, room = scene.frame.pixel, scene.frame.key
    left = room.left + placed.left * pixel
    top = room.top - (placed.row * ROW_PIXELS + 2) * pixel
    right, bottom = left + SWATCH_PIXELS * pixel, top - SWATCH_PIXELS * pixel
    entry = placed.entry
    return go.Scatter(
        x=[left, right, right, left, left],
        y=[bottom, bottom, top, top, bottom],
        mode="lines",
        fill="toself",
        hoverinfo="skip",
        name="key",
        line=_swatch_line(entry, scene),
        **_fill(scene, _swatch_colour(entry, scene), is_gap=entry.status in MISSING_STATUSES),
    )


def _swatch_colour(entry: KeyEntry, scene: MapScene) -> str:
    if entry.darkness is None:
        return scene.palette.paper
    return scene.shade(entry.darkness, is_accent=not scene.has_accent)


def _swatch_line(entry: KeyEntry, scene: MapScene) -> dict[str, object]:
    if entry.status in DASHES:
        on_symbol = DASH if entry.status == FORECAST else "solid"
        return {"color": scene.palette.ink, "width": 1.2, "dash": DASHES[entry.status] if scene.scale else on_symbol}
    return {"color": scene.palette.gap if entry.status in MISSING_STATUSES else scene.palette.rule, "width": 0.8}


def _line(rings: Iterable[Ring], scene: MapScene) -> tuple[pl.Series, pl.Series]:
    """Rings as one line whose pen is lifted between them (NaN), without points that no screen can tell apart.

    All points move to one grid, neighbours in the same way, so that their borders still meet. Columns of numbers are
    kept and sent as such, which takes a tenth of the memory and of the time of lists.
    """
    grid = max(1, int(scene.frame.pixel / POINTS_PER_PIXEL))
    line: list[tuple[float, float]] = []
    for ring in rings:
        points = [(grid * round(x / grid), grid * round(y / grid)) for x, y in ring]
        line += [PEN_UP] if line else []
        line += [points[0], *(point for before, point in pairwise(points) if point != before)]
    across, along = (pl.Series([point[axis] for point in line], dtype=pl.Float32) for axis in (0, 1))
    return across, along
