"""Every view of the catalogue, for every choice that a reader can make, in both languages."""

from collections import Counter

import pytest

from loaders.exhibit import Exhibit
from loaders.language import LANGUAGES, Language
from loaders.selection import rows_of
from loaders.view import View, ViewKind
from tests.sample_data import exhibit_of, library, selections

SHOWN = [
    (name, view, chosen)
    for name, declared in library().catalogue.declarations.items()
    for view in declared.views
    for chosen in selections(library(), name, view)
]
IDS = ["-".join([name, view.id, *chosen.values()]) for name, view, chosen in SHOWN]

#: Key, measure, value and qualifier of one observation.
Said = tuple[tuple[tuple[str, str], ...], str, float | None, str]


def said(exhibit: Exhibit) -> list[Said]:
    """What a picture says of each observation that it draws."""
    return [
        (tuple((name, item.code) for name, item in mark.key), figure.measure, figure.value, figure.qualifier)
        for mark in exhibit.marks
        for figure in mark.figures
        if figure
    ]


def also_printed(exhibit: Exhibit) -> set[tuple[float | None, str]]:
    """The values and qualifiers that a picture names beside those that it draws."""
    figures = [figure for mark in exhibit.marks for figure in mark.figures if figure]
    return {(other.value, other.qualifier) for figure in figures for other in figure.alternatives}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("dataset", "view", "chosen"), SHOWN, ids=IDS)
def test_every_view_can_be_shown_for_every_choice(
    dataset: str, view: View, chosen: dict[str, str], language: Language
) -> None:
    exhibit = exhibit_of(dataset, view.id, chosen, language)

    figures = [figure for mark in exhibit.marks for figure in mark.figures if figure]
    sentences = [exhibit.reading, exhibit.alt, exhibit.source_line, *exhibit.warnings, *exhibit.method]
    assert (exhibit.dataset, exhibit.view, exhibit.language) == (dataset, view.id, language)
    assert exhibit.marks
    assert all(mark.figure for mark in exhibit.marks)
    assert all(figure.text and figure.spoken and figure.headline for figure in figures)
    assert exhibit.title not in exhibit.alt
    assert exhibit.reading.endswith(".")
    assert all(sentences)
    assert "{" not in "".join(sentences)
    assert 0 <= exhibit.coverage.known <= exhibit.coverage.total


@pytest.mark.parametrize(("dataset", "view", "chosen"), SHOWN, ids=IDS)
def test_no_observation_is_lost_on_the_way_to_the_picture(dataset: str, view: View, chosen: dict[str, str]) -> None:
    rows = rows_of(view, library().observations(dataset), chosen)
    exhibit = exhibit_of(dataset, view.id, chosen, "fr")

    expected = Counter((row.key, row.measure, row.value, row.qualifier or "=") for row in rows)
    drawn = Counter(said(exhibit))

    assert drawn - expected == Counter()
    assert {(value, qualifier) for _, _, value, qualifier in expected - drawn} <= also_printed(exhibit)


@pytest.mark.parametrize(("dataset", "view", "chosen"), SHOWN, ids=IDS)
def test_a_picture_has_one_mark_in_each_place(dataset: str, view: View, chosen: dict[str, str]) -> None:
    exhibit = exhibit_of(dataset, view.id, chosen, "fr")

    places = Counter((mark.category, mark.series) for mark in exhibit.marks)

    # A table without columns lists: every printed value has its own row.
    assert set(places.values()) == {1} or (view.kind is ViewKind.TABLE and not view.series)
    assert len({item.label for item in exhibit.categories}) == len(exhibit.categories)


@pytest.mark.parametrize(("dataset", "view", "chosen"), SHOWN, ids=IDS)
def test_both_languages_show_the_same_figures_in_the_same_order(
    dataset: str, view: View, chosen: dict[str, str]
) -> None:
    french, english = (exhibit_of(dataset, view.id, chosen, language) for language in LANGUAGES)

    assert said(french) == said(english)
    assert [item.code for item in french.legend] == [item.code for item in english.legend]
    assert len(french.warnings) == len(english.warnings)
    assert (french.coverage.known, french.coverage.total) == (english.coverage.known, english.coverage.total)
