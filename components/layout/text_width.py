"""Texts measured and wrapped for the screen, where the typeface is out of reach: a little too wide, never less."""

import re
from collections.abc import Iterator

FONT_SIZE = 13
SMALL_SIZE = 11
LINE_HEIGHT = 16
#: Width of a character in Inter, in parts of the font size; others are as wide as the mean letter.
_WIDTHS = dict.fromkeys("iIjl.,:;’'!|\u202f", 0.29) | dict.fromkeys("frt-()/ \u00a0", 0.38)
_WIDTHS |= dict.fromkeys("mwMWÉÎÈ%≈>▲▼", 0.84)
_MEAN_WIDTH = 0.6
_WORDS = re.compile(r" *[^ ]+")
_PARTS = re.compile(r" *[^ -]*-+| *[^ -]+")


def text_width(text: str, size: float = FONT_SIZE) -> float:
    """The width of a line in pixels, rounded up a little: a label that is too wide is clipped."""
    return size * sum(_WIDTHS.get(character, _MEAN_WIDTH) for character in text)


def wrapped(text: str, width: float, size: float = FONT_SIZE) -> tuple[str, ...]:
    """The lines of a text, each within `width` pixels where words allow it; only a word too wide breaks at hyphens."""
    lines, current = [], ""
    for piece in _pieces(text, width, size):
        if current and text_width((current + piece).strip(" "), size) > width:
            lines.append(current)
            current = ""
        current += piece
    return tuple(line.strip(" ") for line in (*lines, current))


def _pieces(text: str, width: float, size: float) -> Iterator[str]:
    for word in _WORDS.findall(text):
        if text_width(word.strip(" "), size) > width:
            yield from _PARTS.findall(word)
        else:
            yield word


def widest(texts: tuple[str, ...], size: float = FONT_SIZE) -> float:
    """The width of the longest of several lines, in pixels."""
    return max((text_width(text, size) for text in texts), default=0.0)
