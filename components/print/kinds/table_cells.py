"""The rows of a printed table as shapes: texts in lines, a square before what is no normal value."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.layout.looks import look
from components.print.boxes import Edges, box
from components.print.kinds.table_columns import AIR, Placed, before, signs_room
from components.print.kinds.table_content import Entry, Line
from components.print.plot import Space
from components.print.scene import Drawn, Shape, Text, moved
from components.print.typeface import Face, wrapped
from loaders.table import Part

#: The side of a square, and the room above and below the text of a row: in parts of the type size.
_SQUARE, PADDING = 0.85, 0.35
_LINE = 1.27


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Shapes from (0, 0) down, and how high they are."""

    shapes: tuple[Shape, ...]
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a paragraph is set: size, colour, typeface; to the right or not."""

    size: float
    colour: str
    face: Face = Face.REGULAR
    to_right: bool = False


def paragraph(text: str, left: float, right: float, style: Style, stands_for: Drawn | None = None) -> Block:
    """A text in lines between two edges."""
    lines = wrapped(text, right - left, style.size, style.face) if text else ()
    line = style.size * _LINE
    shapes = tuple(
        Text(
            x=right if style.to_right else left,
            y=number * line + style.size,
            text=one,
            size=style.size,
            colour=style.colour,
            face=style.face,
            anchor="end" if style.to_right else "start",
            stands_for=stands_for,
        )
        for number, one in enumerate(lines)
    )
    return Block(shapes=shapes, height=len(lines) * line)


def row_block(line: Line, columns: Sequence[Placed], space: Space) -> Block:
    """A row: the name of its group, its cells side by side, and its note below them."""
    kind, palette = space.type, space.palette
    group = paragraph(line.group, 0, space.width, Style(size=kind.body, colour=palette.ink, face=Face.BOLD))
    top = kind.body * PADDING
    shapes = [moved(shape, 0, top) for shape in group.shapes]
    top += group.height
    bottom = top
    for number, (entry, column) in enumerate(zip(line.cells, columns, strict=True)):
        cell = _named(line, entry, column, space) if number == 0 else _cell(entry, column, space)
        shapes += [moved(shape, 0, top) for shape in cell.shapes]
        bottom = max(bottom, top + cell.height)
    note = paragraph(line.note, 0, space.width, Style(size=kind.small, colour=palette.muted))
    shapes += [moved(shape, 0, bottom) for shape in note.shapes]
    return Block(shapes=tuple(shapes), height=bottom + note.height + kind.body * PADDING)


def _named(line: Line, entry: Entry, column: Placed, space: Space) -> Block:
    """The name of a row with the numbers of its notes behind it, and what else it is about in small type below."""
    small, palette = space.type.small, space.palette
    face = Face.BOLD if line.is_accent else Face.REGULAR
    room = signs_room(line, space)
    style = Style(size=column.size, colour=palette.ink, face=face)
    name = paragraph(entry.text, column.left, column.right - room, style)
    shapes = list(name.shapes)
    last = name.shapes[-1] if name.shapes else None
    if line.signs and isinstance(last, Text):
        shapes.append(Text(x=last.box[2] + small * AIR, y=last.y, text=line.signs, size=small, colour=palette.muted))
    below = paragraph(entry.below, column.left, column.right, Style(size=small, colour=palette.muted))
    shapes += [moved(shape, 0, name.height) for shape in below.shapes]
    return Block(shapes=tuple(shapes), height=name.height + below.height)


def _cell(entry: Entry, column: Placed, space: Space) -> Block:
    """A cell; what was not printed, is estimated or a forecast has the square of the legend before it."""
    palette, size, part = space.palette, column.size, column.column.part
    figure = entry.stands_for.figure if entry.stands_for else None
    is_quiet = part not in {Part.NAME, Part.VALUE} or (figure is not None and figure.value is None)
    style = Style(size=size, colour=palette.muted if is_quiet else palette.ink, to_right=column.column.is_number)
    square = before(entry, size)
    text = paragraph(entry.text, column.left + square, column.right, style, entry.stands_for)
    shapes = list(_lowered(text.shapes, column, space))
    if square and figure is not None and shapes and isinstance(shapes[0], Text):
        left, high = shapes[0].box[0] - square, size * _SQUARE
        edges = Edges(left=left, top=size * 0.2, right=left + high, bottom=size * 0.2 + high)
        shapes += box(edges, look(figure, palette.muted, palette), entry.stands_for)
    quiet = Style(size=space.type.small, colour=palette.muted, to_right=style.to_right)
    below = paragraph(entry.below, column.left + square, column.right, quiet)
    shapes += [moved(shape, 0, text.height) for shape in below.shapes]
    return Block(shapes=tuple(shapes), height=text.height + below.height)


def _lowered(shapes: Sequence[Shape], column: Placed, space: Space) -> Sequence[Shape]:
    """Small type stands on the line of the body text beside it."""
    return [moved(shape, 0, space.type.body - column.size) for shape in shapes]
