"""Heat tables and sign matrices as native tables: rows by category, columns by series."""

from collections.abc import Callable
from functools import partial

from pptx.oxml.xmlchemy import BaseOxmlElement

from components.layout.bands import ABSENT, band_text, strength
from components.layout.looks import look
from components.layout.series import category_roles, series_roles
from components.layout.signs import cell_figures, kind_of
from components.pptx.body import Body
from components.pptx.canvas import Frame
from components.pptx.style import LABEL, PALETTE, Style, filled, hatched
from components.pptx.tables.grid import Cell, Grid, add_grid, text_height
from components.pptx.text import Run
from components.print.plot import value_text
from loaders.exhibit import Exhibit, Figure, Item, Mark, Role
from loaders.measure import MeasureKind

_SIZES = (LABEL, 12.0, 11.0, 10.0, 9.0)
_NAMES, _LEAST_ROW, _MOST_ROW = 0.24, 24.0, 64.0
_RISE, _FALL, _LEVEL = "▲", "▼", "="
CellOf = Callable[[Mark, float], Cell]


def heat_table(exhibit: Exhibit, frame: Frame, style: Style) -> Body:
    """Cells with their value or band of ranks, darker for better."""
    del style
    values = tuple(mark.figure.value for mark in exhibit.marks if mark.figure.value is not None)
    return _body(exhibit, frame, partial(_shade, exhibit, values))


def sign_matrix(exhibit: Exhibit, frame: Frame, style: Style) -> Body:
    """Cells with arrows and words; hatched where nothing but a gap is known."""
    del style
    return _body(exhibit, frame, partial(_signs, exhibit))


def _shade(exhibit: Exhibit, values: tuple[float, ...], mark: Mark, size: float) -> Cell:
    measure, figure = exhibit.measures[0], mark.figure
    if figure.value is None:
        text = Run(text=figure.text, size=size, colour=PALETTE.ink)
        return _box(((text,),), hatched(PALETTE.rule, PALETTE.paper))
    dress = look(figure, PALETTE.ramp(strength(figure.value, values, measure)), PALETTE, outline=PALETTE.accent)
    dagger = "†" if figure.is_doubted else ""
    run = Run(text=band_text(mark, measure) + dagger, size=size, colour=PALETTE.text_on(dress.fill), bold=True)
    return _box(((run,),), filled(dress.fill, exact=True))


def _signs(exhibit: Exhibit, mark: Mark, size: float) -> Cell:
    figures = cell_figures(exhibit, mark)
    known = any(figure.value is not None for figure in figures)
    ground = filled(PALETTE.tint(PALETTE.rule, 0.35)) if known else hatched(PALETTE.rule, PALETTE.paper)
    return _box(tuple(_line(exhibit, figure, size) for figure in figures), ground)


def _line(exhibit: Exhibit, figure: Figure, size: float) -> tuple[Run, ...]:
    kind = kind_of(exhibit, figure)
    if figure.value is None:
        return (Run(text=figure.text, size=size, colour=PALETTE.muted),)
    if kind is MeasureKind.SIGN:
        arrow = _RISE if figure.value > 0 else _FALL if figure.value < 0 else _LEVEL
        colour = PALETTE.accent if figure.value > 0 else PALETTE.nth(1)
        text = f"\N{NO-BREAK SPACE}{value_text(exhibit, figure)}"
        return Run(text=arrow, size=size, colour=colour, bold=True), Run(text=text, size=size, colour=PALETTE.ink)
    return (Run(text=value_text(exhibit, figure), size=size, colour=PALETTE.ink, bold=True),)


def _box(lines: tuple[tuple[Run, ...], ...], ground: BaseOxmlElement) -> Cell:
    return Cell(lines=lines, align="ctr", ground=ground, rule=PALETTE.paper, is_boxed=True)


def _body(exhibit: Exhibit, frame: Frame, cell_of: CellOf) -> Body:
    made = [_in_size(exhibit, frame, cell_of, size) for size in _SIZES]
    grid = next((one for one in made if len(one.rows) > len(exhibit.categories)), made[-1])
    shown = {item.code for item in exhibit.categories[: len(grid.rows) - 1]}
    return Body(
        put=partial(add_grid, frame=frame, grid=grid),
        left_out=sum(mark.category.code not in shown for mark in exhibit.marks),
        all=len(exhibit.marks),
    )


def _in_size(exhibit: Exhibit, frame: Frame, cell_of: CellOf, size: float) -> Grid:
    names = frame.width * _NAMES
    columns = max(1, len(exhibit.series))
    widths = (names, *([(frame.width - names) / columns] * columns))
    roles, heads = category_roles(exhibit), series_roles(exhibit) or {}
    found = {(mark.category.code, mark.series.code): mark for mark in exhibit.marks if mark.series}
    rows = [(_named("", size, is_bold=False), *(_heading(item, heads, size) for item in exhibit.series))]
    for item in exhibit.categories:
        marks = [found.get((item.code, series.code)) for series in exhibit.series]
        cells = (cell_of(mark, size) if mark else _absent(size) for mark in marks)
        rows.append((_named(item.label, size, is_bold=roles[item.code] is Role.ACCENT), *cells))
    heights = [max(text_height(cell, wide) for cell, wide in zip(row, widths, strict=True)) for row in rows]
    most = max((frame.height - heights[0]) / max(1, len(rows) - 1), _LEAST_ROW)
    heights = heights[:1] + [max(high, min(_MOST_ROW, most)) for high in heights[1:]]
    while len(heights) > 2 and sum(heights) > frame.height + 1:  # noqa: PLR2004 - the heading and one row
        heights.pop()
    return Grid(
        rows=tuple(rows[: len(heights)]),
        widths=widths,
        heights=tuple(heights),
        name=exhibit.title,
        alternative=exhibit.alt,
    )


def _named(text: str, size: float, *, is_bold: bool) -> Cell:
    run = Run(text=text, size=size, colour=PALETTE.ink, bold=is_bold)
    return Cell(lines=((run,),), rule=PALETTE.paper, is_boxed=True)


def _heading(item: Item, roles: dict[str, Role], size: float) -> Cell:
    is_accent = roles.get(item.code) is Role.ACCENT
    run = Run(text=item.label, size=size, colour=PALETTE.accent if is_accent else PALETTE.muted, bold=True)
    return Cell(lines=((run,),), align="ctr", rule=PALETTE.paper, is_boxed=True)


def _absent(size: float) -> Cell:
    run = Run(text=ABSENT, size=size, colour=PALETTE.muted)
    return _box(((run,),), filled(PALETTE.tint(PALETTE.rule, 0.35)))
