"""What has changed in a dossier: figures, coverage, places that really moved, slides and words."""

from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from loaders.boards.board import Board, Slide
from loaders.boards.changes import BoardChanges, SlideChanges, State, board_changes
from loaders.boards.comparison import Presence
from loaders.boards.editing import added, moved, reworded, without
from loaders.boards.resolved import resolved
from loaders.catalogue import read_catalogue
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language
from loaders.library import Library, read_library
from tests.boards import BANDS, FUNDING, MAP, THREE, small_copy


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return read_library(read_catalogue(small_copy(tmp_path_factory.mktemp("original") / "data")))


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return small_copy(tmp_path / "data")


def told(
    before: Library, after: Library, boards: tuple[Board, Board] = (THREE, THREE), language: Language = "en"
) -> BoardChanges:
    old, new = boards
    return board_changes(
        State(name="then", board=resolved("comite", old, before, language), library=before),
        State(name="today", board=resolved("comite", new, after, language), library=after),
    )


def changed(folder: DataFolder, view: str, **values: pl.Expr) -> Library:
    path = folder.parquet(view.partition("/")[0])
    pl.read_parquet(path).with_columns(**values).write_parquet(path)
    return read_library(read_catalogue(folder))


def where(**codes: str) -> pl.Expr:
    return pl.all_horizontal(*(pl.col(name) == code for name, code in codes.items()))


def value(of: pl.Expr, number: float) -> pl.Expr:
    return pl.when(of).then(number).otherwise(pl.col("obs_value"))


def slide(changes: BoardChanges, number: int) -> SlideChanges:
    return next(one for one in changes.slides if one.number == number)


def figures(changes: BoardChanges, number: int) -> list[tuple[str, ...]]:
    table = slide(changes, number).table
    return list(table.rows) if table else []


def test_nothing_changes_between_two_equal_states(original: Library) -> None:
    changes = told(original, original)

    assert changes.is_empty
    assert changes.unchanged == 3
    assert changes.summary == ("Nothing has changed: the same slides show the same figures.",)


def test_a_revised_figure_has_its_old_and_its_new_value(original: Library, folder: DataFolder) -> None:
    paris = where(ref_area="FR101", measure="jobs_share")

    changes = told(original, changed(folder, MAP, obs_value=value(paris, 19.0)))

    assert changes.summary == ("1 figure was revised.",)
    assert figures(changes, 1) == [
        ("Paris, Q1 2025, Share of jobs", "revised", "18% of the regional total", "19% of the regional total")
    ]
    assert [row[0] for row in changes.versions.rows] == ["Jobs and establishments by département"]


def test_gaps_that_are_filled_are_new_coverage_and_move_nobody(original: Library, folder: DataFolder) -> None:
    after = changed(
        folder,
        MAP,
        obs_value=pl.col("obs_value").fill_null(30.0),
        obs_status=pl.lit("A"),
        obs_qualifier=pl.lit("="),
    )

    changes = told(original, after)
    back = told(after, original)

    assert changes.summary == ("4 gaps were filled.",)
    assert slide(changes, 1).sentences == ("Coverage: 4 départements of 8 before, 8 départements of 8 now.",)
    assert {row[1] for row in figures(changes, 1)} == {"new coverage"}
    assert back.summary == ("4 figures became gaps.",)
    assert {row[1] for row in figures(back, 1)} == {"lost coverage"}


def test_a_place_that_changes_is_a_move(original: Library, folder: DataFolder) -> None:
    changes = told(original, changed(folder, MAP, obs_value=value(where(ref_area="FR101", measure="jobs_share"), 12.0)))

    assert slide(changes, 1).sentences == (
        "Val-de-Marne moves up: 3rd before, 2nd now, among the 4 with a value in both states.",
        "Paris moves down: 2nd before, 3rd now, among the 4 with a value in both states.",
    )
    assert "2 places in rankings changed." in changes.summary


def test_a_tie_is_no_move(original: Library, folder: DataFolder) -> None:
    changes = told(original, changed(folder, MAP, obs_value=value(where(ref_area="FR101", measure="jobs_share"), 17.0)))

    assert all("proves no move" in sentence for sentence in slide(changes, 1).sentences)
    assert len(slide(changes, 1).sentences) == 2
    assert changes.summary == ("1 figure was revised.",)


def test_a_bound_is_no_move_where_it_leaves_the_order_open(original: Library, folder: DataFolder) -> None:
    region = where(ref_area="FR10", measure="amount", time_period="2022/2024", segment="all")
    after = changed(folder, FUNDING, obs_value=value(region, 6000.0))

    changes = told(original, after)

    assert slide(changes, 2).table is not None
    assert all("proves no move" in sentence for sentence in slide(changes, 2).sentences)
    assert slide(changes, 2).sentences


@pytest.mark.parametrize(("worst", "is_real"), [(35.0, False), (30.0, True)])
def test_inside_the_width_of_a_band_there_is_no_move(
    original: Library, folder: DataFolder, worst: float, *, is_real: bool
) -> None:
    grenoble = pl.col("obs_value").is_in([31.0, 40.0]) & (pl.col("time_period") == "2024")
    best = value(grenoble & (pl.col("measure") == "rank_best"), worst - 9 if is_real else 31.0)
    after = changed(folder, BANDS, obs_value=best)
    after = changed(folder, BANDS, obs_value=value(grenoble & (pl.col("measure") == "rank_worst"), worst))

    (sentence,) = slide(told(original, after), 3).sentences

    assert ("moves up in the ranking: 31st to 40th before, 21st to 30th now" in sentence) is is_real
    assert ("proves no move" in sentence) is not is_real


def test_another_status_is_said_without_another_value(original: Library, folder: DataFolder) -> None:
    paris = where(ref_area="FR101", measure="jobs_share")
    status = pl.when(paris).then(pl.lit("P")).otherwise(pl.col("obs_status"))

    changes = told(original, changed(folder, MAP, obs_status=status))

    assert changes.summary == ("1 figure has another status or qualifier.",)
    assert figures(changes, 1)[0][1] == "other status or qualifier"


def test_rows_that_come_and_go_are_added_and_removed(original: Library, folder: DataFolder) -> None:
    path = folder.parquet("private_funding")
    pl.read_parquet(path).filter(~where(ref_area="CH04", measure="amount")).write_parquet(path)
    fewer = read_library(read_catalogue(folder))

    assert "1 figure was removed." in told(original, fewer).summary
    assert "1 figure was added." in told(fewer, original).summary


def test_slides_are_told_as_added_removed_reworded_and_moving_is_no_change(original: Library) -> None:
    other = reworded(moved(without(THREE, 1), 0, 1), 0, "comment", "New comment")
    other = added(other, (Slide(section="New part"),))

    changes = told(original, original, (THREE, other))

    assert [(one.number, one.presence) for one in changes.slides] == [
        (1, Presence.KEPT),
        (3, Presence.ADDED),
        (None, Presence.REMOVED),
    ]
    assert changes.slides[0].sentences == ("The comment was reworded.",)
    assert changes.unchanged == 1


def test_the_same_view_with_other_choices_is_another_slide(original: Library) -> None:
    other = Board(cover=THREE.cover, slides=(Slide(view=MAP, chosen={"measure": "establishments_share"}),))

    changes = told(original, original, (Board(cover=THREE.cover, slides=THREE.slides[:1]), other))

    assert [one.presence for one in changes.slides] == [Presence.ADDED, Presence.REMOVED]


def test_choices_that_were_left_open_are_those_that_are_shown(original: Library) -> None:
    openly = Board(cover=THREE.cover, slides=(Slide(view=MAP),))
    said = Board(cover=THREE.cover, slides=(Slide(view=MAP, chosen={"measure": "jobs_share"}),))

    assert told(original, original, (openly, said)).is_empty


def test_a_dataset_that_is_gone_leaves_a_slide_that_cannot_be_shown(original: Library, folder: DataFolder) -> None:
    folder.parquet("private_funding").unlink()
    after = read_library(read_catalogue(folder))

    assert slide(told(original, after), 2).sentences == ("This slide can no longer be shown.",)
    assert slide(told(after, original), 2).sentences == ("This slide can be shown again.",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_in_the_language_of_the_states(
    original: Library, folder: DataFolder, language: Language
) -> None:
    after = changed(folder, MAP, obs_value=value(where(ref_area="FR101", measure="jobs_share"), 12.0))

    changes = told(original, after, language=language)

    assert changes.language == language
    assert changes.summary[0] == {"en": "1 figure was revised.", "fr": "1 chiffre a été révisé."}[language]
    assert changes.slides[0].table is not None
    assert changes.slides[0].table.columns[2] == {"en": "Before", "fr": "Avant"}[language]


def test_two_languages_are_not_compared(original: Library) -> None:
    french = State(name="then", board=resolved("comite", THREE, original, "fr"), library=original)
    english = replace(french, board=resolved("comite", THREE, original, "en"))

    with pytest.raises(ValueError, match="one language"):
        board_changes(french, english)
