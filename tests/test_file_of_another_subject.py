"""Files of a subject that the project does not have: declared by themselves, asked about, or refused with a reason."""

from pathlib import Path

import polars as pl
import pytest
import yaml

from loaders.catalogue import read_catalogue
from loaders.declaration import Declaration
from loaders.editions.edition import Published
from loaders.finding import Rule
from loaders.folder import DataFolder
from loaders.intake.desk import Told
from loaders.intake.intake import Intake, take_in
from loaders.intake.publication import NotAcceptedError, publish_intake
from loaders.intake.question import QuestionKind
from loaders.library import read_library
from loaders.parquet_file import write_parquet
from loaders.subjects.self_declared import write_self_declared
from tests.analyst import EMPLOYMENT, desk_of, project_copy
from tests.published import NOW, SAID
from tests.sample_data import BEDS, ROWS, SAMPLES, declaration, frame, row, sample_folder

NEW = [*ROWS, row("FR104", "beds", 61.0)]
#: What an analyst gets from elsewhere: right in itself, and of no dataset of the project.
FOREIGN = pl.DataFrame({"station": ["A1", "B2"], "year": [2023, 2024], "rainfall_mm": [612.5, 580.0]})


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with the invented dataset, never published."""
    return sample_folder(tmp_path / "data")


def taken_in(path: Path, folder: DataFolder, dataset: str | None = None) -> Intake:
    """The file as far as it gets today."""
    return take_in(path, desk_of(folder), Told(dataset=dataset))


def test_a_file_with_its_declaration_in_the_footer_becomes_a_dataset(tmp_path: Path) -> None:
    folder = project_copy(tmp_path / "data")
    path = tmp_path / "beds.parquet"
    write_self_declared(frame(ROWS), declaration(), path)

    taken = taken_in(path, folder)
    done = publish_intake(taken, SAID, folder, NOW)

    assert taken.subject == declaration()
    assert isinstance(done, Published)
    assert (done.edition.number, done.replaced) == (1, None)
    read = read_library(read_catalogue(folder))
    assert read.all_findings == ()
    made = read.dataset(BEDS)
    assert made is not None
    assert len(made.observations) == len(ROWS)
    assert read.catalogue.declaration(BEDS) == declaration()


def test_a_declared_dataset_is_not_changed_by_the_footer_of_a_file(folder: DataFolder, tmp_path: Path) -> None:
    text = (SAMPLES / f"{BEDS}.yaml").read_text(encoding="utf-8").replace("Hospital beds", "Hotel beds")
    renamed = Declaration.model_validate(yaml.safe_load(text))
    before = (folder.catalogue / f"{BEDS}.yaml").read_bytes()
    path = tmp_path / "beds.parquet"
    write_self_declared(frame(NEW), renamed, path)

    taken = taken_in(path, folder)
    publish_intake(taken, SAID, folder, NOW)

    assert taken.subject is None
    assert (folder.catalogue / f"{BEDS}.yaml").read_bytes() == before


def test_a_new_subject_with_a_finding_that_blocks_declares_nothing(tmp_path: Path) -> None:
    folder = project_copy(tmp_path / "data")
    path = tmp_path / "beds.parquet"
    write_self_declared(frame([row("FR104", "beds", -1.0)]), declaration(), path)

    taken = taken_in(path, folder)

    assert [one.rule for one in taken.findings] == [Rule.VALUE_OUT_OF_RANGE]
    with pytest.raises(NotAcceptedError):
        publish_intake(taken, SAID, folder, NOW)
    assert not (folder.catalogue / f"{BEDS}.yaml").exists()
    assert not folder.parquet(BEDS).exists()


def test_an_unknown_file_is_asked_about(tmp_path: Path) -> None:
    folder = project_copy(tmp_path / "data")
    path = tmp_path / "rain.parquet"
    FOREIGN.write_parquet(path)

    taken = taken_in(path, folder)

    assert taken.proposal is not None
    (question,) = taken.proposal.questions
    assert question.kind is QuestionKind.DATASET
    assert question.proposed is None
    assert not taken.verdict.accepted


@pytest.mark.parametrize("dataset", sorted(one.stem for one in (SAMPLES.parents[1] / "data/catalogue").glob("*.yaml")))
def test_an_unknown_file_is_published_as_none_of_the_datasets(tmp_path: Path, dataset: str) -> None:
    folder = project_copy(tmp_path / "data")
    path = tmp_path / f"{dataset}.parquet"
    FOREIGN.write_parquet(path)
    before = folder.parquet(dataset).read_bytes()

    taken = taken_in(path, folder, dataset)

    assert taken.findings
    assert not taken.verdict.accepted
    with pytest.raises(NotAcceptedError):
        publish_intake(taken, SAID, folder, NOW)
    assert folder.parquet(dataset).read_bytes() == before


def test_a_dataset_in_the_place_of_another_is_refused_as_off_the_subject(tmp_path: Path) -> None:
    folder = project_copy(tmp_path / "data")
    path = tmp_path / f"{EMPLOYMENT}.parquet"
    held = pl.read_parquet(folder.parquet(EMPLOYMENT))
    write_parquet(held.with_columns(ref_area=pl.lit("US"), measure=pl.lit("stars")), path)

    taken = taken_in(path, folder)

    assert taken.verdict.blocking
    assert {one.rule for one in taken.findings} <= {Rule.OFF_SUBJECT, Rule.MEASURE_UNKNOWN}
