"""Grouped bars: the category as a heading, every bar named where it stands, so that there is no legend."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from components.layout.series import marks_of, series_colours, series_roles
from components.print.kinds.bars import Bar, bars
from components.print.plot import Plot, Space, TooSmallError
from components.print.rows import Name, Row, names_width, stacked
from components.print.scene import Shape, Text, moved
from components.print.sheet import Type
from components.print.typeface import Face, wrapped
from loaders.exhibit import Exhibit, Item, Mark, Role

_ROW = 1.7
#: Air over and under a heading, and between columns, in parts of the type size.
_OVER, _UNDER, _GUTTER = 0.8, 0.25, 2.5
_MOST_COLUMNS, _SMALLER = 3, 0.8

Group = tuple[Mark, ...]


def grouped_bars_plot(exhibit: Exhibit, space: Space) -> Plot:
    """Groups of horizontal bars under the name of their category; in columns of one scale where one would not do."""
    groups = [marks for marks in (marks_of(exhibit, category) for category in exhibit.categories) if marks]
    first: TooSmallError | None = None
    found: list[Plot] = []
    for count, type_size in product(range(1, min(_MOST_COLUMNS, len(groups)) + 1), _sizes(space.type)):
        try:
            found.append(_columns(exhibit, groups, replace(space, type=type_size), count))
        except TooSmallError as error:
            first = first or error
        if found and not found[-1].left_out:
            break
    if first and not found:
        raise first
    return min(found, key=lambda plot: plot.left_out)


def _sizes(kind: Type) -> tuple[Type, Type]:
    """The type of the sheet, and a smaller one before something is left out."""
    return kind, replace(kind, body=max(kind.small, kind.body * _SMALLER))


def _columns(exhibit: Exhibit, groups: Sequence[Group], space: Space, count: int) -> Plot:
    """Groups in columns beside one another, as many in each as fit."""
    gutter = space.type.body * _GUTTER
    wide = (space.width - (count - 1) * gutter) / count
    narrow = replace(space, width=wide)
    shapes: list[Shape] = []
    height, left_out = 0.0, 0
    most = -(-len(groups) // count)
    for column in range(count):
        own = groups[column * most : (column + 1) * most]
        if own:
            plot = _column(exhibit, own, narrow)
            shapes += [moved(shape, column * (wide + gutter), 0) for shape in plot.shapes]
            height, left_out = max(height, plot.height), left_out + plot.left_out
    return Plot(shapes=tuple(shapes), height=height, left_out=left_out)


def _column(exhibit: Exhibit, groups: Sequence[Group], space: Space) -> Plot:
    fills, strokes = series_colours(exhibit, space.palette), series_colours(exhibit, space.palette, thin=True)
    marks = [mark for group in groups for mark in group]
    roles = series_roles(exhibit) or {}
    everything = [Name(text=_item(mark).label, role=roles.get(_item(mark).code, Role.OTHER)) for mark in exhibit.marks]
    rows = stacked(list(_names(groups, roles, space)), space, least=space.type.body * _ROW)
    rows = replace(rows, names=names_width(everything, space))
    pairs = list(zip(marks, rows.rows, strict=False))
    drawing = [
        Bar(mark=mark, row=row, fill=fills[_item(mark).code], stroke=strokes[_item(mark).code]) for mark, row in pairs
    ]
    shapes: list[Shape] = list(rows.labels(space, space.palette.ink))
    for mark, row in pairs:
        if row.name.above:
            shapes += _heading(mark.category, row, space)
    shapes += bars(exhibit, drawing, space, start=rows.names)
    return Plot(shapes=tuple(shapes), height=rows.bottom, left_out=rows.left_out)


def _names(groups: Sequence[Group], roles: dict[str, Role], space: Space) -> Iterator[Name]:
    """The name of each bar; the first of a group has the room of its heading above it."""
    for number, marks in enumerate(groups):
        air = space.type.body * (_UNDER + (_OVER if number else 0.0))
        above = len(_lines(marks[0].category, space)) * space.type.line + air
        for place, mark in enumerate(marks):
            item = _item(mark)
            yield Name(text=item.label, role=roles.get(item.code, Role.OTHER), above=0.0 if place else above)


def _item(mark: Mark) -> Item:
    return mark.series or mark.category


def _lines(category: Item, space: Space) -> tuple[str, ...]:
    return wrapped(category.label, space.width, space.type.body, Face.BOLD)


def _heading(category: Item, row: Row, space: Space) -> Iterator[Text]:
    size, lines = space.type.body, _lines(category, space)
    foot = row.top - size * (_UNDER + 0.25)
    for number, text in enumerate(lines):
        y = foot - (len(lines) - 1 - number) * space.type.line
        yield Text(x=0, y=y, text=text, size=size, colour=space.palette.ink, face=Face.BOLD)
