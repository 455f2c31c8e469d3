"""Which of several figures is the greater, told only where what the studies print leaves no doubt."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import inf

from loaders.exhibit import Figure


@dataclass(frozen=True, slots=True)
class Reach:
    """The values that a printed number may stand for; `open` where the ends themselves are not among them."""

    low: float
    high: float
    open: bool = False

    def is_above(self, other: "Reach") -> bool:
        """Whether every value of this reach is greater than every value of the other."""
        return self.low > other.high or (self.low == other.high and (self.open or other.open))

    def is_same(self, other: "Reach") -> bool:
        """Whether both are one and the same number."""
        return self.low == self.high == other.low == other.high


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a figure among `known` values, the greatest being first."""

    rank: int
    known: int
    tied: bool


def reach_of(value: float, qualifier: str) -> Reach:
    """What a number may stand for: itself, all beyond a bound, or one unit of its last digit that is not zero."""
    if qualifier == ">":
        return Reach(value, inf, open=True)
    if qualifier == "<":
        return Reach(-inf, value, open=True)
    if qualifier == "≈":
        exponent = Decimal(repr(value)).normalize().as_tuple().exponent
        unit = 10.0**exponent if isinstance(exponent, int) else 0.0
        return Reach(value - unit, value + unit)
    return Reach(value, value)


def reach(figure: Figure) -> Reach:
    """What a figure with a value may stand for, the other values that its study prints included."""
    said = [reach_of(one.value, one.qualifier) for one in (figure, *figure.alternatives) if one.value is not None]
    return Reach(min(one.low for one in said), max(one.high for one in said), open=all(one.open for one in said))


def is_ordered(one: Figure, other: Figure) -> bool:
    """Whether it is certain which of two figures with values is the greater, or that they are equal."""
    mine, yours = reach(one), reach(other)
    return mine.is_above(yours) or yours.is_above(mine) or mine.is_same(yours)


def place_of(one: Figure, others: Sequence[Figure]) -> Place | None:
    """The place of a figure among others, all of them with values; None where it is not certain."""
    if not all(is_ordered(one, other) for other in others):
        return None
    mine = reach(one)
    return Place(
        rank=1 + sum(reach(other).is_above(mine) for other in others),
        known=len(others) + 1,
        tied=any(reach(other).is_same(mine) for other in others),
    )
