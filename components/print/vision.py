"""How colours look to readers who see some of them otherwise, and without colour."""

from enum import StrEnum
from functools import lru_cache

from components.palette import contrast
from loaders.language import mark

_Matrix = tuple[tuple[float, float, float], ...]
#: The least contrast of a shape with what is around it (WCAG 2, level AA).
SEEN = 3.0
_KEPT = 5_000
_LINEAR_TO, _GAMMA_TO = 0.04045, 0.0031308


class Vision(StrEnum):
    """A way of seeing."""

    NORMAL = "normal"
    PROTANOPIA = "protanopia"
    DEUTERANOPIA = "deuteranopia"
    TRITANOPIA = "tritanopia"
    GREYSCALE = "greyscale"


#: How each is named at the beginning of a sentence.
VISION_NAMES: dict[Vision, str] = {
    Vision.NORMAL: mark("Normal vision"),
    Vision.PROTANOPIA: mark("Protanopia (no red cones)"),
    Vision.DEUTERANOPIA: mark("Deuteranopia (no green cones)"),
    Vision.TRITANOPIA: mark("Tritanopia (no blue cones)"),
    Vision.GREYSCALE: mark("Greyscale"),
}
#: Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB.
_MACHADO: dict[Vision, _Matrix] = {
    Vision.PROTANOPIA: (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    Vision.DEUTERANOPIA: (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    Vision.TRITANOPIA: (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
#: What PDF makes of a colour on a device without colours. Unlike relative luminance it is taken before linearising, so
#: that contrasts differ from those of normal vision.
_GREY = (0.3, 0.59, 0.11)


@lru_cache(maxsize=_KEPT)
def contrast_for(one: str, other: str, vision: Vision) -> float:
    """The contrast of two colours (WCAG 2) as they are seen."""
    return contrast(seen(one, vision), seen(other, vision))


def least_contrast(one: str, other: str) -> float:
    """The contrast of two colours for whoever sees the least of it."""
    return min(contrast_for(one, other, vision) for vision in Vision)


@lru_cache(maxsize=_KEPT)
def seen(colour: str, vision: Vision) -> str:
    """A colour `#RRGGBB` as it is seen."""
    if vision is Vision.NORMAL:
        return colour
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    if vision is Vision.GREYSCALE:
        return _hex([_product(_GREY, channels)] * 3)
    linear = [_linear(channel) for channel in channels]
    return _hex([_gamma(_product(row, linear)) for row in _MACHADO[vision]])


def _product(row: tuple[float, float, float], channels: list[float]) -> float:
    return min(1.0, max(0.0, sum(part * channel for part, channel in zip(row, channels, strict=True))))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_TO else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    return float(channel * 12.92 if channel <= _GAMMA_TO else 1.055 * channel ** (1 / 2.4) - 0.055)


def _hex(channels: list[float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels)
