"""The colours of print: those of the pages, on white paper, on black, or as greys."""

from dataclasses import replace

from components.palette import Palette, palette
from components.print.sheet import Tone

#: On white, the grey of bars has to be a little darker than on the paper of the pages to keep 3:1.
_LIGHT = replace(palette("light"), paper="#FFFFFF", other="#8B8D86", quiet="#7A7C76", gap="#7F7C75")
_GREYSCALE = replace(
    _LIGHT,
    ink="#1A1A1A",
    muted="#595959",
    rule="#D4D4D4",
    accent="#1F1F1F",
    national="#4F4F4F",
    other="#8D8D8D",
    quiet="#777777",
    gap="#7A7A7A",
    series=("#1F1F1F", "#8D8D8D", "#545454", "#737373", "#3A3A3A"),
)
_INKS: dict[Tone, Palette] = {"light": _LIGHT, "dark": palette("dark"), "greyscale": _GREYSCALE}


def ink(tone: Tone) -> Palette:
    """The colours of a tone."""
    return _INKS[tone]
