"""The screen, the print and the table of every view say the same: labels, values, order, colours, statuses."""

from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import TypeGuard

import plotly.graph_objects as go
import pytest

from components.charts import draw
from components.palette import palette
from components.print.ink import ink
from components.print.scene import Shape, Text
from loaders.exhibit import Figure, Role
from loaders.language import Language, wording
from loaders.table import status_text, table_of
from loaders.view import ViewKind
from tests.printed_views import BOTH, ONCE, figures, in_both_languages, picture, shown
from tests.worn import MEASURED, expected
from tests.worn_on_paper import on_paper
from tests.worn_on_screen import NO_PICTURE, on_screen

#: Drawn as page elements or as decks, not as figures.
NO_FIGURE = frozenset({ViewKind.METRIC, ViewKind.TABLE, ViewKind.COLUMN_MAP})
#: Kinds whose marks stand under one another in their order.
STACKED = MEASURED - {ViewKind.TREND, ViewKind.SCATTER} | {ViewKind.HEAT_TABLE, ViewKind.SIGN_MATRIX}
as_figures = pytest.mark.parametrize(
    ("dataset", "view", "language"), [one for one in BOTH if shown(*one).kind not in NO_FIGURE]
)


@cache
def drawn(dataset: str, view: str, language: Language) -> go.Figure:
    """A view as the screen shows it."""
    return draw(shown(dataset, view, language), palette("light"))


def told(figure: go.Figure) -> Iterator[tuple[str, str, float]]:
    """The code of the category and the tooltip of every mark, and how far down it stands."""
    for trace in figure.data:
        if trace.customdata is not None and trace.hovertext is not None:
            for code, text, y in zip(trace.customdata, trace.hovertext, trace.y, strict=True):
                # Cells where nothing is have no mark.
                if code:
                    yield str(code), " ".join(unescape(str(text)).split("<br>")), float(y)


@as_figures
def test_every_figure_is_told_on_the_screen_with_its_label_and_in_order(
    dataset: str, view: str, language: Language
) -> None:
    exhibit = shown(dataset, view, language)
    found = list(told(drawn(dataset, view, language)))
    order = list(dict.fromkeys(mark.category.code for mark in exhibit.marks))
    codes = list(dict.fromkeys(code for code, _, _ in sorted(found, key=lambda one: one[2])))

    assert set(order) == set(codes)
    for mark, figure in figures(exhibit):
        label = " – ".join(item.label for item in (mark.category, mark.series) if item)
        mine = [text for code, text, _ in found if code == mark.category.code and text.startswith(label)]
        assert any(figure.spoken in text for text in mine), (label, figure.spoken)
    if exhibit.kind in STACKED:
        assert codes == order


@in_both_languages
def test_every_mark_wears_on_the_screen_and_in_print_what_the_exhibit_asks_for(
    dataset: str, view: str, language: Language
) -> None:
    exhibit, sheet = shown(dataset, view, language), picture(dataset, view, language).scene
    paper, asked = on_paper(exhibit, sheet, ink("light")), expected(exhibit, ink("light"))

    # How many marks a sheet leaves out is held elsewhere.
    assert paper == asked or (sheet.left_out and paper < asked)
    if exhibit.kind not in NO_PICTURE:
        assert on_screen(exhibit, palette("light")).marks == expected(exhibit, palette("light"))


@pytest.mark.parametrize(("dataset", "view", "language"), [one for one in ONCE if shown(*one).kind is ViewKind.METRIC])
def test_a_key_figure_is_written_in_the_colour_of_what_it_stands_for(
    dataset: str, view: str, language: Language
) -> None:
    (mark, *_), colours = shown(dataset, view, language).marks, ink("light")
    (number,) = {one.colour for one in picture(dataset, view, language).scene.shapes if _is_number(one)}

    assert number == (colours.accent if mark.role is Role.ACCENT else colours.ink)


def _is_number(shape: Shape) -> TypeGuard[Text]:
    return isinstance(shape, Text) and shape.stands_for is not None


@in_both_languages
def test_the_table_has_every_mark_in_order_with_its_values_and_status(
    dataset: str, view: str, language: Language
) -> None:
    exhibit, words = shown(dataset, view, language), wording(language)
    table = table_of(exhibit, words)
    is_row_a_mark = len(table.rows) == len(exhibit.marks)
    names = [row[0] for row in table.rows]

    if is_row_a_mark:
        assert names == [mark.category.label for mark in exhibit.marks]
    else:
        assert names == [item.label for item in exhibit.categories]
    for place, mark in enumerate(exhibit.marks):
        row = table.rows[place if is_row_a_mark else names.index(mark.category.label)]
        for figure in filter(None, mark.figures):
            assert any(cell.startswith((figure.text, figure.spoken)) for cell in row[1:]), figure.spoken
            assert _says_status(row, figure, status_text(figure, words))


def _says_status(row: tuple[str, ...], figure: Figure, status: str) -> bool:
    """Whether a row says what kind of value a figure is: in words, by the code, or by the words of a gap."""
    return not status or figure.value is None or any(status in cell or f"({figure.status})" in cell for cell in row)
