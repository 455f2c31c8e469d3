"""The page of a dossier: which one and in which state; its slides, cover, meeting editions, and what has changed."""

import streamlit as st

from components import store
from components.board.board_choice import choose_board, choose_state
from components.board.changes_view import show_changes
from components.board.cover_view import show_cover
from components.board.freezing import show_editions
from components.board.leaving import show_leaving
from components.board.making import show_first, show_making
from components.board.saving import look_at, show_said
from components.board.slides_view import show_slides
from components.board.take_away import show_take_away
from components.desk import permission
from components.notices import show_findings
from components.page import words_in_force
from components.plain_text import plain
from components.presentation.way_in import show_present_link
from loaders.boards.frozen import FrozenBoard, read_frozen
from loaders.boards.resolved import resolved
from loaders.boards.states import TODAY, state_name
from loaders.boards.store import board_names, read_board
from loaders.finding import Finding
from loaders.language import Wording


def show_board() -> None:
    """The dossier that the address names, or the first; where there is none, how one is made."""
    words = words_in_force()
    show_said(words)
    closed = permission.refusal_to_edit(words)
    if closed:
        st.info(plain(closed), icon=":material/lock:")
    if not board_names(store.data_folder()):
        show_first(words, is_open=closed is None)
        return
    name, edition = _choose(words, is_open=closed is None)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="board_ways"):
        show_present_link(name, edition, words)
        show_leaving(name, edition, words)
    if edition == TODAY:
        _show_present(name, words, is_open=closed is None)
    else:
        _show_frozen(name, edition, words)


def _choose(words: Wording, *, is_open: bool) -> tuple[str, str]:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="board_choice"):
        name = choose_board(words)
        edition = choose_state(name, words)
        if is_open:
            show_making(name, words)
    return name, edition


def _show_present(name: str, words: Wording, *, is_open: bool) -> None:
    stored = read_board(store.data_folder(), name)
    if isinstance(stored, Finding):
        show_findings((stored,), words)
        return
    look_at(stored)
    board = resolved(name, stored.board, store.current_library(), words.language)
    names = (
        words.say("Slides"),
        words.say("Cover page"),
        words.say("Take away"),
        words.say("Meeting editions"),
        words.say("What has changed"),
    )
    slides, cover, files, editions, changes = st.tabs(names)
    with slides:
        show_slides(stored.board, board, words, is_open=is_open)
    with cover:
        show_cover(stored.board, words, is_open=is_open)
    with files:
        show_take_away(name, stored.digest, words)
    with editions:
        show_editions(stored, words, is_open=is_open)
    with changes:
        show_changes(stored, words)


def _show_frozen(name: str, edition: str, words: Wording) -> None:
    frozen = read_frozen(store.data_folder(), name, edition)
    if isinstance(frozen, Finding):
        show_findings((frozen,), words)
        return
    _show_banner(frozen, words)
    board = resolved(name, frozen.board, store.frozen_library(frozen.folder), words.language)
    slides, cover, files = st.tabs((words.say("Slides"), words.say("Cover page"), words.say("Take away")))
    with slides:
        show_slides(frozen.board, board, words, is_open=False)
    with cover:
        show_cover(frozen.board, words, is_open=False)
    with files:
        show_take_away(name, frozen.statement.seal, words, edition)


def _show_banner(frozen: FrozenBoard, words: Wording) -> None:
    text = words.say(
        "This is the {edition}, frozen by {author}. It stays as it was, whatever is published later.",
        edition=state_name(frozen.edition, words),
        author=frozen.statement.author,
    )
    note = words.say("Note: {note}", note=frozen.statement.note) if frozen.statement.note else ""
    st.info(plain(f"{text} {note}"), icon=":material/ac_unit:")
    if frozen.finding:
        show_findings((frozen.finding,), words)
