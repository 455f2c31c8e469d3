"""Charts: an exhibit and a palette in, a plotly figure out. Plotly is imported here and nowhere else."""

from components.charts.drawing import Figure, NotAFigureError, draw, on_slide
from components.charts.modebar import config
from components.charts.offline import config_json, figure_json, plotly_script

__all__ = ["Figure", "NotAFigureError", "config", "config_json", "draw", "figure_json", "on_slide", "plotly_script"]
