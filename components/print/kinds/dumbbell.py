"""Dumbbells: the values of a category as dots on one line, what they are named once over the first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from components.layout.ends import End, end_names, ends_of
from components.layout.looks import Look
from components.layout.scale import point_extent
from components.layout.series import category_roles
from components.print.boxes import level, upright
from components.print.callouts import Callout, callouts
from components.print.flow import Entry, flowed
from components.print.kinds.dumbbell_row import RADIUS, DumbbellRow
from components.print.plot import Plot, Space, TooSmallError
from components.print.rows import Name, Row, names_width, stacked
from components.print.scale import Scale
from components.print.scene import Rule, Shape, moved
from components.print.typeface import Face
from loaders.exhibit import Exhibit
from loaders.measure import MeasureKind

_ROW, _LEAST, _AIR = 2.1, 5, 0.8
_ANY_ORIGIN = frozenset({MeasureKind.CHANGE, MeasureKind.RANK, MeasureKind.INDEX})


def dumbbell_plot(exhibit: Exhibit, space: Space) -> Plot:
    """One row for each category, its dots joined, values outside of them, gaps as hatched stubs where there is room.

    Raises:
        TooSmallError: names and values leave no room for dots, or the sheet is too low for two rows.
    """
    names = end_names(exhibit)
    roles = category_roles(exhibit)
    labels = [Name(text=item.label, role=roles[item.code]) for item in exhibit.categories]
    ends = [tuple(ends_of(exhibit, item)) for item in exhibit.categories]
    wide = names_width(labels, space)
    found = _rows(exhibit, ends, names, space, wide + space.type.body * _AIR)
    head = _head(names, found, space)
    under = [row.under() for row in found]
    labels = [replace(label, below=plot.height) for label, plot in zip(labels, under, strict=True)]
    rows = stacked(labels, space, least=space.type.body * _ROW, top=head.height)
    shapes: list[Shape] = [*head.shapes, *replace(rows, names=wide).labels(space, space.palette.ink)]
    for place, (one, inner, row) in enumerate(zip(found, under, rows.rows, strict=False)):
        shapes += (
            [level(0, space.width, row.top, space.palette.rule)] if place else _stems(one, row, head.height, space)
        )
        shapes += [moved(shape, 0, row.centre + space.type.body * RADIUS) for shape in inner.shapes]
        shapes += one.shapes(row.centre)
    left_out = len({id(end.mark) for row in ends[len(rows.rows) :] for end in row})
    return Plot(shapes=tuple(shapes), height=rows.bottom, left_out=left_out)


def _rows(
    exhibit: Exhibit, ends: Sequence[tuple[End, ...]], names: tuple[str, ...], space: Space, start: float
) -> list[DumbbellRow]:
    """The rows on one scale; gaps that find no room among the dots have a column on the right, or stand below."""
    known = [end.figure.value for row in ends for end in row if end.figure.value is not None]
    extent = point_extent(known or [0.0, 1.0], from_zero=exhibit.measures[0].kind not in _ANY_ORIGIN)
    plain = Scale(extent=extent, start=start, end=space.width)
    rows = [DumbbellRow(exhibit=exhibit, ends=one, names=names, space=space, scale=plain) for one in ends]
    left = max((row.before for row in rows), default=0.0)
    right = max((row.after for row in rows), default=0.0)
    columns = (0.0, max((row.gap_width for row in rows), default=0.0))
    for column in columns:
        scale = Scale(extent=extent, start=start + left, end=space.width - right - column)
        missing = space.type.body * _LEAST - (scale.end - scale.start)
        if missing > 0 and not column:
            raise TooSmallError(space.width + missing, space.room)
        found = [replace(row, scale=scale) for row in rows]
        if missing <= 0 and all(row.has_room for row in found):
            return found
    below = Scale(extent=extent, start=start + left, end=space.width - right)
    placed = [replace(row, scale=below) for row in rows]
    return [replace(row, gaps_below=not row.has_room) for row in placed]


def _head(names: tuple[str, ...], rows: Sequence[DumbbellRow], space: Space) -> Plot:
    """The names over the dots of the first row; those that it lacks with a dot of their own."""
    palette = space.palette
    known = {end.index for row in rows for end in row.known}
    first = {end.index: place for end, place in rows[0].places} if rows else {}
    tied = [
        Callout(x=first[index], line=palette.nth(index), colour=palette.ink, name=name, face=Face.BOLD)
        for index, name in enumerate(names)
        if index in first
    ]
    others = [
        Entry(look=Look(fill=palette.nth(index), line=palette.nth(index)), text=name, is_dot=True)
        for index, name in enumerate(names)
        if index in known and index not in first
    ]
    key, over = flowed(others, space, palette.ink), callouts(tied, space)
    shapes = (*key.shapes, *(moved(shape, 0, key.height) for shape in over.shapes))
    return Plot(shapes=shapes, height=key.height + over.height)


def _stems(row: DumbbellRow, place: Row, top: float, space: Space) -> Iterator[Rule]:
    """The hairlines of the names, from the edge of the first row to its dots."""
    for end, x in row.places:
        yield upright(x, top, place.centre - space.type.body * RADIUS, space.palette.nth(end.index))
