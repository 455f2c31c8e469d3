"""The way of a file is one: whichever way in it takes, the same rules and the same bytes; and what it may run into."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
import yaml

from loaders.editions.edition import Overtaken, Published, Statement, Unchanged
from loaders.editions.history import editions
from loaders.editions.ledger import Correction, Ledger, ledger_path
from loaders.finding import Rule
from loaders.folder import DataFolder
from loaders.intake.desk import Told
from loaders.intake.intake import Intake, take_in
from loaders.intake.mapping import mapping_path, write_mapping
from loaders.intake.publication import NotAcceptedError, publish_intake
from loaders.intake.question import QuestionKind
from loaders.language import wording
from loaders.parquet_file import write_parquet
from loaders.pick_up import pick_up
from tests.analyst import EMPLOYMENT, desk_of, filled_form, project_copy, settled, told
from tests.published import NOW, SAID, put, shown
from tests.raw_tables import answer_all
from tests.sample_data import BEDS, ROWS, frame, row, sample_folder

NEW = [*ROWS, row("FR104", "beds", 61.0)]
NEWER = [*NEW, row("FR105", "beds", 62.0)]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with the invented dataset, never published."""
    return sample_folder(tmp_path / "data")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one more observation than is published."""
    made = tmp_path / "new.parquet"
    write_parquet(frame(NEW), made)
    return made


def taken_in(path: Path, folder: DataFolder, dataset: str | None = None) -> Intake:
    """The file as far as it gets today."""
    return take_in(path, desk_of(folder), Told(dataset=dataset))


def correct(folder: DataFolder, *corrections: Correction) -> None:
    """Writes the ledger of the invented dataset."""
    place = ledger_path(folder, BEDS)
    place.parent.mkdir()
    text = Ledger(dataset=BEDS, corrections=corrections).model_dump(mode="json", exclude_unset=True)
    place.write_text(yaml.safe_dump(text), encoding="utf-8")


def correction(expected: float, value: float) -> Correction:
    """A correction of the beds of Paris."""
    return Correction(
        key={"ref_area": "FR101", "specialty": "surgery", "time_period": "2024"},
        measure="beds",
        expected=expected,
        value=value,
        reason="counted twice",
        author="ada",
        date=date(2026, 1, 1),
    )


def test_command_folder_and_page_publish_the_same_bytes(tmp_path: Path) -> None:
    by_command, by_folder, by_page = (project_copy(tmp_path / name) for name in ("command", "folder", "page"))
    form = filled_form(by_command, tmp_path / "form.xlsx")
    by_folder.inbox.mkdir()
    laid = by_folder.inbox / form.name
    laid.write_bytes(form.read_bytes())
    settled(laid)

    assert told(by_command, "publish", form, "--label", "Q2").code == 0
    (picked,) = pick_up(desk_of(by_folder), wording("en"))
    page = publish_intake(taken_in(form, by_page), SAID, by_page, NOW)

    assert picked.edition is not None
    assert isinstance(page, Published)
    contents = {one.parquet(EMPLOYMENT).read_bytes() for one in (by_command, by_folder, by_page)}
    assert len(contents) == 1
    versions = {editions(one, EMPLOYMENT)[-1].version for one in (by_command, by_folder, by_page)}
    assert versions == {page.edition.version}


@pytest.mark.parametrize("suffix", ["parquet", "xlsx", "csv"])
def test_the_format_of_a_file_makes_no_difference(folder: DataFolder, tmp_path: Path, suffix: str) -> None:
    form = tmp_path / f"form.{suffix}"
    told(folder, "template", BEDS, "--format", suffix, "--out", form)
    before = shown(folder)

    done = publish_intake(taken_in(form, folder), SAID, folder, NOW)

    assert isinstance(done, Unchanged)
    assert shown(folder) == before


def test_of_two_analysts_at_once_the_second_is_told_what_changed(
    folder: DataFolder, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "newer.parquet"
    write_parquet(frame(NEWER), other)
    mine, theirs = taken_in(path, folder), taken_in(other, folder)

    first = publish_intake(mine, SAID, folder, NOW)
    second = publish_intake(theirs, SAID, folder, NOW)
    after = shown(folder)
    third = publish_intake(taken_in(other, folder), SAID, folder, NOW)

    assert isinstance(first, Published)
    assert isinstance(second, Overtaken)
    assert second.since == (first.edition,)
    assert second.current == first.edition.version
    assert pl.read_parquet(after).height == len(NEW)
    assert isinstance(third, Published)
    assert third.edition.number == 2


def test_the_same_file_twice_is_published_once(folder: DataFolder, path: Path) -> None:
    publish_intake(taken_in(path, folder), SAID, folder, NOW)

    again = publish_intake(taken_in(path, folder), SAID, folder, NOW)

    assert isinstance(again, Unchanged)
    assert again.edition.number == 1


def test_corrections_are_applied_on_the_way(folder: DataFolder, path: Path) -> None:
    correct(folder, correction(expected=120.0, value=119.0))

    taken = taken_in(path, folder)
    publish_intake(taken, SAID, folder, NOW)

    assert taken.verdict.accepted
    assert pl.read_parquet(folder.parquet(BEDS))["obs_value"][0] == 119.0


def test_a_correction_that_the_source_has_made_itself_is_noted(folder: DataFolder, tmp_path: Path) -> None:
    path = tmp_path / "new.parquet"
    write_parquet(frame([row("FR101", "beds", 118.0), *ROWS[1:]]), path)
    correct(folder, correction(expected=120.0, value=119.0))

    taken = taken_in(path, folder)

    assert taken.verdict.accepted
    assert [one.rule for one in taken.findings] == [Rule.CORRECTION_SUPERSEDED]
    assert taken.frame is not None
    assert taken.frame["obs_value"][0] == 118.0


def test_a_ledger_that_cannot_be_read_blocks(folder: DataFolder, path: Path) -> None:
    correct(folder)
    ledger_path(folder, BEDS).write_text("dataset: [", encoding="utf-8")

    taken = taken_in(path, folder)

    assert [one.rule for one in taken.findings] == [Rule.DECLARATION_INVALID]
    assert not taken.verdict.accepted


def test_no_decision_is_taken_by_publishing(folder: DataFolder, tmp_path: Path) -> None:
    path = tmp_path / "new.parquet"
    write_parquet(frame([row("FR101", "beds", 12.0), *ROWS[1:]]), path)
    taken = taken_in(path, folder)
    before = shown(folder)
    silent = Statement(label="a", comment="", author="ada")

    with pytest.raises(NotAcceptedError):
        publish_intake(taken, silent, folder, NOW)
    held = shown(folder)
    done = publish_intake(taken, SAID, folder, NOW)

    assert held == before
    assert isinstance(done, Published)
    assert done.edition.accepted == ("jump",)


def test_answers_are_kept_when_they_have_led_to_an_edition(folder: DataFolder, tmp_path: Path) -> None:
    first, second = tmp_path / "t1.csv", tmp_path / "t2.csv"
    first.write_text("Département;Service;Année;Lits\nParis;Chirurgie;2024;120,5\n", encoding="utf-8")
    second.write_text("Département;Service;Année;Lits\nParis;Chirurgie;2024;121,5\n", encoding="utf-8")
    desk = desk_of(folder)
    asked = take_in(first, desk, Told(dataset=BEDS))
    assert asked.table is not None
    answers = {
        "Service": "specialty",
        "Lits": "measure:beds",
        "unit": "bed",
        "scale": "1",
        "source": "mediscope-2025",
        "status": "A",
        "qualifier": "=",
    }
    mapping, heard = answer_all(asked.table, desk.catalogue, BEDS, answers)

    taken = take_in(first, desk, Told(mapping=mapping))
    unasked = tuple(folder.mappings.glob("*")) if folder.mappings.exists() else ()
    publish_intake(taken, _accepting(taken), folder, NOW)
    later = take_in(second, desk_of(folder))

    assert {QuestionKind.UNIT, QuestionKind.SCALE} <= {one.kind for one in heard}
    assert unasked == ()
    assert mapping_path(mapping, folder).exists()
    assert later.proposal is None
    assert later.frame is not None
    assert later.frame["obs_value"].to_list() == [121.5]


def test_a_kept_mapping_that_was_spoiled_is_a_finding(folder: DataFolder, path: Path) -> None:
    taken = taken_in(path, folder)
    assert taken.mapping is not None
    write_mapping(taken.mapping, mapping_path(taken.mapping, folder))
    mapping_path(taken.mapping, folder).write_text("dataset: [", encoding="utf-8")

    spoiled = taken_in(path, folder)

    assert [one.rule for one in spoiled.findings] == [Rule.MAPPING_INVALID]


def test_what_is_compared_is_what_readers_see(folder: DataFolder, path: Path) -> None:
    edition = put(folder, NEWER)

    taken = taken_in(path, folder)

    assert taken.version == edition.version
    assert taken.published is not None
    assert taken.published.height == len(NEWER)
    assert [one.rule for one in taken.findings] == [Rule.AREAS_FEWER]


def test_the_first_file_of_a_dataset_is_compared_with_nothing(folder: DataFolder, path: Path) -> None:
    folder.parquet(BEDS).unlink()

    taken = taken_in(path, folder)
    done = publish_intake(taken, SAID, folder, NOW)

    assert (taken.published, taken.version) == (None, None)
    assert isinstance(done, Published)
    assert done.replaced is None


def _accepting(taken: Intake) -> Statement:
    rules = tuple(sorted({one.rule.value for one in taken.verdict.undecided}))
    return Statement(label="a", comment="", author="ada", accepted=rules)
