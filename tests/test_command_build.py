"""`python -m loaders build`: what it says it wrote, and what it says it could not."""

import shutil
from pathlib import Path

import pytest

from loaders.__main__ import main
from loaders.folder import DataFolder
from tests.sample_data import BEDS, SHIPPED, sample_folder

ACCEPTED, REFUSED = 0, 1


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with the invented dataset and the boundaries of the project."""
    made = sample_folder(tmp_path / "data")
    for path in SHIPPED.geo.glob("*.geojson"):
        shutil.copy(path, made.geo)
    return made


def test_each_written_file_is_named(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["build", "--data", str(folder.root)])

    printed = capsys.readouterr()
    assert (code, printed.err) == (ACCEPTED, "")
    assert printed.out.splitlines()[0] == f"indicators/{BEDS}.parquet"
    assert {Path(line).name for line in printed.out.splitlines()[1:]} == {
        "idf_departements.json",
        "fr_departements.json",
        "fr_regions.json",
        "europe_regions.json",
        "europe_countries.json",
    }


def test_a_slip_in_a_transcription_is_named(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder.figures / f"{BEDS}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("rising", "soaring"), encoding="utf-8")

    code = main(["build", "--data", str(folder.root)])

    assert code == REFUSED
    assert capsys.readouterr().err == "hospital_beds.csv line 11 column value: 'soaring' is no number\n"


def test_a_declaration_that_cannot_be_built_from_is_not_passed_over(
    folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.catalogue / "broken.yaml").write_text("id: broken", encoding="utf-8")

    code = main(["build", "--data", str(folder.root)])

    printed = capsys.readouterr()
    assert code == REFUSED
    assert f"indicators/{BEDS}.parquet" in printed.out
    assert "dataset broken, file broken.yaml, rule declaration_invalid" in printed.err
