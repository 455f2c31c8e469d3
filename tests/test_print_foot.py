"""The foot of a sheet explains what the sheet shows, and nothing else."""

from dataclasses import replace

from components.print.frame import composed
from components.print.scene import Dot, Rect, Rule, Scene, Text
from components.print.sheet import Preset, preset_sheet
from loaders.exhibit import Exhibit, Item, Mark
from loaders.view import ViewKind
from tests.legible import COLUMN, texts
from tests.sample_data import exhibit_of
from tests.sample_exhibits import SHARE, area, departement_dumbbell, exhibit, institution_ranking, mark, printed

BOUND = Item(">", "borne basse\N{NARROW NO-BREAK SPACE}: la valeur est supérieure")
ESTIMATE = Item("E", "valeur estimée")
SQUARE = preset_sheet(Preset.SQUARE)


def said(scene: Scene) -> str:
    return " ".join(text.text for text in texts(scene))


def bars(*marks: Mark) -> Exhibit:
    return exhibit(ViewKind.RANKING, (SHARE,), marks)


def test_a_sign_is_explained_where_it_is_written() -> None:
    bound = replace(bars(mark(area("FR"), printed(SHARE, 5, ">"))), legend=(BOUND,))
    plain = replace(bars(mark(area("FR"), printed(SHARE, 5))), legend=(BOUND,))

    assert BOUND.label in said(composed(bound, COLUMN))
    assert BOUND.label not in said(composed(plain, COLUMN))


def test_a_key_figure_says_its_status_without_a_box_that_it_does_not_wear() -> None:
    figure = replace(printed(SHARE, 5), status="E")
    scene = composed(
        replace(exhibit(ViewKind.METRIC, (SHARE,), (mark(area("FR"), figure),)), legend=(ESTIMATE,)), COLUMN
    )

    assert ESTIMATE.label in said(scene)
    assert not any(isinstance(shape, Rect) for shape in scene.shapes)


def test_the_estimate_of_a_dot_is_explained_by_a_dot() -> None:
    source = departement_dumbbell()
    first = source.marks[0]
    estimated = replace(first, figures=tuple(one and replace(one, status="E") for one in first.figures))
    scene = composed(replace(source, marks=(estimated, *source.marks[1:]), legend=(ESTIMATE,)), COLUMN)
    label = next(text for text in texts(scene) if text.text == ESTIMATE.label)

    beside = [shape for shape in scene.shapes if isinstance(shape, Dot) and shape.centre[0] < label.x]
    assert any(label.box[1] < shape.centre[1] < label.box[3] for shape in beside)


def test_doubts_about_figures_that_found_no_room_leave_it_to_those_that_did() -> None:
    source = exhibit_of("employment_structure", "all_figures", {}, "fr")
    scene = composed(source, SQUARE)
    lean = replace(source, warnings=())

    assert source.warnings
    assert scene.left_out
    assert not any(warning[:20] in said(scene) for warning in source.warnings)
    assert scene.left_out == composed(lean, SQUARE).left_out


def test_doubts_stay_where_a_doubted_figure_is_shown() -> None:
    source = exhibit_of("employment_structure", "metropolis", {}, "fr")

    for sheet in map(preset_sheet, Preset):
        assert said(composed(source, sheet)).count("†") == len(source.warnings) + len(source.marks)


def test_no_line_strikes_a_rank_through() -> None:
    scene = composed(institution_ranking(), COLUMN)
    values = [text.box for text in texts(scene) if text.stands_for]
    levels = [shape for shape in scene.shapes if isinstance(shape, Rule) and shape.start[1] == shape.end[1]]

    assert values
    for left, top, right, bottom in values:
        for one in levels:
            assert not (top < one.start[1] < bottom and one.start[0] < right and one.end[0] > left)


def test_years_of_a_table_are_not_broken() -> None:
    for sheet in map(preset_sheet, Preset):
        scene = composed(exhibit_of("university_countries", "all_figures", {}, "en"), sheet)
        assert not [text for text in texts(scene) if text.text in {"4", "2022–202"}]


def test_a_key_figure_grows_into_a_high_sheet_and_stays_on_one_line() -> None:
    source = exhibit_of("employment_by_department", "leading_departement_jobs", {}, "en")

    for sheet in map(preset_sheet, Preset):
        (number,) = [text for text in texts(composed(source, sheet)) if text.stands_for]
        assert isinstance(number, Text)
    column = max(text.size for text in texts(composed(source, COLUMN)))
    assert max(text.size for text in texts(composed(source, SQUARE))) > column
