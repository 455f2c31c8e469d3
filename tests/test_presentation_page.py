"""The page of a presentation without a browser: its slides, what the controls are told, links that are wrong."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from components import editions as editions_on_pages
from components import store
from loaders.boards.board import Board, Cover, Slide
from loaders.boards.frozen import freeze
from loaders.boards.store import StoredBoard, board_path, create_board
from loaders.catalogue import read_catalogue
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language, wording
from tests.boards import FREEZING, THREE, small_copy
from tests.shown import entry_of, open_page, read

PAGE = entry_of("present")
BOTH_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """A copy of the data with the dossier `comite`, which the application reads."""
    copy = small_copy(tmp_path / "data")
    for module in (store, editions_on_pages):
        monkeypatch.setattr(module, "PROJECT_DATA", copy)
    create_board(copy, "comite", THREE)
    return copy


def present(language: Language, **parameters: str) -> AppTest:
    """A presentation in which nothing failed."""
    page = open_page(PAGE, language, **parameters)
    assert [error.value for error in page.exception] == []
    return page


def told(page: AppTest) -> dict[str, Any]:
    """What the controls are told."""
    (controls,) = (
        node.proto
        for node in page.main
        if node.type == "bidi_component" and node.proto.component_name == "presentation"
    )
    content: dict[str, Any] = json.loads(controls.json)["controls"]
    return content


def headings(page: AppTest) -> list[str]:
    return [read(one.value) for one in (*page.header, *page.subheader)]


@BOTH_LANGUAGES
def test_every_slide_of_the_starter_dossier_is_laid_out_with_title_picture_and_source(language: Language) -> None:
    page = present(language, board="ile_de_france")

    slides = told(page)["slides"]
    assert [slide["number"] for slide in slides] == list(range(17))
    assert {read(slide["title"]) for slide in slides} <= set(headings(page))
    beginning = read(wording(language).say("Source: {sources}", sources=""))
    assert sum(read(caption.value).startswith(beginning) for caption in page.caption) == 12
    assert len(page.get("plotly_chart")) == 11
    assert list(page.warning) == []


@BOTH_LANGUAGES
def test_the_comment_is_told_to_the_presenter_and_stands_on_no_slide(folder: DataFolder, language: Language) -> None:
    comment = "Ce que seule la présidente doit lire"
    slide = next(one for one in THREE.slides if one.section is None).model_copy(update={"comment": comment})
    create_board(folder, "said", THREE.model_copy(update={"slides": (slide,)}))

    page = present(language, board="said")

    assert told(page)["slides"][1]["comment"] == comment
    assert not any(comment in read(str(one.value)) for one in (*page.markdown, *page.caption))


@BOTH_LANGUAGES
def test_a_slide_in_trouble_says_its_four_parts_and_the_others_are_shown(
    folder: DataFolder, language: Language
) -> None:
    gone = Slide(view="employment_by_department/nothing")
    create_board(folder, "gone", THREE.model_copy(update={"slides": (*THREE.slides, gone)}))

    page = present(language, board="gone")

    (notice,) = [read(one.value) for one in page.warning]
    words = wording(language)
    assert all(f"**{words.say(part)}**" in notice for part in ("Where", "Expected", "What to do"))
    assert len(told(page)["slides"]) == len(THREE.slides) + 2
    assert len(page.get("plotly_chart")) == len(present(language, board="comite").get("plotly_chart"))


@BOTH_LANGUAGES
@pytest.mark.parametrize("asked", [{"board": "nothing"}, {"board": "comite", "frozen": "1999-01-01"}])
def test_a_dossier_or_edition_that_there_is_not_is_said_and_others_are_offered(
    folder: DataFolder, language: Language, asked: dict[str, str]
) -> None:
    assert board_path(folder, "comite").exists()

    page = present(language, **asked)

    assert len(page.warning) == 1
    assert [read(title.value) for title in page.title] == [wording(language).say("Present a dossier")]
    assert len(page.get("page_link")) >= 1


def test_a_damaged_dossier_is_said_and_left_alone(folder: DataFolder) -> None:
    path = board_path(folder, "comite")
    path.write_bytes(b"slides: [")

    page = present("en", board="comite")

    assert len(page.warning) == 1
    assert path.read_bytes() == b"slides: ["


@BOTH_LANGUAGES
@pytest.mark.parametrize("asked", ["99", "-1", "abc", "²", ""])
@pytest.mark.usefixtures("folder")
def test_a_slide_that_there_is_not_is_said_and_the_cover_is_shown(language: Language, asked: str) -> None:
    controls = told(present(language, board="comite", slide=asked))

    assert controls["start"] == 0
    assert len(controls["notices"]) == 1
    assert asked in controls["notices"][0]


@pytest.mark.usefixtures("folder")
def test_a_slide_and_a_role_of_the_address_are_taken_over_and_an_unknown_role_is_said() -> None:
    controls = told(present("en", board="comite", slide="2", role="presenter"))
    wrong = told(present("en", board="comite", role="boss"))

    assert (controls["start"], controls["role"], controls["notices"]) == (2, "presenter", [])
    assert wrong["role"] == "audience"
    assert "boss" in wrong["notices"][0]


@pytest.mark.usefixtures("folder")
def test_each_slide_has_a_link_to_itself() -> None:
    for slide in told(present("en", board="comite"))["slides"]:
        asked = parse_qs(urlsplit(slide["link"]).query)
        assert asked == {"board": ["comite"], "lang": ["en"], "slide": [str(slide["number"])]}


@BOTH_LANGUAGES
def test_what_has_changed_since_the_meeting_before_is_the_last_slide(folder: DataFolder, language: Language) -> None:
    stored = StoredBoard(name="comite", board=THREE, digest="")
    assert len(told(present(language, board="comite"))["slides"]) == len(THREE.slides) + 1
    frozen = freeze(read_catalogue(folder), stored, replace(FREEZING, day=date(2026, 5, 1)))

    page = present(language, board="comite")
    before = present(language, board="comite", frozen=frozen)

    words = wording(language)
    assert told(page)["slides"][-1]["title"] == words.say("What has changed")
    assert read(words.say("Nothing has changed: the same slides show the same figures.")) in [
        read(one.value).removeprefix("- ") for one in page.markdown
    ]
    assert len(told(before)["slides"]) == len(THREE.slides) + 1


@BOTH_LANGUAGES
def test_a_tilted_map_is_drawn_with_its_names_and_a_key_figure_stands_large(
    folder: DataFolder, language: Language
) -> None:
    views = ("employment_by_department/departement_columns", "employment_structure/total_jobs")
    create_board(folder, "others", THREE.model_copy(update={"slides": tuple(Slide(view=view) for view in views)}))

    page = present(language, board="others")

    assert list(page.warning) == []
    (picture,) = (node for node in page.main if "image" in node.type or "img" in node.type)
    assert picture.proto.imgs[0].alt
    assert any("92" in read(one.value) for one in page.markdown if len(read(one.value)) < 20)


def test_a_dossier_without_slides_is_its_cover(folder: DataFolder) -> None:
    create_board(folder, "empty", Board(cover=Cover(title="Rien encore", place="Paris", date=date(2026, 11, 26))))

    page = present("fr", board="empty")

    assert headings(page) == ["Rien encore"]
    assert "26 novembre 2026, Paris" in [read(one.value) for one in page.markdown]


def test_hostile_words_of_a_dossier_stay_words(folder: DataFolder) -> None:
    hostile = "<script>alert(1)</script> [x](javascript:alert(1)) $x$"
    create_board(folder, "hostile", Board(cover=Cover(title=hostile), slides=(Slide(section=hostile),)))

    page = present("en", board="hostile")

    assert headings(page) == [hostile, hostile]
    assert told(page)["slides"][1]["title"] == hostile


def test_filters_change_one_slide_and_the_way_back_restores_the_view_of_the_dossier() -> None:
    page = present("en", board="ile_de_france")
    dossier = headings(page)

    (level,) = (one for one in page.button_group if one.key == "asked_ile_de_france_today_10_geo_level_en")
    level.set_value("country").run()

    mark = wording("en").say("Selection of the discussion, not that of the dossier")
    changed = headings(page)
    assert mark in [read(one.value) for one in page.markdown]
    assert [after for after in changed if after not in dossier] == ["Foreign investment in health: ranking"]

    (back,) = (one for one in page.button if one.key == "asked_ile_de_france_today_10_back_en")
    back.click().run()

    assert headings(page) == dossier
    assert mark not in [read(one.value) for one in page.markdown]


@BOTH_LANGUAGES
def test_a_logo_that_is_not_there_is_said_on_the_cover(folder: DataFolder, language: Language) -> None:
    create_board(folder, "logo", Board(cover=Cover(title="Comité", logo="region.svg"), slides=()))

    page = present(language, board="logo")

    said = read(wording(language).say("The logo {file} is not there, or is none.", file="region.svg"))
    assert said in [read(caption.value) for caption in page.caption]
