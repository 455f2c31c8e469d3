"""A presenter's own words held against the figure; every number of the starter dossier is one of its figures."""

from dataclasses import replace
from itertools import product

import pytest

from loaders.boards.board import Board, Cover, Slide
from loaders.boards.own_words import doubtful_numbers, unmatched_numbers
from loaders.boards.resolved import ResolvedBoard, resolved
from loaders.boards.store import StoredBoard, read_board
from loaders.catalogue import read_catalogue
from loaders.exhibit import Exhibit
from loaders.language import LANGUAGES, Language
from loaders.library import Library, read_library
from tests.boards import FUNDING, MAP
from tests.sample_data import SHIPPED

#: The starter dossier in the language in which its words are written.
STARTERS: dict[Language, str] = {"fr": "ile_de_france", "en": "health_innovation"}
WRITTEN_AND_SHOWN = pytest.mark.parametrize(("written", "language"), list(product(STARTERS, LANGUAGES)))


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(read_catalogue(SHIPPED))


def exhibit(library: Library, view: str, language: Language) -> Exhibit:
    board = Board(cover=Cover(title="x"), slides=(Slide(view=view),))
    found = resolved("x", board, library, language).slides[0].exhibit
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Les Hauts-de-Seine ont 39 % des emplois.", ()),
        ("Les Hauts-de-Seine ont 41 % des emplois.", ("41",)),
        ("Paris et les Hauts-de-Seine : 18 et 39 %, au 1er trimestre 2025.", ()),
        ("4 départements sur 8 sont chiffrés.", ()),
        ("Environ 40 % des emplois.", ()),
        ("Près de 40 % des emplois.", ()),
        ("Plus de 40 % des emplois.", ("40",)),
        ("Moins de 38 % des emplois.", ("38",)),
        ("Autour de 50 % des emplois.", ("50",)),
        ("39,5 % puis 41 % puis 41 %", ("39,5", "41")),
        ("Aucun nombre.", ()),
    ],
)
def test_numbers_that_the_figure_does_not_have_are_named_in_french(
    library: Library, sentence: str, numbers: tuple[str, ...]
) -> None:
    assert unmatched_numbers(sentence, exhibit(library, MAP, "fr"), "fr") == numbers


@pytest.mark.parametrize(
    ("language", "sentence", "numbers"),
    [
        ("fr", "La région a levé 3\N{NARROW NO-BREAK SPACE}000\N{NO-BREAK SPACE}M€.", ()),
        ("fr", "La région a levé 3 milliards d’euros.", ()),
        ("fr", "La région a levé 3 Md€, Zurich 800 millions.", ()),
        ("fr", "La région a levé 3 100 M€.", ("3 100",)),
        ("fr", "La région a levé 3 millions d’euros.", ("3",)),
        ("en", "The region raised €3,000M.", ()),
        ("en", "The region raised 3 billion euros, 2nd of 4.", ()),
        ("en", "The region raised €3,100M.", ("3,100",)),
        ("en", "The region raised about €3,100M.", ()),
        ("en", "The region raised €3.1bn.", ("3.1",)),
    ],
)
def test_numbers_are_read_in_the_format_of_the_language_with_their_unit(
    library: Library, language: Language, sentence: str, numbers: tuple[str, ...]
) -> None:
    shown = exhibit(library, FUNDING, language)
    others = replace(shown, reading="", note=None, warnings=())

    assert unmatched_numbers(sentence, others, language) == numbers


def test_a_fall_is_named_without_its_sign(library: Library) -> None:
    shown = exhibit(library, "private_funding/first_half_2025", "fr")

    assert unmatched_numbers("Le montant recule de 30 % en France.", shown, "fr") == ()
    assert unmatched_numbers("Le montant recule de 31 % en France.", shown, "fr") == ("31",)


def test_only_own_words_are_doubted(library: Library) -> None:
    slides = (Slide(view=MAP), Slide(view=MAP, title="99", reading="98 et 39"), Slide(section="97"), Slide(view="a/b"))
    board = resolved("x", Board(cover=Cover(title="x"), slides=slides), library)

    assert [doubtful_numbers(slide, "fr") for slide in board.slides] == [(), ("99", "98"), (), ()]


def starter(library: Library, written: Language, language: Language) -> ResolvedBoard:
    stored = read_board(SHIPPED, STARTERS[written])
    assert isinstance(stored, StoredBoard)
    assert stored.board.language == written
    return resolved(stored.name, stored.board, library, language)


@WRITTEN_AND_SHOWN
def test_every_slide_of_the_starter_dossier_shows_its_figure(
    library: Library, written: Language, language: Language
) -> None:
    board = starter(library, written, language)

    assert board.troubles == ()
    assert sum(slide.exhibit is not None for slide in board.slides) == 12
    assert sum(slide.is_section for slide in board.slides) == 4
    assert all(slide.title and (slide.is_section or (slide.reading and slide.comment)) for slide in board.slides)


@WRITTEN_AND_SHOWN
def test_every_number_of_the_starter_dossier_is_one_of_its_figures(
    library: Library, written: Language, language: Language
) -> None:
    for slide in starter(library, written, language).slides:
        assert doubtful_numbers(slide, written) == (), slide.title
        if slide.exhibit:
            assert unmatched_numbers(slide.comment, slide.exhibit, written) == (), slide.comment


def test_the_starter_dossiers_show_the_same_figures_in_the_same_order(library: Library) -> None:
    french, english = (
        [(slide.slide.view, slide.slide.chosen) for slide in starter(library, written, "fr").slides]
        for written in STARTERS
    )

    assert french == english
