"""The states of a dossier on its page: frozen, changed, damaged, in trouble, read-only; links and hostile words."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from components import editions as editions_on_pages
from components import store
from components.desk import permission
from loaders.boards.editing import reworded
from loaders.boards.frozen import freeze, frozen_editions
from loaders.boards.store import StoredBoard, board_path, create_board, save_board
from loaders.catalogue import read_catalogue
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language
from tests.analyst import EMPLOYMENT
from tests.board_on_page import PAGE, headings, press, said
from tests.boards import FREEZING, THREE, small_copy
from tests.shown import exhibits, open_page, read, tables


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    copy = small_copy(tmp_path / "data")
    for module in (store, editions_on_pages):
        monkeypatch.setattr(module, "PROJECT_DATA", copy)
    return copy


@pytest.fixture
def stored(folder: DataFolder) -> StoredBoard:
    return create_board(folder, "comite", THREE)


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dossier_is_frozen_and_its_edition_opened_read_only(folder: DataFolder, language: Language) -> None:
    page = open_page(PAGE, language, board="comite")
    press(page, "Freeze", language)
    assert frozen_editions(folder, "comite") == ()

    page.text_input(key=f"freeze_author_{language}").set_value("Ada Martin")
    page.date_input(key=f"freeze_day_comite_{language}").set_value(date(2026, 11, 26))
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
    # Taking away changes nothing.
    ways = [one for one in (*page.button, *page.text_input, *page.text_area) if not str(one.key).startswith("take_")]
    assert [one.label for one in ways] == []
    assert len([one for one in said(page) if "127.0.0.1" in one]) == 1


def test_hostile_words_stay_words(folder: DataFolder, stored: StoredBoard) -> None:
    hostile = "<script>alert(1)</script> **bold** [x](http://example.org) $a$ :red[b]"
    save_board(folder, stored, reworded(THREE, 0, "title", hostile))

    page = open_page(PAGE, "en", board=stored.name, slide="1")

    assert hostile in headings(page)
    assert [error.value for error in page.exception] == []
