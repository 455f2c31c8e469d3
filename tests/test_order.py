"""The order of printed figures: told only where no value that they may stand for would change it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.exhibit import Figure
from loaders.order import Place, is_ordered, place_of, reach_of
from tests.sample_exhibits import AMOUNT, printed

VALUES = st.integers(min_value=-50, max_value=50).map(float)
FIGURES = st.builds(lambda value, qualifier: printed(AMOUNT, value, qualifier), VALUES, st.sampled_from("=≈<>"))


def possible(figure: Figure, draw: st.DataObject) -> float:
    """A value that a printed figure may stand for."""
    reach = reach_of(figure.value or 0, figure.qualifier)
    low, high = max(reach.low, -100.0), min(reach.high, 100.0)
    return draw.draw(st.floats(low, high, exclude_min=reach.open, exclude_max=reach.open, allow_nan=False))


@given(st.lists(FIGURES, min_size=2, max_size=5), st.data())
def test_a_place_holds_for_every_value_that_the_figures_may_stand_for(
    figures: list[Figure], data: st.DataObject
) -> None:
    place = place_of(figures[0], figures[1:])

    if place is not None:
        values = [possible(figure, data) for figure in figures]
        assert place.rank == 1 + sum(value > values[0] for value in values[1:])
        assert place.tied == (values[0] in values[1:])
        assert place.known == len(figures)


@given(FIGURES, FIGURES)
def test_order_is_the_same_from_both_sides(one: Figure, other: Figure) -> None:
    assert is_ordered(one, other) == is_ordered(other, one)


@pytest.mark.parametrize(
    ("own", "others", "place"),
    [
        ((30.0, "="), [(20.0, "="), (40.0, "=")], Place(2, 3, tied=False)),
        ((30.0, "="), [(30.0, "="), (10.0, "=")], Place(1, 3, tied=True)),
        ((30.0, "="), [(30.0, ">")], Place(2, 2, tied=False)),
        ((30.0, ">"), [(20.0, ">")], None),
        ((30.0, ">"), [(40.0, "=")], None),
        ((30.0, "<"), [(40.0, "=")], Place(2, 2, tied=False)),
        ((36000.0, "≈"), [(16600.0, "≈")], Place(1, 2, tied=False)),
        ((36000.0, "≈"), [(35500.0, "=")], None),
        ((50.0, "≈"), [(50.0, "≈")], None),
    ],
)
def test_bounds_and_approximations_leave_a_place_open(
    own: tuple[float, str], others: list[tuple[float, str]], place: Place | None
) -> None:
    figures = [printed(AMOUNT, *one) for one in (own, *others)]

    assert place_of(figures[0], figures[1:]) == place


def test_another_printed_value_leaves_a_place_open() -> None:
    one, other = printed(AMOUNT, 30.0), printed(AMOUNT, 35.0)

    assert place_of(one, [other]) == Place(2, 2, tied=False)
    assert place_of(replace(one, alternatives=(printed(AMOUNT, 40.0),)), [other]) is None
