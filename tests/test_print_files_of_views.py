"""The picture files of every view: an SVG of named outlines inside its frame, a tagged PDF whose words are text."""

from io import BytesIO
from xml.etree import ElementTree as ET

import pypdf
from pypdf.generic import DictionaryObject

from components.print.picture_format import PictureFormat
from components.print.sheet import SMALLEST_TYPE
from components.print.typeface import Face
from loaders.language import Language
from tests.outlined_files import SVG, outlined_texts
from tests.printed_views import file, in_both_languages, in_one_language, picture, shown

_ROUNDING = 0.05
_TYPEFACES = ("FontFile", "FontFile2", "FontFile3")


@in_both_languages
def test_an_svg_has_a_name_a_description_and_every_outline_inside_its_frame(
    dataset: str, view: str, language: Language
) -> None:
    exhibit = shown(dataset, view, language)
    root = ET.fromstring(file(dataset, view, language, PictureFormat.SVG))  # noqa: S314 - our own file
    _, _, width, height = (float(number) for number in root.attrib["viewBox"].split())
    named = {one.attrib["id"]: one.text for one in root if "id" in one.attrib}
    texts = list(outlined_texts(root))

    assert (root.attrib["role"], root.attrib["lang"]) == ("img", language)
    assert named[root.attrib["aria-labelledby"]] == exhibit.title
    assert named[root.attrib["aria-describedby"]] == exhibit.alt
    assert not root.findall(f".//{SVG}text")
    assert {Face.REGULAR, Face.TITLE} <= {text.face for text in texts}
    for text in texts:
        for left, top, right, bottom in text.boxes:
            assert -_ROUNDING <= left < right <= width + _ROUNDING, text.text
            assert -_ROUNDING <= top < bottom <= height + _ROUNDING, text.text
    assert min(text.size for text in texts) >= SMALLEST_TYPE - _ROUNDING


@in_one_language
def test_a_pdf_is_tagged_embeds_its_typefaces_and_its_title_and_source_can_be_selected(
    dataset: str, view: str, language: Language
) -> None:
    exhibit, drawing = shown(dataset, view, language), picture(dataset, view, language).scene
    reader = pypdf.PdfReader(BytesIO(file(dataset, view, language, PictureFormat.PDF)))
    (page,) = reader.pages
    catalogue = reader.root_object
    text = " ".join(page.extract_text().split())

    assert catalogue["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalogue
    assert catalogue["/Lang"] == language
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (
        round(drawing.width, 3),
        round(drawing.height, 3),
    )
    for part in (exhibit.title, exhibit.source_line):
        assert " ".join(part.split()) in text
    typefaces = list(_typefaces(page["/Resources"]))
    assert typefaces
    assert all(any(f"/{name}" in one for name in _TYPEFACES) for one in typefaces)


def _typefaces(resources: DictionaryObject) -> list[DictionaryObject]:
    """The descriptors of all typefaces that a page, or a drawing on it, uses."""
    found = [
        own.get_object()["/FontDescriptor"].get_object()
        for font in resources.get("/Font", {}).values()
        for own in font.get_object()["/DescendantFonts"]
    ]
    for drawing in resources.get("/XObject", {}).values():
        found += _typefaces(drawing.get_object().get("/Resources", DictionaryObject()))
    return found
