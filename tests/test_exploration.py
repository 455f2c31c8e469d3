"""Views that nobody declared: made for what a reader wants to compare, and shown like any other."""

import pytest

from loaders.composition import compose
from loaders.exploration import Comparison, categories, exploring_view, most_observed
from loaders.labels import Labels
from loaders.language import wording
from loaders.selection import choices
from loaders.view import ViewKind
from tests.sample_data import library

DATASETS = tuple(library().catalogue.declarations)


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
        (Comparison("ref_area"), ViewKind.RANKING, ("geo_level", "sector", "time_period")),
        (Comparison("ref_area", "sector"), ViewKind.GROUPED_BARS, ("geo_level", "time_period")),
        (Comparison("time_period", "ref_area"), ViewKind.TREND, ("geo_level", "sector")),
    ],
    ids=["bars", "grouped bars", "a line over time"],
)
def test_the_picture_fits_the_comparison(comparison: Comparison, kind: ViewKind, choose: tuple[str, ...]) -> None:
    view = exploring_view(library().catalogue.declaration("fdi_rankings"), "projects", comparison)

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
            view = exploring_view(named.declaration, measure, Comparison(category, series))
            chosen = {choice.name: choice.chosen.code for choice in choices((view,), rows, {}, named)}
            exhibit = compose(library(), dataset, view, chosen, wording("en"))
            assert exhibit is not None, (measure, category, series)
            assert exhibit.marks, (measure, category, series)
