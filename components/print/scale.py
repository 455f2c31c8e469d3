"""From values to points on the sheet."""

from dataclasses import dataclass

from components.layout.scale import Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The lowest value of an extent lies at `start`, the highest at `end`, which may come before it."""

    extent: Extent
    start: float
    end: float

    def place(self, value: float) -> float:
        """Where a value lies."""
        span = self.extent.high - self.extent.low
        return self.start + (value - self.extent.low) / span * (self.end - self.start)
