"""Periods: 2024, 2025-Q1, 2025-H1, 2025-03, 2025-03-31, or an interval of two of them (2022/2024)."""

import re
from datetime import date
from functools import lru_cache

from loaders.day import day_text, month_text
from loaders.language import Wording, mark

_POINT = re.compile(
    r"(?P<year>(?!0000)[0-9]{4})"
    r"(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-9]{2}))?))?",
)

_QUARTERS = (
    mark("Q1 {year}"),
    mark("Q2 {year}"),
    mark("Q3 {year}"),
    mark("Q4 {year}"),
)
#: A file is asked for its periods several times over, and a daily one has tens of thousands of them.
_KEPT = 50_000
_HALVES = (mark("first half of {year}"), mark("second half of {year}"))


def _match(point: str) -> re.Match[str] | None:
    found = _POINT.fullmatch(point)
    if found and found["day"]:
        try:
            date.fromisoformat(point)
        except ValueError:
            return None
    return found


@lru_cache(maxsize=_KEPT)
def is_period(text: str) -> bool:
    """Whether a text is a well-formed period; an interval must not end before it begins."""
    points = text.split("/")
    if len(points) not in (1, 2) or not all(_match(point) for point in points):
        return False
    return len(points) == 1 or start_of(points[0]) <= start_of(points[1])


@lru_cache(maxsize=_KEPT)
def start_of(period: str) -> tuple[date, int]:
    """First day of a well-formed period, then a number that is larger for longer ones: sorts chronologically."""
    found = _match(period.split("/", maxsplit=1)[0])
    if found is None:
        message = f"not a period: {period}"
        raise ValueError(message)
    month = (
        int(found["month"] or 0)
        or (int(found["quarter"]) * 3 - 2 if found["quarter"] else 0)
        or (int(found["half"]) * 6 - 5 if found["half"] else 1)
    )
    return date(int(found["year"]), month, int(found["day"] or 1)), len(period)


def period_label(period: str, words: Wording) -> str:
    """A period as people write it: "1st quarter of 2025", "2022-2024", "March 2029"."""
    if "/" in period:
        first, last = period.split("/")
        if first.isdigit() and last.isdigit():
            return f"{first}\N{EN DASH}{last}"
        return words.say("{first} to {last}", first=period_label(first, words), last=period_label(last, words))
    found = _match(period)
    if found and found["quarter"]:
        return words.say(_QUARTERS[int(found["quarter"]) - 1], year=found["year"])
    if found and found["half"]:
        return words.say(_HALVES[int(found["half"]) - 1], year=found["year"])
    if found and found["month"]:
        text = day_text if found["day"] else month_text
        return text(start_of(period)[0], words.language)
    return period
