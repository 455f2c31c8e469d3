"""The colours of print: those of the pages, on white paper, on black, or as greys; readable for all who see them."""

from dataclasses import asdict, dataclass, replace

from components.palette import READABLE, Palette, palette
from components.print.sheet import Tone
from components.print.vision import least_contrast

_STEP = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink(Palette):
    """Colours whose texts are chosen for all visions, not for normal vision alone."""

    def ramp(self, position: float) -> str:
        """The sequential colour at `position` or just beyond, where text can be read on it under every vision."""
        step = min(1.0, max(0.0, position))
        while step < 1 and self._read_on(shade := Palette.ramp(self, step)) < READABLE:
            step += _STEP
        return shade if step < 1 else Palette.ramp(self, 1)

    def text_on(self, colour: str) -> str:
        """Ink or paper, where they do not read well black or white: what is best for whoever sees it worst."""
        best = max((self.ink, self.paper), key=lambda text: least_contrast(text, colour))
        if least_contrast(best, colour) >= READABLE:
            return best
        return max(("#000000", "#FFFFFF"), key=lambda text: least_contrast(text, colour))

    def _read_on(self, colour: str) -> float:
        return least_contrast(self.text_on(colour), colour)


#: On white, the grey of bars has to be a little darker than on the paper of the pages to keep 3:1.
_LIGHT = replace(Ink(**asdict(palette("light"))), paper="#FFFFFF", other="#8B8D86", quiet="#7A7C76", gap="#7F7C75")
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
    series=("#1F1F1F", "#878787", "#545454", "#737373", "#3A3A3A"),
)
_INKS: dict[Tone, Ink] = {"light": _LIGHT, "dark": Ink(**asdict(palette("dark"))), "greyscale": _GREYSCALE}


def ink(tone: Tone) -> Palette:
    """The colours of a tone."""
    return _INKS[tone]
