"""The two languages of the observatory and the words of its interface.

The English text is the message itself; `data/locale/fr.po` holds the French. Texts that describe data do not live
here but in the catalogue.
"""

from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from typing import Literal, get_args

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from loaders.folder import LOCALE
from loaders.vocabulary import Text

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
DEFAULT_LANGUAGE: Language = "fr"


def mark(message: str) -> str:
    """The message itself: marks a text for translation where it is declared before the language is known."""
    return message


def mark_plural(one: str, other: str) -> tuple[str, str]:
    """The two forms themselves: marks a message that depends on a number."""
    return one, other


@dataclass(frozen=True)
class Wording:
    """The words of one language."""

    language: Language
    translations: NullTranslations

    def say(self, message: str, /, **values: object) -> str:
        """The message in this language, with `{name}` replaced by the values."""
        translated = self.translations.gettext(message) if message else message
        return translated.format(**values) if values else translated

    def count(self, one: str, other: str, number: int, /, **values: object) -> str:
        """The singular or plural message that fits `number` in this language; `{n}` is the number."""
        return self.translations.ngettext(one, other, number).format(n=number, **values)

    def of(self, text: Text) -> str:
        """The side of a bilingual text that is in this language."""
        return text.fr if self.language == "fr" else text.en

    def listing(self, parts: list[str]) -> str:
        """The parts as an enumeration: "a, b and c"."""
        if len(parts) <= 1:
            return "".join(parts)
        return self.say("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])


@cache
def wording(language: Language) -> Wording:
    """The words of a language, read once from its message catalogue."""
    path = LOCALE / f"{language}.po"
    if not path.exists():
        return Wording(language, NullTranslations())
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Wording(language, GNUTranslations(compiled))


def language_from(tag: str | None) -> Language:
    """The language of the observatory for a tag such as "en-GB"; French where it is neither French nor English."""
    prefix = (tag or "").split("-")[0].lower()
    return next((language for language in LANGUAGES if language == prefix), DEFAULT_LANGUAGE)
