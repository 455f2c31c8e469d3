"""The frame of a trend: where the plot begins and ends, its scale, and its periods in equal steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from components.layout.line import Line, Point
from components.layout.scale import point_extent, round_ticks
from components.print.boxes import level
from components.print.plot import Space
from components.print.scale import Scale
from components.print.scene import Shape, Text
from components.print.typeface import widest, width, wrapped
from loaders.exhibit import Exhibit
from loaders.measure import MeasureKind
from loaders.number import number_text

_ANY_ORIGIN = frozenset({MeasureKind.CHANGE, MeasureKind.RANK, MeasureKind.INDEX})
#: In parts of the type size: room over the highest point, between numbers and plot, before the first point.
OVER, AIR, _BEFORE = 1.8, 0.6, 1.6
#: Between the names of two periods, in parts of the type size.
_BETWEEN = 0.8
#: How much of the way to the next period a name may take, tried in this order.
_SHARES = (1.2, 1.0, 0.8, 0.6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The plot from `left` to `right` and down to `bottom`; `places` are the periods from left to right."""

    left: float
    right: float
    bottom: float
    scale: Scale
    places: tuple[float, ...]

    def at(self, point: Point) -> tuple[float, float]:
        """Where a point that has a value lies."""
        return self.places[point.place], self.scale.place(point.value)


def scale(exhibit: Exhibit, lines: Sequence[Line], bottom: float, space: Space) -> Scale:
    """The scale of the values: from zero where zero means nothing at all, the first rank on top."""
    values = [point.value for line in lines for point in line.known] or [0.0, 1.0]
    kind, top = exhibit.measures[0].kind, space.type.body * OVER
    extent = point_extent(values, from_zero=kind not in _ANY_ORIGIN)
    start, end = (top, bottom) if kind is MeasureKind.RANK else (bottom, top)
    return Scale(extent=extent, start=start, end=end)


def ticks(exhibit: Exhibit, values: Scale) -> list[float]:
    """The round numbers of the axis; of ranks only those that can be."""
    found = round_ticks(values.extent)
    if exhibit.measures[0].kind is MeasureKind.RANK:
        return [tick for tick in found if tick >= 1 and tick == round(tick)]
    return found


def numbers_width(numbers: Sequence[float], space: Space) -> float:
    """The room that the numbers of the axis take."""
    texts = [width(number_text(tick, space.words), space.type.small) for tick in numbers]
    return max(texts, default=0.0) + space.type.body * AIR


def grid(numbers: Sequence[float], frame: Frame, space: Space) -> Iterator[Shape]:
    """A hairline and a number for each round value; the zero line is stronger."""
    palette, small = space.palette, space.type.small
    for tick in numbers:
        y = frame.scale.place(tick)
        yield level(frame.left, frame.right, y, palette.rule if tick else palette.muted)
        yield Text(
            x=frame.left - space.type.body * AIR / 2,
            y=y + small * 0.35,
            text=number_text(tick, space.words),
            size=small,
            colour=palette.muted,
            anchor="end",
        )


def places(count: int, left: float, right: float, space: Space) -> tuple[float, ...]:
    """Where the periods stand: the last at the end of the plot; a single one in its middle."""
    first = left + space.type.body * _BEFORE
    if count <= 1:
        return ((first + right) / 2,) * count
    return tuple(first + (right - first) * index / (count - 1) for index in range(count))


@dataclass(frozen=True, slots=True, kw_only=True)
class Periods:
    """The names of the periods that are written under the plot, each at its place, and how high they are."""

    names: tuple[tuple[float, tuple[str, ...]], ...]
    height: float

    def is_clear(self, space: Space) -> bool:
        """Whether none is too near to the next."""
        size = space.type.body
        spans = [(x - widest(lines, size) / 2, x + widest(lines, size) / 2) for x, lines in self._middles(space)]
        return all(one[1] + size * _BETWEEN <= following[0] for one, following in pairwise(spans))

    def _middles(self, space: Space) -> Iterator[tuple[float, tuple[str, ...]]]:
        for place, lines in self.names:
            half = widest(lines, space.type.body) / 2
            yield min(max(place, half), space.width - half), lines

    def written(self, top: float, space: Space) -> Iterator[Text]:
        """The names, centred under their places unless they would leave the sheet."""
        size = space.type.body
        for x, lines in self._middles(space):
            for number, text in enumerate(lines):
                y = top + number * space.type.line + size
                yield Text(x=x, y=y, text=text, size=size, colour=space.palette.ink, anchor="middle")


def periods(exhibit: Exhibit, where: Sequence[float], space: Space) -> Periods:
    """The names of all periods, or of each second, third ... where they would be too near to one another."""
    size, labels = space.type.body, [item.label for item in exhibit.categories]
    step = where[1] - where[0] if len(where) > 1 else space.width
    longest = max((width(word, size) for label in labels for word in label.split(" ")), default=0.0)
    found = Periods(names=(), height=0.0)
    for stride, share in product(range(1, len(labels) + 1), _SHARES):
        room = min(stride * step * share, space.width)
        is_last = stride == len(labels)
        if room < longest and not is_last:
            continue
        pairs = list(zip(where, labels, strict=True))[::stride]
        names = tuple((place, wrapped(label, room, size)) for place, label in pairs)
        found = Periods(names=names, height=max(len(lines) for _, lines in names) * space.type.line)
        if is_last or found.is_clear(space):
            break
    return found
