"""The lane under a trend that shows, hatched and in words, in which periods a value was not printed."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts.boxes import hatched_marker
from components.charts.labels import block
from components.charts.tooltip import tooltip
from components.layout.line import Line
from components.layout.text_width import SMALL_SIZE, wrapped
from components.palette import Palette
from loaders.exhibit import Exhibit
from loaders.language import language_from, wording

#: Height of the lane in pixels: the hatched stub, and words over it in up to three lines.
GAP_LANE = 64
_STUB = 10
_WIDTH = 84


def add_gap_lane(
    figure: go.Figure, exhibit: Exhibit, lines: Sequence[Line], axis: Sequence[float], palette: Palette
) -> None:
    """Draw a hatched stub at the foot of each period in which a line has a gap, and say whose it is."""
    words = wording(language_from(exhibit.language))
    gaps = [(line, point) for line in lines for point in line.gaps]
    foot, pixel = (
        axis[0],
        (axis[1] - axis[0]) / (figure.layout.height - figure.layout.margin.t - figure.layout.margin.b),
    )
    for place in sorted({point.place for _, point in gaps}):
        here = [(line, point) for line, point in gaps if point.place == place]
        # What is said of several lines is said once; what is not the same, of each.
        texts: list[str] = []
        for said in dict.fromkeys(point.figure.text for _, point in here):
            names = ", ".join(line.name for line, point in here if line.name and point.figure.text == said)
            whole = words.say("{label}: {value}", label=names, value=said) if names and len(lines) > 1 else said
            texts += wrapped(whole, _WIDTH, SMALL_SIZE)
        figure.add_trace(
            go.Bar(
                x=[place],
                y=[_STUB * pixel],
                base=[foot],
                width=[0.2],
                marker=hatched_marker(palette),
                text=[block(tuple(texts))],
                textposition="outside",
                textangle=0,
                constraintext="none",
                cliponaxis=False,
                textfont={"color": palette.muted, "size": SMALL_SIZE},
                hovertext=["<br>".join(tooltip(exhibit, point.mark, (point.figure,)) for _, point in here)],
                hovertemplate="%{hovertext}<extra></extra>",
                customdata=[here[0][1].mark.category.code],
            )
        )
