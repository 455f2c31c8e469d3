"""Which areas there are to look at, which of them another can be set against, and which one is proposed and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import normalize

from loaders.areas import FRANCE, ILE_DE_FRANCE, Area
from loaders.catalogue import Catalogue
from loaders.exhibit import Item
from loaders.language import Wording, mark
from loaders.library import Library
from loaders.measure import MeasureKind
from loaders.observation import Observation
from loaders.order import reach_of
from loaders.territory.indicator import AGGREGATE, HEIGHTS, Holdings, Indicator, Known, has_value, latest

#: What an area is called in a list, by level; regions of another country have a name of their own.
_LEVELS = {
    "region": mark("French region"),
    "departement": mark("département"),
    "country": mark("country"),
    "aggregate": mark("group of areas"),
}
_ABROAD = mark("European region")
#: French regions, départements of Île-de-France, regions of Europe, countries, groups.
_GROUPS = (_LEVELS["region"], _LEVELS["departement"], _ABROAD, _LEVELS["country"], _LEVELS["aggregate"])
_HOME = (ILE_DE_FRANCE, FRANCE)
_UNORDERED = frozenset({MeasureKind.FLAG, MeasureKind.SIGN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The area that is proposed to set another against, and the reason in words."""

    area: str
    reason: str


@dataclass(frozen=True)
class _Lead:
    """How often an area comes first among those of its level, and of how many indicators both know."""

    area: str
    first: int
    shared: int


def area_options(held: Holdings, catalogue: Catalogue, words: Wording) -> tuple[Item, ...]:
    """The areas of which something is known, by group, Île-de-France first: name and what it is."""
    codes = [code for code in held.areas if catalogue.areas[code].level != AGGREGATE]
    return tuple(_item(one, words) for one in _sorted([catalogue.areas[code] for code in codes], words))


def reference_options(held: Holdings, catalogue: Catalogue, area: str, words: Wording) -> tuple[Item, ...]:
    """The areas of the same level or above that have a value of an indicator that the area has too."""
    height = HEIGHTS[catalogue.areas[area].level]
    found = [catalogue.areas[code] for code in _shared(held, area)]
    return tuple(_item(one, words) for one in _sorted([one for one in found if HEIGHTS[one.level] >= height], words))


def proposed(held: Holdings, library: Library, area: str, words: Wording) -> Proposal | None:
    """What an area lies in, otherwise the area of its level that comes first most often; None where none is known."""
    areas, shared = library.catalogue.areas, _shared(held, area)
    above = areas[area].parent
    while above is not None:
        if above in shared:
            return Proposal(area=above, reason=words.say("{area} is a part of it", area=words.of(areas[area].name)))
        above = areas[above].parent
    level = areas[area].level
    leads = [_lead(one, area, held, library) for one in areas if one in shared and areas[one].level == level]
    if not leads:
        return None
    best = max(leads, key=lambda one: (one.first, one.shared))
    if best.first:
        reason = words.count(
            "of the areas of its level, it comes first in the one indicator known of both",
            "of the areas of its level, it comes first in {first} of the {n} indicators known of both",
            best.shared,
            first=best.first,
        )
    else:
        reason = words.count(
            "{n} indicator is known of both, more than of any other area of its level",
            "{n} indicators are known of both, more than of any other area of its level",
            best.shared,
        )
    return Proposal(area=best.area, reason=reason)


def _shared(held: Holdings, area: str) -> Mapping[str, int]:
    """Other areas, and how many indicators have a value of them and of this area."""
    counts: dict[str, int] = {}
    for indicator in held.of(area):
        known = held.known[indicator]
        if _is_valued(known, area):
            for other in known:
                if other != area and _is_valued(known, other):
                    counts[other] = counts.get(other, 0) + 1
    return counts


def _is_valued(known: Known, area: str) -> bool:
    return any(has_value(row) for row in known[area].values())


def _lead(other: str, area: str, held: Holdings, library: Library) -> _Lead:
    both = [one for one in held.of(area) if other in held.known[one] and _is_valued(held.known[one], area)]
    both = [one for one in both if _is_valued(held.known[one], other)]
    return _Lead(other, sum(_is_first(other, one, held.known[one], library) for one in both), len(both))


def _is_first(area: str, indicator: Indicator, known: Known, library: Library) -> bool:
    """Whether an area certainly comes before every other of its level, in the last period that it has a value of."""
    areas, declaration = library.catalogue.areas, library.catalogue.declaration(indicator.dataset)
    kind = next(one.kind for one in declaration.all_measures if one.id == indicator.measures[0])
    period = latest({name: row for name, row in known[area].items() if has_value(row)})
    level = {code for code in known if areas[code].level == areas[area].level and code != area}
    others = [row for code in level if (row := known[code].get(period)) and has_value(row)]
    if kind in _UNORDERED or len(indicator.measures) > 1 or not others:
        return False
    return all(_is_before(known[area][period], other, kind) for other in others)


def _is_before(one: Observation, other: Observation, kind: MeasureKind) -> bool:
    mine, yours = (reach_of(row.value or 0, row.qualifier or "=") for row in (one, other))
    return yours.is_above(mine) if kind is MeasureKind.RANK else mine.is_above(yours)


def _group(area: Area) -> str:
    is_abroad = area.level == "region" and area.parent != FRANCE
    return _ABROAD if is_abroad else _LEVELS[area.level]


def _sorted(areas: list[Area], words: Wording) -> list[Area]:
    def place(area: Area) -> tuple[int, bool, str]:
        # Without their accents, names sort as a reader looks for them.
        bare = normalize("NFKD", words.of(area.name)).encode("ascii", "ignore").decode()
        return _GROUPS.index(_group(area)), area.code not in _HOME, bare.casefold()

    return sorted(areas, key=place)


def _item(area: Area, words: Wording) -> Item:
    kind = words.say(_group(area))
    return Item(area.code, words.say("{area} ({level})", area=words.of(area.name), level=kind))
