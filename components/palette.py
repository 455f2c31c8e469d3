"""The colours of the observatory, for light and dark pages. Which status or pattern a mark wears is told elsewhere."""

from dataclasses import dataclass
from typing import Literal

from loaders.exhibit import Role

Theme = Literal["light", "dark"]
#: The least contrast of text with its ground (WCAG 2, level AA).
READABLE = 4.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one theme, as `#RRGGBB`.

    Attributes:
        theme: "light" or "dark".
        paper: the ground; also the hairline between touching areas.
        ink: text and values.
        muted: secondary text (axis numbers, captions).
        rule: hairlines, empty cells.
        accent: Île-de-France.
        national: France.
        other: everything else, as an area (bars, map areas).
        quiet: everything else, as a thin mark (lines, dots): 3:1 against the paper.
        gap: hatching of what was not printed.
        series: categories without a role, in order; neighbours differ by 10 points of lightness or more in greyscale.
    """

    theme: Theme
    paper: str
    ink: str
    muted: str
    rule: str
    accent: str
    national: str
    other: str
    quiet: str
    gap: str
    series: tuple[str, ...]

    def role(self, role: Role) -> str:
        """The colour of an area (bar, cell, map area) that plays `role`."""
        return {Role.ACCENT: self.accent, Role.NATIONAL: self.national, Role.OTHER: self.other}[role]

    def stroke(self, role: Role) -> str:
        """The colour of a thin mark (line, dot, outline) that plays `role`."""
        return self.quiet if role is Role.OTHER else self.role(role)

    def nth(self, index: int) -> str:
        """The colour of the series at `index`; past the last one they start again."""
        return self.series[index % len(self.series)]

    def ramp(self, position: float) -> str:
        """The sequential colour at `position`, from 0 (near paper) to 1 (accent)."""
        return self.shade(self.accent, 0.12 + 0.88 * min(1.0, max(0.0, position)))

    def shade(self, colour: str, strength: float) -> str:
        """`colour` in a strength from 0 to 1 as a surface on which values are written."""
        return self.tint(colour, strength)

    def tint(self, colour: str, strength: float) -> str:
        """`colour` laid over the paper: 0 is the paper, 1 the colour itself."""
        pairs = zip(_channels(self.paper), _channels(colour), strict=True)
        return "#" + "".join(f"{round(ground + strength * (full - ground)):02X}" for ground, full in pairs)

    def text_on(self, colour: str) -> str:
        """A text colour that reads well on `colour`: ink or paper, on a middling colour black or white."""
        best = max(self.ink, self.paper, key=lambda text: contrast(text, colour))
        if contrast(best, colour) >= READABLE:
            return best
        return max("#000000", "#FFFFFF", key=lambda text: contrast(text, colour))


def palette(theme: Theme) -> Palette:
    """The colours of a theme."""
    return _DARK if theme == "dark" else _LIGHT


def luminance(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2), from 0 (black) to 1 (white)."""
    threshold, linear = 0.04045, []
    for channel in _channels(colour):
        part = channel / 255
        linear.append(part / 12.92 if part <= threshold else ((part + 0.055) / 1.055) ** 2.4)
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2), from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


_LIGHT = Palette(
    theme="light",
    paper="#FBFAF7",
    ink="#1E2328",
    muted="#5C6670",
    rule="#D9D5CC",
    accent="#005F86",
    national="#3F474F",
    other="#A8A9A3",
    quiet="#82847D",
    gap="#8E8B83",
    series=("#005F86", "#9D6611", "#7D2F4A", "#5B8C7B", "#24201B"),
)
_DARK = Palette(
    theme="dark",
    paper="#15181C",
    ink="#E8E6E1",
    muted="#A3ABB3",
    rule="#343A41",
    accent="#57B5DC",
    national="#C3C9CE",
    other="#6C757D",
    quiet="#7F8890",
    gap="#7B828A",
    series=("#57B5DC", "#F0C257", "#CC668E", "#8DB8A5", "#E8E6E1"),
)
