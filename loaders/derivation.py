"""What the observatory computes from printed figures when it reads them: always status E, and it says from what."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from loaders.formula import DerivedMeasure, Lookup, Ratio, ShareOfTotal
from loaders.observation import Observation
from loaders.reader import Dataset

LookUp = Callable[[Lookup, str], tuple[Observation, ...]]
_MISSING = "L"
#: How a bound or an approximation of numerator and denominator carries over to their ratio.
_INVERTED = {"=": "=", "≈": "≈", ">": "<", "<": ">"}


def derived_observations(dataset: Dataset, look_up: LookUp) -> tuple[Observation, ...]:
    """The observations of every derived measure of a dataset; a gap in what they are made of stays a gap."""
    return tuple(one for derived in dataset.declaration.derived for one in _derive(derived, dataset, look_up))


def _derive(derived: DerivedMeasure, dataset: Dataset, look_up: LookUp) -> Iterator[Observation]:
    formula = derived.formula
    if isinstance(formula, ShareOfTotal):
        yield from _estimates(derived.measure.id, formula, dataset, look_up)
    else:
        yield from _ratios(derived.measure.id, formula, dataset)


def _estimates(measure: str, formula: ShareOfTotal, dataset: Dataset, look_up: LookUp) -> Iterator[Observation]:
    totals = [one for one in look_up(formula.total, dataset.id) if one.value is not None]
    if not totals or totals[0].value is None:
        return
    total = totals[0]
    for share in (one for one in dataset.observations if one.measure == formula.share):
        if share.value is None:
            yield replace(share, measure=measure)
        elif total.value is not None:
            value = round(share.value / 100 * total.value / formula.round_to) * formula.round_to
            bound = share.qualifier if share.qualifier in ("<", ">") else "≈"
            yield replace(share, measure=measure, value=value, status="E", qualifier=bound, note=total.note)


def _ratios(measure: str, formula: Ratio, dataset: Dataset) -> Iterator[Observation]:
    denominators = {one.key: one for one in dataset.observations if one.measure == formula.denominator}
    for numerator in (one for one in dataset.observations if one.measure == formula.numerator):
        denominator = denominators.get(numerator.key)
        if denominator is None:
            continue
        if numerator.value is None or not denominator.value:
            yield replace(numerator, measure=measure, value=None, status=_MISSING, qualifier=None)
            continue
        value = round(numerator.value / denominator.value, 1)
        yield replace(
            numerator, measure=measure, value=value, status="E", qualifier=_ratio_qualifier(numerator, denominator)
        )


def _ratio_qualifier(numerator: Observation, denominator: Observation) -> str:
    sides = {numerator.qualifier or "=", _INVERTED[denominator.qualifier or "="]} - {"="}
    return sides.pop() if len(sides) == 1 else ("≈" if sides else "=")
