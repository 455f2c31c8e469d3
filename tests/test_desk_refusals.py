"""What the commands of the data desk refuse, and how they say that they were misused."""

from pathlib import Path

import pytest

from loaders.folder import DataFolder
from loaders.parquet_file import write_parquet
from tests.analyst import EMPLOYMENT, MAPPING, Said, project_copy, told
from tests.published import shown
from tests.sample_data import BEDS, ROWS, frame, row, sample_folder

REFUSED, MISUSED = 1, 2
#: More than a third of the beds of one département are gone: a jump, which needs a decision.
JUMPED = [row("FR101", "beds", 12.0), *ROWS[1:]]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with the invented dataset, never published."""
    return sample_folder(tmp_path / "data")


@pytest.fixture
def jumped(tmp_path: Path) -> Path:
    """A file with a finding that needs a decision."""
    path = tmp_path / "new.parquet"
    write_parquet(frame(JUMPED), path)
    return path


def published(folder: DataFolder, path: Path, *more: str) -> Said:
    """Publishes a file as ada."""
    return told(folder, "publish", path, "--label", "Q2", "--comment", "new figures", "--author", "ada", *more)


def test_no_confirmation_overrides_a_finding_that_blocks(folder: DataFolder, jumped: Path) -> None:
    write_parquet(frame([row("FR104", "beds", -1.0)]), jumped)
    before = shown(folder)

    said = published(folder, jumped, "--confirm", "value_out_of_range", "--json")

    assert (said.code, said.rules, shown(folder)) == (REFUSED, ["value_out_of_range"], before)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("rollback", BEDS, "7"), f"{BEDS} has no edition 7; it has 0"),
        (("rollback", "nothing", "0"), f"unknown dataset 'nothing'; known: {BEDS}"),
        (("history", "nothing"), f"unknown dataset 'nothing'; known: {BEDS}"),
        (("template", "nothing", "--out", "form.xlsx"), f"unknown dataset 'nothing'; known: {BEDS}"),
        (("validate", "{file}", "--dataset", "nothing"), f"unknown dataset 'nothing'; known: {BEDS}"),
        (("diff", "{file}", "--dataset", "nothing"), f"unknown dataset 'nothing'; known: {BEDS}"),
        (("publish", "{file}", "--label", "a", "--dataset", "nothing"), f"unknown dataset 'nothing'; known: {BEDS}"),
        (("import", "{file}", "--out", "o.parquet", "--mapping", "no.yaml"), "no.yaml: [Errno 2]"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_what_there_is_not_is_a_misuse(
    folder: DataFolder, jumped: Path, arguments: tuple[str, ...], problem: str
) -> None:
    said = told(folder, *(argument.format(file=jumped) for argument in arguments), "--json")

    assert (said.code, said.out) == (MISUSED, "")
    assert said.err.startswith(problem)


def test_a_mapping_of_another_dataset_is_a_misuse(tmp_path: Path, jumped: Path) -> None:
    folder = project_copy(tmp_path / "data")
    mapping = tmp_path / "map.yaml"
    mapping.write_text(MAPPING, encoding="utf-8")

    said = told(folder, "validate", jumped, "--dataset", EMPLOYMENT, "--mapping", mapping)

    assert (said.code, said.err) == (MISUSED, f"{mapping}: of {BEDS}, not of {EMPLOYMENT}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("publish", "f"),
        ("publish", "f", "--label", " "),
        ("publish", "f", "--label", "a", "--author", ""),
        ("publish", "f", "--label", "a", "--confirm", "everything"),
        ("rollback", BEDS, "first"),
        ("template", BEDS, "--out", "f", "--format", "ods"),
        ("import", "f"),
    ],
    ids=" ".join,
)
def test_a_command_that_says_too_little_is_a_misuse(folder: DataFolder, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as raised:
        told(folder, *arguments)

    assert raised.value.code == MISUSED


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        (("template", BEDS, "--out", "{place}"), "nowhere/form.xlsx"),
        (("validate", "{file}", "--report", "{place}"), "nowhere/report.xlsx"),
        (("import", "{file}", "--out", "{place}"), "nowhere/out.parquet"),
    ],
    ids=["template", "validate", "import"],
)
def test_a_place_that_cannot_be_written_is_a_refusal(
    folder: DataFolder, jumped: Path, arguments: tuple[str, ...], place: str
) -> None:
    (jumped.parent / "nowhere").write_bytes(b"a file where a folder should be")
    target = jumped.parent / place

    said = told(folder, *(argument.format(file=jumped, place=target) for argument in arguments), "--json")

    assert said.code == REFUSED
    assert "nowhere" in said.content["error"]
    assert "nowhere" in said.err


def test_a_damaged_history_is_a_refusal(folder: DataFolder, jumped: Path) -> None:
    published(folder, jumped, "--confirm", "jump")
    (folder.editions / BEDS / "history.jsonl").write_text("{", encoding="utf-8")
    before = shown(folder)

    codes = [
        told(folder, *arguments).code
        for arguments in (("history", BEDS), ("rollback", BEDS, "0"), ("publish", folder.parquet(BEDS), "--label", "a"))
    ]

    assert codes == [REFUSED, REFUSED, REFUSED]
    assert shown(folder) == before


def test_a_mapping_that_cannot_be_read_names_what_is_wrong(folder: DataFolder, tmp_path: Path, jumped: Path) -> None:
    mapping = tmp_path / "map.yaml"
    mapping.write_text(MAPPING.replace("scale: 1", "scale: -1"), encoding="utf-8")

    said = told(folder, "validate", jumped, "--mapping", mapping)

    assert (said.code, said.err) == (
        MISUSED,
        f"{mapping}: units.beds.scale: Input should be greater than 0\n",
    )


def test_a_file_that_cannot_be_read_gets_a_verdict_in_place_of_a_declaration(
    folder: DataFolder, tmp_path: Path
) -> None:
    path = tmp_path / "doctors.parquet"
    path.write_bytes(b"PAR1 and nothing else")

    said = told(folder, "declare", path, "--json")

    assert said.code == REFUSED
    assert len(said.rules) == 1
    assert told(folder, "declare", path).out.startswith("doctors.parquet: refused.\nblocks: ")
