"""The data desk without a browser: a file is laid down, questions are answered, an edition is published."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from components import editions, store
from components.desk import history_view, inbox_view, ledger_view, publication
from loaders.folder import DataFolder
from loaders.language import Language
from tests.shown import entry_of, open_page, read, texts

_READERS = (editions, store, history_view, inbox_view, ledger_view, publication)


def serve(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the application read and publish in a folder in place of the project's own."""
    for module in _READERS:
        monkeypatch.setattr(module, "PROJECT_DATA", folder)


def lay_down(file: Path, language: Language = "en", **parameters: str) -> AppTest:
    """The data desk with a file uploaded."""
    page = open_page(entry_of("data_desk"), language, **parameters)
    page.file_uploader[0].set_value((file.name, file.read_bytes(), "application/octet-stream"))
    return ran(page)


def ran(page: AppTest) -> AppTest:
    """The page after another run, which must not fail."""
    page.run()
    assert [error.value for error in page.exception] == []
    return page


def press(page: AppTest, label: str) -> AppTest:
    """The page after its button of this name was pressed."""
    next(one for one in page.button if one.label == label).click()
    return ran(page)


def chooser(page: AppTest, label: str) -> Selectbox[str]:
    """The list of choices under this label."""
    return next(one for one in page.selectbox if read(one.label) == label)


def choose(page: AppTest, label: str, code: str) -> AppTest:
    """The page after a choice was made."""
    chooser(page, label).set_value(code)
    return ran(page)


def publish(page: AppTest, label: str = "Q2", author: str = "Ada") -> AppTest:
    """The page after everything was confirmed and the edition was published."""
    for box in page.checkbox:
        box.check()
    ran(page)
    fields = {one.label: one for one in reversed(page.text_input)}
    fields["Label of the edition"].set_value(label)
    fields["Author"].set_value(author)
    return press(page, "Publish this edition")


def says(page: AppTest, text: str) -> bool:
    """Whether some text of the page holds these words."""
    return any(text in one for one in texts(page))
