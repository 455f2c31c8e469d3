"""Publishing and going back: what readers see, what is kept, and what an analyst is told who comes late."""

from pathlib import Path

import pytest

from loaders.catalogue import read_catalogue
from loaders.editions.edition import (
    Edition,
    Overtaken,
    Published,
    Statement,
    Unchanged,
    UnknownEditionError,
)
from loaders.editions.history import edition_path, editions
from loaders.editions.publishing import publish, restore
from loaders.folder import DataFolder
from loaders.reader import read_dataset
from tests.published import FEWER, NOW, OTHER, SAID, put, shown
from tests.sample_data import BEDS, ROWS, declaration, frame, sample_folder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with the invented dataset as it was built, never published."""
    return sample_folder(tmp_path / "data")


def test_a_dataset_that_was_only_built_has_edition_zero(folder: DataFolder) -> None:
    (only,) = editions(folder, BEDS)

    reading = read_dataset(folder.parquet(BEDS), declaration(), read_catalogue(folder))
    assert reading.dataset is not None
    assert (only.number, only.label, only.author, only.version) == (0, "", "", reading.dataset.version)
    assert (only.rows, only.areas) == (6, 2)
    assert not folder.editions.exists(), "looking changes nothing"


def test_a_dataset_without_file_has_no_edition(tmp_path: Path) -> None:
    assert editions(DataFolder(tmp_path), BEDS) == ()


def test_publishing_shows_the_new_and_keeps_the_old(folder: DataFolder) -> None:
    built = shown(folder)

    made = put(folder, FEWER)

    assert made == Edition(
        dataset=BEDS,
        number=1,
        version=made.version,
        label="Q1 2025",
        comment="first figures",
        author="ada",
        published_at="2025-06-01T12:00:00Z",
        rows=3,
        areas=1,
        accepted=("jump",),
    )
    assert edition_path(folder, BEDS, 0).read_bytes() == built
    assert edition_path(folder, BEDS, 1).read_bytes() == shown(folder) != built
    assert [one.number for one in editions(folder, BEDS)] == [0, 1]


def test_the_first_edition_of_a_new_dataset_replaces_nothing(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)

    made = publish(folder, BEDS, frame(ROWS), SAID, None, NOW)

    assert isinstance(made, Published)
    assert (made.edition.number, made.replaced) == (1, None)
    assert editions(folder, BEDS) == (made.edition,)


def test_publishing_the_same_twice_is_said_and_does_nothing(folder: DataFolder) -> None:
    first = put(folder, FEWER)
    before = {path: path.stat().st_mtime_ns for path in folder.root.rglob("*")}

    again = publish(folder, BEDS, frame(FEWER).rechunk(), SAID, "whatever", NOW)

    assert again == Unchanged(edition=first)
    assert {path: path.stat().st_mtime_ns for path in folder.root.rglob("*")} == before


def test_a_second_analyst_is_told_what_was_published_in_between(folder: DataFolder) -> None:
    seen = editions(folder, BEDS)[-1].version
    between = (put(folder, FEWER), put(folder, OTHER))
    before = shown(folder)

    late = publish(folder, BEDS, frame(ROWS[:2]), SAID, seen, NOW)

    assert late == Overtaken(since=between, current=between[-1].version)
    assert shown(folder) == before
    assert len(editions(folder, BEDS)) == 3


@pytest.mark.parametrize("expected", [None, "000000000000"])
def test_who_compared_with_nothing_known_is_told_of_every_edition(folder: DataFolder, expected: str | None) -> None:
    first = put(folder, FEWER)

    late = publish(folder, BEDS, frame(OTHER), SAID, expected, NOW)

    assert isinstance(late, Overtaken)
    assert [one.number for one in late.since] == [0, 1]
    assert late.current == first.version


@pytest.mark.parametrize("number", [0, 1])
def test_going_back_shows_the_old_bytes_as_a_new_edition(folder: DataFolder, number: int) -> None:
    put(folder, FEWER)
    put(folder, OTHER)
    old = edition_path(folder, BEDS, number).read_bytes()

    made = restore(folder, BEDS, number, SAID, NOW)

    assert isinstance(made, Published)
    assert (made.edition.number, made.edition.restored_from) == (3, number)
    assert made.edition.rows == editions(folder, BEDS)[number].rows
    assert shown(folder) == old
    assert [one.number for one in editions(folder, BEDS)] == [0, 1, 2, 3]


def test_going_back_to_what_is_shown_does_nothing(folder: DataFolder) -> None:
    first = put(folder, FEWER)

    assert restore(folder, BEDS, 1, SAID, NOW) == Unchanged(edition=first)


def test_an_edition_that_does_not_exist_is_named_with_those_that_do(folder: DataFolder) -> None:
    put(folder, FEWER)

    with pytest.raises(UnknownEditionError, match="hospital_beds has no edition 7; it has 0, 1"):
        restore(folder, BEDS, 7, SAID, NOW)
    with pytest.raises(UnknownEditionError):
        edition_path(folder, BEDS, "../../secrets")


def test_an_edition_is_found_by_its_number_its_text_and_its_version(folder: DataFolder) -> None:
    made = put(folder, FEWER)
    put(folder, OTHER)

    paths = {edition_path(folder, BEDS, name) for name in (1, "1", made.version)}

    assert paths == {folder.editions / BEDS / f"0001-{made.version}.parquet"}


def test_a_file_laid_in_place_by_hand_is_listed_and_kept(folder: DataFolder) -> None:
    put(folder, FEWER)
    folder.parquet(BEDS).write_bytes(edition_path(folder, BEDS, 0).read_bytes())
    by_hand = editions(folder, BEDS)[-1]
    put(folder, OTHER)

    listed = editions(folder, BEDS)
    assert (by_hand.number, by_hand.author, by_hand.restored_from, by_hand.rows) == (2, "", 0, 6)
    assert [one.number for one in listed] == [0, 1, 2, 3]
    assert listed[2].version == by_hand.version
    assert edition_path(folder, BEDS, 2).name.startswith("0002-")


def test_a_damaged_file_in_place_is_kept_all_the_same(folder: DataFolder) -> None:
    folder.parquet(BEDS).write_bytes(b"no Parquet")
    put(folder, FEWER)

    assert edition_path(folder, BEDS, 0).read_bytes() == b"no Parquet"


def test_an_edition_needs_an_author() -> None:
    with pytest.raises(ValueError, match="needs an author"):
        Statement(label="Q1", comment="", author=" ")


def test_a_disk_that_is_full_leaves_what_was_shown(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, FEWER)
    before = shown(folder), editions(folder, BEDS)

    def full(_handle: int) -> None:
        raise OSError(28, "no space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("os.fsync", full)
        with pytest.raises(OSError, match="no space left"):
            put(folder, OTHER)

    assert (shown(folder), editions(folder, BEDS)) == before
    put(folder, OTHER)
    assert len(editions(folder, BEDS)) == 3
