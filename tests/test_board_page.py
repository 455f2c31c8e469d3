"""The board page without a browser: composing, saving, flags, freezing, comparing, and what may not be done."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from components import editions as editions_on_pages
from components import store
from components.desk import permission
from loaders.boards.board import Board, Cover
from loaders.boards.editing import moved, reworded
from loaders.boards.frozen import freeze, frozen_editions
from loaders.boards.store import StoredBoard, board_names, board_path, create_board, read_board, save_board
from loaders.catalogue import read_catalogue
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language, wording
from tests.analyst import EMPLOYMENT
from tests.boards import FREEZING, THREE, small_copy
from tests.shown import entry_of, exhibits, open_page, read, tables

PAGE = entry_of("board")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    copy = small_copy(tmp_path / "data")
    for module in (store, editions_on_pages):
        monkeypatch.setattr(module, "PROJECT_DATA", copy)
    return copy


@pytest.fixture
def stored(folder: DataFolder) -> StoredBoard:
    return create_board(folder, "comite", THREE)


def board(folder: DataFolder, name: str = "comite") -> Board:
    found = read_board(folder, name)
    assert isinstance(found, StoredBoard)
    return found.board


def press(page: AppTest, label: str, language: Language = "en") -> AppTest:
    """Presses the button with that English label."""
    text = wording(language).say(label)
    (button,) = (one for one in page.button if read(one.label) == read(text))
    button.click().run()
    assert [error.value for error in page.exception] == []
    return page


def write(page: AppTest, key: str, text: str) -> AppTest:
    """Writes into a field of the page."""
    (field,) = (one for one in (*page.text_input, *page.text_area) if one.key == key)
    field.set_value(text).run()
    assert [error.value for error in page.exception] == []
    return page


def said(page: AppTest) -> list[str]:
    return [read(one.value) for one in (*page.success, *page.warning, *page.info)]


def headings(page: AppTest) -> list[str]:
    return [read(one.value) for one in (*page.header, *page.subheader)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_dossier_the_page_makes_the_first(folder: DataFolder, language: Language) -> None:
    page = open_page(PAGE, language)

    write(page, f"board_new_{language}", "Comité de juin")
    press(page, "Create", language)

    assert board_names(folder) == ("comite_de_juin",)
    assert board(folder, "comite_de_juin") == Board(language=language, cover=Cover(title="Comité de juin"))
    assert page.query_params["board"] == "comite_de_juin"
    press(page, "Add the figure", language)
    assert len(board(folder, "comite_de_juin").slides) == 1


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

    assert [slide.section for slide in board(folder).slides] == [None, "Next part", None, None]
    assert page.query_params["slide"] == "2"
    assert said(page) == ["Saved: slide 2 was added."]


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("label", "order", "place"), [("Down", (0, 2, 1), "3"), ("Up", (1, 0, 2), "1"), ("First", (1, 0, 2), "1")]
)
def test_buttons_move_a_slide_and_follow_it(folder: DataFolder, label: str, order: tuple[int, ...], place: str) -> None:
    page = press(open_page(PAGE, "en", board="comite", slide="2"), label)

    assert board(folder).slides == tuple(THREE.slides[number] for number in order)
    assert page.query_params["slide"] == place


@pytest.mark.usefixtures("stored")
def test_a_removed_slide_comes_back_with_undo(folder: DataFolder) -> None:
    page = press(open_page(PAGE, "en", board="comite", slide="2"), "Remove")
    removed = board(folder)

    press(page, "Undo")

    assert len(removed.slides) == 2
    assert board(folder) == THREE
    assert said(page) == ["The last change was taken back."]


@pytest.mark.usefixtures("stored")
def test_own_words_are_saved_at_once_and_stay_when_the_page_runs_again(folder: DataFolder) -> None:
    page = open_page(PAGE, "en", board="comite", slide="1")

    write(page, "slide_title_0_en", "Où sont les emplois")
    write(page, "slide_comment_0_en", "Une ligne.\n\nUne autre.")
    page.run()

    assert board(folder).slides[0].title == "Où sont les emplois"
    assert board(folder).slides[0].comment == "Une ligne.\n\nUne autre."
    assert "Où sont les emplois" in headings(page)
    write(page, "slide_title_0_en", "")
    assert board(folder).slides[0].title is None


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

    assert board(folder).slides[0].chosen == {"measure": "establishments_share"}


def test_who_saves_after_somebody_else_is_told_and_keeps_what_was_written(
    folder: DataFolder, stored: StoredBoard
) -> None:
    page = open_page(PAGE, "en", board="comite", slide="1")
    save_board(folder, stored, moved(THREE, 0, 2))

    write(page, "slide_title_0_en", "My title")

    assert board(folder) == moved(THREE, 0, 2)
    assert any(one.startswith("Somebody else has saved this dossier") for one in said(page))
    assert "My title" in [one.value for one in page.code]


@pytest.mark.usefixtures("stored")
def test_the_cover_is_changed(folder: DataFolder) -> None:
    page = open_page(PAGE, "en", board="comite")

    write(page, "cover_title_en", "Comité de novembre")
    page.date_input(key="cover_date_en").set_value(date(2026, 11, 26)).run()
    page.segmented_control(key="cover_language_en").set_value("en").run()

    changed = board(folder)
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
    assert board(folder) == THREE


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dossier_is_frozen_and_its_edition_opened_read_only(folder: DataFolder, language: Language) -> None:
    page = open_page(PAGE, language, board="comite")
    press(page, "Freeze", language)
    assert frozen_editions(folder, "comite") == ()

    page.text_input(key=f"freeze_author_{language}").set_value("Ada Martin")
    page.date_input(key=f"freeze_day_{language}").set_value(date(2026, 11, 26))
    press(page, "Freeze", language)
    assert frozen_editions(folder, "comite") == ("2026-11-26",)

    page = open_page(PAGE, language, board="comite", frozen="2026-11-26")
    (banner,) = (read(one.value) for one in page.info)
    assert "Ada Martin" in banner
    assert len(exhibits(page)) == 1
    assert not [one for one in page.button if one.key and one.key.startswith("slide_")]


def test_a_new_edition_of_the_data_is_told_and_the_frozen_one_stays(folder: DataFolder, stored: StoredBoard) -> None:
    freeze(read_catalogue(folder), stored, FREEZING)
    path = folder.parquet(EMPLOYMENT)
    rows = pl.read_parquet(path).with_columns(
        obs_value=pl.col("obs_value").fill_null(4.0), obs_status=pl.lit("A"), obs_qualifier=pl.lit("=")
    )
    rows.write_parquet(path)

    page = open_page(PAGE, "en", board="comite")
    old = open_page(PAGE, "en", board="comite", frozen="2026-11-26")

    assert any("4 gaps were filled." in read(one.value) for one in page.markdown)
    assert _values(page) == 8
    assert _values(old) == 4


def _values(page: AppTest) -> int:
    ((_, *rows),) = tables(exhibits(page)[0])
    return sum(row[1].isdecimal() for row in rows)


def test_a_frozen_edition_that_was_changed_says_so(folder: DataFolder, stored: StoredBoard) -> None:
    freeze(read_catalogue(folder), stored, FREEZING)
    (folder.boards / "comite.frozen/2026-11-26/indicators/private_funding.parquet").write_bytes(b"PAR1")

    page = open_page(PAGE, "en", board="comite", frozen="2026-11-26", slide="2")

    warnings = [read(one.value) for one in page.warning]
    assert any("indicators/private_funding.parquet" in one for one in warnings)
    assert any("rule file_unreadable" in one for one in warnings)


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("parameters", "name"),
    [
        ({"board": "other"}, "Dossier"),
        ({"board": "comite", "frozen": "2020-01-01"}, "State"),
        ({"board": "comite", "slide": "9"}, "Slide"),
        ({"board": "comite", "slide": "x"}, "Slide"),
    ],
)
def test_a_link_that_names_something_that_there_is_not_is_answered(parameters: dict[str, str], name: str) -> None:
    page = open_page(PAGE, "en", **parameters)

    assert any(f"under “{name}”" in one for one in said(page))
    assert len(exhibits(page)) == 1


def test_a_damaged_dossier_is_said_and_the_others_open(folder: DataFolder, stored: StoredBoard) -> None:
    board_path(folder, "broken").write_text("cover: [", encoding="utf-8")

    page = open_page(PAGE, "en", board="broken")
    other = open_page(PAGE, "en", board=stored.name)

    assert any("The dossier cannot be read" in one for one in said(page))
    assert len(exhibits(other)) == 1


def test_a_slide_in_trouble_says_why_and_the_others_work(folder: DataFolder, stored: StoredBoard) -> None:
    folder.parquet("private_funding").unlink()

    broken = open_page(PAGE, "en", board=stored.name, slide="2")
    whole = open_page(PAGE, "en", board=stored.name, slide="1")

    assert any("rule file_missing" in one for one in said(broken))
    assert (len(exhibits(broken)), len(exhibits(whole))) == (0, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_others_can_reach_the_server_a_dossier_is_read_only(
    stored: StoredBoard, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.setattr(permission, "is_open", lambda: False)

    page = open_page(PAGE, language, board=stored.name)

    assert len(exhibits(page)) == 1
    assert [one.label for one in (*page.button, *page.text_input, *page.text_area)] == []
    assert len([one for one in said(page) if "127.0.0.1" in one]) == 1


def test_hostile_words_stay_words(folder: DataFolder, stored: StoredBoard) -> None:
    hostile = "<script>alert(1)</script> **bold** [x](http://example.org) $a$ :red[b]"
    save_board(folder, stored, reworded(THREE, 0, "title", hostile))

    page = open_page(PAGE, "en", board=stored.name, slide="1")

    assert hostile in headings(page)
    assert [error.value for error in page.exception] == []
