"""How people spell what has a code: the same name in another case, without accents, with another hyphen."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

_WHOLE_NUMBER = re.compile(r"(-?\d+)\.0+")
_CODE_AND_LABEL = re.compile(r"([^\s:]+): .+", re.DOTALL)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text without what spellings differ in: case, accents, hyphens, apostrophes, spaces, invisible characters.

    A whole number that a workbook wrote with a decimal place ("75.0") loses it. The result may be empty.
    """
    text = text.strip()
    whole = _WHOLE_NUMBER.fullmatch(text)
    if whole:
        return whole[1]
    letters = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe").casefold())
    kept = (
        letter if letter.isalnum() else " " for letter in letters if unicodedata.category(letter) not in {"Mn", "Cf"}
    )
    return " ".join("".join(kept).split())


@dataclass(frozen=True, slots=True)
class Matched:
    """What matching spellings gave: the code of each that is known, and those that are unknown or ambiguous."""

    codes: Mapping[str, str]
    unmatched: tuple[str, ...]


class Names:
    """The names that codes go by. An exact code comes first; a name that several codes share stands for none."""

    def __init__(self, named: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Take pairs of a code and its names; the code itself need not be among them."""
        self._codes: set[str] = set()
        self._by_name: dict[str, set[str]] = {}
        for code, names in named:
            self._codes.add(code)
            for name in (code, *names):
                key = plain(name)
                if key:
                    self._by_name.setdefault(key, set()).add(code)

    def candidates(self, spelling: str) -> frozenset[str]:
        """The codes that a spelling may stand for; none for an unknown one."""
        if spelling in self._codes:
            return frozenset({spelling})
        found = self._by_name.get(plain(spelling))
        if found:
            return frozenset(found)
        labelled = _CODE_AND_LABEL.fullmatch(spelling.strip())
        # SDMX-CSV may write code and label into one cell ("FR10: Île-de-France"); only an exact code counts then.
        return frozenset({labelled[1]}) if labelled and labelled[1] in self._codes else frozenset()

    def code(self, spelling: str) -> str | None:
        """The one code that a spelling stands for, None where there is none or more than one."""
        found = self.candidates(spelling)
        return next(iter(found)) if len(found) == 1 else None

    def match(self, spellings: Iterable[str]) -> Matched:
        """The codes of all spellings, in their order."""
        found = {spelling: self.code(spelling) for spelling in spellings}
        return Matched(
            {spelling: code for spelling, code in found.items() if code is not None},
            tuple(spelling for spelling, code in found.items() if code is None),
        )
