"""Stacked bars: segments side by side, named once above the first row, their values inside where they fit."""

from collections.abc import Iterator
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.bar_rows import mark_text
from components.charts.boxes import Box, add_boxes
from components.charts.callouts import Callout, add_callouts, callout_height
from components.charts.rows import Row, row_canvas, stack_rows
from components.charts.tooltip import tooltip
from components.layout.looks import Look, look
from components.layout.scale import Extent
from components.layout.series import category_roles, marks_of, series_colours
from components.layout.text_width import SMALL_SIZE, text_width
from components.palette import Palette
from loaders.exhibit import Exhibit, Mark

_BAR = 30
_ROW = 46


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A mark in its stack; a gap has no length of its own and stands after the others as a stub."""

    mark: Mark
    row: Row
    start: float
    end: float

    @property
    def is_gap(self) -> bool:
        """Whether there is no value."""
        return self.mark.figure.value is None


def stacked_bars_figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """Stacks in the order of the series; what was not printed follows as a hatched stub with its text."""
    roles = category_roles(exhibit)
    categories = [(item.label, roles[item.code]) for item in exhibit.categories]
    rows = stack_rows(categories, start=callout_height(len(exhibit.series)), least=_ROW)
    segments = tuple(
        segment
        for category, row in zip(exhibit.categories, rows, strict=True)
        for segment in _segments(marks_of(exhibit, category), row, _extent(exhibit))
    )
    room = max((text_width(one.mark.figure.text) for one in segments if one.is_gap), default=0)
    figure = row_canvas(exhibit.language, palette, rows, right=room + 12)
    figure.update_xaxes(range=[0, _extent(exhibit).high])
    colours = series_colours(exhibit, palette)
    for gaps in (False, True):
        boxes = tuple(_box(exhibit, one, colours, palette) for one in segments if one.is_gap is gaps)
        if boxes:
            add_boxes(figure, boxes, palette, inside=not gaps)
    # Values that do not fit their segment at this width are hidden, not squeezed; the tooltip has them.
    figure.update_layout(uniformtext={"minsize": SMALL_SIZE, "mode": "hide"})
    add_callouts(figure, tuple(_names(exhibit, segments, palette)), palette)
    return figure


def _extent(exhibit: Exhibit) -> Extent:
    totals = [sum(mark.figure.value or 0 for mark in marks_of(exhibit, item)) for item in exhibit.categories]
    return Extent(low=0, high=max(totals, default=0) or 1)


def _segments(marks: tuple[Mark, ...], row: Row, extent: Extent) -> Iterator[Segment]:
    place = 0.0
    for mark in sorted(marks, key=lambda one: one.figure.value is None):
        end = place + (extent.stub if mark.figure.value is None else mark.figure.value)
        yield Segment(mark=mark, row=row, start=place, end=end)
        place = end


def _box(exhibit: Exhibit, segment: Segment, colours: dict[str, str], palette: Palette) -> Box:
    mark = segment.mark
    colour = colours[mark.series.code] if mark.series else palette.role(mark.role)
    dress = look(mark.figure, colour, palette)
    if not dress.width:
        dress = Look(fill=colour, line=palette.paper, width=2)
    return Box(
        start=segment.start,
        end=segment.end,
        centre=segment.row.centre,
        thickness=_BAR,
        look=dress,
        text=mark_text(exhibit, mark),
        ink=palette.muted if segment.is_gap else palette.text_on(dress.fill),
        hover=tooltip(exhibit, mark),
        code=mark.category.code,
    )


def _names(exhibit: Exhibit, segments: tuple[Segment, ...], palette: Palette) -> Iterator[Callout]:
    """A name for each series, where it first occurs; thin letters need the stroke colours."""
    colours = series_colours(exhibit, palette, thin=True)
    high = _extent(exhibit).high
    for item in exhibit.series:
        first = next((one for one in segments if one.mark.series == item), None)
        if first:
            yield Callout(
                x=min(1.0, (first.start + first.end) / 2 / high),
                down=first.row.centre - _BAR / 2,
                name=item.label,
                colour=colours[item.code],
            )
