"""The picture files of every view: an SVG of named outlines inside its frame, a tagged PDF whose words are text."""

from io import BytesIO
from xml.etree import ElementTree as ET

import pypdf
import pytest
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, PdfObject

from components.print.picture_format import PictureFormat
from components.print.sheet import SMALLEST_TYPE
from components.print.typeface import Face
from loaders.language import Language
from tests.outlined_files import SVG, outlined_texts
from tests.printed_views import ONCE, file, in_both_languages, in_one_language, picture, shown

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
def test_a_pdf_is_tagged_and_embeds_its_typefaces_with_the_signs_that_they_stand_for(
    dataset: str, view: str, language: Language
) -> None:
    drawing = picture(dataset, view, language).scene
    reader = pypdf.PdfReader(BytesIO(file(dataset, view, language, PictureFormat.PDF)))
    (page,) = reader.pages
    catalogue = reader.root_object

    assert _dictionary(catalogue["/MarkInfo"])["/Marked"] == BooleanObject(value=True)
    assert "/StructTreeRoot" in catalogue
    assert str(catalogue["/Lang"]) == language
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (
        round(drawing.width, 3),
        round(drawing.height, 3),
    )
    fonts = _fonts(page["/Resources"])
    assert fonts
    for font in fonts:
        assert "/ToUnicode" in font
        (own,) = _array(font["/DescendantFonts"])
        descriptor = _dictionary(_dictionary(own)["/FontDescriptor"])
        assert any(f"/{name}" in descriptor for name in _TYPEFACES)


@pytest.mark.parametrize(("dataset", "view", "language"), {shown(*one).kind: one for one in ONCE}.values())
def test_title_and_source_can_be_selected_in_a_pdf_of_every_kind(dataset: str, view: str, language: Language) -> None:
    exhibit = shown(dataset, view, language)
    (page,) = pypdf.PdfReader(BytesIO(file(dataset, view, language, PictureFormat.PDF))).pages
    text = " ".join(page.extract_text().split())

    assert " ".join(exhibit.title.split()) in text
    assert " ".join(exhibit.source_line.split()) in text


def _fonts(resources: PdfObject) -> list[DictionaryObject]:
    """All fonts that a page, or a drawing on it, uses."""
    own = _dictionary(resources)
    found = [_dictionary(font) for font in _dictionary(own.get("/Font", DictionaryObject())).values()]
    for drawing in _dictionary(own.get("/XObject", DictionaryObject())).values():
        found += _fonts(_dictionary(drawing).get("/Resources", DictionaryObject()))
    return found


def _dictionary(value: PdfObject) -> DictionaryObject:
    found = value.get_object()
    assert isinstance(found, DictionaryObject)
    return found


def _array(value: PdfObject) -> ArrayObject:
    found = value.get_object()
    assert isinstance(found, ArrayObject)
    return found
