"""Two datasets whose tables have the same columns: each keeps its answers, and the analyst says which one is meant."""

from pathlib import Path

import pytest
import yaml

from loaders.folder import DataFolder
from loaders.intake.desk import Told
from loaders.intake.intake import take_in
from loaders.intake.mapping import mapping_path, write_mapping
from loaders.intake.question import QuestionKind
from tests.analyst import desk_of, told
from tests.desk_page import chooser, lay_down, press, publish, says, serve
from tests.raw_tables import answer_all
from tests.sample_data import BEDS, sample_folder
from tests.test_desk_layout import ANSWERS, TABLE

COTS = "hospital_cots"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """A data folder with two datasets of the same columns, and the answers for a table of each."""
    made = sample_folder(tmp_path / "data")
    text = (made.catalogue / f"{BEDS}.yaml").read_text(encoding="utf-8")
    cots = yaml.safe_load(text.replace("Hospital beds", "Hospital cots")) | {"id": COTS}
    del cots["transcription"]
    (made.catalogue / f"{COTS}.yaml").write_text(yaml.safe_dump(cots, allow_unicode=True), encoding="utf-8")
    made.parquet(COTS).write_bytes(made.parquet(BEDS).read_bytes())
    serve(made, monkeypatch)
    return made


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table that could be of either."""
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def keep(folder: DataFolder, table: Path, *datasets: str) -> None:
    """Keeps the answers for a table as one of each dataset; the status tells them apart."""
    desk = desk_of(folder)
    for dataset in datasets:
        asked = take_in(table, desk, Told(dataset=dataset)).table
        assert asked is not None
        status = "A" if dataset == BEDS else "P"
        mapping, _ = answer_all(asked, desk.catalogue, dataset, {**ANSWERS, "status": status})
        write_mapping(mapping, mapping_path(mapping, folder))


def test_the_dataset_is_asked_where_several_fit_and_those_stand_first(folder: DataFolder, table: Path) -> None:
    keep(folder, table, BEDS, COTS)

    taken = take_in(table, desk_of(folder))

    assert taken.proposal is not None
    (question,) = taken.proposal.questions
    assert question.kind is QuestionKind.DATASET
    assert set(question.choices[:2]) == {BEDS, COTS}


@pytest.mark.parametrize(("dataset", "status"), [(BEDS, "A"), (COTS, "P")])
def test_each_dataset_has_its_own_answers(folder: DataFolder, table: Path, dataset: str, status: str) -> None:
    keep(folder, table, BEDS, COTS)

    taken = take_in(table, desk_of(folder), Told(dataset=dataset))

    assert taken.frame is not None
    assert set(taken.frame["obs_status"]) == {status}


def test_where_one_fits_nothing_is_asked(folder: DataFolder, table: Path) -> None:
    keep(folder, table, COTS)

    taken = take_in(table, desk_of(folder))

    assert (taken.dataset, taken.proposal, taken.answered) == (COTS, None, True)


def test_the_command_line_takes_the_dataset_that_is_named(folder: DataFolder, table: Path, tmp_path: Path) -> None:
    keep(folder, table, BEDS, COTS)
    out = tmp_path / "out.parquet"

    asked = told(folder, "import", table, "--out", out, "--json")
    named = told(folder, "import", table, "--dataset", COTS, "--out", out, "--json")

    assert (asked.code, asked.rules) == (1, ["mapping_incomplete"])
    assert (named.code, named.content["dataset"]) == (0, COTS)


def test_on_the_page_the_analyst_chooses_and_both_answers_stay(folder: DataFolder, table: Path) -> None:
    keep(folder, table, BEDS, COTS)
    page = lay_down(table, desk_dataset=COTS)

    asked = chooser(page, "Which dataset does the file belong to?").value
    publish(press(page, "Continue"))

    assert asked == COTS
    assert says(page, "Published as edition 1 of Hospital cots.")
    assert len(list(folder.mappings.glob("*.yaml"))) == 2


def test_a_file_that_was_taken_for_another_dataset_is_asked_about_again(folder: DataFolder, table: Path) -> None:
    keep(folder, table, BEDS)
    page = lay_down(table, desk_dataset=COTS)
    before = says(page, "Which dataset does the file belong to?")

    press(page, "Answer the questions again")

    assert not before
    assert chooser(page, "Which dataset does the file belong to?").value == COTS
