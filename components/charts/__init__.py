"""Charts: an exhibit and a palette in, a plotly figure out. Plotly is imported here and nowhere else."""

from components.charts.drawing import Figure, NotAFigureError, draw
from components.charts.modebar import config

__all__ = ["Figure", "NotAFigureError", "config", "draw"]
