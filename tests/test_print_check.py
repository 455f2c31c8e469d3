"""The check of figures: bad colours are found under the right rule and vision, shipped views have no findings."""

from dataclasses import replace

import pytest

from components.print.check import CheckFinding, checked, finding_text, told_by_text
from components.print.drawing import PLOTS
from components.print.encounters import Rules
from components.print.frame import composed
from components.print.scene import Drawn, Rect, Scene, Shape, Stroke, Text, drawn
from components.print.sheet import TONES, Preset, Tone, preset_sheet
from components.print.vision import Vision, contrast_for, seen
from loaders.exhibit import Exhibit
from loaders.language import wording
from tests import sample_exhibits as samples
from tests.sample_data import exhibit_of, library

RANKING = samples.funding_ranking()
FIRST, SECOND = drawn(RANKING.marks[0]), drawn(RANKING.marks[1])
WHITE = "#FFFFFF"
VIEWS = [
    (dataset, view.id, dict(view.defaults))
    for dataset, declared in library().catalogue.declarations.items()
    for view in declared.views
    if view.kind in PLOTS
]
#: Colours that all can tell apart but those who see in this way.
CONFUSED = {
    Vision.PROTANOPIA: ("#000080", "#FF4000"),
    Vision.DEUTERANOPIA: ("#C0FF00", "#FF0000"),
    Vision.TRITANOPIA: ("#800000", "#FF20C0"),
    Vision.GREYSCALE: ("#000000", "#008000"),
}


def square(left: float, fill: str, stands_for: Drawn | None, stroke: Stroke | None = None) -> Rect:
    """A square of ten points at the upper edge of a sheet."""
    return Rect(left=left, top=10, right=left + 10, bottom=20, fill=fill, stroke=stroke, stands_for=stands_for)


def text(words: str, colour: str, size: float = 8.0, stands_for: Drawn | None = None) -> Text:
    """A text below the squares."""
    return Text(x=10, y=60, text=words, size=size, colour=colour, stands_for=stands_for)


def findings(*shapes: Shape, exhibit: Exhibit = RANKING) -> tuple[CheckFinding, ...]:
    """What the check finds on a white sheet."""
    return checked(Scene(width=200, height=100, ground=WHITE, shapes=shapes), exhibit)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(("dataset", "view", "chosen"), VIEWS, ids=[f"{name}-{view}" for name, view, _ in VIEWS])
def test_a_shipped_view_has_no_findings_in_any_tone(
    dataset: str, view: str, chosen: dict[str, str], tone: Tone
) -> None:
    exhibit = exhibit_of(dataset, view, chosen, "fr")
    scenes = [composed(exhibit, preset_sheet(preset, tone=tone)) for preset in (Preset.COLUMN, Preset.SLIDE)]

    assert [finding for scene in scenes for finding in checked(scene, exhibit)] == []


def test_a_pale_shape_is_found_under_every_vision() -> None:
    found = findings(square(10, "#F5E050", FIRST))

    assert {finding.rule for finding in found} == {Rules.SHAPE}
    assert {finding.vision for finding in found} == set(Vision)
    assert {(finding.first, finding.second) for finding in found} == {("Royaume-Uni", "")}
    assert all(1 <= finding.ratio < finding.needed == 3 for finding in found)


def test_a_pale_shape_with_a_strong_outline_is_hollow_and_no_finding() -> None:
    assert findings(square(10, "#F5E050", FIRST, Stroke(colour="#333333"))) == ()


def test_what_stands_for_no_figure_may_be_pale() -> None:
    assert findings(square(10, "#F0F0F0", None)) == ()


def test_a_shape_is_compared_with_what_is_around_it_and_not_with_the_sheet() -> None:
    land = Rect(left=0, top=0, right=200, bottom=50, fill="#707070")

    found = findings(land, square(10, "#808080", FIRST))

    assert (Rules.SHAPE, Vision.NORMAL) in {(finding.rule, finding.vision) for finding in found}
    assert findings(square(10, "#808080", FIRST)) == ()


@pytest.mark.parametrize(("vision", "colours"), CONFUSED.items())
def test_touching_neighbours_are_found_under_the_vision_that_confuses_them(
    vision: Vision, colours: tuple[str, str]
) -> None:
    one, other = colours
    found = findings(square(10, one, FIRST), square(20, other, SECOND))
    neighbours = [finding for finding in found if finding.rule is Rules.NEIGHBOURS]

    assert [(finding.vision, finding.first, finding.second) for finding in neighbours] == [
        (vision, "France", "Royaume-Uni")
    ]
    assert neighbours[0].ratio == pytest.approx(contrast_for(one, other, vision))


def test_neighbours_with_a_line_between_them_are_told_apart() -> None:
    line = Stroke(colour=WHITE, width=0.6)

    assert findings(square(10, "#555555", FIRST, line), square(20, "#666666", SECOND, line)) == ()
    assert findings(square(10, "#555555", FIRST), square(21, "#666666", SECOND)) == ()
    assert findings(square(10, "#555555", FIRST), square(20, "#666666", SECOND)) != ()


def test_neighbours_that_carry_their_values_are_no_finding_and_are_listed() -> None:
    shapes = (
        square(10, "#555555", FIRST),
        square(20, "#666666", SECOND),
        text("11 600", "#000000", stands_for=FIRST),
        replace(text("5 000", "#000000", stands_for=SECOND), x=100),
    )
    scene = Scene(width=200, height=100, ground=WHITE, shapes=shapes)

    assert checked(scene, RANKING) == ()
    assert told_by_text(scene, RANKING) == (("France", "Royaume-Uni"),)
    assert told_by_text(replace(scene, shapes=shapes[:3]), RANKING) == ()


def test_parts_of_one_figure_are_no_neighbours() -> None:
    assert findings(square(10, "#555555", FIRST), square(20, "#666666", FIRST)) == ()


def test_two_measures_of_one_mark_are_neighbours_with_the_names_of_both() -> None:
    exhibit = samples.departement_dumbbell()
    mark = exhibit.marks[0]
    ends = [drawn(mark, figure) for figure in mark.figures if figure]

    found = findings(square(10, "#555555", ends[0]), square(20, "#666666", ends[1]), exhibit=exhibit)

    assert (found[0].first, found[0].second) == ("Hauts-de-Seine, Emplois", "Hauts-de-Seine, Établissements")


def test_a_grey_text_is_found_unless_it_is_large() -> None:
    found = findings(text("Valeur", "#808080"))

    assert {(finding.rule, finding.first, finding.needed) for finding in found} == {(Rules.TEXT, "Valeur", 4.5)}
    assert findings(text("Valeur", "#808080", size=18)) == ()


def test_a_text_is_compared_with_the_shape_under_it_and_not_with_one_above_or_under_its_ground() -> None:
    bar = Rect(left=0, top=40, right=100, bottom=70, fill="#1F1F1F", stands_for=FIRST)
    plate = Rect(left=0, top=45, right=90, bottom=65, fill=WHITE)
    words = text("11 600", "#000000", stands_for=FIRST)

    found = findings(bar, words)

    assert {(finding.rule, finding.first, finding.second) for finding in found} == {
        (Rules.TEXT, "11 600", "Royaume-Uni")
    }
    assert findings(bar, plate, words) == ()


def test_greys_look_the_same_to_everyone_and_red_is_dark_without_red_cones() -> None:
    assert {seen("#777777", vision) for vision in Vision} <= {"#777777", "#767676", "#787878"}
    assert contrast_for("#FF0000", "#000000", Vision.PROTANOPIA) < contrast_for("#FF0000", "#000000", Vision.NORMAL)
    assert seen("#00FF00", Vision.GREYSCALE) == "#969696"


def test_findings_are_sentences_in_both_languages() -> None:
    pale = findings(square(10, "#F5E050", FIRST))[0]
    touching = findings(square(10, "#555555", FIRST), square(20, "#666666", SECOND))[0]
    grey = CheckFinding(rule=Rules.TEXT, vision=Vision.GREYSCALE, first="39", second="Paris", ratio=4.499, needed=4.5)

    assert finding_text(pale, wording("en")) == (
        "Normal vision: “Royaume-Uni” has a contrast of 1.34 with its ground; 3 is needed."
    )
    assert "«\u202fFrance\u202f» et «\u202fRoyaume-Uni\u202f» se touchent" in finding_text(touching, wording("fr"))
    assert finding_text(grey, wording("fr")) == (
        "Niveaux de gris\u00a0: le texte «\u202f39\u202f» a un contraste de 4,49 avec «\u202fParis\u202f»"
        "\u202f; il faut 4,5."
    )
