"""Composing a dossier on its page, without a browser: adding, moving, writing, flags, the cover, whole dossiers."""

from datetime import date
from pathlib import Path

import pytest

from components import editions as editions_on_pages
from components import store
from loaders.boards.board import Board, Cover
from loaders.boards.editing import moved
from loaders.boards.store import StoredBoard, board_names, create_board, save_board
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language
from tests.board_on_page import PAGE, board_of, headings, press, said, write
from tests.boards import THREE, small_copy
from tests.shown import exhibits, open_page, read


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    copy = small_copy(tmp_path / "data")
    for module in (store, editions_on_pages):
        monkeypatch.setattr(module, "PROJECT_DATA", copy)
    return copy


@pytest.fixture
def stored(folder: DataFolder) -> StoredBoard:
    return create_board(folder, "comite", THREE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_dossier_the_page_makes_the_first(folder: DataFolder, language: Language) -> None:
    page = open_page(PAGE, language)

    write(page, f"board_new_{language}", "Comité de juin")
    press(page, "Create", language)

    assert board_names(folder) == ("comite_de_juin",)
    assert board_of(folder, "comite_de_juin") == Board(language=language, cover=Cover(title="Comité de juin"))
    assert page.query_params["board"] == "comite_de_juin"
    press(page, "Add the figure", language)
    assert len(board_of(folder, "comite_de_juin").slides) == 1


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slide_is_shown_with_its_figure_and_the_address_names_it(language: Language) -> None:
    page = open_page(PAGE, language, board="comite", slide="2")

    (shown,) = exhibits(page)
    assert shown.key == "exhibit_slide_2"
    assert page.query_params["slide"] == "2"
    assert said(page) == []


@pytest.mark.usefixtures("stored")
def test_a_link_to_the_dossier_is_offered() -> None:
    page = open_page(PAGE, "fr", board="comite")

    assert [one.value for one in page.code] == ["board?board=comite&lang=fr"]


@pytest.mark.usefixtures("stored")
def test_slides_are_added_after_the_one_that_is_shown(folder: DataFolder) -> None:
    page = open_page(PAGE, "en", board="comite", slide="1")

    write(page, "add_heading_en", "Next part")
    press(page, "Add the heading")

    assert [slide.section for slide in board_of(folder).slides] == [None, "Next part", None, None]
    assert page.query_params["slide"] == "2"
    assert said(page) == ["Saved: slide 2 was added."]


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("label", "order", "place"), [("Down", (0, 2, 1), "3"), ("Up", (1, 0, 2), "1"), ("First", (1, 0, 2), "1")]
)
def test_buttons_move_a_slide_and_follow_it(folder: DataFolder, label: str, order: tuple[int, ...], place: str) -> None:
    page = press(open_page(PAGE, "en", board="comite", slide="2"), label)

    assert board_of(folder).slides == tuple(THREE.slides[number] for number in order)
    assert page.query_params["slide"] == place


@pytest.mark.usefixtures("stored")
def test_a_removed_slide_comes_back_with_undo(folder: DataFolder) -> None:
    page = press(open_page(PAGE, "en", board="comite", slide="2"), "Remove")
    removed = board_of(folder)

    press(page, "Undo")

    assert len(removed.slides) == 2
    assert board_of(folder) == THREE
    assert said(page) == ["The last change was taken back."]


@pytest.mark.usefixtures("stored")
def test_own_words_are_saved_at_once_and_stay_when_the_page_runs_again(folder: DataFolder) -> None:
    page = open_page(PAGE, "en", board="comite", slide="1")

    write(page, "slide_title_0_en", "Où sont les emplois")
    write(page, "slide_comment_0_en", "Une ligne.\n\nUne autre.")
    page.run()

    assert board_of(folder).slides[0].title == "Où sont les emplois"
    assert board_of(folder).slides[0].comment == "Une ligne.\n\nUne autre."
    assert "Où sont les emplois" in headings(page)
    write(page, "slide_title_0_en", "")
    assert board_of(folder).slides[0].title is None


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_that_the_figure_does_not_have_is_flagged(language: Language) -> None:
    page = open_page(PAGE, language, board="comite", slide="1")
    key = f"slide_reading_0_{language}"

    write(page, key, "Les Hauts-de-Seine ont 39 % des emplois.")
    fine = [read(one.value) for one in page.warning]
    write(page, key, "Les Hauts-de-Seine ont 41 % des emplois.")

    (flag,) = (read(one.value) for one in page.warning)
    assert fine == []
    assert {"en": "does not have: 41.", "fr": "que la figure n’a pas : 41."}[language] in flag


@pytest.mark.usefixtures("stored")
def test_the_choices_of_a_figure_are_changed_in_the_dossier(folder: DataFolder) -> None:
    page = open_page(PAGE, "en", board="comite", slide="1")

    page.selectbox(key="slide_choice_0_measure_en").set_value("establishments_share").run()

    assert board_of(folder).slides[0].chosen == {"measure": "establishments_share"}


def test_who_saves_after_somebody_else_is_told_and_keeps_what_was_written(
    folder: DataFolder, stored: StoredBoard
) -> None:
    page = open_page(PAGE, "en", board="comite", slide="1")
    save_board(folder, stored, moved(THREE, 0, 2))

    write(page, "slide_title_0_en", "My title")

    assert board_of(folder) == moved(THREE, 0, 2)
    assert any(one.startswith("Somebody else has saved this dossier") for one in said(page))
    assert "My title" in [one.value for one in page.code]


@pytest.mark.usefixtures("stored")
def test_the_cover_is_changed(folder: DataFolder) -> None:
    page = open_page(PAGE, "en", board="comite")

    write(page, "cover_title_en", "Comité de novembre")
    page.date_input(key="cover_date_en").set_value(date(2026, 11, 26)).run()
    page.segmented_control(key="cover_language_en").set_value("en").run()

    changed = board_of(folder)
    assert (changed.cover.title, changed.cover.date, changed.language) == (
        "Comité de novembre",
        date(2026, 11, 26),
        "en",
    )


@pytest.mark.usefixtures("stored")
def test_a_dossier_is_duplicated_renamed_and_deleted(folder: DataFolder) -> None:
    page = press(open_page(PAGE, "en", board="comite"), "Duplicate")
    assert board_names(folder) == ("comite", "comite_copy")
    assert page.query_params["board"] == "comite_copy"

    write(page, "board_rename_comite_copy_en", "june")
    press(page, "Rename")
    assert board_names(folder) == ("comite", "june")

    page.checkbox(key="board_sure_june_en").check().run()
    press(page, "Delete")
    assert board_names(folder) == ("comite",)
    assert board_of(folder) == THREE
