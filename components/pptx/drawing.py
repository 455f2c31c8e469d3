"""Which kind of exhibit is drawn as what: a native chart, a map of shapes, a table, a number, or at last a picture."""

from collections.abc import Callable
from functools import partial

from components.pptx.body import Body
from components.pptx.canvas import Canvas, Frame
from components.pptx.charts.bars import grouped_bars_chart, ranking_chart
from components.pptx.charts.chart import Chart, add_chart
from components.pptx.charts.dots import dumbbell_chart, places_chart
from components.pptx.charts.scatter import scatter_chart
from components.pptx.charts.stacks import stacked_bars_chart
from components.pptx.charts.trend import trend_chart
from components.pptx.headline import headline
from components.pptx.maps.map import map_drawing
from components.pptx.picture import picture_with_table
from components.pptx.style import Style
from components.pptx.tables.cells import heat_table, sign_matrix
from components.pptx.tables.listing import listing
from loaders.exhibit import Exhibit
from loaders.measure import MeasureKind
from loaders.view import ViewKind

_CHARTS: dict[ViewKind, Callable[[Exhibit, Frame, str], Chart]] = {
    ViewKind.GROUPED_BARS: grouped_bars_chart,
    ViewKind.STACKED_BARS: stacked_bars_chart,
    ViewKind.TREND: trend_chart,
    ViewKind.DUMBBELL: dumbbell_chart,
    ViewKind.SCATTER: scatter_chart,
    ViewKind.RANKING: ranking_chart,
}
_OTHERS: dict[ViewKind, Callable[[Exhibit, Frame, Style], Body]] = {
    ViewKind.CHOROPLETH: map_drawing,
    ViewKind.SYMBOL_MAP: map_drawing,
    ViewKind.HEAT_TABLE: heat_table,
    ViewKind.SIGN_MATRIX: sign_matrix,
    ViewKind.METRIC: headline,
    ViewKind.TABLE: listing,
    ViewKind.COLUMN_MAP: picture_with_table,
}


def is_native_chart(exhibit: Exhibit) -> bool:
    """Whether an exhibit comes as a chart of Office; one without any value comes as its table, never as empty axes."""
    return exhibit.kind in _CHARTS and any(
        figure is not None and figure.value is not None for mark in exhibit.marks for figure in mark.figures
    )


def body_of(exhibit: Exhibit, frame: Frame, style: Style) -> Body:
    """The middle of the slide of an exhibit, in a frame."""
    if is_native_chart(exhibit):
        return _chart(exhibit, frame, style)
    return _OTHERS.get(exhibit.kind, listing)(exhibit, frame, style)


def _chart(exhibit: Exhibit, frame: Frame, style: Style) -> Body:
    draw = _CHARTS[exhibit.kind]
    if exhibit.kind is ViewKind.RANKING and exhibit.measures[0].kind is MeasureKind.RANK:
        draw = places_chart
    chart = draw(exhibit, frame, style.tag)
    return Body(
        put=partial(_put, exhibit=exhibit, chart=chart),
        left_out=chart.left_out,
        all=len(exhibit.marks),
        notes=chart.notes,
    )


def _put(canvas: Canvas, exhibit: Exhibit, chart: Chart) -> None:
    add_chart(canvas, exhibit, chart)
