"""Grids of cells: names of rows on the left, headings of columns on top, both level; a place for every combination."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from components.layout.series import category_roles, series_roles
from components.print.boxes import Edges, upright
from components.print.plot import Space, TooSmallError
from components.print.rows import Name, Row, name_lines
from components.print.scene import Shape, Text
from components.print.typeface import Face, widest, width, wrapped
from loaders.exhibit import Exhibit, Item, Mark, Role

#: The parts of the width that the names of rows may take: the second where columns would be too narrow otherwise.
_NAMES = (0.34, 0.24)
_AIR, _LEAST_ROW, _PADDING = 0.8, 2.1, 0.5
#: The paper between cells, in points.
GAP = 2.0
_STRETCH = 1.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The place of a row and a column; `mark` is None where there is nothing."""

    edges: Edges
    mark: Mark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Names and headings, the cells to draw in, where the last row ends, and how many marks found no room."""

    shapes: tuple[Shape, ...]
    cells: tuple[Cell, ...]
    bottom: float
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What cells ask for: the least width of each, and the height of each when it is so wide."""

    width: Callable[[Mark], float]
    height: Callable[[Mark, float], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Columns of one width, from `start` on."""

    items: tuple[Item | None, ...]
    start: float
    each: float

    def left(self, number: int) -> float:
        return self.start + number * self.each

    def right(self, number: int) -> float:
        return self.start + (number + 1) * self.each - GAP


def grid(exhibit: Exhibit, space: Space, needs: Needs) -> Grid:
    """The grid of an exhibit; rows and columns that find no room are left out from the end.

    Raises:
        TooSmallError: not even one column and one row fit.
    """
    found = {(mark.category.code, mark.series.code if mark.series else None): mark for mark in exhibit.marks}
    names = _names(exhibit)
    columns = _columns(exhibit, names, space, max(needs.width(mark) for mark in found.values()))
    headings = tuple(_headings(exhibit, columns, space))
    top = max((text.box[3] for text in headings if isinstance(text, Text)), default=0.0) + GAP * 1.5
    lines = [wrapped(name.text, columns.start - space.type.body * _AIR, space.type.body, name.face) for name in names]

    def marks_of(category: Item) -> list[Mark | None]:
        return [found.get((category.code, item.code if item else None)) for item in columns.items]

    def need(category: Item, own: Sequence[str]) -> float:
        cells = [needs.height(mark, columns.each - GAP) for mark in marks_of(category) if mark]
        return max(space.type.body * _LEAST_ROW, len(own) * space.type.line + GAP, *cells, 0.0) + GAP

    tight = [need(category, own) for category, own in zip(exhibit.categories, lines, strict=True)]
    heights = _heights(tight, space, top)
    rows: list[Row] = []
    for name, own, height in zip(names, lines, heights, strict=False):
        rows.append(Row(name=name, lines=own, top=rows[-1].bottom if rows else top, height=height))
    cells = tuple(
        Cell(
            edges=Edges(left=columns.left(number), top=row.top, right=columns.right(number), bottom=row.bottom - GAP),
            mark=mark,
        )
        for category, row in zip(exhibit.categories, rows, strict=False)
        for number, mark in enumerate(marks_of(category))
    )
    return Grid(
        shapes=(*headings, *_row_names(rows, columns.start - space.type.body * _AIR, space)),
        cells=cells,
        bottom=rows[-1].bottom - GAP if rows else top,
        left_out=len(exhibit.marks) - sum(cell.mark is not None for cell in cells),
    )


def longest_word(text: str, size: float, face: Face = Face.REGULAR) -> float:
    """The width of the widest word of a text, or of its widest part up to a hyphen: narrower, it would be cut."""
    parts = text.replace("-", "- ").replace("/", "/ ").split(" ")
    return max(width(part, size, face) for part in parts)


def _names(exhibit: Exhibit) -> list[Name]:
    roles = category_roles(exhibit)
    return [Name(text=item.label, role=roles[item.code]) for item in exhibit.categories]


def _columns(exhibit: Exhibit, names: Sequence[Name], space: Space, least: float) -> _Columns:
    """Columns as wide as their headings ask for, or at least as their cells do; too many are left out from the end."""
    size, items = space.type.body, exhibit.series or (None,)
    heading = max((longest_word(item.label, size, Face.BOLD) for item in items if item), default=0.0)
    starts = []
    for part in _NAMES:
        room = space.width * part
        wide = max(widest(wrapped(name.text, room, size, name.face), size, name.face) for name in names)
        starts.append(wide + size * _AIR)
    for asked in (max(least, heading), least):
        for start in starts:
            if (space.width + GAP - start) / (asked + GAP) >= len(items):
                return _Columns(items=items, start=start, each=(space.width + GAP - start) / len(items))
    count = int((space.width + GAP - starts[-1]) / (least + GAP))
    if count < 1:
        raise TooSmallError(starts[-1] + least, space.room)
    return _Columns(items=items[:count], start=starts[-1], each=(space.width + GAP - starts[-1]) / count)


def _headings(exhibit: Exhibit, columns: _Columns, space: Space) -> Iterator[Shape]:
    """The names of columns above them; where a word is wider than its column, one above the other with leaders."""
    size, line, colour = space.type.body, space.type.line, space.palette.ink
    roles = series_roles(exhibit) or {}
    named = [
        (number, item.label, Face.BOLD if roles.get(item.code) is Role.ACCENT else Face.REGULAR)
        for number, item in enumerate(columns.items)
        if item
    ]
    room = columns.each - GAP
    if all(longest_word(label, size, face) <= room for _, label, face in named):
        wraps = [wrapped(label, room, size, face) for _, label, face in named]
        most = max(map(len, wraps), default=0)
        for (number, _, face), lines in zip(named, wraps, strict=True):
            centre = (columns.left(number) + columns.right(number)) / 2
            for place, text in enumerate(lines, most - len(lines)):
                y = place * line + size
                yield Text(x=centre, y=y, text=text, size=size, colour=colour, face=face, anchor="middle")
        return
    # Each ends above its column, the last one on top, so that no leader crosses a name.
    wraps = [wrapped(label, columns.right(number), size, face) for number, label, face in named]
    height = sum(map(len, wraps)) * line
    y = 0.0
    for (number, _, face), lines in reversed(list(zip(named, wraps, strict=True))):
        right = (columns.left(number) + columns.right(number)) / 2
        for text in lines:
            y += line
            # A name too long for what lies left of its column begins at the edge of the sheet.
            x = max(right, width(text, size, face))
            yield Text(x=x, y=y - size * 0.25, text=text, size=size, colour=colour, face=face, anchor="end")
        yield upright(right, y + size * 0.1, height + GAP, space.palette.muted)


def _heights(tight: Sequence[float], space: Space, top: float) -> list[float]:
    """Rows of one height where that fits, spread over a given height; those at the end left out where it does not."""
    free = space.room - top + GAP
    even = [max(tight)] * len(tight)
    heights = even if sum(even) <= free else list(tight)
    if space.height is not None and sum(heights) < free:
        factor = min(_STRETCH, free / sum(heights))
        return [height * factor for height in heights]
    fitting, used = 0, 0.0
    for height in heights:
        used += height
        if used > free + 0.01:
            break
        fitting += 1
    if not fitting:
        raise TooSmallError(space.width, top + tight[0])
    return heights[:fitting]


def _row_names(rows: Sequence[Row], right: float, space: Space) -> Iterator[Shape]:
    for row in rows:
        # The paper under a row belongs to no cell.
        inner = Row(name=row.name, lines=row.lines, top=row.top, height=row.height - GAP)
        yield from name_lines(inner, right, space, space.palette.ink)
