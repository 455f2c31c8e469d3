"""What can be changed of one slide: its place, its words, and the choices of its figure."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.board.saving import can_step_back, change, step_back, words_now
from components.board.slide_choices import show_slide_choices
from components.board.slide_list import move_slide
from components.board.slide_place import show_place
from components.plain_text import plain
from components.store import current_library
from loaders.boards.editing import Field, reworded, without
from loaders.boards.resolved import ResolvedSlide
from loaders.language import Wording

_LONGEST_LINE, _LONGEST_TEXT = 300, 5_000


def show_slide_editor(slides: tuple[ResolvedSlide, ...], place: int, words: Wording) -> None:
    """Draws the buttons and fields of the slide at `place`; every change is saved at once."""
    slide = slides[place]
    with st.container(horizontal=True, gap="xsmall", key="slide_buttons"):
        for button in _buttons(place, len(slides) - 1, words):
            button.show(words)
    with st.expander(plain(words.say("Words and choices of this slide")), expanded=True):
        if slide.is_section:
            _line(place, "section", slide.slide.section or "", "", words.say("Heading"))
        else:
            exhibit = slide.exhibit
            _line(place, "title", slide.slide.title or "", exhibit.title if exhibit else "", words.say("Title"))
            computed = exhibit.reading if exhibit else ""
            _prose(place, "reading", slide.slide.reading or "", computed, words.say("Reading sentence"))
        _prose(place, "comment", slide.slide.comment, "", words.say("Comment"))
        show_slide_choices(slide.slide, place, current_library(), words)


class _Button:
    """A small button with a sign; its words are said to screen readers and on pointing."""

    def __init__(self, name: str, label: str, icon: str, act: Callable[[], None], *, is_idle: bool = False) -> None:
        self.name, self.label, self.icon, self.act, self.is_idle = name, label, icon, act, is_idle

    def show(self, words: Wording) -> None:
        """Draws the button."""
        st.button(
            plain(self.label),
            key=f"slide_{self.name}_{words.language}",
            icon=f":material/{self.icon}:",
            on_click=self.act,
            disabled=self.is_idle,
            type="tertiary",
        )


def _buttons(place: int, last: int, words: Wording) -> tuple[_Button, ...]:
    is_first, is_last = place == 0, place == last
    first, up = partial(move_slide, place, 0), partial(move_slide, place, place - 1)
    down, end = partial(move_slide, place, place + 1), partial(move_slide, place, last)
    return (
        _Button("first", words.say("First"), "first_page", first, is_idle=is_first),
        _Button("up", words.say("Up"), "arrow_upward", up, is_idle=is_first),
        _Button("down", words.say("Down"), "arrow_downward", down, is_idle=is_last),
        _Button("last", words.say("Last"), "last_page", end, is_idle=is_last),
        _Button("remove", words.say("Remove"), "delete", partial(_remove, place)),
        _Button("undo", words.say("Undo"), "undo", step_back, is_idle=not can_step_back()),
    )


def _line(place: int, field: Field, value: str, computed: str, label: str) -> None:
    key = _seeded(place, field, value)
    st.text_input(
        plain(label),
        key=key,
        max_chars=_LONGEST_LINE,
        placeholder=computed,
        on_change=_write,
        args=(place, field, key),
    )


def _prose(place: int, field: Field, value: str, computed: str, label: str) -> None:
    key = _seeded(place, field, value)
    st.text_area(
        plain(label),
        key=key,
        max_chars=_LONGEST_TEXT,
        placeholder=computed,
        height=100,
        on_change=_write,
        args=(place, field, key),
    )


def _seeded(place: int, field: Field, value: str) -> str:
    """The key of a field, which shows what is saved; the page and the place belong to it, as fields change places."""
    key = f"slide_{field}_{place}_{words_now().language}"
    st.session_state[key] = value
    return key


def _write(place: int, field: Field, key: str) -> None:
    """Saves what was written; an empty field gives the words back to the figure."""
    text = str(st.session_state[key]).strip()
    said = words_now().say("Saved: slide {n}.", n=place + 1)
    change(lambda board: reworded(board, place, field, text), said, text)


def _remove(place: int) -> None:
    change(lambda board: without(board, place), words_now().say("Saved: slide {n} was removed.", n=place + 1))
    show_place(max(place - 1, 0))
