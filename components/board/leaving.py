"""The ways from the page of a dossier to others: the link that opens it, in this state and at this slide."""

from urllib.parse import urlencode

import streamlit as st

from components.address import application_address
from components.plain_text import plain
from loaders.boards.states import TODAY
from loaders.language import Wording

PAGE = "board"


def show_leaving(name: str, edition: str, words: Wording) -> None:
    """Draws the ways out of a dossier.

    Args:
        name: the dossier.
        edition: the frozen edition that is shown, or `TODAY`.
        words: the language of the page.
    """
    with st.popover(plain(words.say("Link")), icon=":material/link:"):
        st.markdown(plain(words.say("This link opens the dossier in the state that you see.")))
        st.code(application_address() + board_address(name, edition, words), language=None, wrap_lines=True)


def board_address(name: str, edition: str, words: Wording) -> str:
    """The address of a dossier below that of the application."""
    asked = {"board": name, **({} if edition == TODAY else {"frozen": edition}), "lang": words.language}
    return f"{PAGE}?{urlencode(asked)}"
