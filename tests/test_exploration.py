"""Views that nobody declared: made for what a reader wants to compare, and shown like any other."""

from dataclasses import replace
from pathlib import Path

import pytest

from loaders.catalogue import read_catalogue
from loaders.composition import compose
from loaders.exploration import Comparison, categories, exploring_view, most_observed
from loaders.labels import Labels
from loaders.language import wording
from loaders.observation import Observation
from loaders.selection import choices
from loaders.view import ViewKind
from tests.sample_data import BEDS, library, sample_folder
from tests.shown import entry_of, open_page

DATASETS = tuple(library().catalogue.declarations)
SAMPLE = library().observations("employment_by_department")[0]


def labels(dataset: str) -> Labels:
    """The English labels of a dataset."""
    return Labels(library().catalogue.declaration(dataset), library().catalogue, wording("en"))


@pytest.mark.parametrize(
    ("dataset", "names"),
    [
        pytest.param("fdi_rankings", ("ref_area", "sector", "geo_level", "time_period"), id="most values first"),
        pytest.param("employment_by_department", ("ref_area",), id="without what does not vary"),
    ],
)
def test_the_dimensions_to_compare_by_are_those_that_vary(dataset: str, names: tuple[str, ...]) -> None:
    assert categories(labels(dataset), library().observations(dataset)) == names


def test_a_single_observation_can_still_be_looked_at() -> None:
    rows = library().observations("employment_by_department")[:1]

    assert categories(labels("employment_by_department"), rows) == ("ref_area",)


@pytest.mark.parametrize(
    ("comparison", "kind", "choose"),
    [
        (Comparison("ref_area"), ViewKind.RANKING, ("time_period", "geo_level", "sector")),
        (Comparison("ref_area", "sector"), ViewKind.GROUPED_BARS, ("time_period", "geo_level")),
        (Comparison("time_period", "ref_area"), ViewKind.TREND, ("geo_level", "sector")),
    ],
    ids=["bars", "grouped bars", "a line over time"],
)
def test_the_picture_fits_the_comparison(comparison: Comparison, kind: ViewKind, choose: tuple[str, ...]) -> None:
    view = exploring_view(library().catalogue.declaration("fdi_rankings"), "projects", comparison, ())

    assert (view.kind, view.measures, view.choose) == (kind, ("projects",), choose)


def test_an_exploration_begins_with_the_measure_that_has_most_values() -> None:
    rows = library().observations("employment_by_department")

    assert most_observed(("jobs_rank", "jobs_share", "jobs_estimated"), rows) == "jobs_share"


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_comparison_of_a_dataset_can_be_shown(dataset: str) -> None:
    named, everything = labels(dataset), library().observations(dataset)

    for measure in dict.fromkeys(row.measure for row in everything):
        rows = tuple(row for row in everything if row.measure == measure)
        dimensions = categories(named, rows)
        for category, series in ((one, two) for one in dimensions for two in (None, *dimensions) if one != two):
            view = exploring_view(named.declaration, measure, Comparison(category, series), everything)
            chosen = {choice.name: choice.chosen.code for choice in choices((view,), rows, {}, named)}
            exhibit = compose(library(), dataset, view, chosen, wording("en"))
            assert exhibit is not None, (measure, category, series)
            assert exhibit.marks, (measure, category, series)


def beds(period: str, area: str, value: float | None) -> Observation:
    """An observation of the invented dataset, or a gap."""
    key = (("ref_area", area), ("specialty", "surgery"), ("time_period", period))
    return replace(SAMPLE, key=key, measure="beds", value=value)


@pytest.mark.parametrize(
    ("rows", "period"),
    [
        pytest.param((("2022", 1.0), ("2023", 1.0), ("2024", 1.0)), "2024", id="the latest of equals"),
        pytest.param((("2023", 1.0), ("2023", 2.0), ("2024", 1.0)), "2023", id="the one with most values"),
        pytest.param((("2023", 1.0), ("2024", None), ("2024", None)), "2023", id="gaps do not count"),
        pytest.param((("2021/2024", 1.0), ("2023", 1.0)), "2021/2024", id="an interval counts from its end"),
    ],
)
def test_an_exploration_begins_with_the_latest_period_that_has_most_values(
    tmp_path: Path, rows: tuple[tuple[str, float | None], ...], period: str
) -> None:
    declaration = read_catalogue(sample_folder(tmp_path)).declaration(BEDS)
    observed = tuple(beds(when, f"FR10{place}", value) for place, (when, value) in enumerate(rows, start=1))

    for order in (observed, observed[::-1]):
        view = exploring_view(declaration, "beds", Comparison("ref_area"), order)
        assert view.defaults == {"time_period": period}


def test_what_a_declaration_chooses_first_is_chosen_in_an_exploration_too() -> None:
    rows = library().observations("fdi_rankings")
    declaration = library().catalogue.declaration("fdi_rankings")

    view = exploring_view(declaration, "projects", Comparison("ref_area"), rows)

    assert view.defaults == {"time_period": "2022/2024", "geo_level": "region", "sector": "pharmaceuticals"}


def test_a_page_that_explores_opens_on_the_declared_period() -> None:
    page = open_page(entry_of("explore"), "en", explore_dataset="private_funding", explore_measure="amount")

    assert page.query_params["explore_time_period"] == "2022/2024"
