"""How wide the columns of a printed table are: at least their longest word, at most their longest text."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.layout.looks import ESTIMATED, FORECAST
from components.print.kinds.grid import longest_word
from components.print.kinds.table_content import Column, Content, Entry, Line
from components.print.plot import Space
from components.print.typeface import Face, width, wrapped
from loaders.table import Part

#: In parts of the type size: between columns, the square before a value that is no normal one, and the air before the
#: number of a note.
_BETWEEN, SWATCH, AIR = 1.1, 1.3, 0.2
#: No word is so long that its column takes more of the sheet.
_MOST = 0.4
#: Numbers with so many signs, their qualifier included, stay on one line.
_UNBROKEN = 12
_SMALL = frozenset({Part.STATUS, Part.STUDY, Part.PAGE, Part.NOTE})
_ROUNDS = 4
#: Long texts get more of what is free, but less than in proportion.
_MEASURED = 0.7
#: More lines of small type than this are better set below the row.
_MOST_LINES = 3
#: What sums of widths may lack by rounding, in points.
_SLACK = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A column with its left and right edge in points, and its size of type."""

    column: Column
    left: float
    right: float
    size: float

    @property
    def room(self) -> float:
        """Its width."""
        return self.right - self.left


def placed(content: Content, space: Space) -> tuple[Placed, ...] | None:
    """The columns side by side over the whole width; None where their longest words do not fit."""
    sizes = [space.type.small if column.part in _SMALL else space.type.body for column in content.columns]
    least, most = [], []
    for place, (column, size) in enumerate(zip(content.columns, sizes, strict=True)):
        entries = [line.cells[place] for line in content.lines]
        narrow, wide = _extents(column, entries, size, space)
        signs = max((signs_room(line, space) for line in content.lines), default=0.0) if place == 0 else 0.0
        narrow, wide = narrow + signs, wide + signs
        least.append(min(narrow, space.width * _MOST))
        most.append(max(wide, least[-1]))
    between = space.type.body * _BETWEEN
    free = space.width - between * (len(sizes) - 1)
    if sum(least) > free:
        return None
    left, found = 0.0, []
    for column, size, wide in zip(content.columns, sizes, _spread(least, most, free), strict=True):
        found.append(Placed(column=column, left=left, right=left + wide, size=size))
        left += wide + between
    return tuple(found)


def before(entry: Entry, size: float) -> float:
    """The room for the square before the text of a figure that is no normal value."""
    figure = entry.stands_for.figure if entry.stands_for else None
    has_look = figure is not None and (figure.value is None or figure.status in {ESTIMATED, FORECAST})
    return size * SWATCH if has_look else 0.0


def signs_room(line: Line, space: Space) -> float:
    """The room for the numbers of notes behind a name."""
    return width(line.signs, space.type.small) + space.type.small * AIR if line.signs else 0.0


def is_crowded(content: Content, columns: Sequence[Placed]) -> bool:
    """Whether a text in small type has so little room beside the others that it stands in many short lines."""
    return any(
        len(wrapped(line.cells[place].text, column.room, column.size)) > _MOST_LINES
        for place, column in enumerate(columns)
        if column.column.part in _SMALL
        for line in content.lines
    )


def _extents(column: Column, entries: Sequence[Entry], size: float, space: Space) -> tuple[float, float]:
    """The widths of the longest word and of the longest text of a column."""
    texts = [(column.heading, Face.BOLD, size, 0.0)]
    for entry in entries:
        face = Face.BOLD if column.part is Part.NAME else Face.REGULAR
        texts += [
            (entry.text, face, size, before(entry, size)),
            (entry.below, Face.REGULAR, space.type.small, before(entry, size)),
        ]
    least = longest_word if column.part is Part.NAME else _whole_word
    words = [longest_word(column.heading, size, Face.BOLD)]
    if column.is_number:
        words += [width(text, size, face) + swatch for text, face, size, swatch in texts[1:] if len(text) <= _UNBROKEN]
    # Bold is not wider than regular in every word, and cells beside the first are set in regular.
    words += [
        swatch + max(least(text, size, one) for one in {face, Face.REGULAR}) + _SLACK
        for text, face, size, swatch in texts[1:]
    ]
    return max(words), max(swatch + width(text, size, face) for text, face, size, swatch in texts)


def _whole_word(text: str, size: float, face: Face) -> float:
    """The width of the widest word; "22-23" is one."""
    return max(width(word, size, face) for word in text.split(" "))


def _spread(least: Sequence[float], most: Sequence[float], free: float) -> list[float]:
    """Widths that use what is free: first each towards its longest text, long ones not at the cost of others."""
    widths = list(least)
    for _ in range(_ROUNDS):
        rest = free - sum(widths)
        wants = [(high - wide) ** _MEASURED if high > wide else 0.0 for wide, high in zip(widths, most, strict=True)]
        if rest <= 0 or not any(wants):
            break
        widths = [
            min(max(high, wide), wide + rest * want / sum(wants))
            for wide, high, want in zip(widths, most, wants, strict=True)
        ]
    rest = (free - sum(widths)) / len(widths)
    return [wide + rest for wide in widths]
