"""The sheet that a picture is drawn on: its size, its sizes of type, its tone, and whether it has a title."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

POINTS_PER_MM = 72 / 25.4
#: CSS pixels, 96 to the inch.
POINTS_PER_PIXEL = 72 / 96
#: The smallest type of a sheet, in points: less cannot be read on paper.
SMALLEST_TYPE = 6.5
#: Beyond it a natural height ends: what a page of A4 leaves between its margins.
TALLEST_MM = 245.0
_LARGEST_MM = 2_000.0
_NARROW, _WIDE = 300.0, 600.0

Tone = Literal["light", "dark", "greyscale"]
TONES: tuple[Tone, ...] = ("light", "dark", "greyscale")
Unit = Literal["mm", "px"]


class Preset(StrEnum):
    """A size that has a name."""

    COLUMN = "column"
    TWO_COLUMNS = "two_columns"
    SQUARE = "square"
    SLIDE = "slide"


#: Width and height in millimetres; None is as high as the picture asks for.
PRESETS: dict[Preset, tuple[float, float | None]] = {
    Preset.COLUMN: (85.0, None),
    Preset.TWO_COLUMNS: (175.0, None),
    Preset.SQUARE: (120.0, 120.0),
    Preset.SLIDE: (338.667, 190.5),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """Sizes of type in points: values and labels, notes, title."""

    body: float
    small: float
    title: float

    @property
    def line(self) -> float:
        """From one line of body text to the next."""
        return self.body * 1.25

    @property
    def small_line(self) -> float:
        """From one line of a note to the next."""
        return self.small * 1.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Width and height in points; without a height it is as high as the picture asks for.

    A sheet that is not `framed` has the plot and its key alone: the document around it says everything else.
    """

    width: float
    height: float | None
    tone: Tone = "light"
    titled: bool = True
    framed: bool = True

    @property
    def type(self) -> Type:
        """The sizes of type for this width; the smallest is never under 6.5 points."""
        if self.width <= _NARROW:
            return Type(body=7.0, small=SMALLEST_TYPE, title=9.5)
        if self.width <= _WIDE:
            return Type(body=8.0, small=SMALLEST_TYPE, title=12.0)
        return Type(body=self.width / 60, small=self.width / 90, title=self.width / 36)

    @property
    def margin(self) -> float:
        """The room around everything."""
        return max(6.0, self.width / 40) if self.height else 4.0

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin


class ImpossibleSizeError(ValueError):
    """A size that is no size: not above zero, not a number, or larger than any paper."""


def preset_sheet(preset: Preset, *, tone: Tone = "light", titled: bool = True) -> Sheet:
    """The sheet of a named size."""
    width, height = PRESETS[preset]
    return Sheet(
        width=width * POINTS_PER_MM,
        height=height * POINTS_PER_MM if height else None,
        tone=tone,
        titled=titled,
    )


def free_sheet(width: float, height: float | None, unit: Unit, *, tone: Tone = "light", titled: bool = True) -> Sheet:
    """The sheet of any size, in millimetres or pixels (96 to the inch).

    Raises:
        ImpossibleSizeError: a side is not above zero, or above two metres.
    """
    factor = POINTS_PER_MM if unit == "mm" else POINTS_PER_PIXEL
    sides = [side * factor for side in (width, height) if side is not None]
    if not all(0 < side <= _LARGEST_MM * POINTS_PER_MM for side in sides):
        message = f"{width} x {height} {unit}"
        raise ImpossibleSizeError(message)
    return Sheet(width=width * factor, height=None if height is None else height * factor, tone=tone, titled=titled)
