"""Sign matrices: what is said of each row and column (more, less, first), and a strip for the percentage."""

from collections.abc import Iterator

import plotly.graph_objects as go

from components.charts.boxes import Box, add_boxes
from components.charts.cells import Place, cell_width, grid_figure
from components.charts.labels import BREAK, DAGGER, block, bold, coloured, value_text
from components.charts.tooltip import tooltip
from components.layout.bands import ABSENT
from components.layout.looks import Look, look
from components.layout.signs import cell_figures, filled_part, kind_of, share_of
from components.layout.status_code import with_status
from components.layout.text_width import LINE_HEIGHT, SMALL_SIZE, wrapped
from components.palette import Palette
from loaders.exhibit import Exhibit, Figure, Mark
from loaders.measure import MeasureKind

RISE, FALL, LEVEL = "▲", "▼", "="
_STRIP = 10
_GAP = 6


def sign_matrix_figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """Cells with arrows and words; the strip below them is hatched until the percentage is known."""
    kinds = [measure.kind for measure in exhibit.measures]
    texts = [cell_lines(exhibit, mark, palette) for mark in exhibit.marks]
    most = max((text.count(BREAK) + 1 for text in texts if text), default=1)
    strip = _STRIP if MeasureKind.SHARE in kinds else 0
    figure, places = grid_figure(exhibit, palette, height=most * LINE_HEIGHT + strip + 2 * _GAP + 8)
    boxes = [_words(exhibit, place, strip, palette) for place in places]
    add_boxes(figure, tuple(boxes), palette, inside=True)
    strips = tuple(box for place in places for box in _strips(exhibit, place, palette))
    if strips:
        add_boxes(figure, strips, palette)
    return figure


def cell_lines(exhibit: Exhibit, mark: Mark, palette: Palette) -> str:
    """The text of a cell, one figure a line: arrow and word for a sign, the rank, the percentage or why it lacks."""
    return BREAK.join(_line(exhibit, mark, figure, palette) for figure in cell_figures(exhibit, mark))


def _line(exhibit: Exhibit, mark: Mark, figure: Figure, palette: Palette) -> str:
    kind = kind_of(exhibit, figure)
    width, has_strip = cell_width(exhibit), figure is share_of(exhibit, mark)
    if figure.value is None:
        return coloured(block(wrapped(figure.text, width, SMALL_SIZE)), palette.muted)
    if kind is MeasureKind.SIGN:
        arrow = RISE if figure.value > 0 else FALL if figure.value < 0 else LEVEL
        colour = palette.accent if figure.value > 0 else palette.nth(1)
        said = with_status(figure, f"\N{NO-BREAK SPACE}{figure.text}", has_look=False)
        dagger = DAGGER if figure.is_doubted else ""
        return coloured(bold(arrow), colour) + block(wrapped(said, width, SMALL_SIZE)) + dagger
    # Percentages and ranks share the cell: without its unit a number would be ambiguous.
    text = figure.text if exhibit.unit or kind is MeasureKind.RANK else figure.spoken
    return bold(value_text(figure, text, has_look=has_strip))


def _words(exhibit: Exhibit, place: Place, strip: float, palette: Palette) -> Box:
    height = place.row.height - _GAP - strip
    ground = palette.tint(palette.rule, 0.35)
    return Box(
        start=place.left,
        end=place.right,
        centre=place.row.top + _GAP / 2 + height / 2,
        thickness=height,
        look=Look(fill=ground, line=palette.paper),
        text=cell_lines(exhibit, place.mark, palette) if place.mark else ABSENT,
        ink=palette.ink if place.mark else palette.muted,
        hover=tooltip(exhibit, place.mark) if place.mark else "",
        code=place.mark.category.code if place.mark else "",
    )


def _strips(exhibit: Exhibit, place: Place, palette: Palette) -> Iterator[Box]:
    """The percentage as a share of the cell's width on a light track; hatched over the whole width where it lacks."""
    mark = place.mark
    figure = share_of(exhibit, mark) if mark else None
    if mark is None or figure is None:
        return
    width = place.right - place.left
    filled = width * filled_part(figure)
    colour = palette.stroke(mark.role)
    looks = [(width, Look(fill=palette.rule, line=palette.paper)), (filled, look(figure, colour, palette))]
    for length, dress in looks:
        yield Box(
            start=place.left,
            end=place.left + length,
            centre=place.row.top + place.row.height - _GAP / 2 - _STRIP / 2,
            thickness=_STRIP,
            look=dress,
            ink=palette.ink,
            hover=tooltip(exhibit, mark),
            code=mark.category.code,
        )
