"""The screen, the print and the table of every view say the same: labels, values, order, colours, statuses."""

from collections.abc import Iterator
from functools import cache
from html import unescape

import plotly.graph_objects as go
import pytest

from components.charts import draw
from components.palette import Palette, palette
from components.print.ink import ink
from components.print.scene import Dot, Rect, Shape
from loaders.exhibit import Figure
from loaders.language import Language, wording
from loaders.table import status_text, table_of
from loaders.view import ViewKind
from tests.printed_views import BOTH, figures, in_both_languages, picture, shown

#: Drawn as page elements or as decks, not as figures.
NO_FIGURE = frozenset({ViewKind.METRIC, ViewKind.TABLE, ViewKind.COLUMN_MAP})
#: Kinds whose marks wear one colour each, that of their role or series.
COLOURED = (
    ViewKind.RANKING,
    ViewKind.GROUPED_BARS,
    ViewKind.STACKED_BARS,
    ViewKind.DUMBBELL,
    ViewKind.TREND,
    ViewKind.SCATTER,
)
#: Kinds whose marks stand under one another in their order.
STACKED = frozenset(COLOURED) - {ViewKind.TREND, ViewKind.SCATTER} | {ViewKind.HEAT_TABLE, ViewKind.SIGN_MATRIX}
on_screen = pytest.mark.parametrize(
    ("dataset", "view", "language"), [one for one in BOTH if shown(*one).kind not in NO_FIGURE]
)
coloured = pytest.mark.parametrize(
    ("dataset", "view", "language"), [one for one in BOTH if shown(*one).kind in COLOURED]
)
_NAMED = ("accent", "national", "other", "quiet")


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


@on_screen
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


@coloured
def test_values_and_colours_of_bars_and_dots_are_the_same_on_screen_and_in_print(
    dataset: str, view: str, language: Language
) -> None:
    exhibit = shown(dataset, view, language)
    screen = _on_screen(drawn(dataset, view, language))
    paper = _on_paper(picture(dataset, view, language).scene.shapes)
    plain = [(mark, one) for mark, one in figures(exhibit) if one.value is not None and one.status == "A"]

    for mark, figure in plain:
        if id(figure) in paper:
            code = mark.category.code
            assert any(figure.value in values and hue & paper[id(figure)] for values, hue in screen[code])


def _on_screen(figure: go.Figure) -> dict[str, list[tuple[tuple[float, ...], frozenset[str]]]]:
    """For each category the coordinates and the colour of what is drawn for it."""
    found: dict[str, list[tuple[tuple[float, ...], frozenset[str]]]] = {}
    for trace in figure.data:
        if trace.customdata is None or not isinstance(trace.marker.color, tuple | list):
            continue
        for code, x, y, colour in zip(trace.customdata, trace.x, trace.y, trace.marker.color, strict=True):
            found.setdefault(str(code), []).append(((float(x), float(y)), _names(str(colour), palette("light"))))
    return found


def _on_paper(shapes: tuple[Shape, ...]) -> dict[int, frozenset[str]]:
    """The colour of each figure's bar or dot."""
    found: dict[int, frozenset[str]] = {}
    for shape in shapes:
        if isinstance(shape, Rect | Dot) and shape.stands_for:
            found.setdefault(id(shape.stands_for.figure), _names(shape.fill, ink("light")))
    return found


def _names(colour: str, colours: Palette) -> frozenset[str]:
    """What a colour is called in a palette; greys of different strength are one."""
    names = {name for name in _NAMED if getattr(colours, name) == colour}
    names |= {f"series {place}" for place, one in enumerate(colours.series) if one == colour}
    return frozenset("other" if name == "quiet" else name for name in names)


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
