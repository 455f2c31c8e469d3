"""Trends: time as ordinal places, lines named at their ends; dashed to a forecast, dotted over a missing period."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.dots import Dot, add_dots
from components.charts.labels import block, value_text
from components.charts.line_ends import add_end_labels, end_label, label_room
from components.charts.template import Margins, canvas
from components.charts.tooltip import tooltip
from components.charts.trend_gaps import add_gap_lane, gap_lane
from components.charts.zero_line import add_base_line
from components.layout.line import Line, Point, lines_of
from components.layout.looks import look
from components.layout.scale import Extent, point_extent, round_ticks
from components.layout.text_width import LINE_HEIGHT, SMALL_SIZE, text_width, wrapped
from components.palette import Palette
from loaders.exhibit import Exhibit
from loaders.measure import MeasureKind

_HEIGHT = 260
_DOT = 9
#: Vertical room of a value above or below its point, in pixels.
_VALUE = 20
_TICK_WIDTH = 84
#: A line that rises or falls less than this until the next point does not cross a value centred on its point.
_LEVEL = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The vertical scale of a trend: its extent, its height in pixels, and whether small values are on top."""

    extent: Extent
    height: float
    reversed: bool

    def pixel(self, value: float) -> float:
        """Where a value lies, in pixels from the top."""
        share = (value - self.extent.low) / (self.extent.high - self.extent.low)
        return self.height * (share if self.reversed else 1 - share)

    def axis_range(self, below: float) -> list[float]:
        """The range of the axis with `below` pixels of free room under the scale."""
        room = (self.extent.high - self.extent.low) * below / self.height
        low, high = self.extent.low, self.extent.high
        return [high + room, low] if self.reversed else [low - room, high]


def trend_figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """Lines over the exhibit's categories; amounts start at zero, the first rank is on top."""
    lines = lines_of(exhibit, palette)
    scale = _scale(exhibit, lines)
    lane = gap_lane(exhibit, lines)
    labels = [end_label(line, scale.pixel(line.known[-1].value)) for line in lines if line.known]
    ticks = round_ticks(scale.extent)
    times = [wrapped(item.label, _TICK_WIDTH) for item in exhibit.categories]
    margins = Margins(
        left=max(text_width(f"{tick:,}", SMALL_SIZE + 1) for tick in ticks) + 14,
        right=label_room(labels),
        top=24,
        bottom=max(len(time) for time in times) * LINE_HEIGHT + 10,
    )
    figure = canvas(exhibit.language, palette, height=scale.height + lane, margins=margins)
    last = len(exhibit.categories) - 1
    figure.update_xaxes(
        range=[-0.3, last + 0.06], tickvals=list(range(last + 1)), ticktext=[block(time) for time in times]
    )
    figure.update_yaxes(range=scale.axis_range(lane), tickvals=ticks, showgrid=True)
    for line in lines:
        _add_stretches(figure, line)
    if scale.extent.low <= 0 <= scale.extent.high:
        add_base_line(figure, palette)
    add_gap_lane(figure, exhibit, lines, scale.axis_range(lane), palette)
    add_dots(figure, tuple(dot for line in lines for dot in _dots(exhibit, line, lines, scale, palette)))
    add_end_labels(figure, labels, last, scale.height, palette)
    return figure


def _scale(exhibit: Exhibit, lines: Sequence[Line]) -> Scale:
    kind = exhibit.measures[0].kind
    values = [point.value for line in lines for point in line.known] or [0.0, 1.0]
    from_zero = kind not in {MeasureKind.CHANGE, MeasureKind.RANK, MeasureKind.INDEX}
    extent = point_extent(values, from_zero=from_zero)
    names = sum(end_label(line, 0).height + 4 for line in lines)
    return Scale(extent=extent, height=max(_HEIGHT, names), reversed=kind is MeasureKind.RANK)


def _add_stretches(figure: go.Figure, line: Line) -> None:
    for start, end, dash in line.stretches():
        figure.add_trace(
            go.Scatter(
                mode="lines",
                x=[start.place, end.place],
                y=[start.value, end.value],
                line={"color": line.colour, "width": 2.5, "dash": dash},
                hoverinfo="skip",
            )
        )


def _dots(exhibit: Exhibit, line: Line, lines: Sequence[Line], scale: Scale, palette: Palette) -> Iterator[Dot]:
    for point in line.known:
        side = None if point is line.known[-1] else _free_side(point, line, lines, scale)
        yield Dot(
            x=point.place,
            y=point.value,
            look=look(point.figure, line.colour, palette),
            text=value_text(point.figure) if side else "",
            ink=line.colour,
            side=side or "top center",
            size=_DOT,
            hover=tooltip(exhibit, point.mark, (point.figure,)),
            code=point.mark.category.code,
        )


def _free_side(point: Point, own: Line, lines: Sequence[Line], scale: Scale) -> str | None:
    """Where the value of a point stands: above it or below, where no other line passes, and beside its own line."""
    here = scale.pixel(point.value)
    passing = [line.value_at(point.place) for line in lines if line is not own]
    distances = [scale.pixel(value) - here for value in passing if value is not None]
    known = own.known
    index = known.index(point)
    before = scale.pixel(known[index - 1].value) - here if index else 0.0
    after = scale.pixel(known[index + 1].value) - here
    is_valley = before < 0 and after < 0
    above = all(not -2 * _VALUE < distance <= 0 for distance in distances)
    below = all(not 0 <= distance < 2 * _VALUE for distance in distances)
    if above and not (is_valley and below):
        return "top left" if after < -_LEVEL else "top right" if before < -_LEVEL else "top center"
    if below:
        return "bottom left" if after > _LEVEL else "bottom right" if before > _LEVEL else "bottom center"
    return None
