"""Which areas an indicator of an area is compared with in a picture and in its place: its level, or a printed list."""

from dataclasses import dataclass

from loaders.language import mark
from loaders.library import Library
from loaders.territory.indicator import Holdings, Indicator, has_value

_TITLES = {
    "departement": mark("{area} among the départements"),
    "region": mark("{area} among the regions"),
    "country": mark("{area} among the countries"),
}
_LISTED = mark("{area} among the areas that the study ranks")


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """The areas that are compared, and the message that announces them, with a place for the name of the area."""

    areas: tuple[str, ...]
    title: str


def peer_group(held: Holdings, library: Library, indicator: Indicator, period: str, area: str) -> PeerGroup:
    """The areas that the study itself ranks together with an area, where some are of another level; else its level."""
    areas = library.catalogue.areas
    level = areas[area].level
    listed = _ranked(held, library, indicator, period)
    if area in listed and any(areas[code].level != level for code in listed):
        return PeerGroup(tuple(code for code in held.known[indicator] if code in listed), _LISTED)
    same = tuple(code for code in held.known[indicator] if areas[code].level == level)
    return PeerGroup(same, _TITLES[level])


def _ranked(held: Holdings, library: Library, indicator: Indicator, period: str) -> frozenset[str]:
    """The areas in the list that a printed rank of the same codes counts; a list for each level mixes none.

    Only a rank that a measure declares as its own counts areas: others rank a theme inside of each.
    """
    declaration = library.catalogue.declaration(indicator.dataset)
    ranks = {one.printed_rank for one in declaration.measures if one.printed_rank}
    if held.shapes[indicator.dataset].of_level:
        return frozenset()
    return frozenset(
        code
        for one, known in held.known.items()
        if (one.dataset, one.codes, one.span) == (indicator.dataset, indicator.codes, indicator.span)
        and one.measures[0] in ranks
        for code, periods in known.items()
        if period in periods and has_value(periods[period])
    )
