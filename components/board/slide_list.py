"""The list of the slides of a dossier: a click shows one, dragging moves it; buttons beside it do the same."""

from pathlib import Path

import streamlit as st

from components.board.saving import change, words_now
from components.board.slide_place import show_place
from loaders.boards.editing import moved
from loaders.boards.own_words import doubtful_numbers
from loaders.boards.resolved import ResolvedBoard, ResolvedSlide
from loaders.language import Language, Wording

_STATIC = Path(__file__).resolve().parents[2] / "static"
_KEY = "slide_list"
_list = st.components.v2.component(
    "slide_list",
    html="<ol></ol>",
    css=(_STATIC / "slide_list.css").read_text(encoding="utf-8"),
    js=(_STATIC / "slide_list.js").read_text(encoding="utf-8"),
)


def show_slide_list(board: ResolvedBoard, written: Language, place: int, words: Wording, *, is_open: bool) -> None:
    """Draws the list.

    Args:
        board: the dossier with what its slides show.
        written: the language in which its presenter writes.
        place: the slide that is shown, counted from 0.
        words: the language of the page.
        is_open: whether the slides may be moved.
    """
    rows = [
        {
            "number": "" if slide.is_section else str(slide.number),
            "title": slide.title,
            "note": _note(slide, written, words),
            "kind": "section" if slide.is_section else "figure",
        }
        for slide in board.slides
    ]
    _list(
        key=_KEY,
        data={"rows": rows, "current": place, "movable": is_open, "name": words.say("Slides")},
        on_chosen_change=_chosen,
        on_moved_change=_moved,
    )


def move_slide(place: int, to: int) -> None:
    """Moves a slide, saves the dossier and shows the slide in its new place."""
    change(
        lambda board: moved(board, place, to),
        words_now().say("Saved: slide {before} is now slide {after}.", before=place + 1, after=to + 1),
    )
    show_place(to)


def _note(slide: ResolvedSlide, written: Language, words: Wording) -> str:
    if slide.trouble:
        return words.say("cannot be shown")
    return words.say("check the words") if doubtful_numbers(slide, written) else ""


def _chosen() -> None:
    show_place(int(st.session_state[_KEY]["chosen"]))


def _moved() -> None:
    asked = st.session_state[_KEY]["moved"]
    move_slide(int(asked["from"]), int(asked["to"]))
