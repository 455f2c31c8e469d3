"""The command line of the data layer: what it answers, and with which exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from loaders.__main__ import main
from loaders.folder import DataFolder
from loaders.parquet_file import write_parquet
from tests.analyst import told
from tests.sample_data import BEDS, ROOT, ROWS, SHIPPED, Row, frame, row, sample_folder

ACCEPTED, REFUSED, MISUSED = 0, 1, 2

#: Three mistakes of three kinds.
BROKEN = [
    *ROWS,
    row("FR101", "beds", 2.0),
    row("FR104", "beds", -1.0),
    row("FR105", "beds", 1.0, source_id="hearsay"),
]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with the invented dataset."""
    return sample_folder(tmp_path / "data")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A file of the invented dataset with three mistakes."""
    path = tmp_path / f"{BEDS}.parquet"
    write_parquet(frame(BROKEN), path)
    return path


def run(folder: DataFolder, *arguments: str) -> int:
    """Runs a command on a data folder."""
    return main([*arguments, "--data", str(folder.root)])


def test_list_names_each_dataset_with_its_coverage(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(folder, "list")

    name, observations, gaps, version, *title = capsys.readouterr().out.split()
    assert code == ACCEPTED
    assert (name, observations, gaps, " ".join(title)) == (BEDS, "6", "1", "Hospital beds")
    assert len(version) == 12


def test_list_marks_a_dataset_that_cannot_be_read_and_says_why(
    folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.parquet(BEDS).write_bytes(b"garbage")

    code = run(folder, "list")

    printed = capsys.readouterr()
    assert code == ACCEPTED
    assert "! 1" in printed.out
    assert f"dataset {BEDS}, file {BEDS}.parquet, rule file_unreadable" in printed.err


def test_list_says_what_it_leaves_out(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    (folder.catalogue / "broken.yaml").write_text("id: broken", encoding="utf-8")
    folder.parquet("stray").write_bytes(b"")

    run(folder, "list")

    reported = capsys.readouterr().err
    assert "dataset broken, file broken.yaml, rule declaration_invalid" in reported
    assert "file stray.parquet, rule file_undeclared" in reported


@pytest.mark.parametrize(("language", "title"), [("fr", "Lits d’hôpital"), ("en", "Hospital beds")])
def test_list_answers_in_json_in_either_language(
    folder: DataFolder, capsys: pytest.CaptureFixture[str], language: str, title: str
) -> None:
    code = run(folder, "list", "--json", "--lang", language)

    (listed,) = json.loads(capsys.readouterr().out)
    assert code == ACCEPTED
    assert listed | {"version": ""} == {
        "dataset": BEDS,
        "title": title,
        "observations": 6,
        "gaps": 1,
        "version": "",
        "findings": 0,
    }


def test_describe_tells_an_analyst_what_a_file_may_hold(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(folder, "describe", BEDS)

    assert code == ACCEPTED
    assert capsys.readouterr().out.splitlines() == [
        "hospital_beds: Hospital beds",
        "Beds and staff by département.",
        "  ref_area: Area [area]",
        "  specialty: Specialty [surgery, medicine]",
        "  time_period: Period [period]",
        "  beds: Beds (beds, count)",
        "  staff: Staff (staff, count)",
        "  staff_per_bed: Staff per bed (staff, ratio)",
        "  beds_share: Share of beds (%, share)",
        "  outlook: Outlook (beds, sign)",
        "  staff_per_bed_recomputed: Staff per bed, recomputed (staff, ratio)",
        "  beds_ranking: Beds by département (ranking)",
        "  all_figures: All figures (table)",
    ]


def test_describe_answers_in_json(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    run(folder, "describe", BEDS, "--json")

    described = json.loads(capsys.readouterr().out)
    assert described["id"] == BEDS
    assert described["measures"][0]["id"] == "beds"


def test_an_unknown_dataset_is_a_misuse_with_a_hint(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(folder, "describe", "hospital_bed")

    assert code == MISUSED
    assert capsys.readouterr().err == "unknown dataset 'hospital_bed'; known: hospital_beds\n"


def test_a_dataset_whose_declaration_is_invalid_is_not_merely_unknown(
    folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.catalogue / "broken.yaml").write_text("id: broken", encoding="utf-8")

    code = run(folder, "describe", "broken")

    assert code == MISUSED
    assert "The declaration of this dataset is not valid: title: Field required" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("en", "hospital_beds.parquet: accepted as hospital_beds.\n"),
        ("fr", "hospital_beds.parquet\N{NO-BREAK SPACE}: accepté comme hospital_beds.\n"),
    ],
)
def test_a_valid_file_is_accepted(
    folder: DataFolder, capsys: pytest.CaptureFixture[str], language: str, answer: str
) -> None:
    code = run(folder, "validate", str(folder.parquet(BEDS)), "--lang", language)

    assert (code, capsys.readouterr().out) == (ACCEPTED, answer)


@pytest.mark.parametrize("named", [(), ("--dataset", BEDS)], ids=["by its content", "by name"])
def test_a_file_of_another_name_is_held_against_its_dataset(
    folder: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str], named: tuple[str, ...]
) -> None:
    path = tmp_path / "new numbers.parquet"
    path.write_bytes(folder.parquet(BEDS).read_bytes())

    assert run(folder, "validate", str(path), *named) == ACCEPTED
    assert capsys.readouterr().out == "new numbers.parquet: accepted as hospital_beds.\n"


def test_a_refused_file_is_answered_with_all_findings_in_four_parts(
    folder: DataFolder, broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(folder, "validate", str(broken))

    place = f"dataset {BEDS}, file {BEDS}.parquet"
    assert code == REFUSED
    assert capsys.readouterr().out.splitlines() == [
        f"{BEDS}.parquet: refused.",
        "blocks: Several rows say different things of the same: FR101 surgery 2024 beds",
        f"  {place}, column measure, rule key_duplicate, 2 rows (the first: 1, 7)",
        "  Expected: One row for each combination of dimensions and measure, unless a contradiction is declared.",
        "  What to do: Remove the rows that are too many, or declare the contradiction.",
        "blocks: Values are outside the range of the measure: beds -1.0",
        f"  {place}, column obs_value, rule value_out_of_range, 1 row (the first: 8)",
        "  Expected: A value in the range 0 … 10000.",
        "  What to do: Check unit and scale; correct the values, or the range in the declaration.",
        "blocks: Sources are not among those that the declaration names: hearsay",
        f"  {place}, column source_id, rule source_unknown, 1 row (the first: 9)",
        "  Expected: One of the sources mediscope-2025.",
        "  What to do: Correct the source, or add it to the declaration and to data/figures/sources.csv.",
    ]


def test_a_refused_file_is_answered_in_json(
    folder: DataFolder, broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(folder, "validate", str(broken), "--json", "--lang", "fr")

    verdict = json.loads(capsys.readouterr().out)
    assert code == REFUSED
    assert (verdict["file"], verdict["dataset"], verdict["accepted"]) == (f"{BEDS}.parquet", BEDS, False)
    assert [(one["rule"], one["column"], one["rows"]) for one in verdict["findings"]] == [
        ("key_duplicate", "measure", [1, 7]),
        ("value_out_of_range", "obs_value", [8]),
        ("source_unknown", "source_id", [9]),
    ]
    assert {one["severity"] for one in verdict["findings"]} == {"blocks"}
    assert all(one[part] for one in verdict["findings"] for part in ("what", "where", "expected", "remedy"))


@pytest.mark.parametrize(
    ("wrong", "rule", "column"),
    [
        (row("XX", "beds", 1.0), "area_unmatched", "ref_area"),
        (row("FR106", "beds", 1.0, specialty="XX"), "code_unknown", "specialty"),
        (row("FR106", "XX", 1.0), "measure_unknown", "measure"),
    ],
    ids=["area", "code", "measure"],
)
def test_a_name_that_is_not_known_is_told_with_its_column_and_row(
    folder: DataFolder, broken: Path, wrong: Row, rule: str, column: str
) -> None:
    write_parquet(frame([*ROWS, wrong]), broken)

    said = told(folder, "validate", broken, "--json")

    (found,) = said.content["findings"]
    assert said.code == REFUSED
    assert (found["rule"], found["column"], found["rows"], found["found"]) == (rule, column, [7], ["XX"])


@pytest.mark.parametrize("command", ["validate", "diff", "declare"])
def test_a_file_that_is_not_there_is_a_misuse(
    folder: DataFolder, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    path = folder.root / f"{BEDS}.parquet"

    code = run(folder, command, str(path))

    assert (code, capsys.readouterr().err) == (MISUSED, f"{path}: there is no such file\n")


def test_validating_touches_nothing(folder: DataFolder, broken: Path) -> None:
    before = {path: path.read_bytes() for path in folder.root.rglob("*") if path.is_file()}

    run(folder, "validate", str(broken))

    assert {path: path.read_bytes() for path in folder.root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("arguments", [[], ["destroy"], ["list", "--lang", "de"], ["describe"], ["list", "extra"]])
def test_a_misused_command_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)

    assert raised.value.code == MISUSED
    assert "usage: python -m loaders" in capsys.readouterr().err


def test_the_command_runs_from_the_folder_of_the_project() -> None:
    command = [sys.executable, "-m", "loaders", "list", "--json"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert {one["dataset"] for one in json.loads(done.stdout)} == {
        path.stem for path in SHIPPED.catalogue.glob("*.yaml")
    }
    assert done.stderr == ""
