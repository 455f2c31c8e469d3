"""Older editions read as datasets, and a history or a kept file that something else has changed."""

from pathlib import Path

import pytest

from loaders.catalogue import read_catalogue
from loaders.editions.edition import (
    DamagedHistoryError,
)
from loaders.editions.history import edition_path, editions
from loaders.editions.publishing import restore
from loaders.editions.reading import read_edition
from loaders.finding import Rule
from loaders.folder import DataFolder
from tests.published import FEWER, NOW, OTHER, SAID, put, shown
from tests.sample_data import BEDS, declaration, sample_folder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with the invented dataset as it was built, never published."""
    return sample_folder(tmp_path / "data")


def test_a_kept_file_that_was_changed_is_never_shown(folder: DataFolder) -> None:
    put(folder, FEWER)
    put(folder, OTHER)
    before = shown(folder)
    edition_path(folder, BEDS, 1).write_bytes(edition_path(folder, BEDS, 0).read_bytes())

    with pytest.raises(DamagedHistoryError, match="no longer is what was published"):
        restore(folder, BEDS, 1, SAID, NOW)
    reading = read_edition(folder, BEDS, 1, declaration(), read_catalogue(folder))

    assert shown(folder) == before
    assert [one.rule for one in reading.findings] == [Rule.FILE_UNREADABLE]


def test_a_history_that_was_spoilt_is_said(folder: DataFolder) -> None:
    put(folder, FEWER)
    (folder.editions / BEDS / "history.jsonl").write_text("{}\n", encoding="utf-8")

    with pytest.raises(DamagedHistoryError, match=BEDS):
        editions(folder, BEDS)
    reading = read_edition(folder, BEDS, 1, declaration(), read_catalogue(folder))
    assert [one.rule for one in reading.findings] == [Rule.FILE_UNREADABLE]


def test_an_older_edition_reads_as_a_dataset(folder: DataFolder) -> None:
    made = put(folder, FEWER)
    put(folder, OTHER)

    reading = read_edition(folder, BEDS, 1, declaration(), read_catalogue(folder))

    assert reading.dataset is not None
    assert reading.dataset.version == made.version
    assert [one.value for one in reading.dataset.observations] == [120.0, 300.0, 2.5]


def test_an_edition_that_nobody_published_is_a_missing_file(folder: DataFolder) -> None:
    reading = read_edition(folder, BEDS, 4, declaration(), read_catalogue(folder))

    assert [one.rule for one in reading.findings] == [Rule.FILE_MISSING]
