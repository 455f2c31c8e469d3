"""Dossiers as files: readable, whole, and never saved over what somebody else has saved."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.boards.board import Board, Comparison, Cover, Slide
from loaders.boards.board_text import as_yaml, read_board_text, slug
from loaders.boards.editing import added, chosen_anew, moved, reworded, without
from loaders.boards.frozen import freeze
from loaders.boards.logos import LARGEST_LOGO, keep_logo, logo_content, logo_problem
from loaders.boards.store import (
    RefusedBoardError,
    StoredBoard,
    board_names,
    create_board,
    delete_board,
    free_name,
    read_board,
    rename_board,
    save_board,
)
from loaders.catalogue import read_catalogue
from loaders.finding import Finding, Rule
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, wording
from loaders.notice import notice
from tests.boards import FREEZING, THREE, small_copy
from tests.sample_data import SHIPPED

PNG = SHIPPED.root.parent / "static" / "favicon.png"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4" fill="#005f86"/></svg>'

texts = st.text(max_size=60)
identifiers = st.from_regex(r"[a-z][a-z0-9_]{0,10}", fullmatch=True)
codes = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.+/-]{0,10}", fullmatch=True)
chosen = st.dictionaries(identifiers, codes, max_size=3)
words = st.fixed_dictionaries({"title": st.none() | texts, "reading": st.none() | texts, "comment": texts})
slides = st.one_of(
    st.builds(lambda a, b, c, w: Slide(view=f"{a}/{b}", chosen=c, **w), identifiers, identifiers, chosen, words),
    st.builds(
        lambda a, b, c, w: Slide(explore=Comparison(dataset=a, measure=b, category=b), chosen=c, **w),
        identifiers,
        identifiers,
        chosen,
        words,
    ),
    st.builds(lambda text, comment: Slide(section=text, comment=comment), texts, texts),
)
boards = st.builds(
    lambda title, day, place, language, shown: Board(
        language=language, cover=Cover(title=title, date=day, place=place), slides=tuple(shown)
    ),
    texts,
    st.none() | st.dates(),
    texts,
    st.sampled_from(LANGUAGES),
    st.lists(slides, max_size=5),
)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


def refusal(error: pytest.ExceptionInfo[RefusedBoardError]) -> Rule:
    return error.value.finding.rule


@given(boards)
def test_a_dossier_reads_back_as_it_was_written(board: Board) -> None:
    assert read_board_text(as_yaml(board).encode(), "x.yaml") == board


def test_the_file_is_for_people() -> None:
    board = Board(
        cover=Cover(title="Comité", date=date(2026, 11, 26)),
        slides=(Slide(view="beds/map", chosen={"measure": "beds"}, comment="Première ligne.\n\nSeconde ligne."),),
    )

    assert as_yaml(board) == (
        "form: 1\nlanguage: fr\ncover:\n  title: Comité\n  date: 2026-11-26\nslides:\n- view: beds/map\n  chosen:\n"
        "    measure: beds\n  comment: |-\n    Première ligne.\n\n    Seconde ligne.\n"
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"cover: [",
        b"\xff\xfe",
        b"- 1",
        b"cover: {title: x}\nslides: [{view: a/b, section: c}]",
        b"cover: {title: x}\nunknown: 1",
        b"cover: {title: x, date: 2026-02-31}",
        b"cover: {title: x, logo: ../x.png}",
        b"cover: &a {title: x}\nslides: [*a]",
        b"cover: " + b"[" * 2000,
        b"!!python/object/apply:os.system [ls]",
        b"cover: {title: " + b"x" * 3_000_000 + b"}",
    ],
)
def test_a_damaged_file_is_a_finding_in_four_parts_and_stays_as_it_is(folder: DataFolder, content: bytes) -> None:
    folder.boards.mkdir()
    (folder.boards / "damaged.yaml").write_bytes(content)

    found = read_board(folder, "damaged")

    assert isinstance(found, Finding)
    assert found.rule is Rule.BOARD_INVALID
    for language in LANGUAGES:
        parts = notice(found, wording(language))
        assert all((parts.what, parts.where, parts.expected, parts.remedy))
    assert (folder.boards / "damaged.yaml").read_bytes() == content
    assert board_names(folder) == ("damaged",)


def test_a_dossier_that_there_is_not_is_said(folder: DataFolder) -> None:
    create_board(folder, "one", THREE)

    found = read_board(folder, "other")

    assert isinstance(found, Finding)
    assert (found.rule, found.expected) == (Rule.BOARD_MISSING, ("one",))


@pytest.mark.parametrize("name", ["../one", "One", "", "1", "a b", "é", "x" * 65])
def test_a_name_that_is_none_is_refused(folder: DataFolder, name: str) -> None:
    with pytest.raises(RefusedBoardError) as error:
        create_board(folder, name, THREE)

    assert refusal(error) is Rule.BOARD_NAME_INVALID
    assert isinstance(read_board(folder, name), Finding)


def test_of_two_who_save_the_second_is_told_and_loses_nothing_of_the_first(folder: DataFolder) -> None:
    create_board(folder, "one", THREE)
    ada, ben = (read_board(folder, "one") for _ in range(2))
    assert isinstance(ada, StoredBoard)
    assert isinstance(ben, StoredBoard)

    saved = save_board(folder, ada, without(ada.board, 0))
    with pytest.raises(RefusedBoardError) as error:
        save_board(folder, ben, moved(ben.board, 0, 1))

    assert refusal(error) is Rule.BOARD_OVERTAKEN
    assert read_board(folder, "one") == saved


def test_who_saves_a_dossier_that_was_deleted_meanwhile_is_told(folder: DataFolder) -> None:
    seen = create_board(folder, "one", THREE)
    delete_board(folder, seen)

    with pytest.raises(RefusedBoardError) as error:
        save_board(folder, seen, THREE)

    assert refusal(error) is Rule.BOARD_OVERTAKEN
    assert board_names(folder) == ()


def test_a_taken_name_is_refused_and_a_free_one_is_found(folder: DataFolder) -> None:
    create_board(folder, "comite_2026", THREE)

    with pytest.raises(RefusedBoardError) as error:
        create_board(folder, "comite_2026", Board(cover=Cover(title="x")))

    assert refusal(error) is Rule.BOARD_NAME_TAKEN
    assert free_name(folder, "Comité 2026") == "comite_2026_2"
    assert free_name(folder, "2026 !") == "dossier"


def test_a_renamed_dossier_keeps_its_frozen_editions(tmp_path: Path) -> None:
    folder = small_copy(tmp_path / "data")
    seen = create_board(folder, "one", THREE)
    freeze(read_catalogue(folder), seen, FREEZING)

    renamed = rename_board(folder, seen, "other")

    assert board_names(folder) == ("other",)
    assert read_board(folder, "other") == renamed
    with pytest.raises(RefusedBoardError) as error:
        delete_board(folder, renamed)
    assert refusal(error) is Rule.BOARD_HAS_EDITIONS
    assert board_names(folder) == ("other",)


@pytest.mark.parametrize(
    ("title", "name"),
    [("Île-de-France, 2026", "ile_de_france_2026"), ("  2026 : l’œuvre", "l_oeuvre"), ("!?", ""), ("日本", "")],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    assert slug(title) == name


@given(boards, st.integers(0, 9), st.integers(-2, 9))
def test_moving_keeps_every_slide_and_the_order_of_the_others(board: Board, place: int, to: int) -> None:
    if not board.slides:
        return
    place %= len(board.slides)

    after = moved(board, place, to)

    target = min(max(to, 0), len(board.slides) - 1)
    assert after.slides[target] == board.slides[place]
    assert without(after, target) == without(board, place)


def test_slides_are_added_and_reworded() -> None:
    more = added(THREE, (Slide(section="New"),), 1)
    own = reworded(more, 0, "title", "Own title")

    assert [slide.section for slide in more.slides][:2] == [None, "New"]
    assert own.slides[0].title == "Own title"
    assert reworded(own, 0, "title", "") == more
    assert chosen_anew(THREE, 0, {"measure": "jobs_share"}).slides[0].chosen == {"measure": "jobs_share"}


def test_a_logo_is_kept_under_a_plain_name(folder: DataFolder) -> None:
    kept = keep_logo(folder, "Région Île-de-France.PNG", PNG.read_bytes())

    assert kept == "region_ile_de_france.png"
    assert logo_content(folder.boards, "region_ile_de_france.png") == PNG.read_bytes()
    assert keep_logo(folder, "logo.svg", SVG) == "logo.svg"
    assert logo_content(folder.boards, "other.png") is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.png", b"GIF89a"),
        ("x.png", PNG.read_bytes()[:40]),
        ("x.png", b"\x89PNG\r\n\x1a\n" + b"0" * LARGEST_LOGO),
        ("x.gif", PNG.read_bytes()),
        ("x.svg", PNG.read_bytes()),
        ("x.svg", b"<html></html>"),
        ("x.svg", SVG.replace(b"<rect", b"<script>alert(1)</script><rect")),
        ("x.svg", SVG.replace(b"<rect", b"<rect onload='alert(1)'")),
        ("x.svg", SVG.replace(b"<rect", b"<image href='http://example.org/x.png'/><rect")),
        ("x.svg", SVG.replace(b"#005f86", b"url(http://example.org/x)")),
        ("x.svg", b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG),
    ],
)
def test_a_file_that_could_do_harm_is_no_logo(folder: DataFolder, name: str, content: bytes) -> None:
    found = keep_logo(folder, name, content)

    assert isinstance(found, Finding)
    assert found.rule is Rule.LOGO_INVALID
    assert logo_problem(name, content) == found
    assert not (folder.boards / "logos").exists()
