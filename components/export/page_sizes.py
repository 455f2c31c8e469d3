"""Sizes as people write them: a preset, or "120x80mm", "800x600px", "120mm"."""

import re

from components.export.order import PageSize
from components.print.sheet import ImpossibleSizeError, Preset, Tone, Unit, free_sheet, preset_sheet

_WRITTEN = re.compile(r"(?P<width>\d+(?:\.\d+)?)(?:[x×](?P<height>\d+(?:\.\d+)?))?\s*(?P<unit>mm|px)")


class SizeError(ValueError):
    """A size that cannot be read; the message says what one looks like."""


def page_of(preset: Preset | None, size: str | None, *, tone: Tone, titled: bool) -> PageSize:
    """The sheet of a preset or of a written size; a column where neither is said.

    Raises:
        SizeError: the size is not one.
    """
    if size is None:
        named = preset or Preset.COLUMN
        sheet = preset_sheet(named)
        return PageSize(width=sheet.width, height=sheet.height, tone=tone, titled=titled, name=named.value)
    written = _WRITTEN.fullmatch(size.strip())
    if written is None:
        message = f"“{size}” is no size; expected such as 120x80mm, 800x600px or 120mm"
        raise SizeError(message)
    unit: Unit = "mm" if written["unit"] == "mm" else "px"
    return free_page(float(written["width"]), float(written["height"] or 0), unit, tone=tone, titled=titled)


def free_page(width: float, height: float, unit: Unit, *, tone: Tone, titled: bool) -> PageSize:
    """The sheet of a free size; a height of 0 leaves it to the picture.

    Raises:
        SizeError: a side is not above zero, or larger than any paper.
    """
    try:
        sheet = free_sheet(width, height or None, unit)
    except ImpossibleSizeError as error:
        message = f"{error} is no size of a sheet; expected sides above 0 and up to 2000 mm"
        raise SizeError(message) from None
    name = f"{width:g}x{height:g}{unit}" if height else f"{width:g}{unit}"
    return PageSize(width=sheet.width, height=sheet.height, tone=tone, titled=titled, name=name)
