"""Stacked bars: segments side by side, named once over the first stack, values inside them or tied to them below."""

from collections.abc import Sequence
from dataclasses import replace

from components.layout.looks import Look
from components.layout.scale import STUB, Extent
from components.layout.series import category_roles, marks_of, series_colours
from components.print.boxes import upright
from components.print.callouts import Callout, callouts
from components.print.flow import Entry, flowed
from components.print.kinds.stacks import Segment, Stacks
from components.print.plot import Plot, Space, TooSmallError
from components.print.rows import Name, names_width, stacked
from components.print.scale import Scale
from components.print.scene import Shape, moved
from components.print.typeface import Face
from loaders.exhibit import Exhibit

_ROW, _LEAST, _AIR = 2.6, 10, 0.8


def stacked_bars_plot(exhibit: Exhibit, space: Space) -> Plot:
    """Stacks in the order of the series.

    Raises:
        TooSmallError: names leave no room for stacks, or the sheet is too low for two of them.
    """
    stacks = Stacks(exhibit, space)
    roles = category_roles(exhibit)
    plain = [Name(text=item.label, role=roles[item.code]) for item in exhibit.categories]
    scale = _scale(exhibit, space, names_width(plain, space) + space.type.body * _AIR)
    found = list(stacks.segments(scale))
    under = [stacks.under(segments) for segments in found]
    head = _head(exhibit, found[0] if found else (), space)
    names = [
        replace(name, above=_air(space, index), below=plot.height)
        for index, (name, plot) in enumerate(zip(plain, under, strict=True))
    ]
    rows = stacked(names, space, least=space.type.body * _ROW, top=head.height)
    rows = replace(rows, names=scale.start - space.type.body * _AIR)
    shapes: list[Shape] = [*head.shapes, *rows.labels(space, space.palette.ink)]
    for segments, values, row in zip(found, under, rows.rows, strict=False):
        shapes += stacks.bars(segments, row)
        shapes += [moved(shape, 0, row.bottom) for shape in values.shapes]
        shapes.append(upright(scale.place(0), row.top, row.bottom, space.palette.muted))
    left_out = sum(len(segments) for segments in found[len(rows.rows) :])
    return Plot(shapes=tuple(shapes), height=rows.bottom, left_out=left_out)


def _air(space: Space, index: int) -> float:
    return space.type.body * _AIR if index else 0.0


def _scale(exhibit: Exhibit, space: Space, start: float) -> Scale:
    """The scale that holds all stacks, and the stubs after them."""
    lows, highs, most = [0.0], [0.0], 0
    for category in exhibit.categories:
        values = [mark.figure.value for mark in marks_of(exhibit, category)]
        lows.append(sum(value for value in values if value is not None and value < 0))
        highs.append(sum(value for value in values if value is not None and value > 0))
        most = max(most, values.count(None))
    room = space.width - start
    if room < space.type.body * _LEAST:
        raise TooSmallError(space.width + space.type.body * _LEAST - room, space.room)
    extent = Extent(low=min(lows), high=max(highs)) if min(lows) < max(highs) else Extent(low=0, high=1)
    # The stubs of gaps take a share of the scale each, and stand beyond the longest stack at worst.
    return Scale(extent=extent, start=start, end=start + room / (1 + STUB * most))


def _head(exhibit: Exhibit, first: Sequence[Segment], space: Space) -> Plot:
    """The names of the series, over the segments of the first stack; those that it lacks with a small picture."""
    palette = space.palette
    colours, strokes = series_colours(exhibit, palette), series_colours(exhibit, palette, thin=True)
    shown = {one.mark.series.code: one for one in first if one.mark.series and not one.is_gap}
    known = {mark.series.code for mark in exhibit.marks if mark.series and mark.figure.value is not None}
    tied = [
        Callout(x=shown[item.code].middle, line=strokes[item.code], colour=palette.ink, name=item.label, face=Face.BOLD)
        for item in exhibit.series
        if item.code in shown
    ]
    others = [
        Entry(look=Look(fill=colours[item.code], line=colours[item.code]), text=item.label)
        for item in exhibit.series
        if item.code in known and item.code not in shown
    ]
    key, over = flowed(others, space, palette.ink), callouts(tied, space)
    shapes = (*key.shapes, *(moved(shape, 0, key.height) for shape in over.shapes))
    return Plot(shapes=shapes, height=key.height + over.height)
