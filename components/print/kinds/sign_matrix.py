"""Sign matrices: what is said of each row and column (more, less, first), and a strip for the percentage."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.layout.looks import Look, look
from components.layout.signs import cell_figures, filled_part, kind_of, share_of
from components.print.boxes import Edges, box
from components.print.kinds.grid import Cell, Needs, grid, longest_word
from components.print.kinds.heat_table import absent
from components.print.plot import Plot, Space, value_text
from components.print.scene import Area, Drawn, Point, Rect, Shape, Text, drawn
from components.print.typeface import Face, wrapped
from loaders.exhibit import Exhibit, Figure, Mark
from loaders.measure import MeasureKind

_TINT = 0.35
#: Room inside of a cell, width of an arrow with its air, height of a strip: in parts of the type size.
_INSIDE, _ARROW, _STRIP = 0.5, 1.25, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A figure as it is written in a cell, behind its arrow where it has one."""

    figure: Figure
    text: str
    face: Face
    has_arrow: bool

    def before(self, size: float) -> float:
        """The room that its arrow takes."""
        return size * _ARROW if self.has_arrow else 0.0

    def lines(self, room: float, size: float) -> tuple[str, ...]:
        """Its text within the room."""
        return wrapped(self.text, room - self.before(size), size, self.face)


def sign_matrix_plot(exhibit: Exhibit, space: Space) -> Plot:
    """Cells with arrows and words; the strip below them is hatched until the percentage is known.

    Raises:
        TooSmallError: not even one column and one row fit.
    """
    size = space.type.body
    inside = 2 * size * _INSIDE

    def least(mark: Mark) -> float:
        return inside + max(
            entry.before(size) + longest_word(entry.text, size, entry.face) for entry in _entries(exhibit, mark)
        )

    def height(mark: Mark, wide: float) -> float:
        lines = sum(len(entry.lines(wide - inside, size)) for entry in _entries(exhibit, mark))
        strip = size * _STRIP if share_of(exhibit, mark) else 0.0
        return lines * space.type.line + inside + strip

    laid = grid(exhibit, space, Needs(width=least, height=height))
    shapes: list[Shape] = list(laid.shapes)
    for cell in laid.cells:
        shapes += _filled(exhibit, cell, cell.mark, space) if cell.mark else absent(cell, space)
    return Plot(shapes=tuple(shapes), height=laid.bottom, left_out=laid.left_out)


def _entries(exhibit: Exhibit, mark: Mark) -> tuple[_Entry, ...]:
    entries = []
    for figure in cell_figures(exhibit, mark):
        is_sign = kind_of(exhibit, figure) is MeasureKind.SIGN
        is_plain = is_sign or figure.value is None
        has_strip = figure is share_of(exhibit, mark)
        entries.append(
            _Entry(
                figure=figure,
                text=value_text(exhibit, figure, has_look=has_strip),
                face=Face.REGULAR if is_plain else Face.BOLD,
                has_arrow=is_sign and figure.value is not None,
            )
        )
    return tuple(entries)


def _filled(exhibit: Exhibit, cell: Cell, mark: Mark, space: Space) -> Iterator[Shape]:
    palette, size, line, edges = space.palette, space.type.body, space.type.line, cell.edges
    yield Rect(
        left=edges.left,
        top=edges.top,
        right=edges.right,
        bottom=edges.bottom,
        fill=palette.tint(palette.rule, _TINT),
    )
    share = share_of(exhibit, mark)
    strip = size * _STRIP if share else 0.0
    if share:
        yield from _strip(mark, share, edges, space)
    entries = _entries(exhibit, mark)
    room = edges.right - edges.left - 2 * size * _INSIDE
    wraps = [entry.lines(room, size) for entry in entries]
    y = (edges.top + edges.bottom - strip - sum(map(len, wraps)) * line) / 2
    left = edges.left + size * _INSIDE
    for entry, lines in zip(entries, wraps, strict=True):
        stands_for = drawn(mark, entry.figure)
        if entry.has_arrow and entry.figure.value is not None:
            yield _arrow(entry.figure.value, (left, y + size * 0.97), stands_for, space)
        for text in lines:
            yield Text(
                x=left + entry.before(size),
                y=y + size * 0.97,
                text=text,
                size=size,
                colour=palette.muted if entry.figure.value is None else palette.ink,
                face=entry.face,
                stands_for=stands_for,
            )
            y += line


def _arrow(value: float, corner: Point, stands_for: Drawn, space: Space) -> Area:
    """A triangle that points up or down, or two bars for no difference; `corner` is the lower left one."""
    size, palette = space.type.body, space.palette
    x, y = corner
    wide, high = size * 0.86, size * 0.72
    if value > 0:
        rings: tuple[tuple[Point, ...], ...] = (((x, y), (x + wide / 2, y - high), (x + wide, y), (x, y)),)
    elif value < 0:
        rings = (((x, y - high), (x + wide, y - high), (x + wide / 2, y), (x, y - high)),)
    else:
        bars = ((y - high * 0.85, y - high * 0.6), (y - high * 0.4, y - high * 0.15))
        rings = tuple(((x, top), (x + wide, top), (x + wide, low), (x, low), (x, top)) for top, low in bars)
    return Area(rings=rings, fill=palette.accent if value > 0 else palette.nth(1), stands_for=stands_for)


def _strip(mark: Mark, share: Figure, edges: Edges, space: Space) -> Iterator[Shape]:
    """The percentage as a part of the cell's width on a light track; hatched over the whole width where it lacks."""
    palette, top = space.palette, edges.bottom - space.type.body * _STRIP
    track = Look(fill=palette.rule, line=palette.paper)
    yield from box(Edges(left=edges.left, top=top, right=edges.right, bottom=edges.bottom), track)
    right = edges.left + (edges.right - edges.left) * filled_part(share)
    dress = look(share, palette.stroke(mark.role), palette)
    yield from box(Edges(left=edges.left, top=top, right=right, bottom=edges.bottom), dress, drawn(mark, share))
