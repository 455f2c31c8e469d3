"""Differences between two figures: exact, signed, in the unit of both, and refused with the first reason that holds."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.exhibit import Figure, Item, Mark, Role
from loaders.figures import FigureMaker
from loaders.labels import Labels
from loaders.language import LANGUAGES, wording
from loaders.number import MINUS
from loaders.observation import Observation
from loaders.territory.difference import Reason, Side, difference
from tests.sample_data import declaration, library

LABELS = {one: Labels(declaration(), library().catalogue, wording(one)) for one in LANGUAGES}
AMOUNTS = st.decimals(min_value=-9999, max_value=9999, places=2).map(float)


def figure(measure: str, value: float | None, qualifier: str = "=") -> Figure:
    """A figure of the invented dataset."""
    row = Observation(
        key=(("ref_area", "FR101"), ("specialty", "surgery"), ("time_period", "2024")),
        measure=measure,
        value=value,
        status="L" if value is None else "A",
        confidentiality="F",
        qualifier=None if value is None else qualifier,
        source_id="mediscope-2025",
        producer=None,
        page="12",
        note=None,
    )
    return FigureMaker(LABELS["en"], (row,)).figure(row)


def side(*figures: Figure, period: str = "2024", level: str = "departement") -> Side:
    """A side with these figures."""
    mark = Mark(category=Item("FR101", "Paris"), series=None, role=Role.ACCENT, figures=figures)
    return Side(mark=mark, period=period, level=level)


BEDS = figure("beds", 120.0)


@pytest.mark.parametrize(
    ("own", "reference", "reason"),
    [
        (side(figure("beds", None)), side(BEDS), Reason.GAP),
        (side(BEDS), side(figure("beds", None)), Reason.GAP),
        (side(figure("outlook", 1.0)), side(figure("outlook", -1.0)), Reason.CODED),
        (side(BEDS, figure("beds", 130.0)), side(BEDS, BEDS), Reason.BAND),
        (side(BEDS), side(BEDS, period="2023"), Reason.PERIOD),
        (side(replace(BEDS, alternatives=(figure("beds", 121.0),))), side(BEDS), Reason.DOUBT),
        (side(figure("beds", 120.0, ">")), side(BEDS), Reason.BOUND),
        (side(BEDS), side(figure("beds", 120.0, "<")), Reason.BOUND),
        (side(BEDS), side(BEDS, level="region"), Reason.SIZE),
    ],
)
def test_what_cannot_be_subtracted_says_why(own: Side, reference: Side, reason: Reason) -> None:
    assert difference(own, reference, LABELS["en"]) is reason


@pytest.mark.parametrize(
    ("own", "reference", "english", "french"),
    [
        (BEDS, figure("beds", 80.0), "+40 beds", "+40 lits"),
        (figure("beds", 80.0), BEDS, f"{MINUS}40 beds", f"{MINUS}40 lits"),
        (BEDS, BEDS, "0 beds", "0 lit"),
        (figure("beds_share", 40.0), figure("beds_share", 38.5), "+1.5 points", "+1,5 point"),
        (figure("beds_share", 40.3), figure("beds_share", 40.1), "+0.2 points", "+0,2 point"),
        (figure("beds", 120.0, "≈"), figure("beds", 80.0), "about +40 beds", "environ +40 lits"),
    ],
)
def test_a_difference_has_sign_unit_and_language(own: Figure, reference: Figure, english: str, french: str) -> None:
    said = {one: difference(side(own), side(reference), LABELS[one]) for one in LANGUAGES}

    assert {one: " ".join(text.split()) for one, text in said.items()} == {"en": english, "fr": french}


def test_a_ratio_is_subtracted_across_levels() -> None:
    own, reference = side(figure("staff_per_bed", 2.5)), side(figure("staff_per_bed", 2.1), level="region")

    assert " ".join(difference(own, reference, LABELS["en"]).split()) == "+0.4 members of staff"


@given(AMOUNTS, AMOUNTS)
def test_a_difference_is_exact_and_turns_its_sign_when_the_sides_change(one: float, other: float) -> None:
    exact = Decimal(repr(one)) - Decimal(repr(other))
    pair = side(figure("beds", one)), side(figure("beds", other))

    there, back = (difference(*sides, LABELS["en"]) for sides in (pair, pair[::-1]))

    number = there.split()[0].replace(MINUS, "-").replace(",", "")
    assert Decimal(number) == exact
    assert there.strip(f"+{MINUS}") == back.strip(f"+{MINUS}")
