"""The file of a presentation: the same bytes, small, opened by LibreOffice, hostile texts as texts."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

from components.pptx.presentation import Beside, presentation_bytes
from components.pptx.style import PALETTE
from components.pptx.template import RefusedFileError
from loaders.exhibit import Exhibit, Item
from loaders.language import LANGUAGES, Language
from loaders.packed_files import PackedFiles
from loaders.view import ViewKind
from tests.sample_exhibits import AMOUNT, exhibit, mark, printed
from tests.sample_presentations import TWELVE, board_of, board_with, reopened, said, slide_of, spoken, workbook

HOSTILE = (
    '=HYPERLINK("http://x.invalid","y")',
    "+1-1",
    "@SUM(A1)",
    "<a:t>&amp;</a:t> ]]> <!--",
    "null\x00 bell\x07 escape\x1b",
    "\ud800 \ufffe",
    "http://x.invalid/" + "z" * 3000,
    "مرحبا \u202e עברית",
)


def test_the_same_dossier_gives_the_same_bytes() -> None:
    board = board_of(*TWELVE)

    assert presentation_bytes(board) == presentation_bytes(board)


def test_twelve_slides_take_less_than_five_megabytes() -> None:
    assert len(presentation_bytes(board_of(*TWELVE))) < 5_000_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_opens_the_file_and_gives_one_page_a_slide(language: Language, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "the tests of presentations need LibreOffice: make office"
    (tmp_path / "dossier.pptx").write_bytes(presentation_bytes(board_of(*TWELVE, language=language)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), "dossier.pptx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=240)
    pages = (tmp_path / "dossier.pdf").read_bytes().count(b"/Type/Page/")

    assert pages == len(TWELVE) + 1


def hostile(kind: ViewKind) -> Exhibit:
    marks = tuple(mark(Item(str(place), text), printed(AMOUNT, place)) for place, text in enumerate(HOSTILE, 1))
    series = Item("=1+1", "=1+1\x02")
    if kind is not ViewKind.RANKING:
        marks = tuple(replace(one, series=series) for one in marks)
    made = exhibit(kind, (AMOUNT,), marks, title="=cmd|' /C calc'!A0 \x03<b>", source_line="</a:t>\x04")
    return replace(made, category_label="=1", series=() if kind is ViewKind.RANKING else (series,), alt='"><x y="\x05')


@pytest.mark.parametrize(
    "kind",
    [
        ViewKind.RANKING,
        ViewKind.GROUPED_BARS,
        ViewKind.STACKED_BARS,
        ViewKind.TREND,
        ViewKind.TABLE,
        ViewKind.HEAT_TABLE,
    ],
)
def test_hostile_texts_are_shown_as_texts(kind: ViewKind) -> None:
    slide = slide_of(hostile(kind))

    assert "=cmd|' /C calc'!A0 ␃<b>" in said(slide)
    assert "</a:t>␄" in said(slide)


@pytest.mark.parametrize("kind", [ViewKind.RANKING, ViewKind.GROUPED_BARS, ViewKind.TREND])
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(kind: ViewKind) -> None:
    cells = [
        cell for sheet in workbook(slide_of(hostile(kind))).worksheets for row in sheet.iter_rows() for cell in row
    ]

    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)


def test_control_characters_are_replaced_by_visible_signs_everywhere() -> None:
    board = board_with(hostile(ViewKind.TABLE), title="a\x01b", comment="c\x01d")
    slide = list(reopened(presentation_bytes(board)).slides)[1]

    assert "a␁b" in said(slide)
    assert "c␁d" in spoken(slide)


def test_the_house_theme_is_wide_and_has_the_colours_of_the_palette() -> None:
    packed = PackedFiles(presentation_bytes(board_of(TWELVE[0])))
    theme = packed.read("ppt/theme/theme1.xml").decode()

    assert all(f'<a:srgbClr val="{colour.removeprefix("#")}"/>' in theme for colour in PALETTE.series)
    assert b'<p:sldSz cx="12192000" cy="6858000"/>' in packed.read("ppt/presentation.xml")


def template(*kept: str) -> bytes:
    """PowerPoint's own template with some of its layouts, and a slide that does not belong to us."""
    document = Presentation()
    document.slides.add_slide(document.slide_layouts[6])
    for layout in list(document.slide_layouts):
        if layout.element.get("type") not in {*kept, "blank"}:
            document.slide_layouts.remove(layout)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def test_a_template_of_ones_own_gives_masters_and_layouts_and_none_of_its_slides() -> None:
    content = presentation_bytes(board_of(*TWELVE), template("title", "secHead", "titleOnly"))
    document = reopened(content)

    assert len(document.slides) == len(TWELVE) + 1
    assert (document.slide_width, document.slide_height) == (9_144_000, 6_858_000)
    assert {slide.slide_layout.name for slide in document.slides} == {"Title Slide", "Title Only"}
    width = document.slide_width or 0
    assert [s.name for slide in document.slides for s in slide.shapes if s.left + s.width > width] == []


def test_a_layout_with_title_and_content_serves_where_there_is_none_with_a_title_only() -> None:
    document = reopened(presentation_bytes(board_of(TWELVE[0]), template("title", "secHead", "obj")))
    slide = list(document.slides)[1]

    assert slide.slide_layout.name == "Title and Content"
    assert [shape.name for shape in slide.placeholders if not said(slide)] == []


@pytest.mark.parametrize(
    ("kept", "missing"),
    [
        (("secHead", "titleOnly"), "Title Slide"),
        (("title", "titleOnly"), "Section Header"),
        (("title", "secHead"), "Title Only"),
        ((), "Title Slide, Section Header and Title Only"),
    ],
)
def test_a_template_that_lacks_a_layout_is_refused_with_its_name(kept: tuple[str, ...], missing: str) -> None:
    with pytest.raises(RefusedFileError) as refused:
        presentation_bytes(board_of(TWELVE[0], language="en"), template(*kept))

    assert refused.value.notice.what == f"The template lacks a layout: {missing}."


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 broken", b"%PDF-1.7"])
def test_what_is_no_presentation_is_refused_with_four_parts(content: bytes) -> None:
    with pytest.raises(RefusedFileError) as refused:
        presentation_bytes(board_of(TWELVE[0]), content)

    notice = refused.value.notice
    assert all((notice.what, notice.where, notice.expected, notice.remedy))


def test_a_logo_stands_on_the_cover_with_an_alternative() -> None:
    picture = BytesIO()
    Image.new("RGB", (400, 100), "#005F86").save(picture, "PNG")
    cover = next(iter(reopened(presentation_bytes(board_of(TWELVE[0]), beside=Beside(logo=picture.getvalue()))).slides))

    assert [shape.element.xpath(".//p:cNvPr/@descr") for shape in cover.shapes if shape.shape_type == 13] == [["Logo"]]


def test_a_logo_that_is_no_picture_is_refused() -> None:
    with pytest.raises(RefusedFileError):
        presentation_bytes(board_of(TWELVE[0]), beside=Beside(logo=b"<svg/>"))
