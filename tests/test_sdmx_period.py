"""Periods as SDMX writes them, and back: the same period, in the same words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.intake.source_codes import period_of
from loaders.period import is_period
from loaders.sdmx_period import period_of_sdmx, sdmx_period
from tests.sample_data import library

PAIRS = [
    ("2024", "2024"),
    ("2025-Q1", "2025-Q1"),
    ("2025-H2", "2025-S2"),
    ("2025-03", "2025-03"),
    ("2022/2024", "2022-01-01/P3Y"),
    ("2023-Q1/2025-Q1", "2023-01-01/P27M"),
    ("2024-03/2025-02", "2024-03-01/P12M"),
    ("2024-02-28/2024-03-01", "2024-02-28/P3D"),
    # What SDMX could not give back in the same words.
    ("2024-01/2024-12", "2024-01/2024-12"),
    ("2024-H1/2025-H2", "2024-H1/2025-H2"),
    ("2024/2025-03", "2024/2025-03"),
]
POINTS = st.one_of(
    st.integers(1900, 2100).map(str),
    st.builds("{}-Q{}".format, st.integers(1900, 2100), st.integers(1, 4)),
    st.builds("{}-H{}".format, st.integers(1900, 2100), st.integers(1, 2)),
    st.builds("{}-{:02d}".format, st.integers(1900, 2100), st.integers(1, 12)),
    st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat),
)


@pytest.mark.parametrize(("period", "written"), PAIRS)
def test_a_period_is_written_as_sdmx_has_it(period: str, written: str) -> None:
    assert sdmx_period(period) == written
    assert period_of(written) == period


@given(st.one_of(POINTS, st.builds("{}/{}".format, POINTS, POINTS).filter(is_period)))
def test_every_period_is_read_back_as_it_was(period: str) -> None:
    assert period_of(sdmx_period(period)) == period


def test_the_periods_of_the_project_are_read_back_as_they_were() -> None:
    rows = [row for name in library().catalogue.declarations for row in library().observations(name)]
    periods = {code for row in rows for name, code in row.key if name == "time_period"}

    assert {period_of(sdmx_period(period)) for period in periods} == periods


@pytest.mark.parametrize(
    "text", ["2024-01-01/P0Y", "2024-02-01/P1Y", "2024-01-15/P3M", "2024-02-30/P3D", "2024-01-01/P99999D", "P3Y", ""]
)
def test_what_is_no_period_is_none(text: str) -> None:
    assert period_of_sdmx(text) is None or is_period(period_of_sdmx(text) or "")
