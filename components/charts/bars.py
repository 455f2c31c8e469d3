"""Grouped bars: the category as a heading, every bar named where it stands, so that there is no legend."""

import plotly.graph_objects as go

from components.charts.bar_rows import Bar, bars_figure
from components.charts.labels import LINE_HEIGHT, block, bold, wrapped
from components.charts.rows import Row, stack_rows
from components.charts.series import series_colours, series_roles
from components.palette import Palette
from loaders.exhibit import Exhibit, Item, Mark, Role

_BAR = 16
_HEADING = 30
#: A heading runs over labels and bars: the page on a phone of 360 pixels.
_HEADING_WIDTH = 320
_LEAST_ROW = 24


def marks_of(exhibit: Exhibit, category: Item) -> tuple[Mark, ...]:
    """The marks of a category in the order of the exhibit's series."""
    order = {item.code: index for index, item in enumerate(exhibit.series)}
    marks = [mark for mark in exhibit.marks if mark.category.code == category.code]
    return tuple(sorted(marks, key=lambda mark: order.get(mark.series.code, 0) if mark.series else 0))


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
