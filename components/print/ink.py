"""The colours of print: those of the pages, on white paper, on black, or as greys; readable for all who see them."""

from dataclasses import asdict, dataclass, replace

from components.palette import READABLE, Palette, palette
from components.print.sheet import Tone
from components.print.vision import least_contrast

_STEP = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink(Palette):
    """Colours whose texts are chosen for all visions, not for normal vision alone."""

    def shade(self, colour: str, strength: float) -> str:
        """The colour in a strength or just beyond, so that text can be read on it under every vision."""
        while strength < 1 and self._readable_on(self.tint(colour, strength)) < READABLE:
            strength += _STEP
        return self.tint(colour, min(1.0, strength))

    def text_on(self, colour: str) -> str:
        """Ink or paper, where they do not read well black or white: what is best for whoever sees it worst."""
        best = max((self.ink, self.paper), key=lambda text: least_contrast(text, colour))
        if least_contrast(best, colour) >= READABLE:
            return best
        return max(("#000000", "#FFFFFF"), key=lambda text: least_contrast(text, colour))

    def _readable_on(self, colour: str) -> float:
        """The contrast of the text on a colour for whoever sees it worst."""
        return least_contrast(self.text_on(colour), colour)


#: The grey of bars and symbols is a little stronger than on the pages: it has 3:1 on white, and on the land of maps.
_LIGHT = replace(Ink(**asdict(palette("light"))), paper="#FFFFFF", other="#80827B", quiet="#7A7C76", gap="#7F7C75")
_GREYSCALE = replace(
    _LIGHT,
    ink="#1A1A1A",
    muted="#595959",
    rule="#D4D4D4",
    accent="#1F1F1F",
    national="#4F4F4F",
    other="#808080",
    quiet="#777777",
    gap="#7A7A7A",
    series=("#1F1F1F", "#878787", "#545454", "#737373", "#3A3A3A"),
)
_DARK = replace(Ink(**asdict(palette("dark"))), other="#727B83")
_INKS: dict[Tone, Ink] = {"light": _LIGHT, "dark": _DARK, "greyscale": _GREYSCALE}


def ink(tone: Tone) -> Palette:
    """The colours of a tone."""
    return _INKS[tone]
