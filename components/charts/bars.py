"""Grouped bars: the category as a heading, every bar named where it stands, so that there is no legend."""

import plotly.graph_objects as go

from components.charts.bar_rows import Bar, bars_figure
from components.charts.labels import block, bold
from components.charts.rows import Row, stack_rows
from components.layout.series import marks_of, series_colours, series_roles
from components.layout.text_width import LINE_HEIGHT, wrapped
from components.palette import Palette
from loaders.exhibit import Exhibit, Role

_BAR = 16
_HEADING = 30
#: A heading runs over labels and bars: the page on a phone of 360 pixels.
_HEADING_WIDTH = 320
_LEAST_ROW = 24


def grouped_bars_figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """Groups of horizontal bars under the name of their category; each bar is labelled with its series."""
    fills, strokes = series_colours(exhibit, palette), series_colours(exhibit, palette, thin=True)
    roles = series_roles(exhibit) or {}
    bars: list[Bar] = []
    headings: list[tuple[tuple[str, ...], float]] = []
    rows: tuple[Row, ...] = ()
    for category in exhibit.categories:
        marks = marks_of(exhibit, category)
        top = rows[-1].top + rows[-1].height if rows else 0
        heading = wrapped(category.label, _HEADING_WIDTH)
        start = top + _HEADING + (len(heading) - 1) * LINE_HEIGHT
        headings.append((heading, start))
        items = [mark.series or mark.category for mark in marks]
        labels = ((item.label, roles.get(item.code, Role.OTHER)) for item in items)
        group = stack_rows(labels, start=start, least=_LEAST_ROW)
        bars += [
            Bar(mark=mark, row=row, fill=fills[item.code], stroke=strokes[item.code])
            for mark, row, item in zip(marks, group, items, strict=True)
        ]
        rows += group
    figure = bars_figure(exhibit, palette, bars, rows, thickness=_BAR)
    for lines, foot in headings:
        _add_heading(figure, lines, foot, palette)
    return figure


def _add_heading(figure: go.Figure, lines: tuple[str, ...], foot: float, palette: Palette) -> None:
    figure.add_annotation(
        text=bold(block(lines)),
        xref="paper",
        x=0,
        xshift=4 - figure.layout.margin.l,
        xanchor="left",
        y=foot,
        yanchor="bottom",
        align="left",
        bgcolor=palette.paper,
    )
