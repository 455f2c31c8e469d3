"""Bars in groups, stacks, dumbbells, trends and scatters on sheets of print."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from components.print.boxes import DASH
from components.print.frame import composed
from components.print.kinds.bubbles import bubbles
from components.print.plot import value_text
from components.print.scene import Dot, Drawn, Rect, Rule, Scene, Text
from components.print.sheet import Sheet, free_sheet
from loaders.exhibit import Exhibit, Item
from loaders.view import ViewKind
from tests.legible import COLUMN, SHEETS, legible_or_too_small, shown, texts
from tests.sample_exhibits import (
    CAPITAL,
    GAP_TEXT,
    JOBS,
    PROJECTS,
    RANK,
    SHARE,
    area,
    departement_bars,
    departement_dumbbell,
    exhibit,
    forecast_trend,
    investment_scatter,
    mark,
    measure,
    printed,
    segment_bars,
    ticket_trend,
)

LONG = "Établissements publics de coopération intercommunale de très longue dénomination administrative"
Value = Callable[[int, int], float | None]
SERIES_KINDS = (ViewKind.GROUPED_BARS, ViewKind.STACKED_BARS, ViewKind.TREND)
#: Odd data: how many categories and series, what they are called, and their values.
ODD: dict[str, tuple[int, int, str, Value]] = {
    "very long names": (3, 3, LONG, lambda row, column: 10 * row + column + 1),
    "many marks": (14, 4, "Ligne", lambda row, column: (row * 37 + column * 11) % 100),
    "many series": (2, 14, "Ligne", lambda row, column: row + column + 1),
    "all gaps": (4, 3, "Ligne", lambda _row, _column: None),
    "some gaps": (5, 4, "Ligne", lambda row, column: None if (row + column) % 3 == 0 else row * 3 + column),
    "falls": (4, 3, "Ligne", lambda row, column: (-1) ** column * (10 * row + column)),
    "nothing but zeros": (4, 3, "Ligne", lambda _row, _column: 0),
    "one mark": (1, 1, "Ligne", lambda _row, _column: 7),
    "one gap": (1, 1, "Ligne", lambda _row, _column: None),
}


def odd_series(kind: ViewKind, name: str) -> Exhibit:
    rows, columns, label, value = ODD[name]
    marks = tuple(
        mark(
            Item(f"c{row}", f"{label} {row}"),
            printed(SHARE, value(row, column)),
            series=Item(f"s{column}", f"{label} {column}"),
        )
        for row in range(rows)
        for column in range(columns)
    )
    return exhibit(kind, (SHARE,), marks)


def odd_measures(kind: ViewKind, name: str) -> Exhibit:
    rows, _, label, value = ODD[name]
    of = (PROJECTS, CAPITAL, JOBS)
    marks = tuple(
        mark(Item(f"c{row}", f"{label} {row}"), *(printed(one, value(row, place)) for place, one in enumerate(of)))
        for row in range(rows)
    )
    return exhibit(kind, of, marks)


def plot_of(scene: Scene, kind: type[Rect | Dot | Text]) -> dict[str, list[Rect | Dot | Text]]:
    """The shapes of a type that stand for a figure, by the name of their mark."""
    found: dict[str, list[Rect | Dot | Text]] = {}
    for shape in scene.shapes:
        if isinstance(shape, kind) and isinstance(shape.stands_for, Drawn):
            found.setdefault(shape.stands_for.label, []).append(shape)
    return found


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("kind", SERIES_KINDS)
def test_odd_series_are_legible_on_every_sheet_and_what_is_left_out_is_counted(
    kind: ViewKind, name: str, sheet: Sheet
) -> None:
    source = odd_series(kind, name)
    scene = legible_or_too_small(source, sheet)
    assert scene is not None
    unseen = sum(id(one.figure) not in shown(scene) for one in source.marks)
    assert unseen <= scene.left_out


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("kind", [ViewKind.DUMBBELL, ViewKind.SCATTER])
def test_odd_measures_are_legible_on_every_sheet(kind: ViewKind, name: str, sheet: Sheet) -> None:
    source = odd_measures(kind, name)
    scene = legible_or_too_small(source, sheet)
    assert scene is not None
    assert scene.left_out < len(source.marks)


@pytest.mark.parametrize("source", [departement_bars(), segment_bars(), departement_dumbbell(), ticket_trend()])
def test_every_value_is_written_as_the_exhibit_words_it(source: Exhibit) -> None:
    scene = composed(source, COLUMN)
    written = {(text.stands_for.label, text.text) for text in texts(scene) if text.stands_for}
    for one in source.marks:
        for figure in one.figures:
            label = f"{one.category.label}, {one.series.label}" if one.series else one.category.label
            assert figure is not None
            assert (label, value_text(source, figure)) in written


@pytest.mark.parametrize("source", [departement_bars(), segment_bars(), departement_dumbbell(), ticket_trend()])
def test_every_figure_has_a_shape(source: Exhibit) -> None:
    found = {
        id(shape.stands_for.figure)
        for shape in composed(source, COLUMN).shapes
        if not isinstance(shape, Text) and shape.stands_for
    }
    assert found == {id(figure) for one in source.marks for figure in one.figures}


def test_groups_stand_in_columns_of_one_scale_before_bars_are_left_out() -> None:
    source = odd_series(ViewKind.GROUPED_BARS, "some gaps")
    low = composed(source, free_sheet(240, 120, "mm"))
    widths = {
        one.figure.value: round(shape.right - shape.left, 2)
        for shape in low.shapes
        if isinstance(shape, Rect) and (one := shape.stands_for) and one.figure.value
    }
    assert not low.left_out
    lefts = {round(text.x) for text in texts(low) if text.text.startswith("Ligne") and text.anchor == "start"}
    assert len(lefts) > 1
    per_unit = [length / value for value, length in widths.items() if value]
    assert max(per_unit) - min(per_unit) < 0.1


def test_segments_of_a_stack_are_apart_by_paper_and_lengths_are_values() -> None:
    scene = composed(segment_bars(), COLUMN)
    segments = [shape for shape in scene.shapes if isinstance(shape, Rect) and shape.stands_for]
    first, second, third = segments[:3]
    assert 0 < second.left - first.right < 1
    lengths = [one.right - one.left for one in (first, second, third)]
    assert lengths[0] / lengths[1] == pytest.approx(37 / 26, rel=0.02)


def test_a_value_that_does_not_fit_its_segment_stands_under_it_with_a_hairline() -> None:
    source = exhibit(
        ViewKind.STACKED_BARS,
        (SHARE,),
        tuple(mark(area("FR"), printed(SHARE, value), series=Item(str(value), f"Série {value}")) for value in (1, 99)),
    )
    scene = composed(source, COLUMN)
    small = next(shape for shape in scene.shapes if isinstance(shape, Rect) and shape.stands_for)
    text = next(one for one in texts(scene) if one.text == "1")
    assert text.box[1] > small.bottom
    feet = [shape.start for shape in scene.shapes if isinstance(shape, Rule) and shape.start[1] == small.bottom]
    assert feet
    assert small.left <= feet[0][0] <= small.right


def test_series_are_named_once_also_those_that_the_first_stack_lacks() -> None:
    source = segment_bars()
    lacking = replace(source, marks=source.marks[1:])
    for one in (source, lacking):
        scene = composed(one, COLUMN)
        for item in source.series:
            assert [text.text for text in texts(scene)].count(item.label) == 1


def test_dots_of_one_value_are_both_seen() -> None:
    of = (measure("a", "Imprimé", "M€"), measure("b", "Recalculé", "M€"))
    source = exhibit(ViewKind.DUMBBELL, of, (mark(area("IE"), *(printed(one, 70) for one in of)),))
    dots = [shape for shape in composed(source, COLUMN).shapes if isinstance(shape, Dot) and shape.stands_for]
    below, above = dots
    assert below.centre == above.centre
    assert above.radius < below.radius


def test_values_of_a_dumbbell_stand_outside_of_its_line() -> None:
    scene = composed(departement_dumbbell(), COLUMN)
    dots, values = plot_of(scene, Dot), plot_of(scene, Text)
    centres = sorted(shape.centre[0] for shape in dots["Paris"] if isinstance(shape, Dot))
    boxes = sorted(shape.box for shape in values["Paris"] if isinstance(shape, Text))
    assert boxes[0][2] < centres[0] < centres[1] < boxes[1][0]


def test_a_gap_beside_a_value_is_hatched_and_keeps_clear_of_it() -> None:
    of = (measure("a", "Bas", "M€"), measure("b", "Haut", "M€"))
    source = exhibit(ViewKind.DUMBBELL, of, (mark(area("IE"), printed(of[0], 70), printed(of[1], None)),))
    scene = composed(source, COLUMN)
    stub = next(shape for shape in scene.shapes if isinstance(shape, Rect) and shape.stands_for)
    value = next(text for text in texts(scene) if text.text == "70")
    assert stub.left > value.box[2]
    assert GAP_TEXT in {text.text for text in texts(scene)}


def test_a_line_is_dashed_to_a_forecast_and_dotted_over_a_gap() -> None:
    to_forecast = [shape.stroke.dash for shape in composed(forecast_trend(), COLUMN).shapes if isinstance(shape, Rule)]
    over_gap = [shape.stroke.dash for shape in composed(ticket_trend(), COLUMN).shapes if isinstance(shape, Rule)]
    assert DASH in to_forecast
    assert DASH not in over_gap
    assert any(dash and dash[0] < 1 for dash in over_gap)


def test_lines_are_named_at_their_ends_to_the_right_of_every_point() -> None:
    scene = composed(ticket_trend(), COLUMN)
    last = max(shape.centre[0] for shape in scene.shapes if isinstance(shape, Dot))
    names = [text for text in texts(scene) if text.text in {"Île-de-France", "France"}]
    assert names
    assert all(text.box[0] > last for text in names)


def test_the_first_rank_of_a_trend_is_on_top() -> None:
    marks = tuple(
        mark(Item(year, year), printed(RANK, rank), series=area("FR")) for year, rank in {"2023": 4, "2024": 1}.items()
    )
    scene = composed(exhibit(ViewKind.TREND, (RANK,), marks), COLUMN)
    fourth, first = (shape for shape in scene.shapes if isinstance(shape, Dot) and shape.stands_for)
    assert first.centre[1] < fourth.centre[1]
    ticks = {text.text for text in texts(scene) if text.anchor == "end"}
    assert "0" not in ticks


def test_the_area_of_a_bubble_is_its_value() -> None:
    source = investment_scatter()
    radii = {one.mark.category.code: one.radius(100, 1) for one in bubbles(source)}
    assert (radii["FR"] / radii["IE"]) ** 2 == pytest.approx(960 / 6010)


def test_a_bubble_that_cannot_be_placed_is_said_below_with_all_its_figures() -> None:
    scene = composed(investment_scatter(), COLUMN)
    spain = [text for text in texts(scene) if text.stands_for and text.stands_for.category == area("ES")]
    assert {text.text for text in spain} == {"39\u202fprojets", GAP_TEXT, "4\u202f775\u202femplois"}
    lowest = max(shape.centre[1] for shape in scene.shapes if isinstance(shape, Dot))
    assert all(text.y > lowest for text in spain)


def test_a_bound_is_said_below_a_scatter_whose_bubble_cannot_show_it() -> None:
    bound = mark(area("GB"), printed(PROJECTS, 50, ">"), printed(CAPITAL, 700), printed(JOBS, 900))
    source = exhibit(ViewKind.SCATTER, (PROJECTS, CAPITAL, JOBS), (bound, *investment_scatter().marks))
    assert any(text.text.startswith(">") for text in texts(composed(source, COLUMN)))


def test_both_axes_of_a_scatter_are_titled() -> None:
    written = [text.text for text in texts(composed(investment_scatter(), COLUMN))]
    assert "↑ Capital investi (M€), échelle logarithmique" in written
    assert "Projets →" in written


def test_bubbles_in_a_crowd_have_numbers_and_their_names_below() -> None:
    of = (PROJECTS, CAPITAL)
    marks = tuple(
        mark(Item(str(place), f"Région au nom assez long {place}"), printed(of[0], 10 + place), printed(of[1], 5))
        for place in range(6)
    )
    scene = composed(
        exhibit(ViewKind.SCATTER, of, (*marks, mark(area("FR"), printed(of[0], 500), printed(of[1], 9)))), COLUMN
    )
    written = " ".join(text.text.replace("\u00a0", " ") for text in texts(scene))
    named = sum(f"Région au nom assez long {place}" in written for place in range(6))
    assert named + scene.left_out >= len(marks)
    assert "1 Région" in written
