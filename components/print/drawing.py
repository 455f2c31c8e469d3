"""Which kind of picture is drawn by which module."""

from components.print.kinds.dumbbell import dumbbell_plot
from components.print.kinds.grouped_bars import grouped_bars_plot
from components.print.kinds.metric import metric_plot
from components.print.kinds.ranking import ranking_plot
from components.print.kinds.stacked_bars import stacked_bars_plot
from components.print.kinds.trend import trend_plot
from components.print.plot import Plot, Space
from loaders.exhibit import Exhibit
from loaders.view import ViewKind


def plot_of(exhibit: Exhibit, space: Space) -> Plot:
    """The plot of an exhibit in a space.

    Raises:
        TooSmallError: the space is too small for it.
    """
    match exhibit.kind:
        case ViewKind.RANKING:
            return ranking_plot(exhibit, space)
        case ViewKind.METRIC:
            return metric_plot(exhibit, space)
        case ViewKind.GROUPED_BARS:
            return grouped_bars_plot(exhibit, space)
        case ViewKind.STACKED_BARS:
            return stacked_bars_plot(exhibit, space)
        case ViewKind.DUMBBELL:
            return dumbbell_plot(exhibit, space)
        case ViewKind.TREND:
            return trend_plot(exhibit, space)
        case _:
            raise NotImplementedError(exhibit.kind)
