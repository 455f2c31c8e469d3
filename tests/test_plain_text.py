"""Plain text stays plain: Markdown, and what Streamlit looks for beyond it, find nothing in it."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from components.plain_text import plain

#: Signs that mean something to Markdown or to Streamlit, beside letters, figures and blanks.
LIVELY = st.text(st.sampled_from(list("\\`*_{}[]()<>#+-.!|~$&:@/^='\"?,;%1aAé \t\n\u202f")), max_size=24)
TEXTS = LIVELY | st.text(st.characters(codec="utf-8", exclude_characters="\0\N{WORD JOINER}"), max_size=40)

#: What Streamlit looks for in the text that Markdown leaves, where no backslash stops it.
AFTERWARDS = {
    "emoji": r":[\w+-]+:",
    "icon": r":material[/_]\w+:",
    "directive": r":[A-Za-z]",
    "address": r"https?://|www\.|[\w.+-]+@[\w-]",
    "arrow": r"(?:^|\s)(?:<->|->|<-|--|>=|<=|~=)(?:\s|$)",
}

MARKDOWN = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def shown(text: str) -> str:
    """A text as a reader sees it in any case: blanks run together, as browsers do it, and none at its ends."""
    return re.sub(r"[ \t\r\n\f\v]+", " ", text).strip()


def parsed(markdown: str) -> list[Token]:
    """What Markdown makes of a text: the parts of its only paragraph."""
    opening, inline, closing = MARKDOWN.parse(markdown)
    assert (opening.type, inline.type, closing.type) == ("paragraph_open", "inline", "paragraph_close")
    return inline.children or []


@given(TEXTS.filter(shown))
@example("Title\n===")
@example("Title\n---")
@example("    code")
@example("| a | b |\n|---|---|\n| 1 | 2 |")
@example("[a]: https://example.org")
def test_markdown_makes_one_paragraph_of_it_and_nothing_else(text: str) -> None:
    parts = parsed(plain(text))

    assert {part.type for part in parts} <= {"text", "text_special"}
    assert shown("".join(part.content for part in parts).replace("\N{WORD JOINER}", "")) == shown(text)


@given(TEXTS)
@example(":red[x]")
@example("size:small")
@example("https://example.org")
def test_nothing_is_left_for_streamlit_to_find(text: str) -> None:
    left = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain(text))

    assert [name for name, pattern in AFTERWARDS.items() if re.search(pattern, left, re.IGNORECASE)] == []


@given(TEXTS)
def test_it_is_one_line_without_blanks_at_its_ends(text: str) -> None:
    escaped = plain(text)

    assert not set(escaped) & set("\t\r\n\f\v")
    assert escaped == escaped.strip(" ")


@given(TEXTS)
def test_it_divides_no_cell_of_a_table(text: str) -> None:
    row = MARKDOWN.parse(f"| a | b |\n|---|---|\n| {plain(text)} | end |")

    assert [token.content for token in row if token.type == "inline"][3:] == ["end"]


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_nothing_stays_nothing(text: str) -> None:
    assert plain(text) == ""


@pytest.mark.parametrize("text", ["Île-de-France", "92\u202f300 emplois", "« T1 »", "≈ 5"])
def test_blanks_and_dashes_of_typography_stay(text: str) -> None:
    assert "".join(part.content for part in parsed(plain(text))) == text


@pytest.mark.parametrize(
    "text",
    ["**x**", "_x_", "`x`", "# x", "- x", "1. x", "> x", "<b>x</b>", "[x](y)", "![x](y)", "~~x~~", "***"],
)
def test_markdown_would_make_something_of_the_text_as_it_is(text: str) -> None:
    kinds = {token.type for token in MARKDOWN.parse(text)} | {
        part.type for token in MARKDOWN.parse(text) for part in token.children or []
    }

    assert kinds - {"paragraph_open", "inline", "paragraph_close", "text"}
