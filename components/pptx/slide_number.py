"""The number of a slide, where its layout has a place for it."""

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.slide import Slide

from components.pptx.style import Style
from components.pptx.xml import tag

_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


def add_number(slide: Slide, style: Style) -> None:
    """Add the number in the placeholder of the layout."""
    for shape in slide.slide_layout.shapes:
        if shape.is_placeholder and shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            tree = slide.shapes.element
            number = 1 + max(int(found) for found in tree.xpath("//p:cNvPr/@id"))
            name = style.words.say("Slide number")
            field = tag("a:fld", tag("a:rPr", lang=style.tag), tag("a:t", "#"), id=_FIELD, type="slidenum")
            tree.append(
                tag(
                    "p:sp",
                    tag(
                        "p:nvSpPr",
                        tag("p:cNvPr", id=number, name=name, descr=name),
                        tag("p:cNvSpPr", tag("a:spLocks", noGrp=True)),
                        tag("p:nvPr", tag("p:ph", type="sldNum", sz="quarter", idx=shape.placeholder_format.idx)),
                    ),
                    tag("p:spPr"),
                    tag("p:txBody", tag("a:bodyPr"), tag("a:lstStyle"), tag("a:p", field)),
                )
            )
            return
