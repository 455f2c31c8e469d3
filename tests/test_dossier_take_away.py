"""Taking a dossier away on a page: made in the process for files, with progress, refusals in four parts, and a file."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from components.board.formats import DossierFormat
from components.board.order import DossierOrder
from components.export.counter import Counter
from components.export.refusal import RefusedError
from loaders.boards.store import board_names
from loaders.language import LANGUAGES, Language
from tests.sample_data import SHIPPED

NAME = board_names(SHIPPED)[0]


@pytest.fixture(scope="module")
def counter() -> Iterator[Counter]:
    """A counter that is closed afterwards."""
    one = Counter()
    yield one
    one.close()


def order(name: str = NAME, edition: str | None = None) -> DossierOrder:
    """An order for the workbook of a dossier, which is made fastest."""
    return DossierOrder(name=name, edition=edition, language="fr", form=DossierFormat.XLSX)


def test_a_dossier_is_made_slide_by_slide_in_a_process_of_its_own(counter: Counter) -> None:
    told: list[tuple[int, int]] = []

    finished = counter.dossier(order(), lambda done, count: told.append((done, count)))

    assert finished.name == f"{NAME}-fr.xlsx"
    assert finished.content.startswith(b"PK")
    assert finished.troubles == ()
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] > 1


@pytest.mark.parametrize("wanted", [order("nothing"), order(edition="2020-01-01")])
def test_a_dossier_that_is_not_there_is_refused_in_four_parts(counter: Counter, wanted: DossierOrder) -> None:
    with pytest.raises(RefusedError) as refused:
        counter.dossier(wanted, lambda _done, _count: None)

    notice = refused.value.notice
    assert all((notice.what, notice.where, notice.expected, notice.remedy))


def test_whoever_stops_in_the_middle_does_not_get_the_next_answer_wrong(counter: Counter) -> None:
    def stop(_done: int, _count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        counter.dossier(order(), stop)

    assert counter.dossier(order(), lambda _done, _count: None).name == f"{NAME}-fr.xlsx"


def _page() -> None:
    import streamlit  # noqa: PLC0415 - AppTest runs the source of this function alone

    from components.board.take_away import show_take_away  # noqa: PLC0415
    from loaders.language import wording  # noqa: PLC0415

    state = streamlit.session_state
    show_take_away(state["name"], state["state"], wording(state["asked"]), state["edition"])


def opened(language: Language, name: str = NAME) -> AppTest:
    """A page with nothing but the buttons."""
    page = AppTest.from_function(_page, default_timeout=60)
    for key, value in {"name": name, "state": "one", "asked": language, "edition": None}.items():
        page.session_state[key] = value
    return page.run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_makes_a_file_that_can_then_be_downloaded(language: Language) -> None:
    page = opened(language)
    assert len(page.button) == len(DossierFormat)

    page.button(key=f"take_xlsx_{language}").click().run()

    assert not page.exception
    assert len(page.get("download_button")) == 1
    assert page.warning == []


def test_a_file_of_another_state_of_the_dossier_is_not_offered() -> None:
    page = opened("en")
    page.button(key="take_xlsx_en").click().run()

    page.session_state["state"] = "two"
    page.run()

    assert page.get("download_button") == []


def test_why_there_is_no_file_is_said() -> None:
    page = opened("en", "nothing")

    page.button(key="take_xlsx_en").click().run()

    assert len(page.warning) == 1
    assert page.get("download_button") == []
