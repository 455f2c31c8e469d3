"""Heat tables: a cell per row and column with its value or its band of ranks written in it, darker for better."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts.boxes import Box, add_boxes
from components.charts.cells import Place, cell_width, grid_figure
from components.charts.labels import block, value_text
from components.charts.tooltip import tooltip
from components.layout.looks import Look, look
from components.layout.text_width import SMALL_SIZE, wrapped
from components.palette import Palette
from loaders.exhibit import Exhibit, Figure, Mark, MeasureLabel
from loaders.measure import MeasureKind

_ROW = 40
_GAP = 4
#: What stands in a cell whose combination does not exist: nothing is known to be missing.
ABSENT = "–"
_ABSENT_TINT = 0.35
#: Bands of ten ranks up to the fiftieth have the same five shades in every picture.
_BAND, _LAST_RANK = 10, 50


def heat_table_figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """Cells of rows and columns; a combination that does not exist is a dash, one that was not printed is hatched."""
    figure, places = grid_figure(exhibit, palette, height=_ROW)
    values = [mark.figure.value for mark in exhibit.marks if mark.figure.value is not None]
    boxes = tuple(_box(exhibit, place, values, palette) for place in places)
    add_boxes(figure, boxes, palette, inside=True)
    return figure


def band_text(mark: Mark, measure: MeasureLabel) -> str:
    """The text of a cell: "11–20" from two figures, with one qualifier for both; else the first figure's text."""
    known = [figure for figure in mark.figures if figure is not None and figure.value is not None]
    if len(known) < 2 or known[0].value == known[-1].value:  # noqa: PLR2004 - a band has two ends
        return value_text(mark.figure)
    low, high = known[0], known[-1]
    qualifier = "" if low.qualifier == "=" else f"{low.qualifier}\N{NO-BREAK SPACE}"
    ends = f"{_bare(low, measure)}–{_bare(high, measure)}"
    return value_text(low, qualifier + ends)


def _bare(figure: Figure, measure: MeasureLabel) -> str:
    """A figure without its qualifier; a rank without its ordinal ending, as bands are printed."""
    if measure.kind is MeasureKind.RANK and figure.value is not None:
        return f"{figure.value:g}"
    return figure.text.removeprefix(figure.qualifier).strip()


def strength(value: float, values: Sequence[float], measure: MeasureLabel) -> float:
    """How dark a cell is, from 0 to 1: the best rank or the greatest value is darkest."""
    if measure.kind is MeasureKind.RANK and max(values) <= _LAST_RANK:
        return 1 - (value - 1) // _BAND * _BAND / _LAST_RANK
    low, high = min(values), max(values)
    if low == high:
        return 1.0
    share = (value - low) / (high - low)
    is_low_best = measure.kind is MeasureKind.RANK or measure.polarity == "lower_is_better"
    return 1 - share if is_low_best else share


def _box(exhibit: Exhibit, place: Place, values: Sequence[float], palette: Palette) -> Box:
    measure = exhibit.measures[0]
    dress = Look(fill=palette.tint(palette.rule, _ABSENT_TINT), line=palette.paper)
    text, ink = ABSENT, palette.muted
    if place.mark:
        value = place.mark.figure.value
        colour = palette.ramp(0 if value is None else strength(value, values, measure))
        dress = look(place.mark.figure, colour, palette, outline=palette.accent)
        lines = band_text(place.mark, measure)
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
