"""What the columns of an unknown table seem to be: areas, periods, codes, measures, or nothing that is shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from loaders.areas import Area
from loaders.dimension import DimensionKind
from loaders.intake.area_names import match_areas
from loaders.intake.completeness import EXTRA_ROLES
from loaders.intake.mapping import FLAG
from loaders.intake.source_codes import period_of
from loaders.intake.spelling import plain
from loaders.observation import MEASURE, SOURCE, VALUE, VALUE_COLUMNS
from loaders.subjects.template_format import LABEL

_MOST_CODES = 200
_MOST_DIFFERENT = 20_000
_MOST_DECIMALS = 6
#: From this share of known names on, a column is one of areas in which some names are wrong.
_MOST_AREAS = 0.5
_YEARS = range(1900, 2101)
_YEAR = re.compile(r"\d{4}")
#: Words in the name of a column that make years of its whole numbers, or areas of its INSEE codes.
_PERIOD_WORDS = frozenset({"annee", "an", "year", "time", "period", "periode", "date", "jahr"})
_AREA_WORDS = frozenset({"insee", "geo", "area", "territoire", "departement", "dep", "dept", "region", "reg", "code"})
#: What else has a column while a file is taken in; a dimension of that name would be taken for it.
_WORKING_NAMES = ("bad", "before", "cell", "change", "flag", "mark", "percent", "row", "sign", "tolerance", "version")
_RESERVED = frozenset({*VALUE_COLUMNS, *EXTRA_ROLES, *_WORKING_NAMES})
_ATTRIBUTES = frozenset({*VALUE_COLUMNS, FLAG} - {MEASURE, VALUE})
#: One year above a column of numbers may be a coincidence.
_FEWEST_PERIODS = 2
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

    `unmatched` are the names in a column of areas that no area has; `codes` are the others. `column` is None where the
    codes stand in the names of the columns of numbers, as the years of a wide table do; they are the spellings then.
    """

    column: str | None
    id: str
    kind: DimensionKind
    codes: tuple[CodeFound, ...] = ()
    unmatched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFound:
    """Something that seems to be measured; `column` is its column, or its code where the table is in the long form.

    It is None where several columns hold it, which a dimension without a column tells apart.
    """

    column: str | None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """What a person says of the columns: those that identify rows, those that hold numbers; the others are left out.

    In the long form `figures` names the codes of the measures.
    """

    keys: frozenset[str]
    figures: frozenset[str]


def shape_of(frame: pl.DataFrame, areas: Mapping[str, Area], uses: Uses | None = None) -> TableShape:
    """What the columns of a table seem to be, told from their content; nothing is told from a file name.

    Where `uses` says which columns identify rows, they do so if their content can.
    """
    is_long = {MEASURE, VALUE} <= set(frame.columns)
    dimensions: list[DimensionFound] = []
    measures: list[MeasureFound] = []
    left_out: list[str] = []
    for name in frame.columns:
        if (is_long and name in VALUE_COLUMNS) or attribute_of(name):
            continue
        column = frame[name]
        taken = {*_RESERVED, *(one.id for one in dimensions)}
        found = None if name.startswith(LABEL) else _dimension(column, areas, taken, uses)
        if found:
            dimensions.append(found)
        elif not is_long and (numbers := _numbers(column)) is not None and (uses is None or name in uses.figures):
            measures.append(_measure(name, numbers, {one.id for one in measures}))
        else:
            left_out.append(name)
    if is_long:
        measures = [one for one in _long_measures(frame) if uses is None or one.column in uses.figures]
    dimensions, measures = _under_periods(dimensions, measures)
    sources = tuple(sorted(_texts(frame[SOURCE]))) if SOURCE in frame.columns else ()
    return TableShape(
        dimensions=tuple(dimensions),
        measures=tuple(measures),
        left_out=tuple(left_out),
        sources=sources,
        is_long=is_long,
    )


def attribute_of(column: str) -> str | None:
    """The column of the long form (or the flag) that a column says something of figures by, None for any other."""
    return column.lower() if column.lower() in _ATTRIBUTES else None


def _under_periods(
    dimensions: list[DimensionFound], measures: list[MeasureFound]
) -> tuple[list[DimensionFound], list[MeasureFound]]:
    """A wide table with a period above each column of numbers has one measure, and the periods as a dimension."""
    periods = {one.column: period_of(one.column) for one in measures if one.column}
    codes = tuple(CodeFound(spelling=name, code=period) for name, period in periods.items() if period)
    is_wide = len(codes) == len(measures) >= _FEWEST_PERIODS
    if not is_wide or any(one.kind is DimensionKind.PERIOD for one in dimensions):
        return dimensions, measures
    name = free_id("time_period", {one.id for one in dimensions})
    above = DimensionFound(column=None, id=name, kind=DimensionKind.PERIOD, codes=codes)
    lowest = [one.lowest for one in measures if one.lowest is not None]
    highest = [one.highest for one in measures if one.highest is not None]
    held = MeasureFound(
        column=None,
        id="value",
        decimals=max(one.decimals for one in measures),
        lowest=min(lowest, default=None),
        highest=max(highest, default=None),
    )
    return [*dimensions, above], [held]


def _dimension(
    column: pl.Series, areas: Mapping[str, Area], taken: set[str], uses: Uses | None
) -> DimensionFound | None:
    is_said = uses is not None and column.name in uses.keys
    if (uses is not None and not is_said) or column.dtype.is_nested() or column.dtype in {pl.Binary, pl.Object}:
        return None
    # More than any list of areas, days or codes: told before each of a million texts is looked up.
    if column.n_unique() > _MOST_DIFFERENT:
        return None
    values = _texts(column)
    periods = _periods(column, values, is_said=is_said)
    if periods:
        name = free_id("time_period", taken)
        return DimensionFound(column=column.name, id=name, kind=DimensionKind.PERIOD, codes=periods)
    if not values or not (column.dtype == pl.String or is_said):
        return None
    return _coded(column, values, areas, taken, is_said=is_said)


def _coded(
    column: pl.Series, values: list[str], areas: Mapping[str, Area], taken: set[str], *, is_said: bool
) -> DimensionFound | None:
    """A column of text as one of areas or of codes; None where it holds numbers, or texts that are no codes."""
    matched = match_areas(values, areas)
    if (
        not is_said
        and _numbers(column) is not None
        and (matched.unmatched or not _AREA_WORDS & {*plain(column.name).split()})
    ):
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


def _periods(column: pl.Series, values: list[str], *, is_said: bool) -> tuple[CodeFound, ...]:
    """The values as periods, none where one is something else; bare years only in a column that is called so."""
    kind = column.dtype
    if not (kind == pl.String or kind.is_numeric() or kind in {pl.Date, pl.Datetime}):
        return ()
    found = {value: period_of(value) for value in values}
    codes = tuple(CodeFound(spelling=value, code=period) for value, period in found.items() if period)
    if len(codes) < len(values) or not all(int(year) in _YEARS for one in codes for year in _YEAR.findall(one.code)):
        return ()
    is_named = is_said or _PERIOD_WORDS & {*plain(column.name).split()}
    return codes if is_named or not all(one.code.isdigit() for one in codes) else ()


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
        id=free_id(identifier(name).removeprefix("obs_"), taken),
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
