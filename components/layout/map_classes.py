"""The shades of a choropleth: five equal steps of value, of which those that occur are named in the key."""

from dataclasses import dataclass

from loaders.exhibit import Figure
from loaders.measure import MeasureKind

STEPS = 5
#: Values of these kinds have no meaningful zero, so that their lightest step starts at the smallest value.
WITHOUT_ZERO = frozenset({MeasureKind.RANK, MeasureKind.INDEX, MeasureKind.RATIO})


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueClass:
    """One shade that occurs: how dark it is (0 to 1) and the lowest and highest value that wear it."""

    darkness: float
    low: Figure
    high: Figure

    @property
    def text(self) -> str:
        """Its range as the values themselves are written: "17–18"."""
        if self.low.text == self.high.text:
            return self.low.text
        return f"{self.low.text}\N{EN DASH}{self.high.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueScale:
    """How dark each value is drawn. Ranks are turned round: the first is the darkest."""

    floor: float
    top: float
    is_rank: bool

    def darkness(self, value: float) -> float:
        """The shade of a value, from 0 (lightest) to 1 (darkest), in fifths."""
        if self.top == self.floor:
            return 1.0
        step = min(STEPS - 1, int(STEPS * (value - self.floor) / (self.top - self.floor)))
        return (STEPS - 1 - step if self.is_rank else step) / (STEPS - 1)

    def classes(self, figures: tuple[Figure, ...]) -> tuple[ValueClass, ...]:
        """The shades that occur among some figures, in order of their values."""
        groups: dict[float, list[Figure]] = {}
        known = [(figure.value, figure) for figure in figures if figure.value is not None]
        for value, figure in sorted(known, key=lambda pair: pair[0]):
            groups.setdefault(self.darkness(value), []).append(figure)
        return tuple(ValueClass(darkness=shade, low=group[0], high=group[-1]) for shade, group in groups.items())


def value_scale(figures: tuple[Figure, ...], kind: MeasureKind) -> ValueScale:
    """The scale for some figures; it starts at zero where zero means something, so that darkness is proportion."""
    values = [figure.value for figure in figures if figure.value is not None] or [0.0]
    floor = min(values) if kind in WITHOUT_ZERO else min(0.0, *values)
    return ValueScale(floor=floor, top=max(values), is_rank=kind is MeasureKind.RANK)
