"""What the columns of an unknown table seem to be: areas, periods, codes, measures, or nothing that is shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from loaders.areas import Area
from loaders.dimension import DimensionKind
from loaders.intake.area_names import match_areas
from loaders.intake.spelling import plain
from loaders.observation import MEASURE, SOURCE, VALUE, VALUE_COLUMNS
from loaders.period import is_period
from loaders.subjects.template import LABEL

_MOST_CODES = 200
_MOST_DIFFERENT = 20_000
_MOST_DECIMALS = 6
#: From this share of known names on, a column is one of areas in which some names are wrong.
_MOST_AREAS = 0.5
_YEARS = range(1900, 2101)
#: Words in the name of a column that make years of its whole numbers, or areas of its INSEE codes.
_PERIOD_WORDS = frozenset({"annee", "an", "year", "time", "period", "periode", "date", "jahr"})
_AREA_WORDS = frozenset({"insee", "geo", "area", "territoire", "departement", "dep", "dept", "region", "reg", "code"})
_LONGEST_NAME = 64
_LONGEST_CODE = 80
_CODE = r"[A-Za-z0-9][A-Za-z0-9_.+/-]*"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeFound:
    """A value of a column of codes: as the file writes it, and the code that is proposed for it."""

    spelling: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionFound:
    """A column that seems to identify rows, with its values in the order in which they come.

    `unmatched` are the names in a column of areas that no area has; `codes` are the others.
    """

    column: str
    id: str
    kind: DimensionKind
    codes: tuple[CodeFound, ...] = ()
    unmatched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFound:
    """Something that seems to be measured; `column` is its column, or its code where the table is in the long form."""

    column: str
    id: str
    decimals: int
    lowest: float | None
    highest: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """What a table seems to hold; `left_out` are columns that are neither dimension nor measure.

    `is_long`: the measures are codes in a column of their own, their values in another.
    """

    dimensions: tuple[DimensionFound, ...]
    measures: tuple[MeasureFound, ...]
    left_out: tuple[str, ...]
    sources: tuple[str, ...]
    is_long: bool


def shape_of(frame: pl.DataFrame, areas: Mapping[str, Area]) -> TableShape:
    """What the columns of a table seem to be, told from their content; nothing is told from a file name."""
    is_long = {MEASURE, VALUE} <= set(frame.columns)
    known = {*VALUE_COLUMNS} if is_long else set()
    dimensions: list[DimensionFound] = []
    measures: list[MeasureFound] = []
    left_out: list[str] = []
    for name in frame.columns:
        if name in known:
            continue
        column = frame[name]
        found = (
            None
            if name.startswith(LABEL)
            else _dimension(column, areas, {*VALUE_COLUMNS, *(one.id for one in dimensions)})
        )
        if found:
            dimensions.append(found)
        elif not is_long and (numbers := _numbers(column)) is not None:
            measures.append(_measure(name, numbers, {one.id for one in measures}))
        else:
            left_out.append(name)
    if is_long:
        measures = _long_measures(frame)
    sources = tuple(sorted(_texts(frame[SOURCE]))) if is_long and SOURCE in frame.columns else ()
    return TableShape(
        dimensions=tuple(dimensions),
        measures=tuple(measures),
        left_out=tuple(left_out),
        sources=sources,
        is_long=is_long,
    )


def _dimension(column: pl.Series, areas: Mapping[str, Area], taken: set[str]) -> DimensionFound | None:
    if column.dtype.is_nested() or column.dtype.is_float() or column.dtype in {pl.Binary, pl.Object}:
        return None
    # More than any list of areas, days or codes: told before each of a million texts is looked up.
    if column.n_unique() > _MOST_DIFFERENT:
        return None
    values = _texts(column)
    if _is_temporal(column, values):
        periods = tuple(CodeFound(spelling=value, code=value) for value in values)
        name = free_id("time_period", taken)
        return DimensionFound(column=column.name, id=name, kind=DimensionKind.PERIOD, codes=periods)
    return _coded(column, values, areas, taken) if column.dtype == pl.String and values else None


def _coded(column: pl.Series, values: list[str], areas: Mapping[str, Area], taken: set[str]) -> DimensionFound | None:
    """A column of text as one of areas or of codes; None where it holds numbers, or texts that are no codes."""
    matched = match_areas(values, areas)
    if _numbers(column) is not None and (matched.unmatched or not _AREA_WORDS & {*plain(column.name).split()}):
        return None
    if len(matched.codes) >= len(values) * _MOST_AREAS:
        found = tuple(CodeFound(spelling=name, code=code) for name, code in matched.codes.items())
        name, kind = free_id("ref_area", taken), DimensionKind.AREA
        return DimensionFound(column=column.name, id=name, kind=kind, codes=found, unmatched=matched.unmatched)
    if len(values) > _MOST_CODES:
        return None
    name = free_id(identifier(column.name), taken)
    return DimensionFound(column=column.name, id=name, kind=DimensionKind.CODE, codes=codes_for(values))


def _texts(column: pl.Series) -> list[str]:
    """The different values of a column as text, in the order in which they come."""
    return [value for value in column.cast(pl.String, strict=False).unique(maintain_order=True).to_list() if value]


def _is_temporal(column: pl.Series, values: list[str]) -> bool:
    """Whether all values are periods; bare years only where they are years, in a column that is called so."""
    if column.dtype in {pl.Date, pl.Datetime}:
        return column.dtype == pl.Date
    if not values or not (column.dtype == pl.String or column.dtype.is_integer()) or not all(map(is_period, values)):
        return False
    if not all(value.isdigit() for value in values):
        return True
    return all(int(value) in _YEARS for value in values) and bool(_PERIOD_WORDS & {*plain(column.name).split()})


def _numbers(column: pl.Series) -> pl.Series | None:
    """The column as numbers, None where it holds something else or nothing."""
    if not (column.dtype.is_numeric() or column.dtype == pl.String):
        return None
    numbers = column.cast(pl.Float64, strict=False)
    return None if numbers.null_count() > column.null_count() or numbers.count() == 0 else numbers


def _measure(name: str, numbers: pl.Series, taken: set[str]) -> MeasureFound:
    finite = numbers.drop_nulls().filter(numbers.drop_nulls().is_finite())
    values = finite.to_list()
    return MeasureFound(
        column=name,
        id=free_id(identifier(name), taken),
        decimals=_decimals(finite),
        lowest=min(values, default=None),
        highest=max(values, default=None),
    )


def _decimals(numbers: pl.Series) -> int:
    """The least number of decimals that loses nothing, six at most."""
    for places in range(_MOST_DECIMALS):
        if (numbers.round(places) == numbers).all():
            return places
    return _MOST_DECIMALS


def _long_measures(frame: pl.DataFrame) -> list[MeasureFound]:
    found: list[MeasureFound] = []
    for name in _texts(frame[MEASURE]):
        numbers = frame.filter(pl.col(MEASURE).cast(pl.String, strict=False) == name)[VALUE]
        taken = {one.id for one in found}
        found.append(_measure(name, numbers.cast(pl.Float64, strict=False), taken))
    return found


def codes_for(spellings: list[str]) -> tuple[CodeFound, ...]:
    """A code for each spelling: the spellings themselves where all of them are codes, otherwise made of their words."""
    are_codes = all(len(one) <= _LONGEST_CODE and re.fullmatch(_CODE, one) for one in spellings)
    found: list[CodeFound] = []
    taken: set[str] = set()
    for spelling in spellings:
        code = spelling if are_codes else free_id(identifier(spelling), taken)
        taken.add(code)
        found.append(CodeFound(spelling=spelling, code=code))
    return tuple(found)


def identifier(text: str) -> str:
    """An identifier made of a text: small letters without accents, digits and underscores, a letter first."""
    words = re.sub(r"[^a-z0-9]+", "_", plain(text)).strip("_")
    return (words if words[:1].isalpha() else f"x_{words}".rstrip("_"))[: _LONGEST_NAME - 4]


def free_id(wanted: str, taken: set[str]) -> str:
    """The wanted name, or the first free one of wanted_2, wanted_3 ..."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}_{number}"
    return name
