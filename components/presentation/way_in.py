"""The way into a presentation: from the page of a dossier, and where an address does not name one."""

import streamlit as st

from components import store
from components.notices import show_findings
from components.page import words_in_force
from components.plain_text import plain
from loaders.boards.states import TODAY
from loaders.boards.store import board_names, read_board
from loaders.finding import Finding
from loaders.language import Wording

_PAGE = "pages/present.py"


def show_present_link(name: str, edition: str, words: Wording) -> None:
    """The link that presents a dossier in a state."""
    frozen = {} if edition == TODAY else {"frozen": edition}
    st.page_link(
        _PAGE, label=plain(words.say("Present")), query_params={"board": name, **frozen}, icon=":material/slideshow:"
    )


def show_way_in(finding: Finding | None) -> None:
    """Why there is nothing to present, if the address asked for something, and a link for each dossier."""
    words = words_in_force()
    if finding:
        show_findings((finding,), words)
    for name in board_names(store.data_folder()):
        stored = read_board(store.data_folder(), name)
        label = name if isinstance(stored, Finding) else stored.board.cover.title
        st.page_link(_PAGE, label=plain(label), query_params={"board": name})
