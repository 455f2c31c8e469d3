"""The titled axes of a scatter: linear, or logarithmic where the values spread widely."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from components.layout.scale import Extent, is_wide, log_extent, log_ticks, point_extent, round_ticks
from loaders.exhibit import MeasureLabel
from loaders.language import Wording
from loaders.measure import MeasureKind

_ANY_ORIGIN = frozenset({MeasureKind.CHANGE, MeasureKind.RANK, MeasureKind.INDEX})


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One axis: its measure, whether it is logarithmic, and its extent (of exponents, if so)."""

    measure: MeasureLabel
    logarithmic: bool
    extent: Extent

    def share(self, value: float) -> float:
        """Where a value lies on the axis, from 0 to 1."""
        place = log10(value) if self.logarithmic else value
        return (place - self.extent.low) / (self.extent.high - self.extent.low)

    def title(self, words: Wording) -> str:
        """Measure and unit, and that the scale is logarithmic, if it is."""
        title = named(self.measure, words)
        return words.say("{label}, logarithmic scale", label=title) if self.logarithmic else title

    def layout(self) -> dict[str, object]:
        """Type, range and ticks, for plotly."""
        ticks = log_ticks(self.extent) if self.logarithmic else round_ticks(self.extent)
        return {
            "type": "log" if self.logarithmic else "linear",
            "range": [self.extent.low, self.extent.high],
            "tickvals": ticks,
            "showgrid": True,
        }


def axis_for(measure: MeasureLabel, values: Sequence[float]) -> Axis:
    """The axis that shows `values` of a measure."""
    if is_wide(values):
        return Axis(measure=measure, logarithmic=True, extent=log_extent(values))
    extent = point_extent(values or [0, 1], from_zero=measure.kind not in _ANY_ORIGIN)
    return Axis(measure=measure, logarithmic=False, extent=extent)


def named(measure: MeasureLabel, words: Wording) -> str:
    """A measure with its unit, where the unit says more than the label."""
    if not measure.unit or measure.unit.lower() == measure.label.lower():
        return measure.label
    return words.say("{label} ({unit})", label=measure.label, unit=measure.unit)
