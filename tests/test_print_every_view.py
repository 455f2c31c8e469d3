"""Every view of the catalogue in print: what is drawn is the exhibit, on every sheet, in every tone and language."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.print.check import checked
from components.print.frame import composed
from components.print.plot import TooSmallError
from components.print.scene import Scene, Text
from components.print.sheet import TONES, Preset, Sheet, Tone, free_sheet
from components.print.vega_lite import rows, specification
from loaders.language import LANGUAGES, Language
from loaders.view import ViewKind
from tests.legible import assert_legible, texts
from tests.printed_views import (
    ONCE,
    VIEWS,
    as_written,
    figures,
    in_both_languages,
    in_one_language,
    meanings,
    name,
    picture,
    scene,
    sheet,
    shown,
    written,
)

#: Kinds whose marks stand in their order from the top down; places on a map and in a scatter have none.
ORDERED = frozenset(ViewKind) - {
    ViewKind.SCATTER,
    ViewKind.TREND,
    ViewKind.CHOROPLETH,
    ViewKind.SYMBOL_MAP,
    ViewKind.COLUMN_MAP,
}
OF_EACH_KIND = list({shown(*one).kind: one for one in ONCE}.values())
#: Kinds that leave out whole columns, whose marks are not the last ones.
GRIDS = frozenset({ViewKind.HEAT_TABLE, ViewKind.SIGN_MATRIX})


@in_both_languages
def test_rows_of_the_drawing_are_labels_values_and_statuses_of_the_exhibit(
    dataset: str, view: str, language: Language
) -> None:
    exhibit, drawing = shown(dataset, view, language), picture(dataset, view, language).scene
    known = {(name(mark), one.value, one.text, one.status) for mark, one in figures(exhibit)}
    drawn = {
        (row["label"], row["value"], row["text"], row["status"])
        for row in rows(specification(drawing))
        if "label" in row
    }

    assert drawn <= known
    marks = {id(one.figure) for one in meanings(drawing)}
    absent = [mark for mark in exhibit.marks if not any(id(figure) in marks for figure in mark.figures)]
    assert len(absent) == drawing.left_out
    if exhibit.kind not in GRIDS:
        assert absent == list(exhibit.marks[len(exhibit.marks) - drawing.left_out :])


@in_both_languages
def test_every_value_is_written_as_the_exhibit_says_it(dataset: str, view: str, language: Language) -> None:
    exhibit, drawing = shown(dataset, view, language), picture(dataset, view, language).scene
    is_whole = exhibit.kind is ViewKind.HEAT_TABLE
    told: dict[int, str] = {}
    for shape in drawing.shapes:
        if isinstance(shape, Text) and shape.stands_for:
            key = id(shape.stands_for.figure)
            told[key] = f"{told[key]} {shape.text}" if key in told else shape.text

    # Places in a scatter are values, which its axes tell.
    assert told or exhibit.kind is ViewKind.SCATTER
    ways = {id(mark.figure if is_whole else one): as_written(exhibit, mark, one) for mark, one in figures(exhibit)}
    assert all(text in ways[key] for key, text in told.items())


@in_both_languages
def test_marks_stand_in_the_order_of_the_exhibit(dataset: str, view: str, language: Language) -> None:
    exhibit, drawing = shown(dataset, view, language), picture(dataset, view, language).scene
    places: dict[str, float] = {}
    for shape in drawing.shapes:
        if isinstance(shape, Text) and shape.stands_for:
            code = shape.stands_for.category.code
            places[code] = min(places.get(code, shape.y), shape.y)

    if exhibit.kind in ORDERED:
        order = [item.code for item in exhibit.categories if item.code in places]
        assert sorted(order, key=places.__getitem__) == order


@in_both_languages
def test_title_source_licence_and_all_names_stand_on_the_sheet(dataset: str, view: str, language: Language) -> None:
    exhibit, drawing = shown(dataset, view, language), picture(dataset, view, language).scene
    text = written(drawing).replace("- ", "-")

    for part in (exhibit.title, exhibit.subtitle, exhibit.source_line, exhibit.licence, exhibit.data_version):
        assert part.replace("- ", "-") in text
    if not drawing.left_out:
        assert all(mark.category.label.replace("- ", "-") in text for mark in exhibit.marks)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("preset", Preset)
def test_no_text_leaves_a_sheet_covers_another_or_is_too_small(preset: Preset, language: Language) -> None:
    for dataset, view in VIEWS:
        assert_legible(sheet(dataset, view, language, preset))


@pytest.mark.parametrize("tone", [tone for tone in TONES if tone != "light"])
@pytest.mark.parametrize("preset", Preset)
def test_a_tone_changes_colours_and_nothing_else(preset: Preset, tone: Tone) -> None:
    """Every text stands in its place, in its size and typeface, whatever the tone, and as many marks are left out.

    A sheet is laid out from widths of letters and from values; colours are put on afterwards. One view of each kind
    passes through all code that could do otherwise, so that the views are looked at in one tone.
    """
    for one in OF_EACH_KIND:
        light, other = sheet(*one, preset), scene(shown(*one), preset, tone)

        assert _layout(other) == _layout(light)
        assert {text.colour for text in texts(other)} != {text.colour for text in texts(light)}


def _layout(drawing: Scene) -> tuple[object, ...]:
    written = [replace(text, colour="") for text in texts(drawing)]
    return drawing.width, drawing.height, drawing.left_out, written


@in_one_language
def test_the_check_of_the_figure_finds_nothing_in_print(dataset: str, view: str, language: Language) -> None:
    assert not checked(picture(dataset, view, language).scene, shown(dataset, view, language))


@given(
    one=st.sampled_from(ONCE),
    width=st.floats(min_value=20, max_value=400),
    height=st.one_of(st.none(), st.floats(min_value=15, max_value=400)),
)
def test_any_size_is_legible_or_too_small_and_the_least_that_is_named_works(
    one: tuple[str, str, Language], width: float, height: float | None
) -> None:
    exhibit, sheet = shown(*one), free_sheet(width, height, "mm")
    try:
        drawing = composed(exhibit, sheet)
    except TooSmallError as error:
        wider, higher = max(sheet.width, error.width), max(sheet.height or 0.0, error.height)
        drawing = _least(one, wider, higher)
    assert_legible(drawing)


def _least(one: tuple[str, str, Language], width: float, height: float) -> Scene:
    for _ in range(8):
        try:
            return composed(shown(*one), Sheet(width=width, height=height))
        except TooSmallError as error:
            width, height = max(width, error.width + 1), max(height, error.height + 1)
    return pytest.fail(f"{one}: no size works")
