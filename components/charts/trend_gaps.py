"""The lane under a trend that shows, hatched and in words, in which periods a value was not printed."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts.boxes import hatched_marker
from components.charts.labels import block
from components.charts.tooltip import tooltip
from components.layout.line import Line, Point
from components.layout.text_width import SMALL_SIZE, wrapped
from components.palette import Palette
from loaders.exhibit import Exhibit
from loaders.language import language_from, wording

_STUB = 10
#: Room under the words, and the height of each line of them, in pixels.
_AIR, _LINE = 9, 15
_WIDTH = 84


def gap_lane(exhibit: Exhibit, lines: Sequence[Line]) -> float:
    """The height of the lane in pixels: the hatched stub, and the words over it in as many lines as they take."""
    most = max((len(_said(exhibit, lines, place)) for place in _places(lines)), default=0)
    return _STUB + _AIR + most * _LINE if most else 0


def _places(lines: Sequence[Line]) -> list[int]:
    return sorted({point.place for line in lines for point in line.gaps})


def _gaps_at(lines: Sequence[Line], place: int) -> list[tuple[Line, Point]]:
    return [(line, point) for line in lines for point in line.gaps if point.place == place]


def _said(exhibit: Exhibit, lines: Sequence[Line], place: int) -> tuple[str, ...]:
    """What is said of the gaps of a period, in lines; what is the same of several is said once."""
    words, here = wording(language_from(exhibit.language)), _gaps_at(lines, place)
    said: list[str] = []
    for text in dict.fromkeys(point.figure.text for _, point in here):
        names = ", ".join(line.name for line, point in here if line.name and point.figure.text == text)
        whole = words.say("{label}: {value}", label=names, value=text) if names and len(lines) > 1 else text
        said += wrapped(whole, _WIDTH, SMALL_SIZE)
    return tuple(said)


def add_gap_lane(
    figure: go.Figure, exhibit: Exhibit, lines: Sequence[Line], axis: Sequence[float], palette: Palette
) -> None:
    """Draw a hatched stub at the foot of each period in which a line has a gap, and say whose it is."""
    foot, pixel = (
        axis[0],
        (axis[1] - axis[0]) / (figure.layout.height - figure.layout.margin.t - figure.layout.margin.b),
    )
    for place in _places(lines):
        here = _gaps_at(lines, place)
        figure.add_trace(
            go.Bar(
                x=[place],
                y=[_STUB * pixel],
                base=[foot],
                width=[0.2],
                marker=hatched_marker(palette),
                text=[block(_said(exhibit, lines, place))],
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
