"""The words on a map: labels, key, attribution; and the points that answer a click."""

import plotly.graph_objects as go

from components.charts.labels import BREAK, bold, plain
from components.charts.tooltip import tooltip
from components.layout.map_frame import ROW_PIXELS, DrawnArea
from components.layout.map_key import FONT_PIXELS as KEY_PIXELS
from components.layout.map_key import SWATCH_PIXELS, PlacedEntry
from components.layout.map_labels import FONT_PIXELS, Label
from components.layout.map_naming import map_labels
from components.layout.map_scene import MapScene

ATTRIBUTION_PIXELS = 9


def add_labels(figure: go.Figure, scene: MapScene) -> None:
    """Write name and value on or beside each area, so that nothing covers anything else."""
    labels = map_labels(scene)
    areas = {area.shape.area: area for area in scene.areas}
    colours = [_colour(label, areas[label.area], scene) for label in labels]
    for label in labels:
        if label.leader:
            (x0, y0), (x1, y1) = label.leader
            line = {"color": scene.palette.muted, "width": 0.8}
            figure.add_shape(type="line", x0=x0, y0=y0, x1=x1, y1=y1, line=line)
    for label, colour in zip(labels, colours, strict=True):
        is_on_hatching = label.is_inside and areas[label.area].is_gap
        figure.add_annotation(
            x=label.x,
            y=label.y,
            text=_written(label),
            font={"size": FONT_PIXELS, "color": colour},
            bgcolor=scene.palette.paper if is_on_hatching else None,
            borderpad=1,
            name=f"label {label.area}",
        )


def _written(label: Label) -> str:
    *name, value = (plain(line) for line in label.lines)
    return BREAK.join([*name, bold(value)])


def _colour(label: Label, area: DrawnArea, scene: MapScene) -> str:
    if not label.is_inside or area.is_gap:
        return scene.palette.ink
    return scene.palette.text_on(scene.fill(area))


def add_key_text(figure: go.Figure, scene: MapScene) -> None:
    """Write the key beside its swatches, and the attribution of the boundaries below everything."""
    ink, muted = scene.palette.ink, scene.palette.muted
    lines = [
        (*_key_point(placed, number, scene), plain(line), ink if placed.entry.has_swatch else muted)
        for placed in scene.key
        for number, line in enumerate(placed.lines)
    ]
    _add_text(figure, lines, KEY_PIXELS, "middle right")
    corner = scene.frame.canvas
    below = (corner.left, corner.bottom + 5 * scene.frame.pixel, plain(scene.layer.attribution), muted)
    _add_text(figure, [below], ATTRIBUTION_PIXELS, "middle right")


def _key_point(placed: PlacedEntry, line: int, scene: MapScene) -> tuple[float, float]:
    pixel, room = scene.frame.pixel, scene.frame.key
    before = SWATCH_PIXELS + 3 if placed.entry.has_swatch else 0
    row = (placed.row + line) * ROW_PIXELS + 2 + SWATCH_PIXELS / 2
    return room.left + (placed.left + before) * pixel, room.top - row * pixel


def _add_text(figure: go.Figure, lines: list[tuple[float, float, str, str]], size: int, position: str) -> None:
    # A trace and not annotations: those are placed by a measured width, which is wrong until the font has come.
    figure.add_trace(
        go.Scatter(
            x=[line[0] for line in lines],
            y=[line[1] for line in lines],
            mode="text",
            text=[line[2] for line in lines],
            textposition=position,
            textfont={"size": size, "color": [line[3] for line in lines]},
            # The key is laid out with widths that are estimates: a long word may pass the edge by some pixels.
            cliponaxis=False,
            hoverinfo="skip",
            name="key text",
        )
    )


def add_click_points(figure: go.Figure, scene: MapScene) -> None:
    """Put an almost invisible point on each area: plotly reports a click on a point, but not on a fill."""
    points = [scene.frame.place(area) for area in scene.areas]
    figure.add_trace(
        go.Scatter(
            x=[x for x, _ in points],
            y=[y for _, y in points],
            mode="markers",
            marker={"size": 22, "color": scene.palette.paper, "opacity": 0.01},
            unselected={"marker": {"opacity": 0.01}},
            customdata=[area.shape.area for area in scene.areas],
            # The point lies over the fill, so it has to answer the pointer in its place.
            hovertext=[tooltip(scene.exhibit, area.mark) for area in scene.areas],
            hoverinfo="text",
            name="areas",
            **scene.top_axes,
        )
    )
