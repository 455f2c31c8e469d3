"""Adding to a dossier on its own page: a heading, or any figure of the catalogue with its first choices."""

import streamlit as st

from components.board.saving import change, words_now
from components.board.slide_place import show_place
from components.plain_text import plain
from components.store import current_library
from loaders.boards.board import Slide
from loaders.boards.editing import added
from loaders.language import Wording

_LONGEST_LINE = 300


def show_adding_here(place: int | None, words: Wording) -> None:
    """The menu that adds a slide after the one at `place`, or the first one."""
    after = 0 if place is None else place + 1
    with st.popover(plain(words.say("Add a slide")), icon=":material/add:"):
        heading = f"add_heading_{words.language}"
        st.text_input(plain(words.say("Heading of a section")), key=heading, max_chars=_LONGEST_LINE)
        st.button(
            plain(words.say("Add the heading")),
            key=f"add_heading_button_{words.language}",
            on_click=_add_heading,
            args=(heading, after),
        )
        st.divider()
        titles = _titles(words)
        view = f"add_view_{words.language}"
        st.selectbox(plain(words.say("Figure")), list(titles), format_func=lambda one: titles[one], key=view)
        st.button(
            plain(words.say("Add the figure")),
            key=f"add_view_button_{words.language}",
            on_click=_add_view,
            args=(view, after),
        )
        st.caption(plain(words.say("Below any figure, “Export” adds it with the choices that you see.")))


def _titles(words: Wording) -> dict[str, str]:
    """Every view by its name in a dossier, with dataset and title."""
    declarations = current_library().catalogue.declarations.values()
    return {
        f"{one.id}/{view.id}": f"{words.of(one.title)} · {words.of(view.title)}"
        for one in declarations
        for view in one.views
    }


def _add_heading(key: str, after: int) -> None:
    text = str(st.session_state[key]).strip()
    if text:
        _add(Slide(section=text), after)
        st.session_state[key] = ""


def _add_view(key: str, after: int) -> None:
    _add(Slide(view=st.session_state[key]), after)


def _add(slide: Slide, after: int) -> None:
    change(lambda board: added(board, (slide,), after), words_now().say("Saved: slide {n} was added.", n=after + 1))
    show_place(after)
