"""Days as people in Europe write them: 26 novembre 2026, 26 November 2026."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime

from loaders.language import Language

#: English as Europe writes it: the day before the month.
_LOCALES: dict[Language, str] = {"fr": "fr_FR", "en": "en_GB"}


def day_text(day: date, language: Language) -> str:
    """A day in words."""
    return format_date(day, "long", locale=_LOCALES[language])


def month_text(day: date, language: Language) -> str:
    """The month of a day in words, with its year."""
    return format_date(day, "LLLL y", locale=_LOCALES[language])


def moment_text(moment: datetime, language: Language) -> str:
    """Day and time in figures."""
    return format_datetime(moment, "short", locale=_LOCALES[language])
