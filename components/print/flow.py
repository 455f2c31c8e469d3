"""Small pictures, each with its text, one after the other in as many lines as the width asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from components.layout.looks import Look
from components.print.boxes import Edges, box, dot
from components.print.plot import Plot, Space
from components.print.scene import Drawn, Shape, Text
from components.print.typeface import width, wrapped

#: In parts of the type size: the room of a small picture, and between entries.
_PICTURE, _BETWEEN = 1.3, 1.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A small picture (a dot if `is_dot`, else a box; None is none), a text, and after it a value that stays whole."""

    look: Look | None
    text: str
    value: str = ""
    stands_for: Drawn | None = None
    is_dot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pen:
    x: float
    y: float


def flowed(entries: Sequence[Entry], space: Space, colour: str) -> Plot:
    """The entries from (0, 0) down, in body text; a text that is too long goes on in the next line."""
    size, line = space.type.body, space.type.line
    shapes: list[Shape] = []
    pen = _Pen(x=0.0, y=0.0)
    for entry in entries:
        before = size * _PICTURE if entry.look else 0.0
        whole = before + width(f"{entry.text} {entry.value}".strip(), size)
        if pen.x and pen.x + whole > space.width:
            pen = _Pen(x=0.0, y=pen.y + line)
        if entry.look:
            shapes += _picture(entry, entry.look, pen, size)
        for text in _texts(entry, space, before):
            shapes.append(replace(text, x=pen.x + text.x, y=pen.y + text.y + size, colour=colour))
        last = shapes[-1]
        if isinstance(last, Text):
            pen = _Pen(x=last.box[2] + size * _BETWEEN, y=last.y - size)
    return Plot(shapes=tuple(shapes), height=pen.y + line if entries else 0.0)


def _picture(entry: Entry, look: Look, pen: _Pen, size: float) -> Iterator[Shape]:
    if entry.is_dot:
        yield from dot((pen.x + size * 0.5, pen.y + size * 0.65), size * 0.36, look, entry.stands_for)
        return
    edges = Edges(left=pen.x, top=pen.y + size * 0.3, right=pen.x + size, bottom=pen.y + size * 1.05)
    yield from box(edges, look, entry.stands_for)


def _texts(entry: Entry, space: Space, before: float) -> Iterator[Text]:
    """The lines of an entry; the value follows the text where there is room, else it has a line of its own."""
    size = space.type.body
    lines = wrapped(entry.text, space.width - before, size)
    for number, text in enumerate(lines):
        yield Text(x=before, y=number * space.type.line, text=text, size=size, colour="")
    if entry.value:
        after = before + width(lines[-1] + " ", size)
        is_beside = after + width(entry.value, size) <= space.width
        yield Text(
            x=after if is_beside else before,
            y=(len(lines) - is_beside) * space.type.line,
            text=entry.value,
            size=size,
            colour="",
            stands_for=entry.stands_for,
        )
