"""What sources write where the observatory has codes of its own: periods, flags, labels of codes and measures."""

import re
from collections.abc import Iterable, Mapping

from loaders.declaration import Declaration
from loaders.dimension import Dimension
from loaders.intake.spelling import Matched, Names
from loaders.period import is_period
from loaders.sdmx_period import period_of_sdmx

#: Flags of Eurostat -> SDMX status; "c" says how confidential a value is, not how good, and stands apart.
EUROSTAT_FLAGS: Mapping[str, str] = {
    "z": "M",
    "e": "E",
    "s": "E",
    "f": "F",
    "i": "I",
    "u": "U",
    "n": "N",
    "p": "P",
    "b": "B",
    "d": "D",
    "r": "A",
}
CONFIDENTIAL_FLAG = "c"

_SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), form)
    for pattern, form in (
        (r"(\d{4})(?:\.0+|-?A1?)", r"\1"),
        (r"(\d{4})[- ]?[QT]([1-4])", r"\1-Q\2"),
        (r"[QT]([1-4])[- /]?(\d{4})", r"\2-Q\1"),
        (r"([1-4])(?:er|e|ère|ème|st|nd|rd|th) (?:trimestre|quarter)(?: de| of)? (\d{4})", r"\2-Q\1"),
        (r"(\d{4})[- ]?[HS]([12])", r"\1-H\2"),
        (r"[HS]([12])[- /]?(\d{4})", r"\2-H\1"),
        (r"(\d{4})-?M(\d{2})", r"\1-\2"),
        (r"(\d{4}) ?[-\u2013/] ?(\d{4})", r"\1/\2"),
        (r"(\d{4}-\d{2}-\d{2})[T ]00:00:00(?:\.0+)?", r"\1"),
    )
)


def period_of(spelling: str) -> str | None:
    """The period that a spelling certainly means ("T1 2025", "2025Q1", "2022-2024", "2024.0"), None for any other.

    A date such as 03/04/2025 is no certain spelling and stays unread.
    """
    if is_period(spelling):
        return spelling
    text = " ".join(spelling.split())
    if is_period(text):
        return text
    sdmx = period_of_sdmx(text)
    if sdmx:
        return sdmx
    for pattern, form in _SPELLINGS:
        found = pattern.fullmatch(text)
        if found and is_period(period := found.expand(form)):
            return period
    return None


def match_periods(spellings: Iterable[str]) -> Matched:
    """The period of each spelling."""
    found = {spelling: period_of(spelling) for spelling in spellings}
    return Matched(
        {spelling: period for spelling, period in found.items() if period is not None},
        tuple(spelling for spelling, period in found.items() if period is None),
    )


def code_names(dimension: Dimension) -> Names:
    """The names of the codes that a dimension lists: labels in both languages and the spelling of the transcription."""
    return Names(
        (code.id, [code.label.fr, code.label.en, *([code.transcribed] if code.transcribed else [])])
        for code in dimension.codes
    )


def measure_names(declaration: Declaration) -> Names:
    """The names of the stored measures of a dataset: their labels in both languages."""
    return Names((measure.id, [measure.label.fr, measure.label.en]) for measure in declaration.measures)


def status_of_flags(flags: str) -> str | None:
    """The status of Eurostat flags ("p", "bp"): that of the gravest where there are several, None for unknown ones.

    Confidential alone says nothing of how good the value is: "A".
    """
    letters = [letter for letter in flags.lower() if not letter.isspace()]
    if any(letter not in EUROSTAT_FLAGS and letter != CONFIDENTIAL_FLAG for letter in letters):
        return None
    return next((status for flag, status in EUROSTAT_FLAGS.items() if flag in letters), "A")
