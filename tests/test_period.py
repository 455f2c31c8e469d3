"""Periods: which texts are well formed, how they sort, how people write them."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.language import Language, wording
from loaders.period import is_period, period_label, start_of

YEARS = st.integers(1, 9999).map("{:04}".format)
POINTS = st.one_of(
    YEARS,
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-H{}".format, YEARS, st.integers(1, 2)),
    st.builds("{}-{:02}".format, YEARS, st.integers(1, 12)),
    st.dates().map(date.isoformat),
)


@pytest.mark.parametrize(
    "text", ["2024", "2025-Q1", "2025-H2", "2029-03", "2025-07-31", "2022/2024", "2023-Q1/2025-Q1", "2024/2024"]
)
def test_a_period_of_the_studies_is_well_formed(text: str) -> None:
    assert is_period(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("24", id="two digits"),
        pytest.param("0000", id="the year nought"),
        pytest.param("2025-Q5", id="a fifth quarter"),
        pytest.param("2025-H3", id="a third half"),
        pytest.param("2025-13", id="a thirteenth month"),
        pytest.param("2025-02-29", id="a day that does not exist"),
        pytest.param("2025-Q1-01", id="a day of a quarter"),
        pytest.param("2022-2024", id="a dash for an interval"),
        pytest.param("2024/2022", id="ends before it begins"),
        pytest.param("0000/2024", id="from the year nought"),
        pytest.param("2022/", id="no end"),
        pytest.param("2022/2023/2024", id="three points"),
        pytest.param(" 2024", id="a space before"),
        pytest.param("2024\n", id="a line break after"),
        pytest.param("٢٠٢٤", id="digits of another script"),
    ],
)
def test_another_text_is_not(text: str) -> None:
    assert not is_period(text)


@given(POINTS)
def test_every_year_quarter_half_month_and_day_is_a_period(point: str) -> None:
    assert is_period(point)


@given(POINTS, POINTS)
def test_of_two_points_one_order_at_least_makes_an_interval(one: str, other: str) -> None:
    assert is_period(f"{one}/{other}") or is_period(f"{other}/{one}")


@given(st.text(max_size=25))
def test_whatever_is_well_formed_can_be_sorted_and_said(text: str) -> None:
    if is_period(text):
        assert start_of(text)[0].year >= 1
        assert period_label(text, wording("fr"))


@given(st.text(max_size=12) | st.from_regex(r"[0-9]{4}[-/][0-9QH/-]{0,10}"))
def test_no_text_makes_the_question_fail(text: str) -> None:
    assert is_period(text) in (True, False)


def test_periods_sort_by_the_day_on_which_they_begin() -> None:
    shuffled = ["2025-H2", "2024", "2025-Q2", "2022/2024", "2025-12", "2025-02-03", "2022"]

    assert sorted(shuffled, key=start_of) == [
        "2022",
        "2022/2024",
        "2024",
        "2025-02-03",
        "2025-Q2",
        "2025-H2",
        "2025-12",
    ]


def test_what_is_no_period_cannot_be_sorted() -> None:
    with pytest.raises(ValueError, match="not a period: spring 2024"):
        start_of("spring 2024")


@pytest.mark.parametrize(
    ("period", "language", "label"),
    [
        ("2024", "fr", "2024"),
        ("2025-Q1", "fr", "1er trimestre 2025"),
        ("2025-Q1", "en", "Q1 2025"),
        ("2025-Q3", "fr", "3e trimestre 2025"),
        ("2025-H1", "fr", "1er semestre 2025"),
        ("2025-H1", "en", "first half of 2025"),
        ("2029-03", "fr", "mars 2029"),
        ("2029-03", "en", "March 2029"),
        ("2025-07-31", "fr", "31 juillet 2025"),
        ("2025-07-31", "en", "31 July 2025"),
        ("2022/2024", "fr", "2022–2024"),
        ("2022/2024", "en", "2022–2024"),
        ("2023-Q1/2025-Q1", "en", "Q1 2023 to Q1 2025"),
    ],
)
def test_a_period_is_written_as_people_write_it(period: str, language: Language, label: str) -> None:
    assert period_label(period, wording(language)) == label


@given(POINTS)
def test_a_label_never_loses_the_year(point: str) -> None:
    year = int(point[:4])

    assert str(year) in re.findall(r"[1-9][0-9]*", period_label(point, wording("en")))
