"""Dumbbells: the values of a category as dots on one line, named at the top."""

from collections.abc import Iterator

import plotly.graph_objects as go

from components.charts.boxes import Box, add_boxes
from components.charts.callouts import Callout, add_callouts, callout_height
from components.charts.dots import DOT_SIZE, Dot, add_dots
from components.charts.labels import bold, value_text
from components.charts.rows import Row, row_canvas, stack_rows
from components.charts.tooltip import tooltip
from components.layout.ends import End, end_names, ends_of
from components.layout.looks import look
from components.layout.scale import STUB, Extent, point_extent
from components.layout.series import category_roles, has_several_roles
from components.layout.text_width import text_width
from components.palette import Palette
from loaders.exhibit import Exhibit, Role
from loaders.measure import MeasureKind

_AIR = DOT_SIZE + 8


def dumbbell_figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """Dots joined by a hairline, one row per category; values stand outside the dots."""
    names = end_names(exhibit)
    roles = category_roles(exhibit)
    labels = [(item.label, roles[item.code]) for item in exhibit.categories]
    rows = stack_rows(labels, start=callout_height(len(names)), least=34)
    ends = [tuple(ends_of(exhibit, item)) for item in exhibit.categories]
    values = [end.figure.value for row in ends for end in row if end.figure.value is not None]
    from_zero = exhibit.measures[0].kind not in {MeasureKind.CHANGE, MeasureKind.RANK, MeasureKind.INDEX}
    extent = point_extent(values or [0, 1], from_zero=from_zero)
    room = max((text_width(end.figure.text) for row in ends for end in row if _needs_room(end, row)), default=0) + _AIR
    left = max((text_width(end.figure.text) for row in ends for end in row if end.figure.value is not None), default=0)
    figure = row_canvas(exhibit.language, palette, rows, right=room, standoff=left + _AIR)
    figure.update_xaxes(range=[extent.low, extent.high])
    dots: list[Dot] = []
    gaps: list[Box] = []
    for row, found in zip(rows, ends, strict=True):
        _join(figure, row, found, palette)
        dots += _dots(exhibit, row, found, palette)
        gaps += _gaps(exhibit, row, found, extent, palette)
    add_boxes(figure, tuple(gaps), palette)
    add_dots(figure, tuple(dots))
    add_callouts(figure, tuple(_callouts(names, rows, ends, extent, palette)), palette)
    return figure


def _needs_room(end: End, row: tuple[End, ...]) -> bool:
    """Whether a text may stand beyond the plot: any value, and a gap whose stub is at the right end."""
    return end.figure.value is not None or any(other.figure.value is not None for other in row)


def _join(figure: go.Figure, row: Row, ends: tuple[End, ...], palette: Palette) -> None:
    known = [end.figure.value for end in ends if end.figure.value is not None]
    if len(known) > 1:
        figure.add_shape(
            type="line",
            x0=min(known),
            x1=max(known),
            y0=row.centre,
            y1=row.centre,
            layer="below",
            line={"color": palette.muted, "width": 1.5},
        )


def _dots(exhibit: Exhibit, row: Row, ends: tuple[End, ...], palette: Palette) -> Iterator[Dot]:
    known = sorted((end for end in ends if end.figure.value is not None), key=lambda end: end.figure.value or 0)
    stands_out = has_several_roles(exhibit)
    for place, end in enumerate(known):
        text = value_text(end.figure)
        inner = "top center" if place else "middle left"
        yield Dot(
            x=end.figure.value or 0,
            y=row.centre,
            look=look(end.figure, palette.nth(end.index), palette),
            text=bold(text) if end.mark.role is Role.ACCENT and stands_out else text,
            ink=palette.ink,
            side="middle right" if place == len(known) - 1 else inner,
            hover=tooltip(exhibit, end.mark),
            code=end.mark.category.code,
        )


def _gaps(exhibit: Exhibit, row: Row, ends: tuple[End, ...], extent: Extent, palette: Palette) -> Iterator[Box]:
    """One stub per row: at the beginning, or at the end where the beginning is taken by the other dot."""
    gap = next((end for end in ends if end.figure.value is None), None)
    if gap:
        length = (extent.high - extent.low) * STUB
        start = extent.high - length if any(end.figure.value is not None for end in ends) else extent.low
        yield Box(
            start=start,
            end=start + length,
            centre=row.centre,
            thickness=DOT_SIZE + 4,
            look=look(gap.figure, palette.gap, palette),
            text=value_text(gap.figure),
            ink=palette.muted,
            hover=tooltip(exhibit, gap.mark),
            code=gap.mark.category.code,
        )


def _callouts(
    names: tuple[str, ...], rows: tuple[Row, ...], ends: list[tuple[End, ...]], extent: Extent, palette: Palette
) -> Iterator[Callout]:
    for index, name in enumerate(names):
        for row, found in zip(rows, ends, strict=True):
            value = next((end.figure.value for end in found if end.index == index), None)
            if value is not None:
                yield Callout(
                    x=(value - extent.low) / (extent.high - extent.low),
                    down=row.centre - DOT_SIZE / 2,
                    name=name,
                    colour=palette.nth(index),
                )
                break
