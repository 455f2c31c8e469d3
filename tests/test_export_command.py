"""`python -m components.export`: a folder for a printer, an index for machines, exit codes, four-part refusals."""

import hashlib
import json
from pathlib import Path

import pytest

from components.export.__main__ import main
from components.export.index import Index
from tests.orders import RANKING
from tests.sample_data import BEDS, sample_folder

BERLIN = "private_funding/region_amount"


def index_in(folder: Path) -> Index:
    """The index of a folder."""
    return Index.model_validate_json((folder / "index.json").read_bytes())


def test_every_format_of_a_view_lies_in_the_folder_with_its_checksum(tmp_path: Path) -> None:
    chosen = ["--view", BERLIN, "--select", "time_period=2024", "--format", "svg,pdf,png,csv", "--lang", "fr,en"]

    assert main([*chosen, "--out", str(tmp_path), "--day", "2026-11-26"]) == 0
    index = index_in(tmp_path)

    assert index.failed == ()
    assert {(one.form, one.language) for one in index.files} == {
        (form, language) for form in ("svg", "pdf", "png", "csv") for language in ("fr", "en")
    }
    assert all(one.view == BERLIN and ("time_period", "2024") in one.selection and one.alt for one in index.files)
    assert {one.file: one.checksum for one in index.files} == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in tmp_path.iterdir()
        if path.name != "index.json"
    }


def test_two_runs_leave_the_same_bytes(tmp_path: Path) -> None:
    for name in ("first", "second"):
        main(["--view", RANKING, "--format", "svg,pdf,png", "--out", str(tmp_path / name), "--day", "2026-11-26"])

    first, second = (sorted((tmp_path / name).iterdir()) for name in ("first", "second"))
    assert [path.name for path in first] == [path.name for path in second]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_all_takes_every_view_of_the_catalogue(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")

    code = main(["--all", "--format", "svg", "--data", str(folder.root), "--out", str(tmp_path / "out")])

    assert code == 0
    assert {one.view for one in index_in(tmp_path / "out").files} == {f"{BEDS}/beds_ranking", f"{BEDS}/all_figures"}


def test_one_that_fails_is_named_and_the_others_are_delivered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["--view", RANKING, "--view", "employment/nothing", "--lang", "en", "--out", str(tmp_path)])

    index = index_in(tmp_path)
    assert code == 1
    assert [one.view for one in index.files] == [RANKING]
    assert [one.view for one in index.failed] == ["employment/nothing"]
    assert capsys.readouterr().err.splitlines()[0] == "There is no view “employment/nothing”."


def test_an_unknown_view_is_answered_with_those_of_a_similar_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--view", "employment_by_department/maps", "--lang", "en", "--out", str(tmp_path)])

    assert "employment_by_department/map," in capsys.readouterr().err


def test_a_size_that_is_too_small_is_answered_with_the_least_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    code = main(["--view", RANKING, "--size", "60x20mm", "--lang", "en", "--out", str(out)])

    assert code == 1
    assert "At least" in capsys.readouterr().err
    assert not out.exists()


def test_a_folder_that_cannot_be_written_is_said_in_four_parts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    code = main(["--view", RANKING, "--lang", "en", "--out", str(tmp_path / "file" / "out")])

    lines = capsys.readouterr().err.splitlines()
    assert code == 1
    assert lines[0].startswith("The file could not be written")
    assert len(lines) == 4


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--view", RANKING],
        ["--all", "--out", "x", "--format", "gif"],
        ["--all", "--out", "x", "--lang", "de"],
        ["--all", "--out", "x", "--select", "measure"],
        ["--all", "--out", "x", "--size", "85mm", "--preset", "column"],
        ["--all", "--out", "x", "--size", "large"],
    ],
)
def test_a_misused_command_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert capsys.readouterr().err


def test_check_looks_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    code = main(["--view", RANKING, "--check", "--json", "--lang", "fr,en"])

    assert code == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []
    assert list(tmp_path.iterdir()) == []
