"""The slides of a dossier: their list, and the one that is shown, with what can be changed of it."""

import streamlit as st

from components.board.adding_here import show_adding_here
from components.board.slide_editor import show_slide_editor
from components.board.slide_list import show_slide_list
from components.board.slide_place import place_in_force
from components.board.slide_view import show_slide
from components.plain_text import plain
from loaders.boards.board import Board
from loaders.boards.resolved import ResolvedBoard
from loaders.language import Wording


def show_slides(written: Board, board: ResolvedBoard, words: Wording, *, is_open: bool) -> None:
    """Draws list and slide side by side; with `is_open`, also what changes them.

    Args:
        written: the dossier as it is written down.
        board: the same with what its slides show.
        words: the language of the page.
        is_open: whether the dossier may be changed here.
    """
    if not board.slides:
        st.markdown(plain(words.say("The dossier has no slides yet. Add one here, or with “Export” below any figure.")))
        if is_open:
            show_adding_here(None, words)
        return
    place = place_in_force(len(board.slides), words)
    listed, shown = st.columns([2, 5], gap="large")
    with listed:
        show_slide_list(board, written.language, place, words, is_open=is_open)
        if is_open:
            show_adding_here(place, words)
    with shown:
        if is_open:
            show_slide_editor(board.slides, place, words)
        show_slide(board.slides[place], written.language, words)
