"""Texts as plotly draws them: escaped, wrapped, measured, with the signs that a value carries."""

import re
from collections.abc import Iterator
from html import escape

from loaders.exhibit import Figure, Role

BREAK = "<br>"
DAGGER = "<sup>†</sup>"
FONT_SIZE = 13
SMALL_SIZE = 11
LINE_HEIGHT = 16
#: Width of a character in Inter, in parts of the font size; others are as wide as the mean letter.
_WIDTHS = dict.fromkeys("iIjl.,:;’'!|\u202f", 0.29) | dict.fromkeys("frt-()/ \u00a0", 0.38)
_WIDTHS |= dict.fromkeys("mwMWÉÎÈ%≈>▲▼", 0.84)
_MEAN_WIDTH = 0.6
_WORDS = re.compile(r" *[^ ]+")
_PARTS = re.compile(r" *[^ -]*-+| *[^ -]+")


def plain(text: str) -> str:
    """A text that plotly shows as it is, whatever markup it contains.

    Quotes stay: plotly decodes `&lt;`, `&gt;` and `&amp;`, but would print `&quot;`.
    """
    return escape(text, quote=False)


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


def block(lines: tuple[str, ...]) -> str:
    """Lines of data as one text for plotly."""
    return BREAK.join(plain(line) for line in lines)


def value_text(figure: Figure, text: str | None = None) -> str:
    """The text of a figure on its mark; a dagger says that the study prints other values too."""
    shown = plain(figure.text if text is None else text)
    return shown + DAGGER if figure.is_doubted else shown


def bold(text: str) -> str:
    """A text for plotly, made bold."""
    return f"<b>{text}</b>"


def coloured(text: str, colour: str) -> str:
    """A text for plotly in a colour of the palette."""
    return f'<span style="color:{colour}">{text}</span>'


def for_role(text: str, role: Role) -> str:
    """A text for plotly, bold for Île-de-France."""
    return bold(text) if role is Role.ACCENT else text
