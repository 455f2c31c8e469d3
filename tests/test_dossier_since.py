"""Taking a dossier away with what has changed since an earlier meeting: the choice on a page, the order, the files."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import store
from components.board import take_away
from components.board.__main__ import main
from components.board.delivery import deliver_dossier
from components.board.formats import DossierFormat
from components.board.order import DossierOrder
from components.export.counter import Finished
from components.export.exchange import DossierQuestion
from components.export.refusal import RefusedError
from components.export.worker import answered
from components.export.workshop import Workshop
from loaders.boards.editing import reworded
from loaders.boards.frozen import freeze
from loaders.boards.store import StoredBoard, create_board, save_board
from loaders.catalogue import read_catalogue
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language, wording
from loaders.library import read_library
from loaders.notice import Notice
from tests.boards import FREEZING, THREE, small_copy
from tests.sample_presentations import reopened, said
from tests.shown import read

FIRST, SECOND = "2026-05-02", "2026-11-26"
NOTICE = Notice(what="No logo", where="logo.svg", expected="A picture", remedy="Choose it anew")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """A dossier that was frozen for two meetings and reworded after each."""
    copy = small_copy(tmp_path / "data")
    monkeypatch.setattr(store, "PROJECT_DATA", copy)
    stored = create_board(copy, "comite", THREE)
    for number, day in enumerate((FIRST, SECOND)):
        freeze(read_catalogue(copy), stored, replace(FREEZING, day=date.fromisoformat(day)))
        stored = reworded_once_more(copy, stored, number)
    return copy


def reworded_once_more(folder: DataFolder, stored: StoredBoard, place: int) -> StoredBoard:
    """The dossier with another comment on one slide."""
    return save_board(folder, stored, reworded(stored.board, place, "comment", "Autrement dit"))


def order(since: str | None = FIRST, edition: str | None = None, language: Language = "en") -> DossierOrder:
    """An order for the presentation of the dossier."""
    return DossierOrder(name="comite", edition=edition, since=since, language=language, form=DossierFormat.PPTX)


def last_slide(folder: DataFolder, wanted: DossierOrder) -> str:
    """What the last slide of an ordered presentation says."""
    made = deliver_dossier(wanted, folder, lambda: read_library(read_catalogue(folder)), lambda _done, _count: None)
    return said(list(reopened(made.content).slides)[-1])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("since", "edition", "count"), [(FIRST, None, 2), (SECOND, None, 1), (FIRST, SECOND, 1)])
def test_an_order_says_what_has_changed_since_an_edition(
    folder: DataFolder, since: str, edition: str | None, count: int, language: Language
) -> None:
    text = last_slide(folder, order(since, edition, language))

    words = wording(language)
    assert words.count("{n} slide was reworded.", "{n} slides were reworded.", count) in text


def test_an_order_without_it_has_the_slides_of_the_dossier_alone(folder: DataFolder) -> None:
    assert "What has changed" not in last_slide(folder, order(None))


def test_an_edition_that_is_gone_is_refused_in_four_parts(folder: DataFolder) -> None:
    with pytest.raises(RefusedError) as refused:
        last_slide(folder, order("2020-01-01"))

    notice = refused.value.notice
    assert all((notice.what, notice.where, notice.expected, notice.remedy))


def test_the_process_for_files_is_told_and_answers_with_notices(folder: DataFolder) -> None:
    cover = THREE.cover.model_copy(update={"logo": "gone.png"})
    create_board(folder, "with_logo", THREE.model_copy(update={"cover": cover}))
    wanted = order(None).model_copy(update={"name": "with_logo", "form": DossierFormat.XLSX})
    question = DossierQuestion.model_validate_json(DossierQuestion(dossier=wanted).model_dump_json())

    answer, content = answered(question, Workshop(folder), lambda _done, _count: None)

    assert [one.notice.what for one in answer.notices] == ["The logo of the cover is not there: gone.png"]
    assert answer.length == len(content) > 0


@dataclass
class Desk:
    """Stands for the counter: keeps what was ordered, and answers with a file that lacks its logo."""

    orders: list[DossierOrder] = field(default_factory=list)

    def dossier(self, wanted: DossierOrder, progress: Callable[[int, int], None]) -> Finished:
        """Take an order."""
        progress(1, 1)
        self.orders.append(wanted)
        return Finished("file", b"content", notices=(NOTICE,))


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The counter of the page."""
    one = Desk()
    monkeypatch.setattr(take_away, "counter", lambda: one)
    return one


def _page() -> None:
    import streamlit  # noqa: PLC0415 - AppTest runs the source of this function alone

    from components.board.take_away import show_take_away  # noqa: PLC0415
    from loaders.language import wording  # noqa: PLC0415

    state = streamlit.session_state
    show_take_away(state["name"], "one", wording(state["asked"]), state["edition"])


def opened(language: Language = "en", edition: str | None = None, name: str = "comite") -> AppTest:
    """A page with nothing but the way to take a dossier away."""
    page = AppTest.from_function(_page, default_timeout=60)
    for key, value in {"name": name, "asked": language, "edition": edition}.items():
        page.session_state[key] = value
    return page.run()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_offers_the_dossier_alone_and_each_earlier_meeting(language: Language) -> None:
    (choice,) = opened(language).selectbox

    say = wording(language).say
    assert read(choice.label) == say("With what has changed since")
    assert len(choice.options) == 3
    assert choice.options[0] == say("the dossier alone")
    assert choice.value == ""


@pytest.mark.usefixtures("folder")
def test_a_meeting_edition_offers_only_the_meetings_before_it() -> None:
    (choice,) = opened(edition=SECOND).selectbox

    assert choice.options == ["the dossier alone", "edition of 2 May 2026"]
    assert not opened(edition=FIRST).selectbox
    assert not opened(name="never_frozen").selectbox


@pytest.mark.usefixtures("folder")
def test_what_was_chosen_is_part_of_the_order_and_another_choice_takes_the_file_back(desk: Desk) -> None:
    page = opened()
    page.button(key="take_pptx_en").click().run()
    page.selectbox[0].select(SECOND).run()
    assert page.get("download_button") == []

    page.button(key="take_pptx_en").click().run()

    assert [one.since for one in desk.orders] == [None, SECOND]
    assert len(page.get("download_button")) == 1


@pytest.mark.usefixtures("folder", "desk")
def test_what_the_file_lacks_is_said_beside_it() -> None:
    page = opened()

    page.button(key="take_pdf_en").click().run()

    (warning,) = page.warning
    for one in (NOTICE.what, NOTICE.where, NOTICE.expected, NOTICE.remedy):
        assert one in read(warning.value)
    assert len(page.get("download_button")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_edition_whose_files_were_changed_is_told_with_the_file(folder: DataFolder, language: Language) -> None:
    path = folder.boards / "comite.frozen" / FIRST / "board.yaml"
    path.write_bytes(path.read_bytes() + b"\n")

    wanted = order(FIRST, SECOND, language)
    made = deliver_dossier(wanted, folder, lambda: read_library(read_catalogue(folder)), lambda _done, _count: None)

    (told,) = made.notices
    assert "board.yaml" in told.what


def test_the_command_says_that_files_of_an_edition_were_changed(
    folder: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder.boards / "comite.frozen" / FIRST / "board.yaml"
    path.write_bytes(path.read_bytes() + b"\n")
    asked = ["build", str(folder.boards / "comite.yaml"), "--data", str(folder.root), "--out", str(tmp_path / "out")]

    code = main([*asked, "--formats", "xlsx", "--since", FIRST, "--lang", "en", "--json"])

    told = capsys.readouterr()
    assert code == 0
    assert "board.yaml" in told.err
    assert ["board.yaml" in one["what"] for one in json.loads(told.out)["altered"]] == [True]
