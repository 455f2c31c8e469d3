"""Hairlines at the zero of an axis."""

import plotly.graph_objects as go

from components.palette import Palette


def add_base_line(figure: go.Figure, palette: Palette) -> None:
    """A hairline at the zero of a vertical axis."""
    figure.add_shape(
        type="line",
        xref="paper",
        x0=0,
        x1=1,
        yref="y",
        y0=0,
        y1=0,
        layer="below",
        line={"color": palette.muted, "width": 1},
    )


def add_zero_line(figure: go.Figure, palette: Palette) -> None:
    """A hairline at zero over the whole height of the rows."""
    figure.add_shape(
        type="line", xref="x", x0=0, x1=0, yref="paper", y0=0, y1=1, line={"color": palette.muted, "width": 1}
    )
