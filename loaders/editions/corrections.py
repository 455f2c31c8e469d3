"""Corrections applied to what a source says, with a guard: a source that has changed since keeps its own value."""

import math
from dataclasses import dataclass

import polars as pl

from loaders.editions.ledger import Correction, Ledger
from loaders.finding import Finding, Rule
from loaders.observation import MEASURE, PAGE, QUALIFIER, STATUS, VALUE

_ROW = "row"
_PRINTED = "="
_ABSENT = "∅"
#: Values that were scaled (0.587 to 58.7) differ in their last digits.
_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The table as corrected, the corrections that were applied, and what stands against the others.

    A correction that the source has overtaken is a note (`correction_superseded`); one that names a column which the
    table lacks blocks (`declaration_invalid`).
    """

    frame: pl.DataFrame
    applied: tuple[Correction, ...]
    findings: tuple[Finding, ...]


def apply(frame: pl.DataFrame, ledger: Ledger) -> Corrected:
    """Applies a ledger to a table in the long form, as the source gives it, not as it was corrected before.

    A correction counts where exactly one row has its key, its page if it names one, and the value that it expects.
    """
    rows = frame.with_row_index(_ROW)
    applied, findings = [], []
    for place, correction in enumerate(ledger.corrections, start=1):
        unknown = sorted({*correction.key} - {*frame.columns})
        if unknown:
            findings.append(_misplaced(ledger, place, unknown))
            continue
        meant = _meant(rows, correction)
        expected = [row for row, value in meant.iter_rows() if _same(value, correction.expected)]
        if len(expected) == 1:
            rows = _changed(rows, expected[0], correction)
            applied.append(correction)
        else:
            findings.append(_superseded(ledger, correction, meant))
    return Corrected(frame=rows.drop(_ROW), applied=tuple(applied), findings=tuple(findings))


def _meant(rows: pl.DataFrame, correction: Correction) -> pl.DataFrame:
    """Row and value of what a correction speaks of."""
    where = [pl.col(name) == code for name, code in {**correction.key, MEASURE: correction.measure}.items()]
    if correction.page is not None and PAGE in rows.columns:
        where.append(pl.col(PAGE) == correction.page)
    return rows.filter(where).select(_ROW, VALUE)


def _same(value: float | None, expected: float | None) -> bool:
    if value is None or expected is None:
        return value is expected
    return math.isclose(value, expected, rel_tol=_TOLERANCE)


def _changed(rows: pl.DataFrame, row: int, correction: Correction) -> pl.DataFrame:
    here = pl.col(_ROW) == row
    if correction.drop:
        return rows.filter(~here)
    gap = correction.corrected is None
    new: dict[str, float | str | None] = {VALUE: correction.corrected}
    if correction.status is not None:
        new[STATUS] = correction.status
    if gap or correction.qualifier is not None or correction.expected is None:
        new[QUALIFIER] = None if gap else correction.qualifier or _PRINTED
    return rows.with_columns(
        pl.when(here).then(pl.lit(content, rows.schema[name])).otherwise(pl.col(name)).alias(name)
        for name, content in new.items()
    )


def _superseded(ledger: Ledger, correction: Correction, meant: pl.DataFrame) -> Finding:
    place = " ".join((*correction.key.values(), correction.measure))
    values = [_text(value) for value in meant[VALUE]] or [_ABSENT]
    return Finding(
        rule=Rule.CORRECTION_SUPERSEDED,
        dataset=ledger.dataset,
        file=f"{ledger.dataset}.yaml",
        column=VALUE,
        count=meant.height,
        rows=tuple(row + 1 for row in meant[_ROW].head(5)),
        found=tuple(f"{place}: {value}" for value in values),
        expected=(_text(correction.expected),),
    )


def _misplaced(ledger: Ledger, place: int, unknown: list[str]) -> Finding:
    return Finding(
        rule=Rule.DECLARATION_INVALID,
        dataset=ledger.dataset,
        file=f"{ledger.dataset}.yaml",
        found=tuple(f"corrections.{place}.key: column {name} is not in the table" for name in unknown),
    )


def _text(value: float | None) -> str:
    return _ABSENT if value is None else f"{value:.15g}"
