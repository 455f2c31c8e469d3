"""The part of a label that follows its figure: edited in the workbook of the chart, it changes with its bar."""

import re
from dataclasses import dataclass

from loaders.language import Language, language_from, wording
from loaders.number import MINUS, number_text

#: More decimals than any study prints.
_MOST_DECIMALS = 4
#: LibreOffice writes the separators of this language; PowerPoint those of its computer.
_LOCALES: dict[Language, str] = {"fr": "[$-40C]", "en": "[$-809]"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueField:
    """A text that says a number, and the format that writes such a text for any number."""

    text: str
    format: str


def value_field(text: str, value: float, tag: str) -> ValueField | None:
    """The number of a text as a field.

    Args:
        text: what a label says of a figure ("> 5 000", "92 300†", "−30").
        value: the figure.
        tag: the language of the text, such as "fr-FR".

    Returns:
        None where the text does not write the value out (a place in words, a band, thousands of millions).
    """
    language = language_from(tag)
    for decimals in range(_MOST_DECIMALS, -1, -1):
        number = number_text(abs(value), wording(language), decimals=decimals)
        found = re.search(rf"(?<![\w.,]){re.escape(number)}(?![\w.,])", text)
        if found:
            before, after = text[: found.start()], text[found.end() :]
            digits = "#,##0" + ("." + "0" * decimals if decimals else "")
            return ValueField(text=text, format=_format(before, digits, after, _LOCALES[language]))
    return None


def _format(before: str, digits: str, after: str, locale: str) -> str:
    """The format for numbers of both signs; a sign that is written is written for every number."""
    sign, start = "", before
    if before.endswith(("+", MINUS)):
        sign, start = "+", before[:-1]
    sections = (f"{locale}{_quoted(start + one)}{digits}{_quoted(after)}" for one in (sign, MINUS))
    return ";".join(sections)


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""
