"""From the spellings of a column to codes, each distinct spelling once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from loaders.areas import Area
from loaders.declaration import Declaration
from loaders.dimension import DimensionKind
from loaders.finding import Rule
from loaders.intake.area_names import match_areas
from loaders.intake.mapping import LEAVE_OUT
from loaders.intake.source_codes import code_names, match_periods, measure_names
from loaders.intake.spelling import Matched, plain
from loaders.observation import MEASURE

Matcher = Callable[[Iterable[str]], Matched]
_EXAMPLES = 4
#: Beyond this share of unknown spellings a column holds something else, as judgement has it.
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """How the spellings of a dimension (or of the measure) become codes.

    `rule` is what an unknown spelling breaks, `expected` are examples of codes; `listed` says that there is a list of
    codes, so that a column of mostly unknown ones is about something else.
    """

    match: Matcher
    rule: Rule
    expected: tuple[str, ...]
    listed: bool


def coded_roles(declaration: Declaration, areas: Mapping[str, Area]) -> dict[str, Coded]:
    """How the columns of the key are matched, by role."""
    measures = tuple(measure.id for measure in declaration.measures)
    coded = {
        MEASURE: Coded(
            match=measure_names(declaration).match, rule=Rule.MEASURE_UNKNOWN, expected=measures, listed=True
        )
    }
    for dimension in declaration.dimensions:
        if dimension.kind is DimensionKind.AREA:
            match, rule, expected = _area_matcher(areas), Rule.AREA_UNMATCHED, tuple(areas)[:_EXAMPLES]
        elif dimension.kind is DimensionKind.PERIOD:
            match, rule, expected = match_periods, Rule.PERIOD_MALFORMED, ("2024", "2025-Q1", "2025-H1", "2022/2024")
        else:
            match, rule = code_names(dimension).match, Rule.CODE_UNKNOWN
            expected = tuple(code.id for code in dimension.codes)[:_EXAMPLES]
        listed = dimension.kind is not DimensionKind.PERIOD
        coded[dimension.id] = Coded(match=match, rule=rule, expected=expected, listed=listed)
    return coded


def _area_matcher(areas: Mapping[str, Area]) -> Matcher:
    return lambda names: match_areas(names, areas)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recoded:
    """A column in codes; where a spelling is unknown it stays as it is. `unmatched` names those."""

    codes: pl.Series
    distinct: int
    unmatched: tuple[str, ...]

    def is_elsewhere(self, coded: Coded) -> bool:
        """Whether most of the column is unknown, so that it is about something else and not a matter of spelling.

        Numbers do not count: they may be INSEE codes of which only the level is not known.
        """
        strange = [spelling for spelling in self.unmatched if not plain(spelling).isdecimal()]
        return coded.listed and len(strange) > self.distinct * _MOSTLY


def recode(cells: pl.Series, own: Mapping[str, str], match: Matcher) -> Recoded:
    """The codes of a column: what the mapping says of a spelling comes first; a blank cell has no code."""
    texts = cells.cast(pl.String)
    spellings = [spelling for spelling in texts.unique().sort().to_list() if spelling is not None]
    blank = {spelling: None for spelling in spellings if not spelling.strip()}
    told = {spelling: own[spelling] for spelling in spellings if spelling in own}
    matched = match(spelling for spelling in spellings if spelling not in told and spelling not in blank)
    codes: dict[str, str | None] = {**matched.codes, **told, **blank}
    changed = {spelling: code for spelling, code in codes.items() if spelling != code}
    if changed:
        texts = texts.replace(list(changed), pl.Series(list(changed.values()), dtype=pl.String))
    return Recoded(codes=texts, distinct=len(spellings) - len(blank), unmatched=matched.unmatched)


def translated(cells: pl.Series, own: Mapping[str, str]) -> pl.Series:
    """A column of remarks or of statuses as text, with the spellings that the mapping names translated."""
    texts = cells.cast(pl.String)
    return texts.replace(list(own), list(own.values())) if own else texts


def left_out(codes: pl.Series) -> pl.Series:
    """The rows that the mapping leaves out."""
    return (codes == LEAVE_OUT).fill_null(value=False)
