"""Dots: the points of trends, dumbbells, rank scales and scatters, drawn as one plotly trace."""

from dataclasses import dataclass

import plotly.graph_objects as go

from components.layout.looks import Look
from components.layout.text_width import FONT_SIZE

DOT_SIZE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A point with its text.

    Attributes:
        x: place on the x axis.
        y: place on the y axis.
        look: how its status shows.
        text: what stands beside it, ready for plotly.
        ink: colour of the text.
        side: where the text stands, as plotly names it.
        size: diameter in pixels.
        hover: the tooltip, ready for plotly.
        code: what a click on the dot selects.
    """

    x: float
    y: float
    look: Look
    text: str
    ink: str
    side: str = "middle right"
    size: float = DOT_SIZE
    hover: str
    code: str


def add_dots(figure: go.Figure, dots: tuple[Dot, ...], *, opacity: float = 1) -> None:
    """Draw the dots over what is already there. Gaps are boxes: a plotly marker cannot be hatched."""
    figure.add_trace(
        go.Scatter(
            mode="markers+text",
            x=[dot.x for dot in dots],
            y=[dot.y for dot in dots],
            # Plotly places the text at a fixed distance of the marker: a space keeps it off the outline.
            text=[_spaced(dot) for dot in dots],
            textposition=[dot.side for dot in dots],
            textfont={"color": [dot.ink for dot in dots], "size": FONT_SIZE},
            cliponaxis=False,
            marker={
                "size": [dot.size for dot in dots],
                "symbol": [dot.look.symbol for dot in dots],
                "color": [dot.look.fill for dot in dots],
                "opacity": opacity,
                "line": {"color": [dot.look.line for dot in dots], "width": [dot.look.width for dot in dots]},
            },
            hovertext=[dot.hover for dot in dots],
            hovertemplate="%{hovertext}<extra></extra>",
            customdata=[dot.code for dot in dots],
        )
    )


def _spaced(dot: Dot) -> str:
    if not dot.text:
        return ""
    return {"middle right": f"\u00a0{dot.text}", "middle left": f"{dot.text}\u00a0"}.get(dot.side, dot.text)
