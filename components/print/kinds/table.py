"""Tables: hairlines between rows, numbers to the right, columns drawn together where the sheet is narrow."""

from collections.abc import Sequence
from dataclasses import replace

from components.print.boxes import level
from components.print.kinds.table_cells import PADDING, Block, Style, paragraph, row_block
from components.print.kinds.table_columns import Placed, is_crowded, placed
from components.print.kinds.table_content import (
    Content,
    drawn_together,
    one_below_the_other,
    whole,
    with_notes_below,
    without_empty,
)
from components.print.plot import Plot, Space, TooSmallError
from components.print.scene import Shape, moved
from components.print.typeface import Face
from loaders.exhibit import Exhibit

#: From this width on, in points, there is room for one column beside the other.
_WIDE = 300.0
#: How much a high sheet gives to each row, in parts of the type size; how few rows are still a table.
_STRETCH, _FEWEST = 0.9, 1
#: Where rows are left out, the type gets smaller in these steps from that of values to that of notes.
_SIZES = (1.0, 0.5, 0.0)
#: What a sheet too narrow for a table should at least be, in parts of its own width.
_WIDER = 1.25


def table_plot(exhibit: Exhibit, space: Space) -> Plot:
    """The table of the exhibit; rows that find no room are left out from the end and counted.

    Raises:
        TooSmallError: not even a row fits.
    """
    drafts: list[Plot] = []
    too_small = TooSmallError(space.width, space.room)
    for smaller in _SIZES:
        body = space.type.small + (space.type.body - space.type.small) * smaller
        try:
            drafts += _drafts(exhibit, replace(space, type=replace(space.type, body=body)))
        except TooSmallError as error:
            too_small = error
        if any(not draft.left_out for draft in drafts):
            break
    if not drafts:
        raise too_small
    return min(drafts, key=lambda plot: plot.left_out)


def _drafts(exhibit: Exhibit, space: Space) -> list[Plot]:
    """The table with all its columns and, where that is too much, with columns drawn together: the widest first."""
    content = whole(exhibit, space.words)
    drafts: list[Plot] = []
    if space.width >= _WIDE:
        for candidate in (content, with_notes_below(content)):
            columns = placed(candidate, space)
            if columns is None or is_crowded(candidate, columns):
                continue
            if not drafts or drafts[-1].left_out:
                drafts.append(_shortened(candidate, columns, space))
    if not drafts:
        narrow = one_below_the_other(content, exhibit, space.words) if exhibit.series else drawn_together(content)
        columns = placed(narrow, space)
        if columns is None:
            raise TooSmallError(space.width * _WIDER, space.room)
        drafts.append(_drawn(narrow, columns, space))
    return drafts


def _shortened(content: Content, columns: Sequence[Placed], space: Space) -> Plot:
    """The table; where rows are left out, without the columns that are empty in those that are not."""
    plot = _drawn(content, columns, space)
    shown = sum(line.marks for line in content.lines) - plot.left_out
    if not plot.left_out:
        return plot
    kept, held = [], 0
    for line in content.lines:
        held += line.marks
        if held > shown:
            break
        kept.append(line)
    part = without_empty(replace(content, lines=tuple(kept)))
    again = placed(part, space)
    if again is None or len(again) == len(columns):
        return plot
    shorter = _drawn(part, again, space)
    return replace(shorter, left_out=shorter.left_out + plot.left_out)


def _drawn(content: Content, columns: Sequence[Placed], space: Space) -> Plot:
    head = _head(columns, space)
    blocks = _blocks(content, columns, head.height, space)
    shown = _fitting(content, blocks, head.height, space)
    if shown < min(_FEWEST, len(blocks)):
        least = sum(block.height for block in blocks[:_FEWEST])
        raise TooSmallError(space.width, head.height + least + _notes(content, _FEWEST, space).height)
    notes = _notes(content, shown, space)
    free = space.room - head.height - sum(block.height for block in blocks[:shown]) - notes.height
    more = max(0.0, min(space.type.body * _STRETCH, free / max(1, shown))) if space.height else 0.0
    shapes, y = list(head.shapes), head.height
    for number, block in enumerate(blocks[:shown], 1):
        shapes += [moved(shape, 0, y + more / 2) for shape in block.shapes]
        y += block.height + more
        if number < shown or notes.shapes:
            shapes.append(level(0, space.width, y, space.palette.rule))
    shapes += [moved(shape, 0, y) for shape in notes.shapes]
    left_out = sum(line.marks for line in content.lines[shown:])
    return Plot(shapes=tuple(shapes), height=y + notes.height, left_out=left_out)


def _head(columns: Sequence[Placed], space: Space) -> Block:
    """The headings, bold, standing on a line."""
    size = space.type.small
    style = Style(size=size, colour=space.palette.ink, face=Face.BOLD)
    cells = [paragraph(one.column.heading, one.left, one.right, _towards(style, one)) for one in columns]
    most = max(cell.height for cell in cells)
    shapes: list[Shape] = [moved(shape, 0, most - cell.height) for cell in cells for shape in cell.shapes]
    bottom = most + size * PADDING
    return Block(shapes=(*shapes, level(0, space.width, bottom, space.palette.ink)), height=bottom)


def _towards(style: Style, column: Placed) -> Style:
    return Style(size=style.size, colour=style.colour, face=style.face, to_right=column.column.is_number)


def _notes(content: Content, shown: int, space: Space) -> Block:
    """The notes that several of the rows shown share, by their number."""
    style = Style(size=space.type.small, colour=space.palette.muted)
    used = {number for line in content.lines[:shown] for number in line.numbers}
    shapes: list[Shape] = []
    y = space.type.small * PADDING
    for number in sorted(used):
        text = f"({number}) {content.notes[number]}" if number else content.notes[number]
        note = paragraph(text, 0, space.width, style)
        shapes += [moved(shape, 0, y) for shape in note.shapes]
        y += note.height
    return Block(shapes=tuple(shapes), height=y if shapes else 0.0)


def _blocks(content: Content, columns: Sequence[Placed], head: float, space: Space) -> list[Block]:
    """The rows up to the first that certainly finds no room: those of a long table would take long to set."""
    blocks, used = [], head
    for line in content.lines:
        blocks.append(row_block(line, columns, space))
        used += blocks[-1].height
        if used > space.room:
            break
    return blocks


def _fitting(content: Content, blocks: Sequence[Block], head: float, space: Space) -> int:
    """How many rows fit with the notes that they need."""
    used, shown = head, 0
    for number, block in enumerate(blocks, 1):
        used += block.height
        if used + _notes(content, number, space).height > space.room:
            break
        shown = number
    return shown
