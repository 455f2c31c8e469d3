"""Calm notices: what is wrong, where, what was expected, what to do; never a traceback, never an empty picture."""

import streamlit as st

from components.plain_text import plain
from loaders.finding import Finding
from loaders.language import Wording
from loaders.notice import Notice, notice
from loaders.selection import Choice


def show_findings(findings: tuple[Finding, ...], words: Wording) -> None:
    """The findings against a dataset, each with its four parts, in place of its exhibits."""
    for finding in findings:
        show_notice(notice(finding, words), words)


def show_notice(parts: Notice, words: Wording) -> None:
    """A notice with its four parts."""
    lines = (
        (words.say("Where"), parts.where),
        (words.say("Expected"), parts.expected),
        (words.say("What to do"), parts.remedy),
    )
    body = "\n".join(f"- **{plain(label)}** {plain(text)}" for label, text in lines)
    st.warning(f"{plain(parts.what)}\n\n{body}")


def show_refused(choice: Choice, words: Wording) -> None:
    """Says that a link asked for something that is not there, and what is shown in its place."""
    show_replaced(choice.label, choice.refused or "", choice.chosen.label, words)


def show_replaced(name: str, asked: str, shown: str, words: Wording) -> None:
    """Says that a value of a link is unknown or impossible here, and what is shown in its place."""
    text = words.say(
        "The link asks for “{asked}” under “{name}”, which is not available here. Shown instead: {shown}.",
        asked=asked,
        name=name,
        shown=shown,
    )
    st.info(plain(text))


def show_nothing(words: Wording) -> None:
    """Says that no figure fits a selection, and how to go on."""
    st.info(plain(words.say("No figure fits this selection. Choose another value in the filters above.")))
