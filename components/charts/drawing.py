"""One figure per exhibit: which module draws which kind."""

from typing import assert_never

import plotly.graph_objects as go
from plotly.basedatatypes import BaseTraceType

from components.charts.area_map import choropleth_figure, symbol_map_figure
from components.charts.bands import heat_table_figure
from components.charts.bars import grouped_bars_figure
from components.charts.dumbbell import dumbbell_figure
from components.charts.ranking import ranking_figure
from components.charts.scatter import scatter_figure
from components.charts.signs import sign_matrix_figure
from components.charts.stacks import stacked_bars_figure
from components.charts.trend import trend_figure
from components.layout.text_width import SMALL_SIZE
from components.palette import Palette
from loaders.exhibit import Exhibit
from loaders.view import ViewKind

#: What a chart or a flat map is drawn as.
Figure = go.Figure


class NotAFigureError(TypeError):
    """An exhibit was handed to `draw` whose kind is not a plotly figure."""

    @classmethod
    def of(cls, exhibit: Exhibit) -> "NotAFigureError":
        """The error for an exhibit: what, where, what was expected, what to do."""
        return cls(
            f"'{exhibit.kind}' is not drawn as a figure (view {exhibit.view} of dataset {exhibit.dataset}). "
            "Expected: a chart or a flat map. Draw metrics and tables as page elements, column maps as decks."
        )


def draw(exhibit: Exhibit, palette: Palette) -> go.Figure:  # noqa: C901, PLR0911 - one way out per kind
    """The exhibit as a plotly figure in the colours of `palette`.

    Raises:
        NotAFigureError: for metrics, tables and column maps, which are drawn elsewhere.
    """
    match exhibit.kind:
        case ViewKind.RANKING:
            return ranking_figure(exhibit, palette)
        case ViewKind.GROUPED_BARS:
            return grouped_bars_figure(exhibit, palette)
        case ViewKind.STACKED_BARS:
            return stacked_bars_figure(exhibit, palette)
        case ViewKind.TREND:
            return trend_figure(exhibit, palette)
        case ViewKind.DUMBBELL:
            return dumbbell_figure(exhibit, palette)
        case ViewKind.SCATTER:
            return scatter_figure(exhibit, palette)
        case ViewKind.HEAT_TABLE:
            return heat_table_figure(exhibit, palette)
        case ViewKind.SIGN_MATRIX:
            return sign_matrix_figure(exhibit, palette)
        case ViewKind.CHOROPLETH:
            return choropleth_figure(exhibit, palette)
        case ViewKind.SYMBOL_MAP:
            return symbol_map_figure(exhibit, palette)
        case ViewKind.METRIC | ViewKind.TABLE | ViewKind.COLUMN_MAP:
            raise NotAFigureError.of(exhibit)
        case _:
            assert_never(exhibit.kind)


def on_slide(figure: go.Figure, height: int) -> go.Figure:
    """The same figure so many pixels high: its marks move together, its labels keep their size.

    The key and the licence of a map, which are smaller than every other label, become as large as these.
    """
    if figure.layout.height == height and not any(map(_is_small, figure.data)):
        return figure
    copy = go.Figure(figure).update_layout(height=height)
    copy.for_each_trace(lambda trace: trace.update(textfont_size=SMALL_SIZE), _is_small)
    return copy


def _is_small(trace: BaseTraceType) -> bool:
    # Not every kind of trace has text.
    size = trace["textfont"].size if "textfont" in trace else None
    return isinstance(size, int | float) and size < SMALL_SIZE
