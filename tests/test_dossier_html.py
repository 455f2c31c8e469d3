"""The HTML file of a dossier: everything inside, nothing from outside, and texts that stay texts."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from components.board.dossier_html import html_bytes
from components.board.formats import DossierFormat
from components.board.html_text import held_json
from loaders.language import LANGUAGES, Language, wording
from loaders.table import table_of
from loaders.view import ViewKind
from tests.sample_dossiers import HOSTILE, dossier, file_of, hostile_dossier

HTML = DossierFormat.HTML
LARGEST = 8_000_000
VOID = {"meta", "img", "source", "br"}


class Reading(HTMLParser):
    """The elements of a document with their attributes, the texts in them, and whether they are closed in order."""

    def __init__(self, content: bytes) -> None:
        """Read the whole document."""
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self._open: list[str] = []
        self.feed(content.decode())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Hold the order of the elements."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text, or a script."""
        if self._open and self._open[-1] == "script":
            self.scripts.append((self.elements[-1][1], data))
        elif self._open and self._open[-1] != "style":
            self.texts.append(data)

    def all(self, tag: str) -> Iterator[dict[str, str | None]]:
        """The attributes of all elements of a kind."""
        return (attributes for name, attributes in self.elements if name == tag)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_has_its_heading_words_table_and_sources(language: Language) -> None:
    reading = Reading(file_of(HTML, language))
    texts = set(reading.texts)

    for slide in dossier(language).board.slides:
        assert slide.title in texts
        if slide.exhibit:
            table = table_of(slide.exhibit, wording(language))
            assert {slide.reading, slide.exhibit.source_line, *slide.exhibit.method} <= texts
            assert {cell for row in table.rows for cell in row if cell} <= texts
        if slide.trouble:
            trouble = slide.trouble
            assert {trouble.what, trouble.where, trouble.expected, trouble.remedy} <= texts
    assert next(reading.all("html"))["lang"] == language


def test_every_picture_has_its_text_alternative() -> None:
    reading = Reading(file_of(HTML))
    named = [one.get("alt") or one.get("aria-label") for one in reading.all("img")]
    live = [one["aria-label"] for one in reading.all("div") if one.get("class") == "live"]
    drawn = [one.exhibit for one in dossier().board.slides if one.exhibit and one.exhibit.kind is not ViewKind.TABLE]

    assert all(named)
    assert {exhibit.alt for exhibit in drawn} <= set(named)
    assert live == [one.alt for one in drawn if one.kind not in (ViewKind.METRIC, ViewKind.COLUMN_MAP)]


def test_tables_have_headings_for_columns_and_rows() -> None:
    reading = Reading(file_of(HTML))
    scopes = [one.get("scope") for one in reading.all("th")]

    assert set(scopes) == {"col", "row"}
    assert len(list(reading.all("table"))) == len(list(reading.all("caption"))) > 10


def test_nothing_comes_from_outside_and_only_named_scripts_run() -> None:
    content = file_of(HTML)
    reading = Reading(content)
    policy = next(one["content"] for one in reading.all("meta") if one.get("http-equiv")) or ""
    running = [script for attributes, script in reading.scripts if attributes.get("type") is None]

    assert not re.search(r"https?:|//|\*|'unsafe-eval'|script-src[^;]*unsafe-inline", policy)
    assert policy.startswith("default-src 'none'")
    assert [f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in running] == re.findall(
        r"'sha256-[^']+'", policy
    )
    assert len(running) == 2
    asked = [one.get(name) for tag, one in reading.elements for name in ("src", "srcset") if name in one]
    assert asked
    assert all(str(one).startswith("data:") for one in asked)
    assert not any(tag in {"link", "iframe", "object", "embed", "base"} for tag, _ in reading.elements)


def test_the_typefaces_are_inside() -> None:
    style = file_of(HTML).decode().partition("<style>")[2].partition("</style>")[0]

    assert style.count("@font-face") == 5
    assert set(re.findall(r"url\((\w+:\w+/\w+)", style)) == {"data:font/woff2"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_small_enough_for_a_mail(language: Language) -> None:
    assert len(file_of(HTML, language)) < LARGEST


def test_a_dossier_without_interactive_pictures_does_without_plotly() -> None:
    board = replace(dossier().board, slides=dossier().board.slides[3:6])

    content = html_bytes(replace(dossier(), board=board), lambda _done: None)

    assert len(content) < len(file_of(HTML)) - 4_000_000
    assert b"Plotly, Inc." not in content


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert html_bytes(dossier(), lambda _done: None) == file_of(HTML)


def test_hostile_text_is_only_text() -> None:
    reading = Reading(html_bytes(hostile_dossier(), lambda _done: None))

    assert not [name for _, one in reading.elements for name in one if name.startswith("on")]
    assert [one for one, _ in reading.scripts if one.get("type") is None] == [{}, {}]
    assert HOSTILE.replace("\x01", "\u2401") in reading.texts


def test_held_json_is_the_same_value_without_a_sign_of_html() -> None:
    said = {"a": "</script><!-- & \u2028\u2029 \\u003c", "b": [1.5, None, "é"]}
    held = held_json(json.dumps(said, ensure_ascii=False))

    assert json.loads(held) == said
    assert not set(held) & set("<>&\u2028\u2029")


def test_progress_is_told_slide_by_slide() -> None:
    told: list[int] = []

    html_bytes(dossier(), told.append)

    assert told == list(range(1, len(dossier().board.slides) + 1))
