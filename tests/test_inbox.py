"""The inbox: a file laid there is published, or answered by a report that lies beside it."""

import json
import os
import shutil
import time
from pathlib import Path

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from loaders.editions.history import editions
from loaders.folder import DataFolder
from loaders.inbox import SETTLED_S, answered, waiting
from loaders.intake.desk import Desk
from loaders.intake.intake import Intake, take_in
from loaders.language import LANGUAGES, Language, wording
from loaders.parquet_file import write_parquet
from loaders.pick_up import Picked, pick_up
from tests.analyst import EMPLOYMENT, desk_of, filled_form, project_copy, settled
from tests.published import OTHER, put, shown
from tests.sample_data import BEDS, ROWS, Row, frame, row, sample_folder

NEW = [*ROWS, row("FR104", "beds", 61.0)]
BROKEN = [*ROWS, row("FR104", "beds", -1.0)]
JUMPED = [row("FR101", "beds", 12.0), *ROWS[1:]]
NAME = "new figures.parquet"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with the invented dataset and an empty inbox."""
    made = sample_folder(tmp_path / "data")
    made.inbox.mkdir()
    return made


def lay(folder: DataFolder, rows: list[Row], name: str = NAME) -> Path:
    """Lays rows into the inbox."""
    path = folder.inbox / name
    write_parquet(frame(rows), path)
    return settled(path)


def picked(folder: DataFolder, language: Language = "en") -> list[Picked]:
    """What the next look at the inbox takes in."""
    return list(pick_up(desk_of(folder), wording(language)))


def report(path: Path) -> Path:
    """The report on a file as JSON."""
    return path.with_name(f"{path.name}.report.json")


def names(folder: DataFolder) -> set[str]:
    """Every file in the inbox."""
    return {str(path.relative_to(folder.inbox)) for path in folder.inbox.rglob("*") if path.is_file()}


def test_a_complete_file_is_published_and_moved_with_its_report(folder: DataFolder) -> None:
    content = lay(folder, NEW).read_bytes()

    (one,) = picked(folder)

    moved = folder.inbox / "published" / f"{BEDS}-0001-{NAME}"
    assert one.edition == editions(folder, BEDS)[-1]
    assert names(folder) == {f"published/{moved.name}", f"published/{report(moved).name}"}
    assert moved.read_bytes() == content
    assert json.loads(report(moved).read_bytes())["edition"] == 1
    assert pl.read_parquet(folder.parquet(BEDS)).height == len(NEW)


def test_the_edition_says_where_it_comes_from(folder: DataFolder) -> None:
    lay(folder, NEW)

    picked(folder)

    edition = editions(folder, BEDS)[-1]
    assert (edition.label, edition.comment) == (NAME, "laid into the inbox")
    assert edition.author


def test_the_form_that_an_analyst_has_filled_in_is_published(tmp_path: Path) -> None:
    folder = project_copy(tmp_path / "data")
    folder.inbox.mkdir()
    settled(filled_form(folder, folder.inbox / "form.xlsx"))

    (one,) = picked(folder)

    assert one.edition is not None
    assert (one.edition.dataset, one.edition.number, one.edition.areas) == (EMPLOYMENT, 1, 8)


@pytest.mark.parametrize("rows", [BROKEN, JUMPED], ids=["blocks", "needs a decision"])
def test_a_file_with_findings_stays_beside_its_report(folder: DataFolder, rows: list[Row]) -> None:
    path = lay(folder, rows)
    before = shown(folder)

    (one,) = picked(folder)

    assert one.edition is None
    assert shown(folder) == before
    assert names(folder) == {NAME, f"{NAME}.report.json", f"{NAME}.report.xlsx"}
    said = json.loads(report(path).read_bytes())
    rules = [finding["rule"] for finding in said["verdict"]["findings"]]
    assert (said["edition"], said["verdict"]["accepted"]) == (None, False)
    assert CalamineWorkbook.from_path(f"{path}.report.xlsx").sheet_names == ["Verdict", *rules]
    assert [(entry.file, entry.findings) for entry in answered(folder)] == [(NAME, len(rules))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_in_the_language_of_whoever_looks(folder: DataFolder, language: Language) -> None:
    path = lay(folder, BROKEN)

    picked(folder, language)

    (finding,) = json.loads(report(path).read_bytes())["verdict"]["findings"]
    assert finding["what"].startswith({"fr": "Des valeurs", "en": "Values"}[language])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cut.parquet", b"PAR1\x15\x04\x15"),
        ("cut.xlsx", b"PK\x03\x04half"),
        ("empty.csv", b""),
        ("zeros.csv", b"\x00" * 99),
    ],
)
def test_a_file_that_cannot_be_read_stays_beside_its_report(folder: DataFolder, name: str, content: bytes) -> None:
    path = folder.inbox / name
    path.write_bytes(content)
    settled(path)

    (one,) = picked(folder)

    assert one.edition is None
    assert len(one.intake.findings) == 1
    assert path.read_bytes() == content
    assert names(folder) == {name, f"{name}.report.json", f"{name}.report.xlsx"}


def test_a_file_that_was_answered_is_not_taken_in_again_until_it_changes(folder: DataFolder) -> None:
    path = lay(folder, BROKEN)
    picked(folder)

    idle = picked(folder)
    write_parquet(frame(NEW), path)
    settled(path)
    (corrected,) = picked(folder)

    assert idle == []
    assert corrected.edition is not None
    assert not any(name.startswith(NAME) for name in names(folder)), "its old report is gone"
    assert answered(folder) == ()


def test_a_file_that_was_corrected_in_vain_is_answered_again_and_once(folder: DataFolder) -> None:
    path = lay(folder, BROKEN)
    picked(folder)
    settled(report(path))

    shutil.copy(path, path.with_suffix(".copy"))
    path.with_suffix(".copy").replace(path)
    settled(path)
    again = picked(folder)

    assert len(again) == 1
    assert picked(folder) == []


def test_an_older_file_that_takes_the_place_of_another_is_taken_in(folder: DataFolder, tmp_path: Path) -> None:
    path = lay(folder, BROKEN)
    other = tmp_path / "other.parquet"
    write_parquet(frame(NEW), other)
    picked(folder)

    os.utime(report(path), (time.time() - 5, time.time() - 5))
    shutil.copy2(settled(other), path)

    assert [one.edition is not None for one in picked(folder)] == [True]


def test_a_file_that_is_still_being_written_waits(folder: DataFolder) -> None:
    path = lay(folder, NEW)
    path.touch()
    laid = path.stat().st_mtime

    assert waiting(folder, laid) == ()
    assert waiting(folder, laid + SETTLED_S / 2) == ()
    assert waiting(folder, laid + SETTLED_S) == (path,)
    assert waiting(folder, laid - 60) == (), "a clock that runs behind makes no file complete"


@pytest.mark.parametrize(
    "name",
    ["notes.md", "~$new figures.xlsx", ".~lock.new.csv#", "._new.csv", ".new.csv", "new.csv.part", "x.csv.report.xlsx"],
)
def test_what_programs_lay_beside_a_table_is_left_alone(folder: DataFolder, name: str) -> None:
    settled_path = folder.inbox / name
    settled_path.write_bytes(b"a,b\n1,2\n")
    settled(settled_path)
    (folder.inbox / "folder.csv").mkdir()

    assert picked(folder) == []
    assert names(folder) == {name}


def test_without_an_inbox_there_is_nothing_to_do(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")

    assert (picked(folder), answered(folder)) == ([], ())


def test_several_files_are_taken_in_by_name_each_against_the_one_before(folder: DataFolder) -> None:
    lay(folder, [*NEW, row("FR105", "beds", 62.0)], "b.parquet")
    lay(folder, NEW, "a.parquet")
    lay(folder, BROKEN, "c.parquet")

    taken = picked(folder)

    assert [one.intake.file for one in taken] == ["a.parquet", "b.parquet", "c.parquet"]
    assert [one.edition.number if one.edition else None for one in taken] == [1, 2, None]
    assert pl.read_parquet(folder.parquet(BEDS)).height == len(NEW) + 1


def test_the_same_figures_again_make_no_edition(folder: DataFolder) -> None:
    lay(folder, NEW)
    picked(folder)
    lay(folder, NEW, "again.parquet")

    (one,) = picked(folder)

    assert one.edition is not None
    assert one.edition.number == 1
    assert len(editions(folder, BEDS)) == 2
    assert f"published/{BEDS}-0001-again.parquet" in names(folder)


def test_a_file_that_could_not_be_published_says_why(folder: DataFolder) -> None:
    path = lay(folder, NEW)
    (folder.editions / BEDS).mkdir(parents=True)
    (folder.editions / BEDS / "history.jsonl").write_text("{", encoding="utf-8")

    (one,) = picked(folder)

    assert one.edition is None
    assert one.error
    assert json.loads(report(path).read_bytes())["error"] == one.error
    assert path.exists()


def test_a_file_that_another_edition_overtook_waits_for_the_next_look(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(folder)
    lay(folder, NEW)

    def overtaking(path: Path, desk: Desk) -> Intake:
        taken = take_in(path, desk)
        put(folder, OTHER)
        return taken

    with monkeypatch.context() as patched:
        patched.setattr("loaders.pick_up.take_in", overtaking)
        (first,) = pick_up(desk, wording("en"))
    left = names(folder)
    (second,) = picked(folder)

    assert (first.edition, first.error, left) == (None, None, {NAME})
    assert second.edition is not None
    assert second.edition.number == 2


def test_nothing_half_written_is_left_behind(folder: DataFolder) -> None:
    lay(folder, NEW)
    lay(folder, BROKEN, "wrong.parquet")

    picked(folder)

    assert [path.name for path in folder.indicators.iterdir()] == [f"{BEDS}.parquet"]
    assert pl.read_parquet(shown(folder)).height == len(NEW)
    assert not [path for path in folder.root.rglob("*") if "unfinished" in path.name or "pending" in path.name]
