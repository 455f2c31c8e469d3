"""What a presenter does on the board page, and what it says."""

from streamlit.testing.v1 import AppTest

from loaders.boards.board import Board
from loaders.boards.store import StoredBoard, read_board
from loaders.folder import DataFolder
from loaders.language import Language, wording
from tests.shown import entry_of, read

PAGE = entry_of("board")


def board_of(folder: DataFolder, name: str = "comite") -> Board:
    """A dossier as it is saved."""
    found = read_board(folder, name)
    assert isinstance(found, StoredBoard)
    return found.board


def press(page: AppTest, label: str, language: Language = "en") -> AppTest:
    """Presses the button with that English label."""
    text = wording(language).say(label)
    (button,) = (one for one in page.button if read(one.label) == read(text))
    button.click().run()
    assert [error.value for error in page.exception] == []
    return page


def write(page: AppTest, key: str, text: str) -> AppTest:
    """Writes into a field of the page."""
    (field,) = (one for one in (*page.text_input, *page.text_area) if one.key == key)
    field.set_value(text).run()
    assert [error.value for error in page.exception] == []
    return page


def said(page: AppTest) -> list[str]:
    """What the page says: done, warned, told."""
    return [read(one.value) for one in (*page.success, *page.warning, *page.info)]


def headings(page: AppTest) -> list[str]:
    """The headings below the title of the page."""
    return [read(one.value) for one in (*page.header, *page.subheader)]
