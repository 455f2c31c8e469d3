"""The command line of dossiers: freeze and compare, for people and for programs."""

from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import polars as pl
import pytest

from components.board.__main__ import main
from loaders.boards.frozen import FrozenBoard, read_frozen
from loaders.boards.store import board_path, create_board
from loaders.folder import DataFolder
from tests.analyst import EMPLOYMENT, Said
from tests.boards import THREE, small_copy


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    copy = small_copy(tmp_path / "data")
    create_board(copy, "comite", THREE)
    return copy


def told(folder: DataFolder, *arguments: str) -> Said:
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([*arguments, "--data", str(folder.root)])
    return Said(code=code, out=out.getvalue(), err=err.getvalue())


def freeze(folder: DataFolder, *arguments: str) -> Said:
    return told(folder, "freeze", "comite", "--date", "2026-11-26", *arguments)


def fill_gaps(folder: DataFolder) -> None:
    path = folder.parquet(EMPLOYMENT)
    rows = pl.read_parquet(path).with_columns(
        obs_value=pl.col("obs_value").fill_null(4.0), obs_status=pl.lit("A"), obs_qualifier=pl.lit("=")
    )
    rows.write_parquet(path)


def test_a_dossier_is_frozen_and_its_edition_named(folder: DataFolder) -> None:
    said = freeze(folder, "--note", "Essai", "--author", "Ada Martin", "--lang", "en")
    again = freeze(folder, "--json")

    found = read_frozen(folder, "comite", "2026-11-26")
    assert (said.code, said.out, said.err) == (0, "Frozen: comite@2026-11-26.\n", "")
    assert again.content == {"edition": "comite@2026-11-26-2"}
    assert isinstance(found, FrozenBoard)
    assert (found.statement.author, found.statement.note) == ("Ada Martin", "Essai")


def test_two_states_are_compared_in_both_languages(folder: DataFolder) -> None:
    freeze(folder)
    fill_gaps(folder)

    french = told(folder, "compare", "comite@2026-11-26", "comite")
    english = told(folder, "compare", "comite@2026-11-26", "comite", "--lang", "en")
    content = told(folder, "compare", "comite@2026-11-26", "comite", "--lang", "en", "--json").content

    assert (french.code, english.code) == (0, 0)
    assert "  4 lacunes ont été comblées.\n" in french.out
    assert "comite: edition of 26 November 2026 → today\n  4 gaps were filled.\n" in english.out
    assert "Yvelines, Q1 2025, Share of jobs | new coverage: no value" in english.out
    assert (content["name"], content["unchanged"]) == ("comite", 2)
    assert content["slides"][0]["table"]["rows"][0][1] == "new coverage"


def test_an_edition_that_was_changed_is_compared_and_the_change_said(folder: DataFolder) -> None:
    freeze(folder)
    (folder.boards / "comite.frozen/2026-11-26/catalogue/more.yaml").write_text("id: more", encoding="utf-8")

    said = told(folder, "compare", "comite@2026-11-26", "comite", "--lang", "en")

    assert said.code == 0
    assert "catalogue/more.yaml" in said.err


def test_a_damaged_dossier_is_refused_in_four_parts_and_left_alone(folder: DataFolder) -> None:
    board_path(folder, "comite").write_text("cover: [", encoding="utf-8")

    said = freeze(folder, "--lang", "en")
    as_json = freeze(folder, "--json")

    assert said.code == 1
    assert all(part in said.err for part in ("cannot be read", "file comite.yaml", "Expected:", "What to do:"))
    assert as_json.content["rule"] == "board_invalid"
    assert board_path(folder, "comite").read_text(encoding="utf-8") == "cover: ["


def test_a_damaged_edition_is_refused(folder: DataFolder) -> None:
    freeze(folder)
    (folder.boards / "comite.frozen/2026-11-26/board.yaml").unlink()

    said = told(folder, "compare", "comite", "comite@2026-11-26", "--lang", "en")

    assert (said.code, "board.yaml" in said.err) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [("freeze", "other"), ("compare", "comite@2020-01-01", "comite"), ("compare", "comite", "other")],
)
def test_a_name_that_there_is_not_is_misuse(folder: DataFolder, arguments: tuple[str, ...]) -> None:
    said = told(folder, *arguments)

    assert (said.code, said.out) == (2, "")
    assert "known: comite" in said.err or "it has none" in said.err


@pytest.mark.parametrize("arguments", [(), ("freeze",), ("freeze", "comite", "--date", "soon"), ("compare", "comite")])
def test_wrong_options_are_misuse(folder: DataFolder, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as error:
        told(folder, *arguments)

    assert error.value.code == 2
