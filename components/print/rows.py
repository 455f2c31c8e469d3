"""Rows: names on the left, each as high as it needs, spread over the sheet or drawn together where it is short."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.print.plot import Space, TooSmallError
from components.print.scene import Text
from components.print.typeface import Face, widest, wrapped
from loaders.exhibit import Role

#: The most of the width that names may take.
_NAMES = 0.42
_PADDING = 0.45
#: How much a row may grow where there is room, and how few rows are still a picture.
_STRETCH, _FEWEST = 2.6, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What a row is called, whether it stands out, and the room in points that is kept over and under it."""

    text: str
    role: Role = Role.OTHER
    above: float = 0.0
    below: float = 0.0
    is_focus: bool = False

    @property
    def face(self) -> Face:
        """Bold for Île-de-France and for what the picture is about."""
        return Face.BOLD if self.role is Role.ACCENT or self.is_focus else Face.REGULAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: the lines of its name, and where it lies from the top."""

    name: Name
    lines: tuple[str, ...]
    top: float
    height: float

    @property
    def centre(self) -> float:
        """Its middle."""
        return self.top + self.height / 2

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height

    @property
    def end(self) -> float:
        """Where the room under it ends."""
        return self.bottom + self.name.below


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows under one another, the width of their names, and how many found no room."""

    rows: tuple[Row, ...]
    names: float
    left_out: int

    @property
    def bottom(self) -> float:
        """Where the last row ends, with what is kept under it."""
        return self.rows[-1].end if self.rows else 0.0

    def labels(self, space: Space, colour: str) -> Iterator[Text]:
        """The names as texts, set to the right towards what they name."""
        for row in self.rows:
            yield from name_lines(row, self.names, space, colour)


def stacked(names: Sequence[Name], space: Space, *, least: float, top: float = 0.0, below: float = 0.0) -> Rows:
    """Rows of at least `least` points, from `top` on; `below` is kept free under them.

    Raises:
        TooSmallError: not even two rows fit.
    """
    size = space.type.body
    room = space.width * _NAMES
    lines = [wrapped(name.text, room, size, name.face) for name in names]
    tight = [max(len(one) * space.type.line, size * 1.2) + size * 0.2 for one in lines]
    heights = [max(least, len(one) * space.type.line + size * _PADDING) for one in lines]
    spare = [name.above + name.below for name in names]
    free = space.room - top - below - sum(spare)
    if space.height is not None and sum(heights) < free:
        factor = min(_STRETCH, free / sum(heights))
        heights = [height * factor for height in heights]
    elif sum(heights) > free:
        heights = tight
    fitting = _fitting([sum(pair) for pair in zip(heights, spare, strict=True)], space.room - top - below)
    if fitting < min(_FEWEST, len(names)):
        raise TooSmallError(space.width, top + below + sum(tight[:_FEWEST]) + sum(spare[:_FEWEST]))
    rows: list[Row] = []
    for name, one, height in zip(names[:fitting], lines, heights, strict=False):
        start = (rows[-1].end if rows else top) + name.above
        rows.append(Row(name=name, lines=one, top=start, height=height))
    wide = max((widest(row.lines, size, row.name.face) for row in rows), default=0.0)
    return Rows(rows=tuple(rows), names=wide, left_out=len(names) - fitting)


def names_width(names: Sequence[Name], space: Space) -> float:
    """The width that all names take when they are wrapped."""
    size, room = space.type.body, space.width * _NAMES
    return max((widest(wrapped(one.text, room, size, one.face), size, one.face) for one in names), default=0.0)


def name_lines(row: Row, right: float, space: Space, colour: str) -> Iterator[Text]:
    """The name of a row as lines around its middle, ending at `right`."""
    size, line = space.type.body, space.type.line
    first = row.centre - (len(row.lines) - 1) * line / 2 + size * 0.35
    for number, text in enumerate(row.lines):
        yield Text(
            x=right,
            y=first + number * line,
            text=text,
            size=size,
            colour=colour,
            face=row.name.face,
            anchor="end",
        )


def _fitting(heights: Sequence[float], free: float) -> int:
    """How many of the rows fit."""
    used, count = 0.0, 0
    for height in heights:
        used += height
        if used > free + 0.01:
            break
        count += 1
    return count
