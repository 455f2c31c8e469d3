"""Flat maps: filled areas on plain axes, without tiles and without requests; missing values can be hatched.

plotly's own map traces know no hatching and fetch their outlines from elsewhere; here an area is a line with a fill.
"""

import plotly.graph_objects as go

from components.charts.map_areas import add_areas, add_neighbours, add_swatches
from components.charts.map_symbols import add_symbols
from components.charts.map_text import add_click_points, add_key_text, add_labels
from components.charts.template import Margins, canvas
from components.layout.map_scene import MapScene, map_scene
from components.palette import Palette
from loaders.boundary import Box
from loaders.exhibit import Exhibit

#: The width, in pixels, at which the picture fills its height; narrower ones leave a little room below.
FULL_WIDTH = 400
MARGINS = Margins(left=2, right=2, top=4, bottom=4)


def choropleth_figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """The areas of the exhibit, darker for more; gaps hatched, estimates with a dashed edge, values written."""
    scene = map_scene(exhibit, palette, has_shades=True)
    figure = _empty(scene)
    add_neighbours(figure, scene)
    add_areas(figure, scene)
    return _finished(figure, scene)


def symbol_map_figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """A circle for each area of the exhibit, its surface in proportion to the value; gaps are small and hatched."""
    scene = map_scene(exhibit, palette, has_shades=False)
    figure = _empty(scene)
    add_neighbours(figure, scene)
    add_areas(figure, scene)
    add_symbols(figure, scene)
    return _finished(figure, scene)


def _empty(scene: MapScene) -> go.Figure:
    box = scene.frame.canvas
    figure = canvas(scene.exhibit.language, scene.palette, height=FULL_WIDTH * box.height / box.width, margins=MARGINS)
    figure.update_layout(xaxis=_across(box, "y"), yaxis=_along(box))
    if scene.frame.inset is not None:
        window = scene.frame.inset.axes_window(box)
        figure.update_layout(
            xaxis2={**_across(window, "y2"), "overlaying": "x"},
            yaxis2={**_along(window), "overlaying": "y"},
            xaxis3={**_across(box, "y3"), "overlaying": "x"},
            yaxis3={**_along(box), "overlaying": "y"},
        )
    return figure


def _across(box: Box, partner: str) -> dict[str, object]:
    return {"range": [box.left, box.right], "visible": False, "constrain": "domain", "scaleanchor": partner}


def _along(box: Box) -> dict[str, object]:
    return {"range": [box.bottom, box.top], "visible": False, "constrain": "domain", "constraintoward": "top"}


def _finished(figure: go.Figure, scene: MapScene) -> go.Figure:
    """The figure with its key, labels, frame of the inset and points for clicks."""
    _add_inset_frame(figure, scene)
    add_swatches(figure, scene)
    add_key_text(figure, scene)
    add_labels(figure, scene)
    add_click_points(figure, scene)
    return figure


def _add_inset_frame(figure: go.Figure, scene: MapScene) -> None:
    """A thin frame around the inset and around what it shows, and a leader between them."""
    inset = scene.frame.inset
    if inset is None:
        return
    line = {"color": scene.palette.muted, "width": 0.8}
    for box in (inset.marked, inset.target):
        figure.add_shape(type="rect", x0=box.left, x1=box.right, y0=box.bottom, y1=box.top, line=line)
    figure.add_shape(
        type="line",
        x0=inset.marked.right,
        y0=inset.marked.bottom,
        x1=inset.target.right,
        y1=inset.target.top,
        line=line,
    )
