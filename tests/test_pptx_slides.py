"""Presentations: every view of the catalogue in both languages, its texts, its alternatives, its notes."""

import pytest
from pptx.shapes.picture import Picture

from components.pptx.presentation import Beside, presentation_bytes
from components.pptx.style import TAGS
from loaders.boards.board import Board, Slide
from loaders.boards.resolved import ResolvedBoard, resolved
from loaders.language import LANGUAGES, Language
from tests.sample_data import exhibit_of, library
from tests.sample_presentations import COVER, all_shapes, board_of, reopened, said, slides_of, spoken

DATASETS = tuple(library().catalogue.declarations)


def views_of(dataset: str) -> list[str]:
    return [f"{dataset}/{view.id}" for view in library().catalogue.declaration(dataset).views]


@pytest.fixture(scope="module", params=[(name, language) for name in DATASETS for language in LANGUAGES], ids=str)
def board(request: pytest.FixtureRequest) -> ResolvedBoard:
    dataset, language = request.param
    return board_of(*views_of(dataset), language=language)


def test_every_view_is_a_slide_with_its_title_reading_source_and_alternatives(board: ResolvedBoard) -> None:
    document = reopened(presentation_bytes(board))
    slides = list(document.slides)[1:]

    assert len(slides) == len(board.slides)
    for slide, expected in zip(slides, board.slides, strict=True):
        exhibit = expected.exhibit
        assert exhibit is not None
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text == exhibit.title
        assert exhibit.reading in said(slide)
        assert exhibit.source_line in said(slide)
        assert all(warning in said(slide) for warning in exhibit.warnings)
        assert [shape.name for shape in all_shapes(slide) if not described(shape.element)] == []
        width, height = document.slide_width or 0, document.slide_height or 0
        assert [shape.name for shape in slide.shapes if shape.left < 0 or shape.left + shape.width > width] == []
        assert [shape.name for shape in slide.shapes if shape.top < 0 or shape.top + shape.height > height] == []
        assert {run.get("lang") for run in slide.element.iter("{*}rPr")} == {TAGS[board.language]}
        assert f"Commentaire sur {expected.slide.view}" in spoken(slide)
        assert exhibit.data_version in spoken(slide)
        assert all(line in spoken(slide) for line in exhibit.method)


def described(element: object) -> bool:
    return bool(element.xpath(".//p:cNvPr/@descr")[0])  # type: ignore[attr-defined]  # lxml has no types


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_a_long_table_is_in_the_notes(language: Language) -> None:
    board = board_of("fdi_rankings/all_figures", language=language)
    (slide,) = slides_of(board)
    exhibit = board.slides[0].exhibit

    assert exhibit is not None
    assert [mark.figure.spoken for mark in exhibit.marks if mark.figure.spoken not in spoken(slide)] == []


def test_a_table_that_is_cut_says_so_and_has_all_rows_in_the_notes() -> None:
    (slide,) = slides_of(board_of("fdi_rankings/all_figures", language="en"))

    assert "of 139 figures are shown; the notes of this slide hold all." in said(slide)
    assert len([line for line in spoken(slide).splitlines() if line.count(" | ") > 3]) == 140


def test_an_exhibit_without_any_value_comes_as_its_table_and_not_as_an_empty_chart() -> None:
    (slide,) = slides_of(board_of("ai_startup_challenges/challenge_shares"))

    assert not any(shape.has_chart for shape in slide.shapes)
    assert any(shape.has_table for shape in slide.shapes)


def test_the_cover_holds_title_place_and_date_and_sections_are_headings() -> None:
    board = resolved("s", Board(cover=COVER, slides=(Slide(section="Financer", comment="Deux mots"),)), library())
    cover, section = reopened(presentation_bytes(board)).slides

    assert said(cover) == "Conseil d’orientation\n26 novembre 2026, Saint-Ouen"
    assert said(section) == "Financer"
    assert spoken(section) == "Deux mots"


def test_a_slide_whose_view_is_gone_says_the_four_parts_of_why() -> None:
    board = board_of("private_funding/gone", "private_funding/region_amount")
    gone, whole = slides_of(board)
    notice = board.slides[0].trouble

    assert notice is not None
    for part in (notice.what, notice.where, notice.expected, notice.remedy):
        assert part in said(gone)
    assert exhibit_of("private_funding", "region_amount", {}, "fr").title in said(whole)


def test_the_link_in_the_notes_leads_to_the_exhibit_below_the_given_address() -> None:
    content = presentation_bytes(board_of("private_funding/region_amount"), beside=Beside(base="https://example.org/"))
    notes = spoken(list(reopened(content).slides)[1])

    assert "https://example.org/" in notes
    assert "private_funding/region_amount" in notes


def test_own_titles_and_sentences_take_the_place_of_the_computed_ones() -> None:
    slide = Slide(view="private_funding/region_amount", title="Mon titre", reading="Ma phrase.")
    (shown,) = slides_of(resolved("s", Board(cover=COVER, slides=(slide,)), library()))

    assert "Mon titre" in said(shown)
    assert "Ma phrase." in said(shown)


def test_what_office_has_no_chart_for_is_a_picture_beside_its_table_and_the_notes_say_so() -> None:
    board = board_of("private_funding/country_map", language="en")
    (slide,) = slides_of(board)
    (picture,) = (shape for shape in slide.shapes if isinstance(shape, Picture))
    exhibit = board.slides[0].exhibit

    assert exhibit is not None
    assert picture.element.xpath(".//p:cNvPr/@descr") == [exhibit.alt]
    assert any(shape.has_table for shape in slide.shapes)
    assert "Office has no chart of this kind" in spoken(slide)
    assert "Natural Earth" in said(slide)
