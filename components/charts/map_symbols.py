"""Circles whose surface is the value, drawn as lines of the plane: they can be hatched and dashed like areas."""

from math import cos, pi, sin

import plotly.graph_objects as go

from components.charts.map_areas import DASH
from components.charts.tooltip import tooltip
from components.layout.looks import look
from components.layout.map_frame import DrawnArea
from components.layout.map_scene import MapScene
from components.layout.symbol_size import symbol_radius
from loaders.exhibit import Figure

CORNERS = 48


def add_symbols(figure: go.Figure, scene: MapScene) -> None:
    """Draw the circles, large ones first so that small ones stay in sight."""
    for area in sorted(scene.areas, key=lambda area: -symbol_radius(area, scene)):
        if area.figure is not None:
            figure.add_trace(_circle(area, area.figure, scene))


def _circle(area: DrawnArea, figure: Figure, scene: MapScene) -> go.Scatter:
    (x, y), radius = scene.frame.place(area), symbol_radius(area, scene) * scene.frame.pixel
    turns = [2 * pi * corner / CORNERS for corner in range(CORNERS + 1)]
    palette, role = scene.palette, scene.role(area)
    dress = look(figure, palette.role(role), palette, outline=palette.stroke(role))
    pattern = {"shape": "/", "fillmode": "replace", "fgcolor": dress.line, "bgcolor": dress.fill, "size": 4}
    return go.Scatter(
        x=[round(x + radius * cos(turn), 1) for turn in turns],
        y=[round(y + radius * sin(turn), 1) for turn in turns],
        mode="lines",
        fill="toself",
        fillcolor=dress.fill,
        fillpattern={**pattern, "solidity": 0.3} if dress.hatched else None,
        line={
            "color": dress.line if dress.width else palette.paper,
            "width": dress.width or 1,
            "dash": DASH if dress.dashed else "solid",
        },
        hoveron="fills",
        hoverinfo="text",
        text=tooltip(scene.exhibit, area.mark),
        **scene.top_axes,
        name=f"{area.shape.area} symbol",
    )
