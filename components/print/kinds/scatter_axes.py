"""The frame of a scatter: its two titled axes, their numbers and the hairlines at them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.layout.axis import Axis
from components.layout.scale import log_ticks, round_ticks
from components.print.boxes import level, upright
from components.print.plot import Space
from components.print.scene import Shape, Text
from components.print.typeface import wrapped
from loaders.number import number_text

_AIR = 0.3
#: The largest bubble in parts of the shorter side.
_LARGEST = 0.085


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The plot between its numbers; bubbles stay inside, `inset` from its edges at least."""

    left: float
    top: float
    right: float
    bottom: float
    x: Axis
    y: Axis

    @property
    def inset(self) -> float:
        """The radius of the largest bubble."""
        return min(self.right - self.left, self.bottom - self.top) * _LARGEST

    def across(self, value: float) -> float:
        """Where a value of the level axis lies."""
        inset = self.inset
        return self.left + inset + self.x.share(value) * (self.right - self.left - 2 * inset)

    def down(self, value: float) -> float:
        """Where a value of the upright axis lies."""
        inset = self.inset
        return self.bottom - inset - self.y.share(value) * (self.bottom - self.top - 2 * inset)


def ticks(axis: Axis) -> Sequence[float]:
    """The numbers of an axis."""
    return log_ticks(axis.extent) if axis.logarithmic else round_ticks(axis.extent)


def title(axis: Axis, space: Space, *, above: bool) -> tuple[str, ...]:
    """The title of an axis with an arrow in its direction; `above` that of the upright one."""
    text = axis.title(space.words)
    return wrapped(f"↑ {text}" if above else f"{text} →", space.width, space.type.body)


def axes(frame: Frame, space: Space) -> Iterator[Shape]:
    """Hairlines, numbers and titles."""
    palette, size, small, line = space.palette, space.type.body, space.type.small, space.type.line
    for tick in ticks(frame.y):
        y, text = frame.down(tick), number_text(tick, space.words)
        yield level(frame.left, frame.right, y, palette.rule)
        x = frame.left - size * _AIR
        yield Text(x=x, y=y + small * 0.35, text=text, size=small, colour=palette.muted, anchor="end")
    yield from _level_numbers(frame, space)
    for number, text in enumerate(title(frame.y, space, above=True)):
        yield Text(x=0, y=number * line + size, text=text, size=size, colour=palette.ink)
    top = frame.bottom + small * 1.6
    for number, text in enumerate(title(frame.x, space, above=False)):
        y = top + number * line + size
        yield Text(x=frame.right, y=y, text=text, size=size, colour=palette.ink, anchor="end")


def _level_numbers(frame: Frame, space: Space) -> Iterator[Shape]:
    """The numbers of the level axis, without those that would touch the one before."""
    small, free = space.type.small, 0.0
    for tick in ticks(frame.x):
        x = frame.across(tick)
        yield upright(x, frame.top, frame.bottom, space.palette.rule)
        text = Text(
            x=x,
            y=frame.bottom + small * 1.2,
            text=number_text(tick, space.words),
            size=small,
            colour=space.palette.muted,
            anchor="middle",
        )
        if text.box[0] >= free and text.box[2] <= space.width:
            yield text
            free = text.box[2] + small / 2
