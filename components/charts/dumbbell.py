"""Dumbbells: the values of a category as dots on one line, named at the top."""

from collections.abc import Iterator

import plotly.graph_objects as go

from components.charts.boxes import Box, add_boxes
from components.charts.callouts import Callout, add_callouts, callout_height
from components.charts.dots import DOT_SIZE, Dot, add_dots
from components.charts.labels import block, bold, value_text
from components.charts.rows import Row, row_canvas, stack_rows
from components.charts.tooltip import tooltip
from components.layout.ends import End, end_names, ends_of, gap_groups, names_of_gaps
from components.layout.looks import look
from components.layout.scale import STUB, Extent, point_extent
from components.layout.series import category_roles, has_several_roles
from components.layout.status_code import with_status
from components.layout.text_width import text_width, widest
from components.palette import Palette
from loaders.exhibit import Exhibit, Role
from loaders.language import language_from, wording
from loaders.measure import MeasureKind

_AIR = DOT_SIZE + 8
#: The part of its room that a stub before another one takes.
_STUB = 0.8
#: The part of the axis that a value beside its dot takes on a phone.
_VALUE = 0.2


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
    known = [text_width(with_status(end.figure)) for row in ends for end in row if end.figure.value is not None]
    beyond = [widest(_said(exhibit, row)) for row in ends if _is_mixed(row)]
    room, left = max([*known, *beyond], default=0) + _AIR, max(known, default=0)
    figure = row_canvas(exhibit.language, palette, rows, right=room, standoff=left + _AIR)
    figure.update_xaxes(range=[extent.low, extent.high])
    dots: list[Dot] = []
    gaps: list[Box] = []
    for row, found in zip(rows, ends, strict=True):
        _join(figure, row, found, palette)
        dots += _dots(exhibit, row, found, extent, palette)
        gaps += _gaps(exhibit, row, found, extent, palette)
    add_boxes(figure, tuple(gaps), palette)
    add_dots(figure, tuple(dots))
    add_callouts(figure, tuple(_callouts(names, rows, ends, extent, palette)), palette)
    return figure


def _is_mixed(row: tuple[End, ...]) -> bool:
    """Whether some ends have a value and others none, so that these stand at the right end."""
    return len({end.figure.value is None for end in row}) > 1


def _said(exhibit: Exhibit, row: tuple[End, ...]) -> tuple[str, ...]:
    """What is said of the ends without a value, a line each, and whose it is where it could be that of others."""
    words, texts = wording(language_from(exhibit.language)), []
    for group in gap_groups(row):
        whose, text = ", ".join(names_of_gaps(group, row, end_names(exhibit))), group[0].figure.text
        texts.append(words.say("{label}: {value}", label=whose, value=text) if whose else text)
    return tuple(texts)


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


def _dots(exhibit: Exhibit, row: Row, ends: tuple[End, ...], extent: Extent, palette: Palette) -> Iterator[Dot]:
    known = sorted((end for end in ends if end.figure.value is not None), key=lambda end: end.figure.value or 0)
    stands_out = has_several_roles(exhibit)
    for place, end in enumerate(known):
        text = value_text(end.figure)
        inner = "top center" if place else "middle left"
        # Beside the stubs of gaps at the right end there is no room for a value.
        is_free = len(known) == len(ends) or (end.figure.value or 0) < _stubs(ends, extent) - _VALUE * extent.length
        outer = "middle right" if is_free else "top center"
        yield Dot(
            x=end.figure.value or 0,
            y=row.centre,
            look=look(end.figure, palette.nth(end.index), palette),
            text=bold(text) if end.mark.role is Role.ACCENT and stands_out else text,
            ink=palette.ink,
            side=outer if place == len(known) - 1 else inner,
            hover=tooltip(exhibit, end.mark),
            code=end.mark.category.code,
        )


def _stubs(ends: tuple[End, ...], extent: Extent) -> float:
    """Where the stubs of gaps begin: where the axis does, or before its end where its beginning is taken by dots."""
    missing = sum(end.figure.value is None for end in ends)
    return extent.high - extent.length * STUB * missing if _is_mixed(ends) else extent.low


def _gaps(exhibit: Exhibit, row: Row, ends: tuple[End, ...], extent: Extent, palette: Palette) -> Iterator[Box]:
    """A stub for each gap: from the beginning on, or up to the end where the beginning is taken by the other dots."""
    gaps = [end for group in gap_groups(ends) for end in group]
    length, start = extent.length * STUB, _stubs(ends, extent)
    for place, gap in enumerate(gaps, 1):
        left = start + length * (place - 1)
        yield Box(
            start=left,
            end=left + length * (_STUB if place < len(gaps) else 1),
            centre=row.centre,
            thickness=DOT_SIZE + 4,
            look=look(gap.figure, palette.gap, palette),
            text=block(_said(exhibit, ends)) if place == len(gaps) else "",
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
