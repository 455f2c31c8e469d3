"""Areas that do not belong side by side: several levels in one column, totals beside their members."""

from collections.abc import Iterator

import polars as pl

from loaders.areas import Area
from loaders.dimension import DimensionKind
from loaders.finding import Finding, Rule
from loaders.judgement.case import Case
from loaders.observation import MEASURE

_AGGREGATE = "aggregate"
#: Codes of code lists that stand for the sum of the others.
TOTALS = ("total", "all", "_T", "TOTAL", "T")


def mixed_levels(case: Case) -> Iterator[Finding]:
    """Areas of different levels under one measure, where what is published has one level only."""
    for dimension in case.of_kind(DimensionKind.AREA):
        known = _levels(case.published, dimension, case) if case.published is not None else {}
        mixed = {
            measure: levels
            for measure, levels in _levels(case.frame, dimension, case).items()
            if len(levels) > 1 and not levels <= known.get(measure, set())
        }
        if mixed:
            rows = case.frame.filter(pl.col(MEASURE).is_in(list(mixed)))
            found = [f"{measure}: {', '.join(sorted(levels))}" for measure, levels in sorted(mixed.items())]
            yield case.finding(Rule.LEVELS_MIXED, dimension, rows, found=found)


def totals_beside_members(case: Case) -> Iterator[Finding]:
    """An area beside areas that it contains, or a total beside its parts, where what is published has no such pair."""
    for dimension in case.of_kind(DimensionKind.AREA):
        containing = {code for code in _codes(case.frame, dimension) if _contains_another(code, case, dimension)}
        yield from _totals(case, dimension, containing)
    for dimension in case.of_kind(DimensionKind.CODE):
        codes = _codes(case.frame, dimension)
        yield from _totals(case, dimension, {code for code in codes if code in TOTALS} if len(codes) > 1 else set())


def _totals(case: Case, dimension: str, totals: set[str]) -> Iterator[Finding]:
    new = totals - (_codes(case.published, dimension) if case.published is not None else set())
    if new:
        rows = case.frame.filter(pl.col(dimension).is_in(sorted(new)))
        yield case.finding(Rule.AGGREGATE_BESIDE_MEMBERS, dimension, rows, found=sorted(new))


def _contains_another(code: str, case: Case, dimension: str) -> bool:
    others = _codes(case.frame, dimension) - {code}
    if case.areas[code].level == _AGGREGATE:
        return any(case.areas[other].level != _AGGREGATE for other in others)
    return any(code in _ancestors(case.areas[other], case) for other in others)


def _ancestors(area: Area, case: Case) -> set[str]:
    found: set[str] = set()
    while area.parent and area.parent in case.areas and area.parent not in found:
        found.add(area.parent)
        area = case.areas[area.parent]
    return found


def _levels(frame: pl.DataFrame, dimension: str, case: Case) -> dict[str, set[str]]:
    pairs = frame.select(MEASURE, dimension).unique()
    levels: dict[str, set[str]] = {}
    for measure, code in pairs.iter_rows():
        if code in case.areas and case.areas[code].level != _AGGREGATE:
            levels.setdefault(measure, set()).add(case.areas[code].level)
    return levels


def _codes(frame: pl.DataFrame, dimension: str) -> set[str]:
    return set(frame[dimension].unique().drop_nulls().to_list())
