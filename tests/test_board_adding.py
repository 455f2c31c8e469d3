"""Adding figures to a dossier from where they are shown: the export dialog, key figures, the basket, the explorer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import editions as editions_on_pages
from components import store
from components.board.adding import slide_of
from components.desk import permission
from components.export.counter import counter
from components.export.menu import subject_of
from components.export.order import Subject
from loaders.boards.board import Board, Comparison, Cover, Slide
from loaders.boards.resolved import resolved
from loaders.boards.store import StoredBoard, create_board, read_board
from loaders.catalogue import read_catalogue
from loaders.composition import compose
from loaders.exploration import Comparison as Compared
from loaders.exploration import exploring_view
from loaders.folder import DataFolder
from loaders.labels import Labels
from loaders.language import LANGUAGES, Language, wording
from loaders.library import read_library
from loaders.selection import choices
from tests.boards import MAP, THREE, small_copy
from tests.shown import entry_of, open_page, read


@pytest.fixture(autouse=True, scope="module")
def closed_afterwards() -> Iterator[None]:
    """End the process that makes files when the tests are done."""
    yield
    counter().close()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    copy = small_copy(tmp_path / "data")
    for module in (store, editions_on_pages):
        monkeypatch.setattr(module, "PROJECT_DATA", copy)
    create_board(copy, "comite", THREE)
    return copy


def slides(folder: DataFolder, name: str = "comite") -> tuple[Slide, ...]:
    found = read_board(folder, name)
    assert isinstance(found, StoredBoard)
    return found.board.slides


def dialog(language: Language, page: str, exhibit: str, **parameters: str) -> AppTest:
    """A page with the export dialog of an exhibit open."""
    at = open_page(entry_of(page), language, **parameters)
    return at.button(key=f"export_{exhibit}_{language}").click().run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_exhibit_is_added_with_its_present_choices(folder: DataFolder, language: Language) -> None:
    page = dialog(language, "employment", "departement_map", departement_measure="establishments_share")

    page.button(key=f"adding_button_export_{language}").click().run()

    assert slides(folder) == (*THREE.slides, Slide(view=MAP, chosen={"measure": "establishments_share"}))
    expected = {"en": "1 slide was added to “Comité”.", "fr": "1 diapositive a été ajoutée à « Comité »."}[language]
    assert expected in [read(one.value) for one in page.toast]


def test_a_new_dossier_is_made_for_a_figure(folder: DataFolder) -> None:
    page = dialog("en", "employment", "departement_map")
    page.session_state["adding_title_export_en"] = "Juin"
    page.selectbox(key="adding_name_export_en").set_value("")

    page.button(key="adding_button_export_en").click().run()

    assert slides(folder, "juin") == (Slide(view=MAP, chosen={"measure": "jobs_share"}),)


@pytest.mark.parametrize(("language", "name"), [("fr", "comite"), ("en", "board")])
def test_the_first_dossier_in_the_language_of_the_page_is_taken(
    folder: DataFolder, language: Language, name: str
) -> None:
    english = Board(language="en", cover=Cover(title="Board"), slides=())
    create_board(folder, "board", english)

    page = dialog(language, "employment", "departement_map")

    assert page.selectbox(key=f"adding_name_export_{language}").value == name


def test_the_basket_is_added_as_a_whole(folder: DataFolder) -> None:
    page = open_page(entry_of("basket"), "en")
    library = read_library(read_catalogue(folder))
    views = {view.id: view for view in library.catalogue.declaration("employment_structure").views}
    wanted = ("sectors", "total_jobs")
    page.session_state["basket"] = tuple(
        Subject(dataset="employment_structure", view=views[name], language="en") for name in wanted
    )
    page.run()

    page.button(key="adding_button_basket_en").click().run()

    assert [slide.view for slide in slides(folder)[3:]] == [f"employment_structure/{name}" for name in wanted]


def test_what_was_explored_is_a_slide_that_shows_the_same(folder: DataFolder) -> None:
    library, words = read_library(read_catalogue(folder)), wording("en")
    declaration = library.catalogue.declaration("private_funding")
    view = exploring_view(
        declaration, "average_ticket", Compared("time_period", "ref_area"), library.observations("private_funding")
    )
    labels = Labels(declaration, library.catalogue, words)
    made = choices((view,), library.observations("private_funding"), {}, labels)
    chosen = {one.name: one.chosen.code for one in made}
    exhibit = compose(library, "private_funding", view, chosen, words)
    assert exhibit is not None

    slide = slide_of(subject_of(exhibit, view, ()))

    compared = Comparison(
        dataset="private_funding", measure="average_ticket", category="time_period", series="ref_area"
    )
    assert (slide.explore, slide.chosen) == (compared, chosen)
    board = THREE.model_copy(update={"slides": (slide,)})
    assert resolved("x", board, library, "en").slides[0].exhibit == exhibit


@pytest.mark.usefixtures("folder")
def test_where_others_can_reach_the_server_nothing_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(permission, "is_open", lambda: False)

    page = dialog("en", "employment", "departement_map")

    assert not [one for one in page.button if (one.key or "").startswith("adding_")]
