"""The contract that a declaration implies, as named polars expressions, and its check of a frame."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import xor

import polars as pl

from loaders.areas import Area
from loaders.declaration import Contradiction, Declaration
from loaders.dimension import Dimension, DimensionKind
from loaders.finding import Finding, Rule
from loaders.observation import (
    CONFIDENTIALITIES,
    CONFIDENTIALITY,
    MEASURE,
    MISSING_STATUSES,
    OPTIONAL_COLUMNS,
    QUALIFIER,
    QUALIFIERS,
    SOURCE,
    STATUS,
    STATUSES,
    VALUE,
    VALUE_COLUMNS,
)
from loaders.period import is_period

_FIRST_ROWS = 5
_HIDDEN = ("C",)


@dataclass(frozen=True, slots=True)
class Promise:
    """One rule over the rows: which rows break it, which of their content to show, and what was expected.

    `coarse` is a cheaper expression that holds for every row that breaks the rule, and perhaps for others.
    """

    rule: Rule
    column: str
    broken: pl.Expr
    shown: tuple[str, ...]
    expected: tuple[str, ...]
    coarse: pl.Expr | None = None

    @property
    def suspect(self) -> pl.Expr:
        """Which rows have to be looked at."""
        return self.broken if self.coarse is None else self.coarse


def columns_of(declaration: Declaration) -> dict[str, type[pl.DataType]]:
    """The columns of the long form of a dataset with their types, dimensions first."""
    return {dimension.id: pl.String for dimension in declaration.dimensions} | VALUE_COLUMNS


def check(frame: pl.DataFrame, declaration: Declaration, areas: Mapping[str, Area], file: str) -> tuple[Finding, ...]:
    """Everything in which a frame breaks the contract of a declaration; empty where it holds.

    Args:
        frame: the content of the file, before optional columns are added.
        declaration: what the dataset promises.
        areas: the area code list.
        file: the name of the file, for the findings.
    """
    findings = tuple(_column_findings(frame, declaration, file))
    if frame.is_empty():
        findings += (Finding(rule=Rule.FILE_EMPTY, dataset=declaration.id, file=file),)
    if findings:
        return findings
    complete = with_optional_columns(frame, declaration)
    return tuple(
        finding
        for promise in promises(declaration, areas)
        if complete.select(promise.suspect.any()).item() and (finding := _hold(complete, promise, declaration, file))
    )


def with_optional_columns(frame: pl.DataFrame, declaration: Declaration) -> pl.DataFrame:
    """The frame with the columns that a file may leave out, in the order of the long form."""
    added = [
        pl.lit(value, pl.String).alias(name) for name, value in OPTIONAL_COLUMNS.items() if name not in frame.columns
    ]
    return frame.with_columns(added).select(list(columns_of(declaration)))


def _column_findings(frame: pl.DataFrame, declaration: Declaration, file: str) -> Iterator[Finding]:
    expected = columns_of(declaration)
    for name, kind in expected.items():
        if name not in frame.columns:
            if name not in OPTIONAL_COLUMNS:
                yield Finding(
                    rule=Rule.COLUMN_MISSING, dataset=declaration.id, file=file, column=name, expected=tuple(expected)
                )
        elif frame.schema[name] != kind and not (name in OPTIONAL_COLUMNS and frame.schema[name] == pl.Null):
            yield Finding(
                rule=Rule.COLUMN_TYPE,
                dataset=declaration.id,
                file=file,
                column=name,
                found=(str(frame.schema[name]),),
                expected=(kind.__name__,),
            )
    for name in frame.columns:
        if name not in expected:
            yield Finding(
                rule=Rule.COLUMN_UNEXPECTED, dataset=declaration.id, file=file, column=name, expected=tuple(expected)
            )


def promises(declaration: Declaration, areas: Mapping[str, Area]) -> Iterator[Promise]:
    """The rules over rows that a declaration implies, in the order in which a reader should hear of them."""
    for dimension in declaration.dimensions:
        column = pl.col(dimension.id)
        yield Promise(Rule.KEY_MISSING, dimension.id, column.is_null(), (), ())
        yield _known(dimension, areas)
    names = tuple(measure.id for measure in declaration.measures)
    yield Promise(Rule.KEY_MISSING, MEASURE, pl.col(MEASURE).is_null(), (), ())
    yield Promise(Rule.MEASURE_UNKNOWN, MEASURE, ~pl.col(MEASURE).is_in(names), (MEASURE,), names)
    yield _unique(declaration)
    yield Promise(Rule.VALUE_NOT_FINITE, VALUE, ~pl.col(VALUE).is_finite(), (), ())
    yield from _ranges(declaration)
    yield _known_or_null(Rule.STATUS_UNKNOWN, STATUS, tuple(STATUSES))
    yield _known_or_null(Rule.CONFIDENTIALITY_UNKNOWN, CONFIDENTIALITY, tuple(CONFIDENTIALITIES))
    missing = pl.col(STATUS).is_in(sorted(MISSING_STATUSES)) | pl.col(CONFIDENTIALITY).is_in(_HIDDEN)
    yield Promise(
        Rule.STATUS_VALUE_DISAGREE,
        VALUE,
        pl.col(VALUE).is_null() != missing,
        (STATUS, VALUE),
        tuple(sorted(MISSING_STATUSES)),
    )
    qualifier_fits = pl.col(QUALIFIER).is_in(tuple(QUALIFIERS)).fill_null(value=False)
    yield Promise(
        Rule.QUALIFIER_UNKNOWN,
        QUALIFIER,
        pl.when(pl.col(VALUE).is_null()).then(pl.col(QUALIFIER).is_not_null()).otherwise(~qualifier_fits),
        (QUALIFIER, VALUE),
        tuple(QUALIFIERS),
    )
    yield _known_or_null(Rule.SOURCE_UNKNOWN, SOURCE, declaration.sources)


def _known(dimension: Dimension, areas: Mapping[str, Area]) -> Promise:
    column = pl.col(dimension.id)
    if dimension.kind is DimensionKind.PERIOD:
        well_formed = column.map_batches(_are_periods, return_dtype=pl.Boolean)
        examples = ("2024", "2025-Q1", "2025-H1", "2025-03", "2022/2024")
        return Promise(Rule.PERIOD_MALFORMED, dimension.id, ~well_formed, (dimension.id,), examples)
    codes = tuple(areas) if dimension.kind is DimensionKind.AREA else tuple(code.id for code in dimension.codes)
    return Promise(Rule.CODE_UNKNOWN, dimension.id, ~column.is_in(codes), (dimension.id,), codes[:_FIRST_ROWS])


def _are_periods(texts: pl.Series) -> pl.Series:
    """Which texts are periods, each different one looked at once; null stays null."""
    good = [text for text in texts.unique().drop_nulls().to_list() if is_period(text)]
    return texts.is_in(pl.Series(good, dtype=pl.String).implode())


def _known_or_null(rule: Rule, column: str, codes: tuple[str, ...]) -> Promise:
    known = pl.col(column).is_in(codes).fill_null(value=False)
    return Promise(rule, column, ~known, (column,), codes)


def _unique(declaration: Declaration) -> Promise:
    key = [dimension.id for dimension in declaration.dimensions] + [MEASURE]
    excused = pl.any_horizontal([pl.lit(value=False), *map(_excuse, declaration.contradictions)])
    repeated = pl.struct(key).is_duplicated()
    return Promise(Rule.KEY_DUPLICATE, MEASURE, repeated & ~excused, tuple(key), (), coarse=repeats(key))


def repeats(key: Iterable[str]) -> pl.Expr:
    """Whether any two rows have the same key, told by hashes: never falsely no, hardly ever falsely yes."""
    return identity(key).n_unique() < pl.len()


def identity(key: Iterable[str]) -> pl.Expr:
    """A number for each row that is the same for the same key, and hardly ever for another."""
    return reduce(xor, (pl.col(name).hash(seed=place) for place, name in enumerate(key)))


def _excuse(contradiction: Contradiction) -> pl.Expr:
    where = {MEASURE: contradiction.measure, **contradiction.where}
    return pl.all_horizontal([pl.col(name) == code for name, code in where.items()])


def _ranges(declaration: Declaration) -> Iterator[Promise]:
    for measure in declaration.measures:
        low, high = measure.minimum, measure.maximum
        coded = [value.value for value in measure.values]
        outside = [
            *([pl.col(VALUE) < low] if low is not None else []),
            *([pl.col(VALUE) > high] if high is not None else []),
            *([~pl.col(VALUE).is_in(coded)] if coded else []),
        ]
        if outside:
            ends = ["" if end is None else f"{end:g}" for end in (low, high)]
            expected = ", ".join(map(str, coded)) if coded else " … ".join(ends)
            # polars takes NaN for larger than every number, but that has a rule of its own.
            broken = (pl.col(MEASURE) == measure.id) & pl.col(VALUE).is_finite() & pl.any_horizontal(outside)
            yield Promise(Rule.VALUE_OUT_OF_RANGE, VALUE, broken, (MEASURE, VALUE), (expected,))


def _hold(frame: pl.DataFrame, promise: Promise, declaration: Declaration, file: str) -> Finding | None:
    rows = frame.with_row_index("row", offset=1)
    broken = (rows if promise.coarse is None else rows.filter(promise.coarse)).filter(promise.broken)
    if broken.is_empty():
        return None
    first = broken.head(_FIRST_ROWS)
    shown = [" ".join(map(str, row)) for row in first.select(promise.shown).unique(maintain_order=True).rows()]
    return Finding(
        rule=promise.rule,
        dataset=declaration.id,
        file=file,
        column=promise.column,
        count=broken.height,
        rows=tuple(first["row"].to_list()),
        found=tuple(shown) if promise.shown else (),
        expected=promise.expected,
    )
