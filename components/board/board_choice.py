"""Which dossier the page shows and in which state: today's or a frozen edition; both stand in the address."""

from collections.abc import Sequence

import streamlit as st

from components import address, store
from components.notices import show_replaced
from components.plain_text import plain
from loaders.boards.frozen import frozen_editions
from loaders.boards.states import TODAY, state_name
from loaders.boards.store import board_names, read_board
from loaders.finding import Finding
from loaders.language import Wording

BOARD, FROZEN, SLIDE = "board", "frozen", "slide"


def choose_board(words: Wording) -> str:
    """The control that chooses a dossier, and the name of the one that is chosen; there is at least one."""
    names = board_names(store.data_folder())
    asked = address.wanted(BOARD)
    name = asked if asked in names else first_board(names, words)
    if asked is not None and asked != name:
        show_replaced(words.say("Dossier"), asked, board_title(name), words)
    titles = {one: board_title(one) for one in names}
    key = f"board_name_{words.language}"
    st.session_state[key] = name
    st.selectbox(
        plain(words.say("Dossier")),
        names,
        format_func=lambda one: titles.get(one, one),
        key=key,
        on_change=lambda: open_board(st.session_state[key]),
        width=320,
    )
    address.write({BOARD: name})
    return name


def first_board(names: Sequence[str], words: Wording) -> str:
    """The dossier that is taken where none is chosen: the first that is written in the language of the page."""
    stored = ((name, read_board(store.data_folder(), name)) for name in names)
    written = (one for one, read in stored if not isinstance(read, Finding) and read.board.language == words.language)
    return next(written, names[0])


def choose_state(name: str, words: Wording) -> str:
    """The control that chooses the state of a dossier: today's or a frozen edition; which one is chosen."""
    editions = frozen_editions(store.data_folder(), name)
    asked = address.wanted(FROZEN) or TODAY
    options = (TODAY, *reversed(editions))
    edition = asked if asked in options else TODAY
    if asked != edition:
        show_replaced(words.say("State"), asked, state_name(edition, words), words)
    address.write({FROZEN: edition})
    if not editions:
        return edition
    key = f"board_state_{words.language}"
    st.session_state[key] = edition
    st.selectbox(
        plain(words.say("State")),
        options,
        format_func=lambda one: state_name(one, words),
        key=key,
        on_change=lambda: address.keep(FROZEN, st.session_state[key]),
        width=210,
    )
    return edition


def open_board(name: str, edition: str = TODAY) -> None:
    """Makes a dossier the one that the page shows, at its first slide."""
    for parameter, code in ((BOARD, name), (FROZEN, edition), (SLIDE, "1")):
        address.keep(parameter, code)


def board_title(name: str) -> str:
    """The title of a dossier, its name where it cannot be read."""
    stored = read_board(store.data_folder(), name)
    return name if isinstance(stored, Finding) else stored.board.cover.title or name
