"""Names above the first row of a chart, each with a hairline down to what it names: a legend without a legend."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.labels import bold, coloured, plain
from components.layout.text_width import LINE_HEIGHT, text_width
from components.palette import Palette

#: The plot's width on a phone of 360 pixels: a name has to fit there.
_NARROWEST = 190
_STEP = LINE_HEIGHT + 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """A name for what lies at `x` (a share of the plot's width, 0 to 1), `down` pixels from the top."""

    x: float
    down: float
    name: str
    colour: str

    @property
    def reaches_left(self) -> bool:
        """Whether the name is set to the left of its hairline, because there is no room on the right."""
        return self.x * _NARROWEST + text_width(self.name) > _NARROWEST


def callout_height(count: int) -> float:
    """The room that `count` names need above the first row, in pixels."""
    return count * _STEP + 4 if count else 0


def add_callouts(figure: go.Figure, callouts: Sequence[Callout], palette: Palette) -> None:
    """Write the names from the top, one line each, in an order in which hairlines cross the fewest names."""
    to_left = sorted((one for one in callouts if one.reaches_left), key=lambda one: -one.x)
    to_right = sorted((one for one in callouts if not one.reaches_left), key=lambda one: one.x)
    for line, callout in enumerate((*to_left, *to_right)):
        centre = (line + 0.5) * _STEP
        figure.add_shape(
            type="line",
            xref="x domain",
            x0=callout.x,
            x1=callout.x,
            y0=centre - 6,
            y1=callout.down,
            layer="below",
            line={"color": callout.colour, "width": 1},
        )
        figure.add_annotation(
            text=coloured(bold(plain(callout.name)), callout.colour),
            xref="x domain",
            x=callout.x,
            xanchor="right" if callout.reaches_left else "left",
            xshift=-4 if callout.reaches_left else 4,
            y=centre,
            yanchor="middle",
            borderpad=0,
            bgcolor=palette.paper,
        )
