"""Boxes: the bars, segments and cells of every chart with rows, drawn as one plotly trace."""

from dataclasses import dataclass

import plotly.graph_objects as go

from components.layout.looks import Look
from components.layout.text_width import FONT_SIZE
from components.palette import Palette


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle from `start` to `end` on the x axis, `thickness` pixels high around `centre`.

    Attributes:
        start: where a bar begins; its text stands at the other end.
        end: where it ends; smaller than `start` for a bar to the left.
        centre: middle of the box on a y axis that counts pixels.
        thickness: height in pixels.
        look: how its status shows.
        text: what stands on the mark, ready for plotly.
        ink: colour of the text.
        hover: the tooltip, ready for plotly; without one the box does not answer.
        code: what a click on the box selects.
    """

    start: float
    end: float
    centre: float
    thickness: float
    look: Look
    text: str = ""
    ink: str
    hover: str = ""
    code: str = ""


def add_boxes(figure: go.Figure, boxes: tuple[Box, ...], palette: Palette, *, inside: bool = False) -> None:
    """Draw the boxes; texts stand after their ends, or inside where they fit. Hatched ones are a trace of their own."""
    for hatched in (False, True):
        chosen = [box for box in boxes if box.look.hatched is hatched]
        if chosen:
            trace = _trace(chosen, inside=inside)
            if hatched:
                trace.marker = hatched_marker(palette)
            figure.add_trace(trace)
    for box in boxes:
        if box.look.dashed:
            _dash(figure, box)


def hatched_marker(palette: Palette) -> dict[str, object]:
    """The plotly marker of what was not printed.

    One colour for the trace, not a list: with a list plotly.js 4 ignores the pattern's own colours.
    """
    return {
        "color": palette.paper,
        "line": {"color": palette.gap, "width": 1},
        "pattern": {"shape": "/", "fgcolor": palette.gap, "bgcolor": palette.paper, "size": 6, "solidity": 0.25},
    }


def _trace(boxes: list[Box], *, inside: bool) -> go.Bar:
    return go.Bar(
        orientation="h",
        base=[box.start for box in boxes],
        x=[box.end - box.start for box in boxes],
        y=[box.centre for box in boxes],
        width=[box.thickness for box in boxes],
        text=[box.text for box in boxes],
        textposition="inside" if inside else "outside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="inside" if inside else "none",
        cliponaxis=False,
        textfont={"color": [box.ink for box in boxes], "size": FONT_SIZE},
        marker={
            "color": [box.look.fill for box in boxes],
            "line": {
                "color": [box.look.line for box in boxes],
                "width": [0 if box.look.dashed else box.look.width for box in boxes],
            },
        },
        hovertext=[box.hover for box in boxes],
        hovertemplate=["%{hovertext}<extra></extra>" if box.hover else "<extra></extra>" for box in boxes],
        customdata=[box.code for box in boxes],
    )


def _dash(figure: go.Figure, box: Box) -> None:
    # A plotly bar has no dashed outline; a shape over it does.
    figure.add_shape(
        type="rect",
        x0=box.start,
        x1=box.end,
        y0=box.centre - box.thickness / 2,
        y1=box.centre + box.thickness / 2,
        line={"color": box.look.line, "width": box.look.width, "dash": "4px,3px"},
    )
