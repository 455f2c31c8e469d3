"""The house template: three layouts, the colours of the palette as those of the theme, typefaces that offices have."""

from functools import cache
from io import BytesIO

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Pt

from components.pptx.canvas import Frame
from components.pptx.style import PALETTE, colour, filled, theme_colours
from components.pptx.text import points
from components.pptx.xml import tag
from loaders.packed_files import PackedFiles

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 42.0
_THEME = "ppt/theme/theme1.xml"
_SERIF, _SANS = "Georgia", "Arial"
_TITLE_SIZE = 28.0
_KEPT = ("title", "secHead", "titleOnly")
#: Where the placeholders of a layout stand, by the number that they have in it.
_TITLE = Frame(left=MARGIN, top=22, width=WIDTH - 2 * MARGIN, height=46)
_NUMBER = Frame(left=WIDTH - MARGIN - 60, top=HEIGHT - 22, width=60, height=16)
_DATE = Frame(left=MARGIN, top=HEIGHT - 22, width=120, height=16)
_FOOTER = Frame(left=WIDTH / 2 - 150, top=HEIGHT - 22, width=300, height=16)
_COVER = (
    Frame(left=96, top=150, width=WIDTH - 96 - MARGIN, height=150),
    Frame(left=96, top=316, width=WIDTH - 96 - MARGIN, height=60),
)
_SECTION = (
    Frame(left=96, top=170, width=WIDTH - 96 - MARGIN, height=130),
    Frame(left=96, top=310, width=WIDTH - 96 - MARGIN, height=110),
)
_BODY = Frame(left=MARGIN, top=80, width=WIDTH - 2 * MARGIN, height=400)


@cache
def house_template() -> bytes:
    """The template as a presentation without slides; the same bytes every time."""
    plain = BytesIO()
    Presentation().save(plain)
    packed = PackedFiles(plain.getvalue())
    shown = Presentation(BytesIO(packed.with_members({_THEME: _theme(packed.read(_THEME))})))
    shown.element.find(qn("p:sldSz")).attrib.pop("type", None)  # it would still say 4:3
    shown.slide_width, shown.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for layout in list(shown.slide_layouts):
        if layout.element.get("type") not in _KEPT:
            shown.slide_layouts.remove(layout)
    _set_master(shown.slide_master)
    for layout in shown.slide_layouts:
        _set_layout(layout)
    made = BytesIO()
    shown.save(made)
    return made.getvalue()


def _theme(old: bytes) -> bytes:
    """The theme with the colours and typefaces of the house."""
    theme = etree.fromstring(old)
    theme.set("name", "Observatory")
    colours = theme.find(f".//{qn('a:clrScheme')}")
    colours.set("name", "Observatory")
    wanted = theme_colours(PALETTE)
    for entry in colours:
        for part in list(entry):
            entry.remove(part)
        entry.append(tag("a:srgbClr", val=wanted[etree.QName(entry).localname].removeprefix("#")))
    fonts = theme.find(f".//{qn('a:fontScheme')}")
    fonts.set("name", "Observatory")
    for name, face in (("a:majorFont", _SERIF), ("a:minorFont", _SANS)):
        fonts.find(qn(name)).find(qn("a:latin")).set("typeface", face)
    content: bytes = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def _set_master(master: SlideMaster) -> None:
    frames = {"title": _TITLE, "body": _BODY, "sldNum": _NUMBER, "dt": _DATE, "ftr": _FOOTER}
    held = [shape for shape in master.shapes if shape.is_placeholder]
    for shape in held:
        _place(shape, frames[shape.element.xpath(".//p:ph")[0].get("type")])
    styles = master.element.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    _type(title.find(qn("a:defRPr")), _TITLE_SIZE, PALETTE.ink)
    for level in styles.find(qn("p:bodyStyle")):
        default = level.find(qn("a:defRPr"))
        if default is not None:
            _type(default, 16, PALETTE.ink)
    for shape in held:
        if shape.element.xpath(".//p:ph")[0].get("type") == "title":
            _anchor(shape, "b")
        if shape.element.xpath(".//p:ph")[0].get("type") == "sldNum":
            _own_type(shape, 10, PALETTE.muted, "r")


def _set_layout(layout: SlideLayout) -> None:
    kind = layout.element.get("type")
    for shape in [one for one in layout.shapes if one.is_placeholder]:
        what = shape.element.xpath(".//p:ph")[0].get("type")
        if what in {"dt", "ftr"}:
            shape.element.getparent().remove(shape.element)
        elif what == "sldNum":
            if kind == "titleOnly":
                _place(shape, _NUMBER)
            else:
                shape.element.getparent().remove(shape.element)
        elif kind != "titleOnly":
            frames = _COVER if kind == "title" else _SECTION
            is_title = what in {"title", "ctrTitle"}
            _place(shape, frames[0 if is_title else 1])
            _anchor(shape, "b" if is_title else "t")
            is_light = kind == "secHead"
            ink = PALETTE.paper if is_light else PALETTE.ink if is_title else PALETTE.muted
            _own_type(shape, 36 if is_title else 18, ink, "l")
    if kind == "titleOnly":
        _add_box(layout, Frame(left=MARGIN, top=14, width=36, height=4), 90)
    elif kind == "title":
        _add_box(layout, Frame(left=0, top=0, width=28, height=HEIGHT), 90)
    else:
        ground = tag("p:bg", tag("p:bgPr", filled(PALETTE.accent), tag("a:effectLst")))
        layout.element.find(qn("p:cSld")).insert(0, ground)


def _place(shape: BaseShape, frame: Frame) -> None:
    shape.left, shape.top, shape.width, shape.height = frame.units


def _anchor(shape: BaseShape, where: str) -> None:
    settings = shape.element.find(qn("p:txBody")).find(qn("a:bodyPr"))
    settings.set("anchor", where)
    settings.set("lIns", "0")
    settings.set("rIns", "0")


def _type(default: BaseOxmlElement, size: float, ink: str) -> None:
    default.set("sz", str(round(size * 100)))
    default.set("b", "0")
    default.set("cap", "none")
    for old in default.findall(qn("a:solidFill")):
        default.remove(old)
    default.insert(0, filled(ink))


def _own_type(shape: BaseShape, size: float, ink: str, align: str) -> None:
    """The type of the first level of a placeholder."""
    styles = shape.element.find(qn("p:txBody")).find(qn("a:lstStyle"))
    for old in list(styles):
        styles.remove(old)
    default = tag("a:defRPr", tag("a:solidFill", colour(ink)), sz=size * 100, b=False, cap="none")
    styles.append(tag("a:lvl1pPr", tag("a:buNone"), default, marL=0, indent=0, algn=align))


def _add_box(layout: SlideLayout, frame: Frame, number: int) -> None:
    """A rectangle in the accent colour behind the placeholders."""
    left, top, width, height = (points(side) for side in (frame.left, frame.top, frame.width, frame.height))
    xfrm = tag("a:xfrm", tag("a:off", x=left, y=top), tag("a:ext", cx=width, cy=height))
    shape = tag(
        "p:sp",
        tag(
            "p:nvSpPr",
            tag("p:cNvPr", id=number, name="Accent", descr="Accent"),
            tag("p:cNvSpPr"),
            tag("p:nvPr", userDrawn=True),
        ),
        tag(
            "p:spPr",
            xfrm,
            tag("a:prstGeom", tag("a:avLst"), prst="rect"),
            filled(PALETTE.accent),
            tag("a:ln", tag("a:noFill")),
        ),
    )
    layout.shapes.element.insert(2, shape)
