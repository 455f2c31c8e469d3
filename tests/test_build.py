"""Building turns transcriptions into Parquet files that are the same each time, and never leaves half a file."""

import os
import shutil
from pathlib import Path

import polars as pl
import pytest

from loaders.build import ContractBrokenError, build
from loaders.finding import Rule
from loaders.folder import DataFolder
from loaders.parquet_file import write_parquet
from loaders.transcription import TranscriptionError
from tests.sample_data import BEDS, ROWS, SHIPPED, frame, sample_folder


def contents(folder: Path, pattern: str) -> dict[str, bytes]:
    """The bytes of the files of a folder by name."""
    return {path.name: path.read_bytes() for path in folder.glob(pattern)}


def with_boundaries(folder: DataFolder) -> DataFolder:
    """The folder with the boundaries of the project."""
    for path in SHIPPED.geo.glob("*.geojson"):
        shutil.copy(path, folder.geo)
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """A folder with the inputs of the project alone, built once."""
    folder = DataFolder(tmp_path_factory.mktemp("built"))
    for place, shipped in (
        (folder.catalogue, SHIPPED.catalogue),
        (folder.codelists, SHIPPED.codelists),
        (folder.figures, SHIPPED.figures),
    ):
        shutil.copytree(shipped, place)
    folder.geo.mkdir()
    list(build(with_boundaries(folder)))
    return folder


def test_the_committed_indicators_are_what_a_fresh_build_makes(built: DataFolder) -> None:
    assert contents(built.indicators, "*") == contents(SHIPPED.indicators, "*")


def test_the_committed_maps_are_what_a_fresh_build_makes(built: DataFolder) -> None:
    assert contents(built.geo / "projected", "*") == contents(SHIPPED.geo / "projected", "*")


def test_building_again_changes_no_byte_and_touches_no_indicator(built: DataFolder) -> None:
    before = contents(built.indicators, "*")
    for path in built.indicators.iterdir():
        os.utime(path, (0, 0))

    written = list(build(built))

    assert contents(built.indicators, "*") == before
    assert {path.stat().st_mtime for path in built.indicators.iterdir()} == {0}
    assert {path for path in written if path.suffix == ".parquet"} == set(built.indicators.iterdir())


def test_a_changed_figure_changes_its_file_alone(tmp_path: Path, built: DataFolder) -> None:
    folder = DataFolder(shutil.copytree(built.root, tmp_path / "data"))
    path = folder.figures / "private_funding.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("FR10,region,2024,all,amount,480,", "FR10,region,2024,all,amount,481,")
    )
    before = contents(folder.indicators, "*")

    list(build(folder))

    after = contents(folder.indicators, "*")
    assert {name for name in after if after[name] != before[name]} == {"private_funding.parquet"}
    assert 481.0 in pl.read_parquet(folder.parquet("private_funding"))["obs_value"]


def test_a_refused_transcription_leaves_the_old_file(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")
    before = folder.parquet(BEDS).read_bytes()
    path = folder.figures / f"{BEDS}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("120", "a hundred"), encoding="utf-8")

    with pytest.raises(TranscriptionError, match="'a hundred' is no number"):
        list(build(folder))

    assert folder.parquet(BEDS).read_bytes() == before


def test_a_write_that_breaks_off_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "beds.parquet"
    write_parquet(frame(ROWS), path)
    before = path.read_bytes()

    write_bytes = Path.write_bytes

    def break_off(place: Path, content: bytes) -> None:
        write_bytes(place, content[: len(content) // 2])
        message = "no space left on device"
        raise OSError(message)

    monkeypatch.setattr(Path, "write_bytes", break_off)
    with pytest.raises(OSError, match="no space left"):
        write_parquet(frame(ROWS[:1]), path)

    assert path.read_bytes() == before
    assert list(tmp_path.glob("*.parquet")) == [path]


def test_figures_that_break_the_contract_leave_the_old_file(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")
    before = folder.parquet(BEDS).read_bytes()
    path = folder.figures / f"{BEDS}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("FR101", "FR999"), encoding="utf-8")

    with pytest.raises(ContractBrokenError) as error:
        list(build(folder))

    assert [(one.rule, one.dataset) for one in error.value.findings] == [(Rule.CODE_UNKNOWN, BEDS)]
    assert folder.parquet(BEDS).read_bytes() == before


def test_what_is_written_is_what_was_given(tmp_path: Path) -> None:
    write_parquet(frame(ROWS), tmp_path / "beds.parquet")

    assert pl.read_parquet(tmp_path / "beds.parquet").rows(named=True) == ROWS
