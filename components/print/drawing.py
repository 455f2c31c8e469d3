"""Which kind of picture is drawn by which module."""

from collections.abc import Callable

from components.print.kinds.dumbbell import dumbbell_plot
from components.print.kinds.grouped_bars import grouped_bars_plot
from components.print.kinds.heat_table import heat_table_plot
from components.print.kinds.maps import choropleth_plot, column_map_plot, symbol_map_plot
from components.print.kinds.metric import metric_plot
from components.print.kinds.ranking import ranking_plot
from components.print.kinds.scatter import scatter_plot
from components.print.kinds.sign_matrix import sign_matrix_plot
from components.print.kinds.stacked_bars import stacked_bars_plot
from components.print.kinds.table import table_plot
from components.print.kinds.trend import trend_plot
from components.print.plot import Plot, Space
from loaders.exhibit import Exhibit
from loaders.view import ViewKind

PLOTS: dict[ViewKind, Callable[[Exhibit, Space], Plot]] = {
    ViewKind.RANKING: ranking_plot,
    ViewKind.METRIC: metric_plot,
    ViewKind.GROUPED_BARS: grouped_bars_plot,
    ViewKind.STACKED_BARS: stacked_bars_plot,
    ViewKind.DUMBBELL: dumbbell_plot,
    ViewKind.TREND: trend_plot,
    ViewKind.SCATTER: scatter_plot,
    ViewKind.HEAT_TABLE: heat_table_plot,
    ViewKind.SIGN_MATRIX: sign_matrix_plot,
    ViewKind.TABLE: table_plot,
    ViewKind.CHOROPLETH: choropleth_plot,
    ViewKind.SYMBOL_MAP: symbol_map_plot,
    ViewKind.COLUMN_MAP: column_map_plot,
}


def plot_of(exhibit: Exhibit, space: Space) -> Plot:
    """The plot of an exhibit in a space.

    Raises:
        TooSmallError: the space is too small for it.
    """
    return PLOTS[exhibit.kind](exhibit, space)
