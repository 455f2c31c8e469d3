"""A template: the layouts that a dossier needs, looked up by what they hold and not by their names."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Document
from pptx.slide import SlideLayout

from loaders.language import Wording, mark
from loaders.notice import Notice
from loaders.packed_files import PackedFiles, UnpackingError

_TITLES = frozenset({PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE})
_FOOT = frozenset({PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER})
_UNREADABLE = (PythonPptxError, UnpackingError, etree.LxmlError, KeyError, ValueError, AttributeError, IndexError)


@dataclass(frozen=True, slots=True)
class RefusedFileError(Exception):
    """A template or a logo that cannot be used; the notice says why, in the language of the dossier."""

    notice: Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A presentation without slides, and the layouts for its cover, its headings and its exhibits."""

    document: Document
    cover: SlideLayout
    section: SlideLayout
    exhibit: SlideLayout


def opened(content: bytes, words: Wording) -> Template:
    """The template that a file holds; slides that it has are left out.

    Raises:
        RefusedFileError: it is no presentation, or lacks a layout that is needed.
    """
    try:
        document = _read(content)
        layouts = [layout for master in document.slide_masters for layout in master.slide_layouts]
        held = [(layout, layout.element.get("type"), _holds(layout)) for layout in layouts]
    except _UNREADABLE as error:
        raise RefusedFileError(_unreadable(words)) from error
    cover = _first(
        (layout for layout, kind, _ in held if kind == "title"),
        (layout for layout, _, types in held if PP_PLACEHOLDER.CENTER_TITLE in types),
    )
    section = _first(
        (layout for layout, kind, types in held if kind == "secHead" and _TITLES & set(types)),
        (layout for layout, _, types in held if sorted(types) == [PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY]),
    )
    exhibit = _first(
        (layout for layout, _, types in held if types == [PP_PLACEHOLDER.TITLE]),
        (layout for layout, _, types in held if sorted(types) == [PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.OBJECT]),
    )
    if cover is None or section is None or exhibit is None:
        raise RefusedFileError(_lacking(cover, section, exhibit, words))
    return Template(document=document, cover=cover, section=section, exhibit=exhibit)


def _read(content: bytes) -> Document:
    PackedFiles(content)  # refuses what would unpack to too much
    document = Presentation(BytesIO(content))
    listed = document.slides.element
    for slide in list(listed):
        document.part.drop_rel(slide.get(qn("r:id")))
        listed.remove(slide)
    for sections in document.element.xpath(".//*[local-name()='sectionLst']"):
        extension = sections.getparent()
        extension.getparent().remove(extension)
    return document


def _holds(layout: SlideLayout) -> list[PP_PLACEHOLDER]:
    """The kinds of placeholders of a layout, without those of its foot."""
    found = (shape.placeholder_format.type for shape in layout.shapes if shape.is_placeholder)
    return [kind for kind in found if kind not in _FOOT]


def _first(*ways: Iterable[SlideLayout]) -> SlideLayout | None:
    return next((layout for way in ways for layout in way), None)


def _unreadable(words: Wording) -> Notice:
    return Notice(
        what=words.say("The template cannot be read."),
        where=words.say("template of the presentation"),
        expected=words.say("A PowerPoint presentation, a .pptx file."),
        remedy=words.say("Open the file in PowerPoint or LibreOffice and save it as .pptx, then give it again."),
    )


def _lacking(
    cover: SlideLayout | None, section: SlideLayout | None, exhibit: SlideLayout | None, words: Wording
) -> Notice:
    names = [
        words.say(name)
        for layout, name in (
            (cover, mark("Title Slide")),
            (section, mark("Section Header")),
            (exhibit, mark("Title Only")),
        )
        if layout is None
    ]
    return Notice(
        what=words.say("The template lacks a layout: {layouts}.", layouts=words.listing(names)),
        where=words.say("template of the presentation"),
        expected=words.say("Layouts for a title slide, for a section header, and with a title only."),
        remedy=words.say("Add the layout to the slide master of the template, or build without a template."),
    )
