"""Printed figures held against what other printed figures say of them."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import fmean

from loaders.declaration import Declaration
from loaders.formula import Lookup, Ratio
from loaders.number import printed_decimals
from loaders.observation import Observation
from loaders.vocabulary import Text

LookUp = Callable[[Lookup, str], tuple[Observation, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recomputed:
    """A printed observation, what was recomputed for it, from what, and whether the two agree.

    They agree when rounding or truncating the recomputed value to the printed decimals gives the printed one: studies
    do both.
    """

    printed: Observation
    value: float
    operands: tuple[Observation, ...]
    statement: Text | None = None

    @property
    def agrees(self) -> bool:
        """Whether the printed value follows from the others, up to rounding or truncation."""
        if self.printed.value is None:
            return False
        scale = 10.0 ** printed_decimals(self.printed.value)
        steps = round(self.value * scale, 6)
        # A half may have gone either way; Python's round() would send 16.65 to 16.6 only.
        return round(self.printed.value * scale) in (math.floor(steps + 0.5), math.ceil(steps - 0.5), math.trunc(steps))


def recomputations(declaration: Declaration, rows: tuple[Observation, ...], look_up: LookUp) -> tuple[Recomputed, ...]:
    """Everything that is recomputed of a dataset: its printed means, then its declared statements."""
    return (*recomputed_means(declaration, rows), *recomputed_statements(declaration, look_up))


def recomputed_means(declaration: Declaration, rows: tuple[Observation, ...]) -> Iterator[Recomputed]:
    """Every printed mean of a dataset with the quotient of its printed totals."""
    by_place = {(row.key, row.measure): row for row in rows}
    for formula in (one.formula for one in declaration.derived):
        if not isinstance(formula, Ratio) or formula.printed is None:
            continue
        for row in (one for one in rows if one.measure == formula.printed and one.value is not None):
            total = by_place.get((row.key, formula.numerator))
            number = by_place.get((row.key, formula.denominator))
            if total and number and total.value is not None and number.value:
                yield Recomputed(printed=row, value=total.value / number.value, operands=(total, number))


def recomputed_statements(declaration: Declaration, look_up: LookUp) -> Iterator[Recomputed]:
    """Every declared recomputation of a dataset whose operands could be read."""
    for declared in declaration.recomputations:
        printed = look_up(declared.printed, declaration.id)
        operands = tuple(look_up(operand, declaration.id) for operand in declared.operands)
        if printed and all(operands):
            value = _RULES[declared.rule](operands)
            rows = tuple(row for found in operands for row in found)
            yield Recomputed(printed=printed[0], value=value, operands=rows, statement=declared.statement)


def _first(rows: tuple[Observation, ...]) -> float:
    return next(row.value for row in rows if row.value is not None)


def _growth_from_parts(operands: tuple[tuple[Observation, ...], ...]) -> float:
    total, part, part_growth, rest_growth = map(_first, operands)
    grown = part - part / (1 + part_growth / 100) + rest_growth
    return 100 * grown / (total - grown)


_RULES: dict[str, Callable[[tuple[tuple[Observation, ...], ...]], float]] = {
    "sum": lambda operands: sum(map(_first, operands)),
    "share": lambda operands: 100 * _first(operands[0]) / _first(operands[1]),
    "mean": lambda operands: fmean(row.value for rows in operands for row in rows if row.value is not None),
    "rows_share": lambda operands: 100 * len(operands[0]) / len(operands[1]),
    "growth_from_parts": _growth_from_parts,
}
