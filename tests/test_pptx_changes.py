"""What has changed since a meeting, as slides at the end of a presentation: sentences as text, tables as tables."""

from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
from pptx import Presentation
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as ShownSlide

from components.pptx.presentation import Beside, presentation_bytes
from components.pptx.style import TAGS
from loaders.boards.change_titles import changed_slide, changes_title
from loaders.boards.changes import BoardChanges, State, board_changes
from loaders.boards.editing import reworded
from loaders.boards.resolved import ResolvedBoard, resolved
from loaders.catalogue import read_catalogue
from loaders.language import LANGUAGES, Language, wording
from loaders.library import Library, read_library
from loaders.table import Table
from tests.boards import MAP, THREE, small_copy
from tests.sample_data import library
from tests.sample_presentations import all_shapes, reopened, said, spoken

NAME = "comite"


@pytest.fixture(scope="module")
def revised(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The data after an edition in which every share of jobs has another value."""
    folder = small_copy(tmp_path_factory.mktemp("revised") / "data")
    path = folder.parquet(MAP.partition("/")[0])
    pl.read_parquet(path).with_columns(obs_value=pl.col("obs_value") + 1).write_parquet(path)
    return read_library(read_catalogue(folder))


@cache
def before(language: Language) -> State:
    """The dossier as it was."""
    return State(name="édition du 2 mai", board=resolved(NAME, THREE, library(), language), library=library())


def changes_of(after: Library, language: Language) -> BoardChanges:
    """What has changed: figures on one slide, words on another."""
    board = resolved(NAME, reworded(THREE, 1, "comment", "Autrement dit"), after, language)
    return board_changes(before(language), State(name="today", board=board, library=after))


def slides_with(changes: BoardChanges, board: ResolvedBoard | None = None) -> list[ShownSlide]:
    """The slides on changes of a dossier that has no other slide but its cover."""
    bare = replace(board or before(changes.language).board, slides=())
    return list(reopened(presentation_bytes(bare, beside=Beside(changes=changes))).slides)[1:]


def boxes(slide: ShownSlide) -> list[tuple[int, int]]:
    """Where each object of a slide begins and ends, from the top down."""
    return sorted((shape.top, shape.top + shape.height) for shape in slide.shapes if not shape.is_placeholder)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_text_and_every_row_stands_in_a_native_table(language: Language, revised: Library) -> None:
    changes = changes_of(revised, language)
    (slide,) = slides_with(changes)
    tables = [shape.table for shape in slide.shapes if isinstance(shape, GraphicFrame) and shape.has_table]
    cells = {tuple(cell.text for cell in row.cells) for table in tables for row in table.rows}

    assert slide.shapes.title is not None
    assert slide.shapes.title.text_frame.text == changes_title(changes, wording(language))
    for one in changes.slides:
        assert {changed_slide(one, wording(language)), *one.sentences} <= set(said(slide).splitlines())
        assert one.table is None or set(one.table.rows) <= cells
    assert set(changes.summary) <= set(said(slide).splitlines())
    assert set(changes.versions.rows) <= cells
    assert [one.table is None for one in changes.slides] == [False, True]
    assert all(shape.element.xpath(".//p:cNvPr/@descr")[0] for shape in all_shapes(slide))
    assert {run.get("lang") for run in slide.element.iter("{*}rPr")} == {TAGS[language]}


def test_nothing_stands_on_anything_else(revised: Library) -> None:
    (slide,) = slides_with(changes_of(revised, "fr"))

    places = boxes(slide)
    assert len(places) > 3
    assert [pair for pair in pairwise(places) if pair[0][1] > pair[1][0]] == []


def test_the_slides_of_the_dossier_stand_before_those_on_changes(revised: Library) -> None:
    changes = changes_of(revised, "en")
    content = presentation_bytes(before("en").board, beside=Beside(changes=changes))

    titles = [slide.shapes.title.text_frame.text for slide in reopened(content).slides if slide.shapes.title]
    assert titles[1:] == [
        *(one.title for one in before("en").board.slides),
        "What has changed since the édition du 2 mai",
    ]
    assert content == presentation_bytes(before("en").board, beside=Beside(changes=changes))


def test_where_nothing_has_changed_one_slide_says_so() -> None:
    changes = board_changes(before("en"), before("en"))

    (slide,) = slides_with(changes)

    assert "Nothing has changed: the same slides show the same figures." in said(slide)
    assert not any(shape.has_table for shape in slide.shapes)


def long_table(rows: int) -> Table:
    """A table of changed figures."""
    columns = ("Figure", "Change", "Before", "After")
    return Table(columns=columns, rows=tuple((f"Figure {n}", "revised", f"{n} %", f"{n + 1} %") for n in range(rows)))


@pytest.mark.parametrize("rows", [1, 5, 16, 60, 300])
def test_a_table_is_whole_or_says_how_much_of_it_is_shown_and_the_notes_hold_all(rows: int, revised: Library) -> None:
    plain = changes_of(revised, "en")
    changes = replace(plain, slides=(replace(plain.slides[0], table=long_table(rows)),))

    slides = slides_with(changes)
    shown = {line for slide in slides for line in said(slide).splitlines() if line.startswith("Figure ")}
    noted = {line for slide in slides for line in spoken(slide).splitlines() if line.count(" | ") == 3}

    cut = f"{len(shown)} of {rows} rows are shown; the notes of this slide hold all."
    assert (cut in "".join(map(said, slides))) == (len(shown) < rows)
    assert len(noted) == (rows + 1 if len(shown) < rows else 0)
    assert len(shown) >= min(rows, 20)


def test_many_sentences_flow_over_slides_that_can_be_told_apart_and_repeat_their_heading(revised: Library) -> None:
    plain = changes_of(revised, "en")
    sentences = tuple(f"{n}: {'a long sentence ' * 12}".strip() for n in range(40))
    changes = replace(plain, slides=(replace(plain.slides[0], sentences=sentences),))

    slides = slides_with(changes)
    lines = [line for slide in slides for line in said(slide).splitlines()]
    titles = [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title]

    assert [line for line in lines if line in sentences] == list(sentences)
    assert len(set(titles)) == len(slides) > 2
    assert titles[1].endswith(f"(2 of {len(slides)})")
    assert all(changed_slide(changes.slides[0], wording("en")) in said(slide) for slide in slides[1:3])
    height = 540 * 12_700
    assert [slide for slide in slides for _, bottom in boxes(slide) if bottom > height] == []


def test_hostile_titles_and_sentences_stay_text(revised: Library) -> None:
    plain = changes_of(revised, "en")
    hostile = "</a:t>=cmd|' /C calc'!A0 \x03<b>"
    changes = replace(plain, slides=(replace(plain.slides[0], title=hostile, sentences=(hostile,)),))

    (slide,) = slides_with(changes)

    assert said(slide).count("</a:t>=cmd|' /C calc'!A0 ␃<b>") == 2


def test_a_template_with_less_room_holds_all_of_it(revised: Library, tmp_path: Path) -> None:
    Presentation().save(str(tmp_path / "own.pptx"))
    changes = changes_of(revised, "fr")
    template = (tmp_path / "own.pptx").read_bytes()

    document = reopened(presentation_bytes(before("fr").board, template, Beside(changes=changes)))
    slides = list(document.slides)[1 + len(THREE.slides) :]

    assert all(one in "\n".join(map(said, slides)) for one in changes.summary)
    assert [slide for slide in slides for _, bottom in boxes(slide) if bottom > (document.slide_height or 0)] == []
