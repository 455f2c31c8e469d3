"""Periods as SDMX writes them: 2025-S1 for a half-year, a first day and a duration for an interval."""

import re
from datetime import date, timedelta

from loaders.period import is_period

_RANGE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})/P([0-9]{1,5})([YMD])")
_HALF = re.compile(r"([0-9]{4})-S([12])")
_MONTHS_A_YEAR, _MONTHS_A_QUARTER = 12, 3


def sdmx_period(period: str) -> str:
    """A period as SDMX writes it; an interval that SDMX could not give back in the same words stays as it is."""
    if "/" not in period:
        return period.replace("-H", "-S")
    first, last = period.split("/")
    written = next((one for one in _ranges(first, last) if period_of_sdmx(one) == period), None)
    return written or period


def _ranges(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        return [f"{first}-01-01/P{int(last) - int(first) + 1}Y"]
    begin, end = _month(first), _month(last)
    if begin is not None and end is not None:
        length = _MONTHS_A_QUARTER if "Q" in last else 1
        start = f"{begin // _MONTHS_A_YEAR:04d}-{begin % _MONTHS_A_YEAR + 1:02d}"
        return [f"{start}-01/P{end + length - begin}M"]
    try:
        days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    except ValueError:
        return []
    return [f"{first}/P{days}D"]


def _month(point: str) -> int | None:
    """The first month of a quarter or month, counted from the year 0."""
    found = re.fullmatch(r"([0-9]{4})-(?:Q([1-4])|([0-9]{2}))", point)
    if found is None:
        return None
    month = int(found[3]) if found[3] else int(found[2]) * _MONTHS_A_QUARTER - 2
    return int(found[1]) * _MONTHS_A_YEAR + month - 1


def period_of_sdmx(text: str) -> str | None:
    """The period that SDMX writes like this, None where it is no half-year and no interval of whole units."""
    half = _HALF.fullmatch(text)
    if half:
        return f"{half[1]}-H{half[2]}"
    found = _RANGE.fullmatch(text)
    if found is None:
        return None
    year, month, day, length = (int(found[place]) for place in range(1, 5))
    period = _interval(year, month, day, length, found[5]) if length else None
    return period if period and is_period(period) else None


def _interval(year: int, month: int, day: int, length: int, unit: str) -> str | None:
    """An interval of years, of quarters where it is made of whole ones, of months, or of days."""
    if unit == "D":
        return _days(year, month, day, length)
    if unit == "Y" and (month, day) == (1, 1):
        return f"{year:04d}/{year + length - 1:04d}"
    return _months(year, month, length) if unit == "M" and day == 1 else None


def _days(year: int, month: int, day: int, length: int) -> str | None:
    try:
        begin = date(year, month, day)
        end = begin + timedelta(days=length - 1)
    except (ValueError, OverflowError):
        return None
    return f"{begin.isoformat()}/{end.isoformat()}"


def _months(year: int, month: int, length: int) -> str:
    begins = year * _MONTHS_A_YEAR + month - 1
    if begins % _MONTHS_A_QUARTER == 0 and length % _MONTHS_A_QUARTER == 0:
        return f"{_quarter(begins)}/{_quarter(begins + length - 1)}"
    last = begins + length - 1
    return f"{year:04d}-{month:02d}/{last // _MONTHS_A_YEAR:04d}-{last % _MONTHS_A_YEAR + 1:02d}"


def _quarter(month: int) -> str:
    return f"{month // _MONTHS_A_YEAR:04d}-Q{month % _MONTHS_A_YEAR // _MONTHS_A_QUARTER + 1}"
