"""`python -m components.board build`: all files of a dossier, what could not be made as a list, and exit codes."""

import hashlib
import json
from pathlib import Path

import pytest

from components.board.__main__ import main
from components.board.formats import DossierFormat
from loaders.boards.board import Board, Cover, Slide
from loaders.boards.board_text import as_yaml
from tests.sample_data import BEDS, sample_folder
from tests.sample_dossiers import LOGO
from tests.sample_presentations import reopened, said

GOOD = Board(
    cover=Cover(title="Lits", logo="logo.png"),
    slides=(Slide(section="Début"), Slide(view=f"{BEDS}/beds_ranking"), Slide(view=f"{BEDS}/all_figures")),
)
TROUBLED = GOOD.model_copy(update={"slides": (*GOOD.slides, Slide(view=f"{BEDS}/gone", title="Disparue"))})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A data folder with two dossiers, one of them with a slide whose view is gone."""
    folder = sample_folder(tmp_path / "data")
    (folder.boards / "logos").mkdir(parents=True)
    (folder.boards / "logos" / "logo.png").write_bytes(LOGO.content)
    (folder.boards / "good.yaml").write_text(as_yaml(GOOD), encoding="utf-8")
    (folder.boards / "troubled.yaml").write_text(as_yaml(TROUBLED), encoding="utf-8")
    return folder.root


def build(root: Path, name: str, *arguments: str) -> int:
    """Runs the command on a dossier of the folder; files go beside it."""
    file = str(root / "boards" / f"{name}.yaml")
    return main(["build", file, "--data", str(root), "--out", str(root / "out"), *arguments])


def test_a_dossier_is_made_in_every_format(root: Path) -> None:
    assert build(root, "good", "--lang", "en") == 0

    assert {path.name for path in (root / "out").iterdir()} == {f"good-en.{form}" for form in DossierFormat}


def test_only_the_formats_that_are_named_are_made_and_two_runs_agree(root: Path) -> None:
    assert build(root, "good", "--formats", "xlsx, pdf") == 0
    first = {path.name: path.read_bytes() for path in (root / "out").iterdir()}
    assert build(root, "good", "--formats", "xlsx,pdf") == 0

    assert {path.name: path.read_bytes() for path in (root / "out").iterdir()} == first
    assert set(first) == {"good-fr.pdf", "good-fr.xlsx"}


def test_a_slide_in_trouble_is_listed_and_the_rest_is_made(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = build(root, "troubled", "--formats", "xlsx", "--lang", "en")

    said = capsys.readouterr()
    assert code == 1
    assert said.out.splitlines() == ["troubled-en.xlsx"]
    assert said.err.splitlines()[:3] == [
        "Slide 4: Disparue",
        "  The view of this slide no longer exists.",
        f"  Where: view {BEDS}/gone",
    ]


def test_the_answer_for_machines_has_files_versions_and_troubles(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(root, "troubled", "--formats", "xlsx", "--json")

    answer = json.loads(capsys.readouterr().out)
    content = (root / "out" / "troubled-fr.xlsx").read_bytes()
    assert answer["files"] == [
        {"file": "troubled-fr.xlsx", "format": "xlsx", "checksum": hashlib.sha256(content).hexdigest()}
    ]
    assert set(answer["versions"]) == {BEDS}
    assert [(one["slide"], bool(one["remedy"])) for one in answer["troubles"]] == [(4, True)]


def test_a_template_that_lacks_a_layout_is_refused_and_the_other_files_are_made(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template = root / "region.pptx"
    template.write_bytes(b"no presentation")

    code = build(root, "good", "--lang", "en", "--formats", "pptx,xlsx", "--template", str(template))

    said = capsys.readouterr()
    assert code == 1
    assert said.out.splitlines() == ["good-en.xlsx"]
    assert said.err.splitlines()[0] == "PPTX"
    assert len(said.err.splitlines()) == 5


def test_a_log_is_free_of_progress(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(root, "good", "--formats", "xlsx")

    assert capsys.readouterr().err == ""


def test_damaged_yaml_is_refused_in_four_parts_and_left_alone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damaged = b"form: 1\ncover: {title: [\n"
    (root / "boards" / "good.yaml").write_bytes(damaged)

    code = build(root, "good", "--lang", "en")

    assert code == 1
    assert len(capsys.readouterr().err.splitlines()) >= 4
    assert (root / "boards" / "good.yaml").read_bytes() == damaged
    assert not (root / "out").exists()


def test_a_frozen_edition_and_what_has_changed_since_it_are_made(root: Path) -> None:
    assert main(["freeze", "good", "--date", "2026-11-02", "--data", str(root)]) == 0
    (root / "boards" / "good.yaml").write_text(as_yaml(TROUBLED), encoding="utf-8")

    assert build(root, "good", "--formats", "xlsx", "--frozen", "2026-11-02") == 0
    assert build(root, "good", "--since", "2026-11-02") == 1
    assert {path.name for path in (root / "out").iterdir()} == {
        "good-2026-11-02-fr.xlsx",
        *(f"good-fr.{form}" for form in DossierFormat),
    }
    assert "Disparue" in (root / "out" / "good-fr.html").read_text(encoding="utf-8").split('id="slide-5"')[1]
    last = list(reopened((root / "out" / "good-fr.pptx").read_bytes()).slides)[-1]
    assert "Ce qui a changé depuis l’édition du 2 novembre 2026" in said(last)
    assert "Diapositive 4 : Disparue".replace(" :", "\N{NO-BREAK SPACE}:") in said(last)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--formats", "docx"],
        ["--formats", ""],
        ["--frozen", "2020-01-01"],
        ["--since", "2020-01-01"],
        ["--template", "none.pptx"],
    ],
)
def test_a_misused_command_ends_with_two(root: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert build(root, "good", *arguments) == 2
    assert capsys.readouterr().err


def test_a_file_that_is_not_there_is_misuse(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(root, "nothing") == 2
    assert "nothing.yaml" in capsys.readouterr().err
