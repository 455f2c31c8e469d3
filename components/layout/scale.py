"""Numeric extents of bars and points: where an axis begins and ends, and how long the stub of a gap is."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

#: Length of the stub of a gap, in parts of the axis: visible, and too short to be read as a value.
STUB = 0.05
#: From this spread on a linear axis would press the small values together.
LOG_SPREAD = 30
_ENOUGH_TICKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The ends of an axis, and the end of the hatched stub that stands for a gap."""

    low: float
    high: float

    @property
    def length(self) -> float:
        """From one end to the other."""
        return self.high - self.low

    @property
    def stub(self) -> float:
        """How far the stub of a gap reaches from zero: visible, and too short to be read as a value."""
        return self.length * STUB * (1 if self.high > 0 else -1)


def bar_extent(values: Sequence[float | None]) -> Extent:
    """The extent of bars, which always holds zero."""
    known = [value for value in values if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    return Extent(low=low, high=high) if low < high else Extent(low=0, high=1)


def point_extent(values: Sequence[float], *, from_zero: bool) -> Extent:
    """The extent of points with some air around them; `from_zero` for measures whose zero means nothing at all."""
    low, high = min(values), max(values)
    air = (high - low) * 0.1 or abs(high) * 0.1 or 1.0
    if from_zero and low >= 0:
        return Extent(low=0, high=high + air)
    return Extent(low=low - air, high=high + air)


def is_wide(values: Sequence[float]) -> bool:
    """Whether positive values spread so widely that they need a logarithmic axis."""
    return bool(values) and min(values) > 0 and max(values) > LOG_SPREAD * min(values)


def log_extent(values: Sequence[float]) -> Extent:
    """The extent of a logarithmic axis as exponents of ten, with air of a tenth of its length."""
    low, high = log10(min(values)), log10(max(values))
    air = (high - low) * 0.1
    return Extent(low=min(low - air, ceil(low)), high=max(high + air, floor(high)))


def round_ticks(extent: Extent, most: int = 5) -> list[float]:
    """Round numbers inside an extent, in at most `most` steps: 0, 5, 10 ..."""
    span = extent.high - extent.low
    power = 10.0 ** floor(log10(span / most))
    step = next(power * factor for factor in (1, 2, 5, 10, 20) if span / (power * factor) <= most)
    first = ceil(extent.low / step)
    return [round(index * step, 10) for index in range(first, floor(extent.high / step) + 1)]


def log_ticks(extent: Extent) -> list[float]:
    """Powers of ten inside an extent of exponents; with their doubles and halves where there are few."""
    exponents = range(floor(extent.low), ceil(extent.high) + 1)
    powers = [10.0**exponent for exponent in exponents if extent.low <= exponent <= extent.high]
    if len(powers) >= _ENOUGH_TICKS:
        return powers
    finer = [factor * 10.0**exponent for exponent in exponents for factor in (1, 2, 5)]
    return [value for value in finer if extent.low <= log10(value) <= extent.high]
