"""Frozen editions: whole, of their own data, the same whatever is published later, and honest about what changed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from loaders.boards import frozen as freezing
from loaders.boards.board import Board, Cover, Slide
from loaders.boards.frozen import FrozenBoard, freeze, frozen_editions, read_frozen
from loaders.boards.resolved import ResolvedBoard, resolved
from loaders.boards.store import StoredBoard, create_board, editions_path, save_board
from loaders.boards.used_data import used_datasets
from loaders.catalogue import read_catalogue
from loaders.editions.edition import Published
from loaders.editions.history import editions
from loaders.editions.publishing import publish
from loaders.finding import Finding, Rule
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language, wording
from loaders.library import read_library
from loaders.notice import notice
from tests.analyst import EMPLOYMENT
from tests.boards import FREEZING, THREE, small_copy
from tests.published import NOW, SAID

EDITION = "2026-11-26"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return small_copy(tmp_path / "data")


@pytest.fixture
def stored(folder: DataFolder) -> StoredBoard:
    return create_board(folder, "comite", THREE)


def frozen(folder: DataFolder, edition: str = EDITION) -> FrozenBoard:
    found = read_frozen(folder, "comite", edition)
    assert isinstance(found, FrozenBoard)
    return found


def shown(folder: DataFolder, board: Board, language: Language = "fr") -> ResolvedBoard:
    return resolved("comite", board, read_library(read_catalogue(folder)), language)


def publish_without_gaps(folder: DataFolder) -> None:
    rows = pl.read_parquet(folder.parquet(EMPLOYMENT)).with_columns(
        obs_value=pl.col("obs_value").fill_null(4.0), obs_status=pl.lit("A"), obs_qualifier=pl.lit("=")
    )
    assert isinstance(publish(folder, EMPLOYMENT, rows, SAID, editions(folder, EMPLOYMENT)[-1].version, NOW), Published)


def test_a_frozen_edition_is_a_small_data_folder_with_all_that_the_slides_need(
    folder: DataFolder, stored: StoredBoard
) -> None:
    edition = freeze(read_catalogue(folder), stored, FREEZING)

    found = frozen(folder, edition)
    library = read_library(read_catalogue(found.folder))
    assert (edition, found.altered, found.finding) == (EDITION, (), None)
    assert library.all_findings == ()
    assert set(library.catalogue.declarations) == {
        "employment_by_department",
        "employment_structure",
        "private_funding",
        "university_rankings",
    }
    assert found.statement.versions == {
        name: one.dataset.version for name, one in library.readings.items() if one.dataset
    }
    assert (found.statement.author, found.statement.note, found.board) == ("Ada Martin", "Essai", THREE)
    for language in LANGUAGES:
        assert shown(found.folder, found.board, language) == shown(folder, THREE, language)


def test_datasets_that_formulas_look_up_are_frozen_as_well(folder: DataFolder) -> None:
    board = Board(
        cover=Cover(title="x"), slides=(Slide(view=THREE.slides[0].view, chosen={"measure": "jobs_estimated"}),)
    )
    freeze(read_catalogue(folder), create_board(folder, "comite", board), FREEZING)

    found = frozen(folder)

    assert used_datasets(board, read_catalogue(folder)) == ("employment_by_department", "employment_structure")
    assert shown(found.folder, board).slides[0] == shown(folder, board).slides[0]


def test_it_stays_as_it_was_when_data_are_published_and_the_dossier_is_changed(
    folder: DataFolder, stored: StoredBoard
) -> None:
    before = shown(folder, THREE)
    freeze(read_catalogue(folder), stored, FREEZING)

    publish_without_gaps(folder)
    save_board(folder, stored, Board(cover=Cover(title="Empty")))

    assert shown(folder, THREE) != before
    assert shown(frozen(folder).folder, frozen(folder).board) == before


def test_several_editions_of_one_day_are_numbered(folder: DataFolder, stored: StoredBoard) -> None:
    earlier = replace(FREEZING, day=FREEZING.day.replace(year=2025))
    made = [freeze(read_catalogue(folder), stored, said) for said in (FREEZING, FREEZING, earlier)]

    assert made == [EDITION, f"{EDITION}-2", "2025-11-26"]
    assert frozen_editions(folder, "comite") == ("2025-11-26", EDITION, f"{EDITION}-2")


@pytest.mark.parametrize(
    ("change", "altered"),
    [
        (lambda place: (place / "board.yaml").write_text("cover: {title: other}"), "board.yaml"),
        (lambda place: (place / "indicators" / f"{EMPLOYMENT}.parquet").unlink(), f"indicators/{EMPLOYMENT}.parquet"),
        (lambda place: (place / "catalogue" / "more.yaml").write_text("id: more"), "catalogue/more.yaml"),
        (
            lambda place: (place / "frozen.yaml").write_text(
                (place / "frozen.yaml").read_text(encoding="utf-8").replace("Ada Martin", "Bob"), encoding="utf-8"
            ),
            "frozen.yaml",
        ),
    ],
)
def test_a_change_of_any_file_is_found_and_named(
    folder: DataFolder, stored: StoredBoard, change: Callable[[Path], object], altered: str
) -> None:
    freeze(read_catalogue(folder), stored, FREEZING)

    change(editions_path(folder, "comite") / EDITION)

    found = frozen(folder)
    assert found.altered == (altered,)
    assert found.finding is not None
    assert altered in notice(found.finding, wording("fr")).what


@pytest.mark.parametrize("name", ["frozen.yaml", "board.yaml", "codelists/areas.csv", "figures/sources.csv"])
@pytest.mark.parametrize("content", [None, b"\xff", b"[1"])
def test_an_edition_that_cannot_be_opened_is_a_finding(
    folder: DataFolder, stored: StoredBoard, name: str, content: bytes | None
) -> None:
    freeze(read_catalogue(folder), stored, FREEZING)
    file = editions_path(folder, "comite") / EDITION / name
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)

    found = read_frozen(folder, "comite", EDITION)

    assert isinstance(found, Finding)
    assert found.rule is (Rule.FROZEN_INVALID if content is None or name.endswith(".yaml") else Rule.FROZEN_ALTERED)
    assert name in " ".join(found.found)


def test_an_edition_that_there_is_not_is_said(folder: DataFolder, stored: StoredBoard) -> None:
    freeze(read_catalogue(folder), stored, FREEZING)

    found = read_frozen(folder, "comite", "../../catalogue")

    assert isinstance(found, Finding)
    assert (found.rule, found.expected) == (Rule.FROZEN_MISSING, (EDITION,))


def test_freezing_that_is_cut_off_leaves_nothing(
    folder: DataFolder, stored: StoredBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(freezing, "_write_statement", fail)

    with pytest.raises(OSError, match="No space left"):
        freeze(read_catalogue(folder), stored, FREEZING)

    assert frozen_editions(folder, "comite") == ()
    assert list(editions_path(folder, "comite").iterdir()) == []


def test_a_slide_in_trouble_is_frozen_in_trouble(folder: DataFolder) -> None:
    board = Board(cover=Cover(title="x"), slides=(*THREE.slides, Slide(view="gone/view")))

    freeze(read_catalogue(folder), create_board(folder, "comite", board), FREEZING)

    assert [slide.number for slide in shown(frozen(folder).folder, board).troubles] == [4]
