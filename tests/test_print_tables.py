"""Tables, heat tables and sign matrices on paper: nothing lost, nothing over another, gaps shown as gaps."""

from dataclasses import replace

import pytest

from components.print.frame import composed
from components.print.ink import ink
from components.print.plot import TooSmallError
from components.print.scene import Area, Rect, Rule, Scene, Text
from components.print.sheet import Preset, Sheet, free_sheet, preset_sheet
from loaders.exhibit import Exhibit, Item, Role
from loaders.language import LANGUAGES, Language
from loaders.view import ViewKind
from tests import sample_exhibits as samples
from tests import sample_grids as grids
from tests.sample_data import exhibit_of, library

COLUMN = preset_sheet(Preset.COLUMN)
WIDE = preset_sheet(Preset.TWO_COLUMNS)
#: Values in columns, long notes, several studies, and both kinds of grids.
VIEWS = [
    ("fdi_rankings", "fdi_table"),
    ("ai_ecosystem", "all_figures"),
    ("innovation_projects", "support"),
    ("ai_startup_challenges", "challenge_matrix"),
    ("university_rankings", "university_bands"),
]
LONG = "Établissement public d’hospitalisation interdépartementale de rééducation fonctionnelle"


def chosen(dataset: str, view: str) -> dict[str, str]:
    """The choices with which a view opens."""
    return next(dict(one.defaults) for one in library().catalogue.declaration(dataset).views if one.id == view)


def shown(dataset: str, view: str, language: Language = "fr") -> Exhibit:
    """An exhibit of the project."""
    return exhibit_of(dataset, view, chosen(dataset, view), language)


def texts(scene: Scene) -> list[str]:
    """The lines of text of a sheet in the order in which they are drawn."""
    return [shape.text for shape in scene.shapes if isinstance(shape, Text)]


def figures_drawn(scene: Scene) -> set[tuple[str, str, str]]:
    """The figures of which something is drawn: category, series, measure."""
    meant = [shape.stands_for for shape in scene.shapes if shape.stands_for]
    return {(one.category.code, one.series.code if one.series else "", one.figure.measure) for one in meant}


def faults(scene: Scene) -> list[str]:
    """Texts that leave the sheet, are too small, or lie over one another."""
    lines = [shape for shape in scene.shapes if isinstance(shape, Text)]
    boxes = [line.box for line in lines]
    found = [line.text for line in lines if line.size < 6.5]
    for number, (line, (left, top, right, bottom)) in enumerate(zip(lines, boxes, strict=True)):
        if left < -0.1 or top < -0.1 or right > scene.width + 0.1 or bottom > scene.height + 0.1:
            found.append(f"{line.text} leaves the sheet")
        for other, box in zip(lines[number + 1 :], boxes[number + 1 :], strict=True):
            if min(right, box[2]) - max(left, box[0]) > 0.1 and min(bottom, box[3]) - max(top, box[1]) > 0.4:
                found.append(f"{line.text} lies over {other.text}")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("dataset", "view"), VIEWS)
def test_every_text_of_a_shipped_table_has_its_own_place_on_every_sheet(
    dataset: str, view: str, language: Language
) -> None:
    exhibit = shown(dataset, view, language)

    assert [fault for preset in Preset for fault in faults(composed(exhibit, preset_sheet(preset)))] == []


def odd(kind: ViewKind) -> list[Exhibit]:
    """Exhibits that no study prints: long names, many rows and columns, gaps alone, one mark."""
    source = grids.challenge_signs() if kind is ViewKind.SIGN_MATRIX else grids.rank_bands()
    marks = source.marks
    gaps = tuple(replace(mark, figures=tuple(samples.printed(of, None) for of in source.measures)) for mark in marks)
    long = {item.code: Item(item.code, f"{item.label} {LONG}") for item in source.categories}
    many = tuple(
        replace(mark, category=Item(f"{mark.category.code}{number}", f"{mark.category.label} {number}"))
        for number in range(40)
        for mark in marks
    )
    wide = tuple(
        replace(mark, series=Item(f"{mark.series.code}{number}", f"{mark.series.label} {number}"))
        for number in range(9)
        for mark in marks
        if mark.series
    )
    changed = [marks[:1], gaps, tuple(replace(mark, category=long[mark.category.code]) for mark in marks), many, wide]
    return [
        replace(
            source,
            marks=some,
            categories=tuple(dict.fromkeys(mark.category for mark in some)),
            series=tuple(dict.fromkeys(mark.series for mark in some if mark.series)),
        )
        for some in changed
    ]


@pytest.mark.parametrize("kind", [ViewKind.HEAT_TABLE, ViewKind.SIGN_MATRIX])
@pytest.mark.parametrize("preset", Preset)
def test_odd_grids_are_readable_and_what_is_left_out_is_counted(kind: ViewKind, preset: Preset) -> None:
    for exhibit in odd(kind):
        scene = composed(exhibit, preset_sheet(preset))

        drawn = {(category, series) for category, series, _ in figures_drawn(scene)}
        assert faults(scene) == []
        assert len(drawn) + scene.left_out == len(exhibit.marks)


def test_a_cell_without_a_value_is_hatched_and_says_so() -> None:
    scene = composed(grids.subject_bands(), COLUMN)

    gap = ink("light").gap
    hatching = [shape for shape in scene.shapes if isinstance(shape, Rule) and shape.stroke.colour == gap]
    assert len(hatching) > 5
    assert "imprimé" in " ".join(texts(scene))


def test_a_combination_that_does_not_exist_is_a_dash() -> None:
    exhibit = grids.rank_bands()
    scene = composed(exhibit, WIDE)

    cells = len(exhibit.categories) * len(exhibit.series)
    assert texts(scene).count("–") == cells - len(exhibit.marks)
    assert "11–20" in texts(scene)
    assert "≈\u00a041–50" in texts(scene)


def test_better_ranks_are_darker_and_the_lightest_cell_has_a_hairline() -> None:
    scene = composed(grids.rank_bands(), WIDE)
    cells = [shape for shape in scene.shapes if isinstance(shape, Rect) and shape.stands_for]
    values = {shape.fill: shape.stands_for.figure.value for shape in cells if shape.stands_for}

    assert min(values, key=lambda fill: values[fill] or 0) == ink("light").accent
    assert all(shape.stroke for shape in cells if shape.stands_for and shape.stands_for.figure.value == 41)


def test_headings_too_wide_for_their_columns_stand_one_above_the_other_with_leaders() -> None:
    scene = composed(grids.rank_bands(), free_sheet(110, None, "mm"))
    names = {
        label: next(text for text in scene.shapes if isinstance(text, Text) and text.text == label)
        for label in ("Biotechnologie", "Médecine clinique", "Santé publique")
    }

    assert names["Biotechnologie"].y > names["Médecine clinique"].y > names["Santé publique"].y


def test_a_sign_is_an_arrow_with_its_words() -> None:
    scene = composed(grids.challenge_signs(), COLUMN)
    arrows = [shape for shape in scene.shapes if isinstance(shape, Area)]
    pointing = {
        arrow.stands_for.figure.value: arrow.rings[0][1][1] - arrow.rings[0][0][1]
        for arrow in arrows
        if arrow.stands_for
    }

    assert pointing[1] < 0 <= pointing[-1]
    assert len(arrows) == len(grids.SIGNS)
    assert "moins" in " ".join(texts(scene))


def test_the_strip_of_a_percentage_is_as_long_as_the_percentage_and_hatched_until_it_is_known() -> None:
    key = ("data_access", "health")
    scene = composed(grids.challenge_signs({key: 25.0}), WIDE)
    strips = [
        shape
        for shape in scene.shapes
        if isinstance(shape, Rect) and shape.stands_for and shape.stands_for.figure.measure == "share"
    ]
    known = [strip for strip in strips if strip.stands_for and strip.stands_for.figure.value is not None]
    unknown = [strip for strip in strips if strip not in known]

    assert len(known) == 1
    assert known[0].right - known[0].left == pytest.approx((unknown[0].right - unknown[0].left) / 4, rel=0.02)


def test_a_narrow_table_keeps_values_status_and_page_and_draws_the_names_together() -> None:
    exhibit = shown("employment_by_department", "all_figures")
    lines = texts(composed(exhibit, COLUMN))

    assert "Valeur · Statut" in lines
    assert "Page" in lines
    assert "Part des emplois" in lines
    assert "valeur estimée" in lines


def test_a_wide_table_has_a_column_for_every_dimension() -> None:
    lines = texts(composed(shown("employment_by_department", "all_figures"), WIDE))

    assert {"Département", "Indicateur", "Valeur", "Statut", "Page"} <= set(lines)


@pytest.mark.parametrize("sheet", [COLUMN, WIDE])
def test_a_note_of_several_rows_is_told_once_and_one_of_a_single_row_with_it(sheet: Sheet) -> None:
    exhibit = shown("research_specialisation", "all_figures")
    note = exhibit.references[0].note or exhibit.marks[0].figure.reference.note or ""
    said = " ".join(texts(composed(exhibit, sheet)))

    assert said.count(note) == 1

    exhibit = shown("ai_ecosystem", "ecosystem")
    said = " ".join(" ".join(texts(composed(exhibit, sheet))).split())
    notes = [mark.figure.reference.note for mark in exhibit.marks if mark.figure.reference.note]
    assert notes
    assert all(" ".join(note.split()) in said for note in notes)


def test_a_long_table_ends_where_the_sheet_ends_and_says_how_many_figures_it_leaves_out() -> None:
    exhibit = shown("fdi_rankings", "all_figures")
    scene = composed(exhibit, COLUMN)

    assert 0 < scene.left_out < len(exhibit.marks) == 139
    assert f"{139 - scene.left_out} chiffres sur 139 sont montrés" in " ".join(texts(scene))


def test_numbers_of_one_unit_stand_to_the_right() -> None:
    scene = composed(shown("fdi_rankings", "fdi_table"), WIDE)
    values = [shape for shape in scene.shapes if isinstance(shape, Text) and shape.stands_for]

    assert values
    assert {value.anchor for value in values} == {"end"}


@pytest.mark.parametrize("sheet", [COLUMN, WIDE])
def test_every_value_of_a_table_that_fits_is_drawn_with_what_it_stands_for(sheet: Sheet) -> None:
    exhibit = shown("ai_ecosystem", "ecosystem")
    scene = composed(exhibit, sheet)
    meant = {id(shape.stands_for.figure) for shape in scene.shapes if shape.stands_for}

    assert scene.left_out == 0
    assert meant == {id(mark.figure) for mark in exhibit.marks}


def test_a_value_that_is_not_plain_has_the_square_of_the_legend_before_it() -> None:
    scene = composed(shown("employment_by_department", "all_figures"), WIDE)
    squares = {shape.stands_for.figure.status for shape in scene.shapes if isinstance(shape, Rect) and shape.stands_for}

    assert squares == {"E", "L"}


def test_the_row_of_the_region_stands_out_among_others() -> None:
    exhibit = shown("ai_ecosystem", "ecosystem")
    scene = composed(exhibit, WIDE)
    own = {mark.category.label for mark in exhibit.marks if mark.role is Role.ACCENT}
    bold = {shape.text for shape in scene.shapes if isinstance(shape, Text) and shape.face.value.weight == 600}

    assert any(label in bold or label.split(" ")[0] in " ".join(bold) for label in own)


@pytest.mark.parametrize("source", [grids.rank_bands(), grids.challenge_signs()])
def test_a_sheet_too_small_for_a_grid_says_the_least_that_works(source: Exhibit) -> None:
    with pytest.raises(TooSmallError) as found:
        composed(source, free_sheet(60, 30, "mm"))

    assert found.value.height > 30 * 72 / 25.4
