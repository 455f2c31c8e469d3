"""Rankings: horizontal bars, first on top; changes around a zero line; ranks as positions."""

from dataclasses import replace

import plotly.graph_objects as go

from components.charts.bar_rows import Bar, bars_figure, is_gap, mark_text, room_right
from components.charts.boxes import Box, add_boxes
from components.charts.dots import DOT_SIZE, Dot, add_dots
from components.charts.rows import Row, row_canvas, stack_rows
from components.charts.tooltip import tooltip
from components.layout.focus import category_name, is_focus
from components.layout.looks import look
from components.layout.scale import STUB
from components.layout.series import category_roles
from components.palette import Palette
from loaders.exhibit import Exhibit, Mark
from loaders.measure import MeasureKind

_BAR = 20


def ranking_figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """Horizontal bars in the order of the marks; a measure of ranks is drawn as dots on a scale that starts at 1."""
    rows = _rows(exhibit)
    if exhibit.measures[0].kind is MeasureKind.RANK:
        return _positions_figure(exhibit, palette, rows)
    bars = [
        Bar(mark=mark, row=row, fill=palette.role(mark.role), stroke=palette.stroke(mark.role))
        for mark, row in zip(exhibit.marks, rows, strict=True)
    ]
    return bars_figure(exhibit, palette, bars, rows, thickness=_BAR)


def _rows(exhibit: Exhibit) -> tuple[Row, ...]:
    roles = category_roles(exhibit)
    rows = stack_rows((category_name(exhibit, mark), roles[mark.category.code]) for mark in exhibit.marks)
    return tuple(replace(row, is_focus=is_focus(exhibit, mark)) for row, mark in zip(rows, exhibit.marks, strict=True))


def _positions_figure(exhibit: Exhibit, palette: Palette, rows: tuple[Row, ...]) -> go.Figure:
    # A bar would show the worst rank as the greatest value.
    figure = row_canvas(exhibit.language, palette, rows, right=room_right(exhibit.marks) + DOT_SIZE, standoff=DOT_SIZE)
    last = max([2.0, *(mark.figure.value for mark in exhibit.marks if mark.figure.value is not None)])
    figure.update_xaxes(range=[1, last])
    places = tuple(zip(exhibit.marks, rows, strict=True))
    for row in rows:
        figure.add_shape(
            type="line",
            x0=1,
            x1=last,
            y0=row.centre,
            y1=row.centre,
            layer="below",
            line={"color": palette.rule, "width": 1},
        )
    add_boxes(figure, tuple(_stub(exhibit, mark, row, last, palette) for mark, row in places if is_gap(mark)), palette)
    add_dots(figure, tuple(_dot(exhibit, mark, row, palette) for mark, row in places if not is_gap(mark)))
    return figure


def _dot(exhibit: Exhibit, mark: Mark, row: Row, palette: Palette) -> Dot:
    return Dot(
        x=mark.figure.value or 1,
        y=row.centre,
        look=look(mark.figure, palette.stroke(mark.role), palette),
        text=mark_text(exhibit, mark),
        ink=palette.ink,
        hover=tooltip(exhibit, mark),
        code=mark.category.code,
    )


def _stub(exhibit: Exhibit, mark: Mark, row: Row, last: float, palette: Palette) -> Box:
    return Box(
        start=1,
        end=1 + (last - 1) * STUB,
        centre=row.centre,
        thickness=DOT_SIZE + 4,
        look=look(mark.figure, palette.gap, palette),
        text=mark_text(exhibit, mark),
        ink=palette.muted,
        hover=tooltip(exhibit, mark),
        code=mark.category.code,
    )
