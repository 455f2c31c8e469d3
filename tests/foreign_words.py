"""Finds words of the other language on a page: messages of the interface and texts of the catalogue."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from loaders.boards.store import StoredBoard, board_names, read_board
from loaders.language import Language, wording
from loaders.vocabulary import Text
from tests.messages import messages
from tests.sample_data import SHIPPED, library
from tests.shown import read

#: From so many words on, a text is looked for inside of others; a shorter one only as a text by itself.
_FEWEST_WORDS = 3
_PLACE = re.compile(r"\{\w*\}")


def foreign_words(texts: list[str], language: Language) -> list[str]:
    """The messages and catalogue texts of the other language that occur among the texts of a page in `language`."""
    shown = list(dict.fromkeys(map(_without_proper_names, texts)))
    alone, inside = set(shown), "\n".join(shown)
    found = [text for text in _catalogue(language) if text in alone or (_is_long(text) and text in inside)]
    return found + [one.text for one in _messages(language) if one.is_in(shown)]


@dataclass(frozen=True, slots=True)
class _Message:
    """A message with places, and how it is recognised: by its longest fixed part first, which is quick."""

    text: str
    longest: str
    pattern: re.Pattern[str]

    def is_in(self, texts: list[str]) -> bool:
        return any(self.longest in text and self.pattern.search(text) for text in texts)


@cache
def _catalogue(language: Language) -> frozenset[str]:
    """Texts of declarations and code lists that only the other language has."""
    catalogue = library().catalogue
    names = [area.name for area in catalogue.areas.values()]
    declared = [*catalogue.declarations.values(), *catalogue.shared_units.values()]
    sides = [
        _sides(text.fr, text.en, language) for text in (*names, *(text for one in declared for text in _texts(one)))
    ]
    own = {mine for mine, _ in sides}
    return frozenset(_without_proper_names(other) for _, other in sides if other not in own)


@cache
def _messages(language: Language) -> tuple[_Message, ...]:
    """The messages of the interface that only the other language has."""
    sides = [_sides(french, english, language) for french, english in _translations()]
    own = {mine for mine, _ in sides}
    others = dict.fromkeys(other for _, other in sides if other not in own)
    return tuple(message for text in others if (message := _recognised(text)))


def _translations() -> Iterator[tuple[str, str]]:
    """Every form of every message, in French and in English."""
    french, english = wording("fr"), wording("en")
    for message in messages():
        one, other = message.texts[0], message.texts[-1]
        if one == other:
            yield french.say(one), english.say(one)
        else:
            for n in (1, 2):
                yield french.translations.ngettext(one, other, n), english.translations.ngettext(one, other, n)


def _sides(french: str, english: str, language: Language) -> tuple[str, str]:
    """Both texts as they are read: that of the language, and that of the other."""
    return (read(french), read(english)) if language == "fr" else (read(english), read(french))


def _recognised(text: str) -> _Message | None:
    """A message that can be told from others; None for one that has too few words of its own."""
    fixed = _PLACE.split(text)
    pattern = ".+?".join(map(re.escape, fixed))
    longest = max(fixed, key=len)
    if sum(len(_words(part)) for part in fixed) >= _FEWEST_WORDS:
        return _Message(text, longest, re.compile(rf"\b{pattern}" if text[0].isalpha() else pattern))
    return _Message(text, longest, re.compile(rf"^{pattern}$")) if _words(fixed[0]) else None


def _texts(part: object) -> Iterator[Text]:
    """Every bilingual text inside of a declaration."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _texts(getattr(part, name))
    elif isinstance(part, tuple | list):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, dict):
        for one in part.values():
            yield from _texts(one)


def _without_proper_names(text: str) -> str:
    """A text without the titles of studies and dossiers and without publishers, which keep their own language."""
    for name in _proper_names():
        text = text.replace(name, "…")
    return text


@cache
def _proper_names() -> tuple[str, ...]:
    sources = library().catalogue.sources.values()
    dossiers = (read_board(SHIPPED, name) for name in board_names(SHIPPED))
    titles = [one.title for one in sources]
    titles += [one.board.cover.title for one in dossiers if isinstance(one, StoredBoard)]
    return tuple(read(name) for name in (*titles, *(one.publisher for one in sources)))


def _is_long(text: str) -> bool:
    return len(_words(text)) >= _FEWEST_WORDS


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", text)
