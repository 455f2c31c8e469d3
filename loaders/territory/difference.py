"""The difference of two figures, where it means something; otherwise why none is given."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from loaders.exhibit import Figure, Mark
from loaders.labels import Labels
from loaders.language import mark, mark_plural, wording
from loaders.measure import Measure, MeasureKind, Unit
from loaders.number import spoken_text
from loaders.vocabulary import Text


class Reason(StrEnum):
    """Why no difference is given."""

    GAP = mark("a value is missing")
    CODED = mark("not a number")
    BAND = mark("bands are not subtracted")
    RANK = mark("ranks are not subtracted")
    SIZE = mark("totals of areas of different levels")
    PERIOD = mark("periods differ")
    DOUBT = mark("several values are printed")
    BOUND = mark("a bound is no value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two marks that are set against each other, its period, and the level of its area."""

    mark: Mark
    period: str
    level: str

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the mark; a band has two."""
        return tuple(one for one in self.mark.figures if one)


_TOTALS = frozenset({MeasureKind.AMOUNT, MeasureKind.COUNT})
_CODED = frozenset({MeasureKind.FLAG, MeasureKind.SIGN})
_PERCENT = "percent"
_POINTS = mark_plural("{n} point", "{n} points")


def difference(own: Side, reference: Side, labels: Labels) -> str | Reason:
    """The first figure less the second, with sign and unit; percentages differ by points.

    Args:
        own: the figure of the area.
        reference: the figure of the same measure for the reference.
        labels: the labels of the dataset of both.
    """
    measure = labels.measure(own.mark.figure.measure)
    reason = _reason(own, reference, measure)
    if reason:
        return reason
    mine, yours = own.mark.figure, reference.mark.figure
    exact = Decimal(repr(mine.value)) - Decimal(repr(yours.value))
    qualifier = "≈" if "≈" in (mine.qualifier, yours.qualifier) else "="
    unit = _points() if measure.unit.startswith(_PERCENT) else labels.unit(measure)
    signed = measure.model_copy(update={"kind": MeasureKind.CHANGE})
    return spoken_text(float(exact), signed, unit, qualifier, labels.words)


def _reason(own: Side, reference: Side, measure: Measure) -> Reason | None:
    both = (*own.figures, *reference.figures)
    is_total = measure.kind in _TOTALS or (measure.kind is MeasureKind.CHANGE and not measure.unit.startswith(_PERCENT))
    reasons = {
        Reason.GAP: any(one.value is None for one in both),
        Reason.CODED: measure.kind in _CODED or bool(measure.values),
        Reason.BAND: len(own.figures) > 1,
        Reason.RANK: measure.kind is MeasureKind.RANK,
        Reason.SIZE: is_total and own.level != reference.level,
        Reason.PERIOD: own.period != reference.period,
        Reason.DOUBT: any(one.alternatives for one in both),
        Reason.BOUND: any(one.qualifier in "<>" for one in both),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _points() -> Unit:
    french, english = wording("fr"), wording("en")
    one, other = (
        Text(fr=french.translations.ngettext(*_POINTS, number), en=english.translations.ngettext(*_POINTS, number))
        for number in (1, 2)
    )
    return Unit(id="points", label=other, one=one, other=other)
