"""Rows of bars with their values at the ends: what rankings and grouped bars have in common."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.boxes import Box, add_boxes
from components.charts.labels import bold, value_text
from components.charts.rows import Row, row_canvas
from components.charts.tooltip import tooltip
from components.charts.zero_line import add_zero_line
from components.layout.focus import has_bold_value
from components.layout.looks import look
from components.layout.scale import Extent, bar_extent
from components.layout.status_code import with_status
from components.layout.text_width import text_width
from components.palette import Palette
from loaders.exhibit import Exhibit, Mark

_AIR = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A mark to be drawn as a bar in a row; `stroke` is the colour of its outline, where it has one."""

    mark: Mark
    row: Row
    fill: str
    stroke: str


def bars_figure(
    exhibit: Exhibit, palette: Palette, bars: Sequence[Bar], rows: tuple[Row, ...], *, thickness: float
) -> go.Figure:
    """A figure of horizontal bars from a zero line, hatched stubs for gaps, values at the ends."""
    marks = [bar.mark for bar in bars]
    extent = bar_extent([mark.figure.value for mark in marks])
    figure = row_canvas(exhibit.language, palette, rows, right=room_right(marks), standoff=_room_left(marks))
    figure.update_xaxes(range=[extent.low, extent.high])
    add_boxes(figure, tuple(_box(exhibit, bar, extent, palette, thickness) for bar in bars), palette)
    add_zero_line(figure, palette)
    return figure


def mark_text(exhibit: Exhibit, mark: Mark) -> str:
    """The text of a mark's first figure, bold for Île-de-France among others and for what the picture is about."""
    text = value_text(mark.figure)
    return bold(text) if has_bold_value(exhibit, mark) else text


def is_gap(mark: Mark) -> bool:
    """Whether a mark has no value to show."""
    return mark.figure.value is None


def room_right(marks: Sequence[Mark]) -> float:
    """The width in pixels that texts to the right of the marks need."""
    return max((text_width(with_status(mark.figure)) + _AIR for mark in marks if not _is_fall(mark)), default=_AIR)


def _room_left(marks: Sequence[Mark]) -> float:
    return max((text_width(with_status(mark.figure)) + _AIR for mark in marks if _is_fall(mark)), default=0)


def _is_fall(mark: Mark) -> bool:
    return mark.figure.value is not None and mark.figure.value < 0


def _box(exhibit: Exhibit, bar: Bar, extent: Extent, palette: Palette, thickness: float) -> Box:
    value = bar.mark.figure.value
    return Box(
        start=0,
        end=extent.stub if value is None else value,
        centre=bar.row.centre,
        thickness=thickness,
        look=look(bar.mark.figure, bar.fill, palette, outline=bar.stroke),
        text=mark_text(exhibit, bar.mark),
        ink=palette.muted if value is None else palette.ink,
        hover=tooltip(exhibit, bar.mark),
        code=bar.mark.category.code,
    )
