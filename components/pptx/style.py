"""How slides look: their colours as those of the theme, their sizes of type, their language."""

from dataclasses import dataclass

from pptx.oxml.xmlchemy import BaseOxmlElement

from components.layout.looks import Look
from components.palette import Palette
from components.pptx.xml import tag
from components.print.ink import ink
from loaders.language import Language, Wording, wording

POINT = 12_700
TAGS: dict[Language, str] = {"fr": "fr-FR", "en": "en-GB"}
#: Sizes of type in points.
TITLES = (36.0, 32.0, 28.0, 24.0, 20.0, 18.0, 16.0)
READING, SUBTITLE, LABEL, SMALL, FINE = 17.0, 14.0, 14.0, 12.0, 10.0
LINE = 1.2
PALETTE: Palette = ink("light")


@dataclass(frozen=True, slots=True)
class Style:
    """The words and the language of a presentation."""

    language: Language

    @property
    def words(self) -> Wording:
        """The words of the interface in its language."""
        return wording(self.language)

    @property
    def tag(self) -> str:
        """The language as documents name it: fr-FR."""
        return TAGS[self.language]


def theme_colours(palette: Palette) -> dict[str, str]:
    """The colours of the theme by their names in it."""
    first, *others = palette.series
    names = {"dk1": palette.ink, "lt1": palette.paper, "dk2": palette.muted, "lt2": palette.rule, "accent1": first}
    names |= {f"accent{number}": colour for number, colour in enumerate(others, start=2)}
    return names | {"accent6": palette.other, "hlink": palette.accent, "folHlink": palette.muted}


#: Colours that follow the theme, and so a template of the user's own; greys that mean something stay as they are.
_NAMED = {PALETTE.ink: "tx1", PALETTE.paper: "bg1"} | {
    value: f"accent{number}" for number, value in enumerate(PALETTE.series, start=1)
}


def colour(value: str, *, exact: bool = False) -> BaseOxmlElement:
    """A colour of the palette: by its name in the theme where it has one, unless it has to be `exact`."""
    if exact or value not in _NAMED | {PALETTE.muted: ""}:
        return tag("a:srgbClr", val=value.removeprefix("#"))
    if value == PALETTE.muted:
        # A quieter text colour on any ground that a template may have.
        return tag("a:schemeClr", tag("a:lumMod", val=65_000), tag("a:lumOff", val=35_000), val="tx1")
    return tag("a:schemeClr", val=_NAMED[value])


def filled(value: str, *, exact: bool = False) -> BaseOxmlElement:
    """A plain fill; `exact` for a shade, which has to stay one of its scale under any theme."""
    return tag("a:solidFill", colour(value, exact=exact))


def hatched(line: str, ground: str) -> BaseOxmlElement:
    """Lines across an area: there is no value."""
    return tag("a:pattFill", tag("a:fgClr", colour(line)), tag("a:bgClr", colour(ground)), prst="wdUpDiag")


def stroke(value: str | None, width: float = 0.75, dash: str | None = None) -> BaseOxmlElement:
    """An outline `width` points wide; None is no outline."""
    if value is None:
        return tag("a:ln", tag("a:noFill"))
    return tag("a:ln", filled(value), tag("a:prstDash", val=dash) if dash else None, tag("a:round"), w=width * POINT)


def dressed(dress: Look, *, edge: str | None = None) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    """Fill and outline of a mark; `edge` is the outline of one that has none of its own."""
    fill = hatched(dress.line, dress.fill) if dress.hatched else filled(dress.fill)
    if dress.width:
        return fill, stroke(dress.line, dress.width * 0.75, "sysDash" if dress.dashed else None)
    return fill, stroke(edge)
