"""Heat tables: a cell per row and column with its value or its band of ranks written in it, darker for better."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts.boxes import Box, add_boxes
from components.charts.cells import Place, cell_width, grid_figure
from components.charts.labels import block, value_text
from components.charts.tooltip import tooltip
from components.layout.bands import ABSENT, band_text, strength
from components.layout.looks import Look, look
from components.layout.text_width import SMALL_SIZE, wrapped
from components.palette import Palette
from loaders.exhibit import Exhibit

_ROW = 40
_GAP = 4
_ABSENT_TINT = 0.35


def heat_table_figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """Cells of rows and columns; a combination that does not exist is a dash, one that was not printed is hatched."""
    figure, places = grid_figure(exhibit, palette, height=_ROW)
    values = [mark.figure.value for mark in exhibit.marks if mark.figure.value is not None]
    boxes = tuple(_box(exhibit, place, values, palette) for place in places)
    add_boxes(figure, boxes, palette, inside=True)
    return figure


def _box(exhibit: Exhibit, place: Place, values: Sequence[float], palette: Palette) -> Box:
    measure = exhibit.measures[0]
    dress = Look(fill=palette.tint(palette.rule, _ABSENT_TINT), line=palette.paper)
    text, ink = ABSENT, palette.muted
    if place.mark:
        value = place.mark.figure.value
        colour = palette.ramp(0 if value is None else strength(value, values, measure))
        dress = look(place.mark.figure, colour, palette, outline=palette.accent)
        lines = value_text(place.mark.figure, band_text(place.mark, measure))
        text = block(wrapped(place.mark.figure.text, cell_width(exhibit), SMALL_SIZE)) if value is None else lines
        ink = palette.muted if value is None else palette.text_on(dress.fill)
    return Box(
        start=place.left,
        end=place.right,
        centre=place.row.centre,
        thickness=place.row.height - _GAP,
        look=dress,
        text=text,
        ink=ink,
        hover=tooltip(exhibit, place.mark) if place.mark else "",
        code=place.mark.category.code if place.mark else "",
    )
