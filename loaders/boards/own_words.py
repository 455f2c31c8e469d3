"""Numbers in a presenter's own words that the exhibit does not have: the sentence may be older than the data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.boards.resolved import ResolvedSlide
from loaders.exhibit import Exhibit
from loaders.language import Language

_BLANK = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
#: A number as each language writes it: thousands in groups of three, then decimals.
_NUMBERS = {
    "fr": re.compile(rf"(?<![\w.,])\d{{1,3}}(?:{_BLANK}\d{{3}})+(?:,\d+)?(?!\d)|(?<![\w.,])\d+(?:,\d+)?(?!\d)"),
    "en": re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|(?<![\w.,])\d+(?:\.\d+)?(?!\d)"),
}
_SCALES = (
    (re.compile(rf"{_BLANK}?(?:milliards?|Md[€$]?|billions?|bn)\b", re.IGNORECASE), 9),
    (re.compile(rf"{_BLANK}?(?:millions?|M€|M\$|M)(?!\w)"), 6),
    (re.compile(rf"{_BLANK}?(?:milliers?|mille|thousands?|k€|k)\b", re.IGNORECASE), 3),
)
_ABOUT = re.compile(
    r"(?:≈|~|\b(?:environ|autour de|quelque|à peu près|de l[’']ordre de|about|around|roughly|approximately|some))\W*$",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"(?:>|\b(?:plus (?:de|d[’'])|au moins|more than|over|at least))\W*$", re.IGNORECASE)
_BELOW = re.compile(
    r"(?:<|\b(?:moins (?:de|d[’'])|près de|presque|au plus|less than|under|nearly|almost|at most))\W*$", re.IGNORECASE
)
#: How far a number may be from the figure when the sentence itself says that it is rounded.
_ROUNDING = 0.05
_LEAD = 30
_EXACT = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A number of a sentence: as written, its value, the power of ten that its unit adds, and how it is meant."""

    text: str
    value: float
    scale: int
    about: bool
    above: bool
    below: bool


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of an exhibit in its unit, and the power of ten that the unit adds."""

    number: float
    scale: int

    @property
    def in_full(self) -> float:
        """The value without its unit: 3,000,000,000 for 3,000 M€."""
        return self.number * 10.0**self.scale


def doubtful_numbers(slide: ResolvedSlide, language: Language) -> tuple[str, ...]:
    """The numbers in the own title and reading sentence of a slide that its exhibit does not have, as written."""
    if slide.exhibit is None:
        return ()
    own = (slide.slide.title, slide.slide.reading)
    found = (number for text in own if text for number in unmatched_numbers(text, slide.exhibit, language))
    return tuple(dict.fromkeys(found))


def unmatched_numbers(sentence: str, exhibit: Exhibit, language: Language) -> tuple[str, ...]:
    """The numbers of a sentence, as written, that are neither values of an exhibit nor in the words that name it.

    Signs are left aside ("a fall of 37%"). A number that the sentence itself calls rounded ("about", "more than") may
    be up to 5% from a value, on the side that it names. A unit may be written out: 3 billion for 3,000 million.

    Args:
        sentence: the presenter's own words.
        exhibit: what the slide shows.
        language: the language in which the sentence writes its numbers.
    """
    values = set(_values(exhibit))
    writes: Language = "en" if exhibit.language == "en" else "fr"
    named = {one.value for text in _names(exhibit) for one in _numbers(text, writes)}
    known = _numbers(sentence, language)
    return tuple(
        dict.fromkeys(
            one.text for one in known if one.value not in named and not any(_fits(one, value) for value in values)
        )
    )


def _numbers(text: str, language: Language) -> list[_Said]:
    said = []
    for found in _NUMBERS[language].finditer(text):
        before, after = text[max(0, found.start() - _LEAD) : found.start()], text[found.end() :]
        digits = re.sub(_BLANK, "", found[0])
        plain = digits.replace(",", ".") if language == "fr" else digits.replace(",", "")
        said.append(
            _Said(
                text=found[0],
                value=float(plain),
                scale=next((power for unit, power in _SCALES if unit.match(after)), 0),
                about=bool(_ABOUT.search(before)),
                above=bool(_ABOVE.search(before)),
                below=bool(_BELOW.search(before)),
            )
        )
    return said


def _fits(said: _Said, value: _Value) -> bool:
    """Whether a number of a sentence is a value: as it is written, or in full where the sentence names its unit."""
    number, size = (said.value, value.number) if not said.scale else (said.value * 10.0**said.scale, value.in_full)
    if abs(number - size) <= _EXACT * max(1.0, size):
        return True
    if abs(number - size) > _ROUNDING * size:
        return False
    return said.about or (said.above and number < size) or (said.below and number > size)


def _values(exhibit: Exhibit) -> Iterator[_Value]:
    """The values of an exhibit, without their sign; then how many of what it shows there are."""
    scales = {one.code: _scale(one.unit) for one in exhibit.measures}
    for mark in exhibit.marks:
        for figure in filter(None, mark.figures):
            known = (one.value for one in (figure, *figure.alternatives) if one.value is not None)
            yield from (_Value(abs(value), scales.get(figure.measure, 0)) for value in known)
    counts = (exhibit.coverage.known, exhibit.coverage.total, len(exhibit.marks), len(exhibit.categories))
    yield from (_Value(count, 0) for count in counts)


def _scale(unit: str) -> int:
    """The power of ten that a unit adds: 6 for M€, also where its sign stands in front."""
    return next((power for name, power in _SCALES if name.match(unit.lstrip("€$£"))), 0)


def _names(exhibit: Exhibit) -> Iterator[str]:
    """The words of an exhibit in which a number is no figure: periods, size classes, ranks, notes; its own sentence."""
    yield from (exhibit.title, exhibit.subtitle, exhibit.reading, exhibit.note or "", *exhibit.warnings)
    yield from (item.label for _, item in exhibit.selection)
    for mark in exhibit.marks:
        yield from (item.label for _, item in mark.key)
        yield from (figure.printed_rank for figure in mark.figures if figure and figure.printed_rank)
