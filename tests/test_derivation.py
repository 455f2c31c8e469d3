"""What the observatory computes from printed figures: estimates and ratios, always status E, gaps staying gaps."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.declaration import Declaration
from loaders.derivation import derived_observations
from loaders.formula import DerivedMeasure, Lookup, ShareOfTotal
from loaders.measure import Measure, MeasureKind
from loaders.observation import Observation
from loaders.reader import Dataset
from loaders.vocabulary import Text
from tests.sample_data import declaration, library

TEXT = Text(fr="Calcul", en="Computation")
KEY = (("ref_area", "FR101"), ("specialty", "surgery"), ("time_period", "2024"))
#: What two qualifiers make of a ratio, by hand: a greater denominator makes it smaller.
RATIO_QUALIFIERS = [
    ("=", "=", "="), (">", "=", ">"), ("<", "=", "<"), ("≈", "=", "≈"),
    ("=", ">", "<"), ("=", "<", ">"), ("=", "≈", "≈"),
    (">", "<", ">"), ("<", ">", "<"), (">", ">", "≈"), ("<", "<", "≈"), ("≈", ">", "≈"),
]  # fmt: skip


def observed(measure: str, value: float | None, qualifier: str = "=", note: str | None = None) -> Observation:
    """An observation of the invented dataset."""
    return Observation(
        key=KEY,
        measure=measure,
        value=value,
        status="L" if value is None else "A",
        confidentiality="F",
        qualifier=None if value is None else qualifier,
        source_id="mediscope-2025",
        producer=None,
        page="12",
        note=note,
    )


def derived(declared: Declaration, *rows: Observation, totals: tuple[Observation, ...] = ()) -> tuple[Observation, ...]:
    """What is computed from some rows, `totals` being what every lookup finds."""
    return derived_observations(
        Dataset(declaration=declared, observations=rows, version="test"), lambda _lookup, _dataset: totals
    )


def estimating(step: float) -> Declaration:
    """The invented dataset with beds estimated from their share."""
    formula = ShareOfTotal(rule="share_of_total", share="beds_share", total=Lookup(measure="beds"), round_to=step)
    measure = Measure(id="beds_estimated", label=TEXT, unit="bed", kind=MeasureKind.COUNT)
    return declaration().model_copy(
        update={"derived": (DerivedMeasure(measure=measure, method=TEXT, formula=formula),)}
    )


def published(dataset: str, measure: str, **key: str) -> Observation:
    """The one observation of the project, stored or computed, that fits."""
    (found,) = [one for one in library().observations(dataset) if one.measure == measure and one.matches(key)]
    return found


@pytest.mark.parametrize(
    ("area", "jobs", "establishments"),
    [("FR105", 36_000.0, 470.0), ("FR101", 16_600.0, 860.0), ("FR107", 15_700.0, 220.0), ("FR104", 9_200.0, 280.0)],
)
def test_the_jobs_of_a_departement_are_its_share_of_the_total_rounded(
    area: str, jobs: float, establishments: float
) -> None:
    # 39 % of 92 300 is 35 997; 22 % of 2 150 is 473.
    dataset = "employment_by_department"

    estimated = published(dataset, "jobs_estimated", ref_area=area)
    counted = published(dataset, "establishments_estimated", ref_area=area)

    assert (estimated.value, estimated.status, estimated.qualifier) == (jobs, "E", "≈")
    assert (counted.value, counted.status) == (establishments, "E")


@pytest.mark.parametrize("area", ["FR102", "FR103", "FR106", "FR108"])
def test_a_departement_without_share_has_no_estimate(area: str) -> None:
    estimated = published("employment_by_department", "jobs_estimated", ref_area=area)

    assert (estimated.value, estimated.status, estimated.qualifier) == (None, "L", None)


@pytest.mark.parametrize(
    ("share", "total", "step", "estimate"),
    [(39.0, 92300.0, 100.0, 36000.0), (39.0, 92300.0, 1.0, 35997.0), (22.0, 2150.0, 10.0, 470.0), (1.0, 7.0, 0.1, 0.1)],
)
def test_an_estimate_is_rounded_to_the_declared_step(share: float, total: float, step: float, estimate: float) -> None:
    (found,) = derived(estimating(step), observed("beds_share", share), totals=(observed("beds", total),))

    assert found.value == estimate


@pytest.mark.parametrize(
    ("share", "total", "expected"),
    [
        pytest.param("=", "=", "≈", id="an estimate is never exact"),
        pytest.param(">", "=", ">", id="a lower bound of the share"),
        pytest.param("<", "=", "<", id="an upper bound of the share"),
        pytest.param("≈", "=", "≈", id="an approximate share"),
    ],
)
def test_an_estimate_keeps_the_bound_of_its_share(share: str, total: str, expected: str) -> None:
    (found,) = derived(estimating(1), observed("beds_share", 10.0, share), totals=(observed("beds", 50.0, total),))

    assert found.qualifier == expected


def test_an_estimate_says_what_is_known_of_its_total() -> None:
    total = observed("beds", 50.0, note="counted twice")

    (found,) = derived(estimating(1), observed("beds_share", 10.0), totals=(total,))

    assert found.note == "counted twice"


@pytest.mark.parametrize("totals", [(), (observed("beds", None),)], ids=["not there", "a gap"])
def test_without_a_total_nothing_is_estimated(totals: tuple[Observation, ...]) -> None:
    assert derived(estimating(1), observed("beds_share", 10.0), totals=totals) == ()


@given(share=st.floats(0, 100), total=st.floats(0, 1e6), step=st.sampled_from([1.0, 10.0, 100.0]))
def test_an_estimate_is_within_half_a_step(share: float, total: float, step: float) -> None:
    (found,) = derived(estimating(step), observed("beds_share", share), totals=(observed("beds", total),))

    assert found.value is not None
    assert abs(found.value - share * total / 100) <= step / 2 + 1e-6
    assert found.value % step == 0


@pytest.mark.parametrize(("numerator", "denominator", "expected"), RATIO_QUALIFIERS)
def test_a_ratio_carries_the_qualifiers_of_its_sides(numerator: str, denominator: str, expected: str) -> None:
    (found,) = derived(declaration(), observed("staff", 300.0, numerator), observed("beds", 120.0, denominator))

    assert (found.measure, found.value, found.status) == ("staff_per_bed_recomputed", 2.5, "E")
    assert found.qualifier == expected


@pytest.mark.parametrize(("staff", "beds"), [(None, 120.0), (300.0, None), (None, None), (300.0, 0.0)], ids=str)
def test_a_ratio_of_what_is_not_known_stays_a_gap(staff: float | None, beds: float | None) -> None:
    (found,) = derived(declaration(), observed("staff", staff), observed("beds", beds))

    assert (found.value, found.status, found.qualifier) == (None, "L", None)


def test_a_ratio_is_made_only_where_both_sides_belong_to_the_same() -> None:
    elsewhere = replace(observed("beds", 80.0), key=(("ref_area", "FR102"), *KEY[1:]))

    assert derived(declaration(), observed("staff", 300.0), elsewhere) == ()


def test_the_mean_that_the_study_leaves_out_for_spain_is_filled_as_an_estimate() -> None:
    key = {"ref_area": "ES", "geo_level": "country", "sector": "pharmaceuticals"}

    printed = published("fdi_rankings", "capital_per_project", **key)
    filled = published("fdi_rankings", "capital_per_project_recomputed", **key)

    assert (printed.value, printed.status) == (None, "L")
    assert (filled.value, filled.status, filled.qualifier) == (54.5, "E", "=")


def test_nothing_computed_is_ever_stored() -> None:
    stored = {
        (name, one.measure)
        for name, reading in library().readings.items()
        if reading.dataset
        for one in reading.dataset.observations
    }
    computed = {
        (name, one.measure.id)
        for name, declared in library().catalogue.declarations.items()
        for one in declared.derived
    }

    assert computed
    assert stored.isdisjoint(computed)


def test_every_computed_figure_is_an_estimate_or_a_gap() -> None:
    computed = [one for name in library().readings for one in library().computed[name]]

    assert computed
    assert {(one.status, one.value is None) for one in computed} == {("E", False), ("L", True)}
