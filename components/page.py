"""What every page begins with: its heading, its lead, and the words of the language in force."""

import streamlit as st

from components import navigation
from components.plain_text import plain
from loaders.language import DEFAULT_LANGUAGE, Wording, wording


def words_in_force() -> Wording:
    """The words of the language that the address settled.

    Until the first session has built the menu, Streamlit takes the files of pages/ for programs of their own and runs
    the one that a link names without app.py: then the menu is built here, and the run starts again as it should.
    """
    if "language" not in st.session_state:
        navigation.menu(wording(DEFAULT_LANGUAGE))
        st.rerun()
    return wording(st.session_state["language"])


def show_heading(title: str, lead: str) -> None:
    """The one h1 of the page, and what the page answers."""
    words = words_in_force()
    st.title(plain(words.say(title)), anchor=False)
    st.markdown(plain(words.say(lead)))


def show_section(title: str, lead: str | None = None) -> None:
    """The heading of a part of the page."""
    words = words_in_force()
    st.header(plain(words.say(title)), anchor=False)
    if lead:
        st.markdown(plain(words.say(lead)))
