"""Portraits of every area that the project knows: complete, sourced, and compared only where that means something."""

from functools import cache

import pytest

from loaders.composition import compose
from loaders.exhibit import Figure
from loaders.language import LANGUAGES, wording
from loaders.measure import MeasureKind
from loaders.territory.comparison import comparison
from loaders.territory.difference import Reason
from loaders.territory.indicator import HEIGHTS, Holdings, has_value, holdings
from loaders.territory.peers import area_options, proposed, reference_options
from loaders.territory.portrait import Line, Portrait
from loaders.territory.portrayal import portray, printed_figures
from tests.sample_data import library

CATALOGUE = library().catalogue
WORDS = wording("en")


@cache
def held() -> Holdings:
    """What the project knows of areas."""
    return holdings(library())


@cache
def portrayed(area: str, reference: str | None) -> Portrait:
    """A portrait in English."""
    return portray(library(), held(), area, reference, WORDS)


def references(area: str) -> list[str]:
    """The areas that an area can be set against."""
    return [one.code for one in reference_options(held(), CATALOGUE, area, WORDS)]


AREAS = [one.code for one in area_options(held(), CATALOGUE, WORDS)]
PAIRS = [(area, reference) for area in AREAS for reference in (*references(area), None)]
EVERY_AREA = pytest.mark.parametrize("area", AREAS)
EVERY_PAIR = pytest.mark.parametrize(("area", "reference"), PAIRS)


def figures(line: Line) -> list[Figure]:
    """The figures of a line."""
    return [figure for one in line.marks for figure in one.figures if figure]


def test_areas_are_grouped_and_sorted_with_the_region_first() -> None:
    labels = [one.label for one in area_options(held(), CATALOGUE, wording("fr"))]
    groups = list(dict.fromkeys(label.rpartition(" (")[2] for label in labels))

    assert labels[0] == "Île-de-France (région française)"
    assert groups == ["région française)", "département)", "région d’Europe)", "pays)"]
    assert [label.partition(" (")[0] for label in labels if label.endswith("(pays)")][:3] == [
        "France",
        "Allemagne",
        "Belgique",
    ]


@EVERY_AREA
def test_every_indicator_of_an_area_is_a_line_and_every_dataset_is_named(area: str) -> None:
    shown = portrayed(area, None)
    datasets = {one.dataset for one in held().of(area)}

    assert len(shown.lines) == len(held().of(area)) > 0
    assert [one.dataset for one in shown.sections] == [name for name in CATALOGUE.declarations if name in datasets]
    assert len(shown.sections) + len(shown.absent) == len(held().shapes)


@EVERY_PAIR
def test_every_figure_of_a_line_is_an_observation_with_its_source(area: str, reference: str | None) -> None:
    for section in portrayed(area, reference).sections:
        said = {
            (row.measure, tuple(row.key), row.value if has_value(row) else None, row.source_id)
            for row in library().observations(section.dataset)
        }
        for figure in (one for line in section.lines for one in figures(line)):
            key = tuple((name, item.code) for name, item in figure.key)
            assert (figure.measure, key, figure.value, figure.reference.source_id) in said
            assert figure.reference.title in section.source_line


@EVERY_AREA
def test_a_reference_is_of_the_same_level_or_above_and_shares_a_value(area: str) -> None:
    for reference in references(area):
        levels = [HEIGHTS[CATALOGUE.areas[code].level] for code in (area, reference)]
        shared = [line for line in portrayed(area, reference).lines if line.reference]
        assert levels[0] <= levels[1]
        assert reference != area
        assert shared


@EVERY_AREA
def test_what_is_proposed_can_be_chosen_and_has_a_reason(area: str) -> None:
    proposal = proposed(held(), library(), area, WORDS)

    assert (proposal is not None) == bool(references(area))
    assert proposal is None or proposal.area in references(area)
    assert proposal is None or len(proposal.reason) > 20


@EVERY_PAIR
def test_a_difference_is_given_only_between_values_that_can_be_subtracted(area: str, reference: str | None) -> None:
    for line in portrayed(area, reference).lines:
        kinds = {one.kind for one in line.exhibit.measures}
        assert (line.difference is None) == (line.reference is None)
        if line.is_comparable and line.reference:
            assert len(figures(line)) == 2
            assert all(
                one.value is not None and one.qualifier in "=≈" and not one.alternatives for one in figures(line)
            )
            assert not kinds & {MeasureKind.RANK, MeasureKind.FLAG, MeasureKind.SIGN}
            assert line.period == line.reference.period


@EVERY_PAIR
def test_a_place_counts_the_areas_of_the_picture(area: str, reference: str | None) -> None:
    for line in portrayed(area, reference).lines:
        known = [one.category.code for one in line.exhibit.marks if one.figure.value is not None]
        assert line.exhibit.focus == area
        if line.standing:
            assert line.has_value
            assert area in known
            assert len(known) > 1


@EVERY_PAIR
def test_the_table_has_a_row_for_each_line_and_a_page_wherever_one_is_printed(area: str, reference: str | None) -> None:
    shown = portrayed(area, reference)
    for section in shown.sections:
        table = comparison(section.lines, shown, WORDS)
        assert len(table.rows) == len(section.lines)
        assert len(set(table.columns)) == len(table.columns)
        for line, cells in zip(section.lines, table.rows, strict=True):
            by_name = dict(zip(table.columns, cells, strict=True))
            assert all((one.reference.page or "") in by_name.get("Page", "") for one in [line.own.figure])
            assert line.own.figure.spoken in by_name[shown.area.label]


@pytest.mark.parametrize("area", ["FR10", "FR", "FR105", "UKI"])
def test_the_file_of_a_section_holds_every_printed_figure_of_both_areas(area: str) -> None:
    reference = references(area)[0]
    shown = portrayed(area, reference)
    for section in shown.sections:
        view = printed_figures(library(), held(), section.dataset, shown)
        exhibit = compose(library(), section.dataset, view, {}, WORDS)
        shape = held().shapes[section.dataset]
        rows = [one for one in library().observations(section.dataset) if one.code(shape.area) in (area, reference)]
        assert exhibit is not None
        assert len(exhibit.marks) == len(rows)


def line_of(area: str, reference: str, name: str) -> Line:
    """The line with that name."""
    return next(line for line in portrayed(area, reference).lines if line.name == name)


@pytest.mark.parametrize(
    ("area", "reference", "name", "difference"),
    [
        ("FR105", "FR101", "Share of jobs", "+21 points"),
        ("FR105", "FR101", "Share of establishments", "−18 points"),
        ("FR10", "FR", "Average ticket · All segments", "+€1.5M"),
        ("FR10", "FR", "Amount invested · All segments", Reason.SIZE),
        ("FR10", "UKI", "Amount invested · All segments", Reason.BOUND),
        ("FR10", "FR", "Rank by amount invested · All segments", Reason.RANK),
    ],
)
def test_differences_of_the_study_are_as_computed_by_hand(
    area: str, reference: str, name: str, difference: str | Reason
) -> None:
    assert line_of(area, reference, name).difference == difference


def test_forecasts_and_intervals_of_other_length_are_indicators_of_their_own() -> None:
    lines = [line for line in portrayed("FR10", "UKI").lines if line.name == "Amount invested · All segments"]

    assert sorted(line.period for line in lines) == ["2022–2024", "2024"]


def test_areas_that_a_study_ranks_together_are_compared_together() -> None:
    line = next(
        one for one in portrayed("FR10", None).lines if one.name.startswith("Projects · Large regions · Pharma")
    )

    assert "IE" in {mark.category.code for mark in line.exhibit.marks}
    assert line.exhibit.title == "Île-de-France among the areas that the study ranks"


def test_a_rank_inside_of_each_area_makes_no_list_of_areas() -> None:
    mixed = [
        line.name
        for area in AREAS
        for section in portrayed(area, None).sections
        if section.dataset != "fdi_rankings"
        for line in section.lines
        if {CATALOGUE.areas[mark.category.code].level for mark in line.exhibit.marks} != {CATALOGUE.areas[area].level}
    ]

    assert mixed == []


def test_a_band_is_one_line_that_is_not_subtracted() -> None:
    bands = [line for line in portrayed("FR10", "FR").lines if len(line.exhibit.measures) > 1]

    assert bands
    assert all(line.standing is None and not line.is_comparable for line in bands)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_area_without_a_value_shows_its_gaps(language: str) -> None:
    words = wording("fr" if language == "fr" else "en")

    shown = portray(library(), held(), "FR103", None, words)

    assert [line.has_value for line in shown.lines] == [False] * 4
    (section,) = shown.sections
    table = comparison(section.lines, shown, words)
    assert {"fr": "non chiffré", "en": "not printed"}[language] in table.rows[0]
