"""What a page shows, without a browser: the application is run through app.py, and its elements are read as texts."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest, app_test
from streamlit.testing.v1.element_tree import Block, Element

from components.navigation import ENTRIES, Entry
from tests.sample_data import ROOT

#: Fields of Streamlit's messages that hold words for the reader.
_WORDS = {"body", "label", "help", "alt", "options", "content", "placeholder"}
#: The same in the descriptions of plotly and deck.gl.
_WORDS_OF_PICTURES = {"text", "ticktext", "hovertext", "name", "label"}
_PICTURES = ("plotly_chart", "deck_gl_json_chart")
_LONGEST_RUN_S = 60


class _PagesOfTheMenu(PagesManager):
    """The pages as a server knows them once it has served one: those of the menu.

    AppTest forgets before each run that there is a menu, and then runs the files of pages/ without app.py. It sets what
    it forgets on this class; Streamlit reads it from the one above.
    """


PagesManager.uses_pages_directory = False
app_test.PagesManager = _PagesOfTheMenu  # type: ignore[attr-defined]


def entry_of(name: str) -> Entry:
    """The entry of the menu with that name."""
    return next(entry for entry in ENTRIES if entry.name == name)


def open_page(entry: Entry, language: str | None, *, locale: str = "fr-FR", **parameters: str) -> AppTest:
    """A page as a link with these parameters opens it, in a browser that prefers `locale`."""
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=_LONGEST_RUN_S)
    page.context = {"locale": locale}
    asked = parameters if language is None else {"lang": language, **parameters}
    for name, value in asked.items():
        page.query_params[name] = value
    return page.run() if entry is ENTRIES[0] else page.switch_page(entry.file).run()


def read(text: str) -> str:
    """A text of Markdown that was made of plain text, as the reader sees it; every blank is one space."""
    unescaped = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).replace("\N{WORD JOINER}", "")
    return " ".join(unescaped.replace("\N{NON-BREAKING HYPHEN}", "-").split())


def exhibits(page: AppTest) -> list[Block]:
    """The exhibits of a page."""
    return _blocks(page, "exhibit_")


def cards(page: AppTest) -> list[Block]:
    """The cards of key figures of a page."""
    return _blocks(page, "key_")


def captions(block: Block) -> list[str]:
    """The captions of a block that are in sight: those inside of tabs are left out."""
    found: list[str] = []
    for child in block.children.values():
        if isinstance(child, Block):
            found += [] if child.type == "tab_container" else captions(child)
        elif child.type == "caption":
            found.append(read(str(child.value)))
    return found


def tables(block: Block) -> list[list[list[str]]]:
    """The tables of a block, each with its headings as the first row."""
    return [_rows(node.value) for node in block if isinstance(node, Element) and _is_table(node)]


def texts(page: AppTest) -> Iterator[str]:
    """Every text of a page: words, tables, pictures, labels of controls and what is said to screen readers."""
    for node in page.main:
        if isinstance(node, Element) and _is_table(node):
            yield from (cell for row in _rows(node.value) for cell in row)
        elif isinstance(node, Element) and node.type in _PICTURES:
            yield read(node.proto.alt)
            yield from map(_seen, _of_picture(json.loads(_description(node))))
        elif node.proto is not None:
            yield from map(read, _of_message(node.proto))


def _is_table(element: Element) -> bool:
    return element.type == "markdown" and str(element.value).startswith("|")


def _rows(markdown: str) -> list[list[str]]:
    """The cells of a Markdown table, without the line that aligns them."""
    headings, _, *rows = (line.removeprefix("| ").removesuffix(" |") for line in markdown.splitlines())
    return [[read(cell) for cell in line.split(" | ")] for line in (headings, *rows)]


def _description(picture: Element) -> str:
    return str(picture.proto.spec if picture.type == "plotly_chart" else picture.proto.json)


def _blocks(page: AppTest, prefix: str) -> list[Block]:
    return [node for node in page.main if isinstance(node, Block) and (node.key or "").startswith(prefix)]


def _seen(text: str) -> str:
    """A text of a picture without the tags that plotly understands."""
    return read(unescape(re.sub(r"<[^>]*>", " ", text)))


def _of_message(message: Any) -> Iterator[str]:  # noqa: ANN401 -- protocol buffers have no common type
    for field, value in message.ListFields():
        values = value if field.is_repeated else [value]
        if field.message_type is not None:
            for one in values:
                yield from _of_message(one)
        elif field.name in _WORDS:
            yield from (one for one in values if isinstance(one, str))


def _of_picture(part: object, name: str = "") -> Iterator[str]:
    if isinstance(part, str):
        yield from [part] if name in _WORDS_OF_PICTURES else []
    elif isinstance(part, list):
        for one in part:
            yield from _of_picture(one, name)
    elif isinstance(part, dict):
        for key, one in part.items():
            yield from _of_picture(one, key)
