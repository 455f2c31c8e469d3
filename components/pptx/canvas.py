"""What is put on a slide: text boxes, rectangles, lines and native objects, each with its name and alternative."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu

from components.pptx.style import Style, filled
from components.pptx.text import Paragraph, fill_body, points
from components.pptx.xml import visible

_LONGEST_ALTERNATIVE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A rectangle of a slide, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def units(self) -> tuple[Emu, Emu, Emu, Emu]:
        """Left, top, width and height as Office documents have them."""
        left, top, width, height = (Emu(points(side)) for side in (self.left, self.top, self.width, self.height))
        return left, top, width, height


def describe(shape: BaseShape, name: str, alternative: str) -> None:
    """Name an object in the list of objects, and say what it shows to those who do not see it."""
    properties = shape.element.xpath(".//p:cNvPr")[0]
    properties.set("name", visible(name)[:_LONGEST_ALTERNATIVE])
    properties.set("descr", visible(alternative)[:_LONGEST_ALTERNATIVE])


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a text stands in its box: where it is held, what lies behind it, whether its lines break at the edge."""

    anchor: Literal["t", "ctr", "b"] = "t"
    ground: str | None = None
    wraps: bool = True


@dataclass(frozen=True, slots=True)
class Canvas:
    """A slide that is drawn on."""

    slide: Slide
    style: Style

    def text(self, frame: Frame, name: str, paragraphs: Sequence[Paragraph], setting: Setting | None = None) -> None:
        """Add a text box without margins; `name` says what the text is."""
        setting = setting or Setting()
        box = self.slide.shapes.add_textbox(*frame.units)
        self.write(box, paragraphs)
        settings = box.element.find(qn("p:txBody")).find(qn("a:bodyPr"))
        for side in ("lIns", "tIns", "rIns", "bIns"):
            settings.set(side, "0")
        for fitting in list(settings):
            settings.remove(fitting)
        settings.set("anchor", setting.anchor)
        settings.set("wrap", "square" if setting.wraps else "none")
        if setting.ground:
            properties = box.element.find(qn("p:spPr"))
            properties.remove(properties.find(qn("a:noFill")))
            properties.append(filled(setting.ground))
        describe(box, name, name)

    def write(self, shape: BaseShape, paragraphs: Sequence[Paragraph]) -> None:
        """Put paragraphs into a shape that holds text."""
        fill_body(shape.element.find(qn("p:txBody")), paragraphs, self.style.tag)
