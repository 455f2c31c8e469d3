"""Adding figures to a dossier, from wherever they are shown: which dossier, or a new one, and a button."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from pydantic import ValidationError

from components.board.board_choice import board_title, first_board
from components.board.making import make_board
from components.board.saving import say, say_refused, show_said, unfit, unwritable, words_now
from components.desk import permission
from components.export.order import Subject
from components.plain_text import plain
from components.store import data_folder
from loaders.boards.board import Board, Comparison, Cover, Slide
from loaders.boards.editing import added
from loaders.boards.store import RefusedBoardError, board_names, read_board, save_board
from loaders.finding import Finding
from loaders.language import Wording
from loaders.notice import notice

_LAST, _NEW = "board_last", ""
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class _Fields:
    """The keys of the fields that say which dossier: its name, and the title of a new one."""

    name: str
    title: str


def slide_of(subject: Subject) -> Slide:
    """The slide that shows an exhibit with its present choices."""
    chosen, view = dict(subject.chosen), subject.view
    if view.id == "explore":
        compared = Comparison(
            dataset=subject.dataset, measure=view.measures[0], category=view.category, series=view.series
        )
        return Slide(explore=compared, chosen=chosen)
    return Slide(view=f"{subject.dataset}/{view.id}", chosen=chosen)


def show_adding(slides: tuple[Slide, ...], key: str, words: Wording, beside: Callable[[], None] = lambda: None) -> None:
    """Draws the choice of the dossier and the button that adds the slides to it.

    Args:
        slides: what is added.
        key: a name that no other such place on the page has.
        words: the language of the page.
        beside: draws what stands in the same row; it does also where dossiers may not be changed.
    """
    if not permission.is_open():
        beside()
        return
    fields = _Fields(f"adding_name_{key}_{words.language}", f"adding_title_{key}_{words.language}")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key=f"adding_{key}"):
        known = board_names(data_folder())
        names = (*known, _NEW)
        last = st.session_state.get(_LAST)
        usual = last if last in known else first_board(known, words) if known else _NEW
        name = st.selectbox(
            plain(words.say("Dossier")),
            names,
            index=names.index(usual),
            format_func=lambda one: board_title(one) if one else words.say("a new dossier"),
            key=fields.name,
            width=300,
        )
        if name == _NEW:
            label = plain(words.say("Title of the new dossier"))
            st.text_input(label, key=fields.title, max_chars=_LONGEST_TITLE, width=300)
        st.button(
            words.say("Add to the dossier"),
            key=f"adding_button_{key}_{words.language}",
            icon=":material/playlist_add:",
            on_click=_asked,
            args=(slides, fields),
        )
        beside()
    show_said(words)
    if last in names:
        st.page_link(
            "pages/board.py",
            label=plain(words.say("Open “{title}”", title=board_title(last))),
            query_params={"board": last, "lang": words.language},
            icon=":material/arrow_forward:",
        )


def _asked(slides: tuple[Slide, ...], fields: _Fields) -> None:
    """Adds the slides to the dossier that was chosen, or to a new one, and says so in passing."""
    words, name = words_now(), str(st.session_state[fields.name])
    title = str(st.session_state.get(fields.title, "")).strip()
    if name == _NEW and not title:
        st.toast(plain(words.say("A new dossier needs a title.")), icon=":material/edit:")
        return
    made = _add(name, title, slides, words)
    if made is None:
        return
    st.session_state[_LAST] = made
    # What was a new dossier a moment ago is one of the list: pressed again, the button adds to it.
    st.session_state[fields.name], st.session_state[fields.title] = made, ""
    text = words.count(
        "{n} slide was added to “{title}”.",
        "{n} slides were added to “{title}”.",
        len(slides),
        title=board_title(made),
    )
    say(text)
    st.toast(plain(text), icon=":material/check:")


def _add(name: str, title: str, slides: tuple[Slide, ...], words: Wording) -> str | None:
    """Adds the slides to the dossier as it is now and gives its name; None where it could not be, which is said."""
    if name == _NEW:
        return make_board(title, Board(language=words.language, cover=Cover(title=title), slides=slides))
    stored = read_board(data_folder(), name)
    if isinstance(stored, Finding):
        say_refused(notice(stored, words))
        return None
    try:
        save_board(data_folder(), stored, added(stored.board, slides))
    except RefusedBoardError as error:
        say_refused(notice(error.finding, words))
    except ValidationError as error:
        say_refused(unfit(name, error, words))
    except OSError as error:
        say_refused(unwritable(f"{name}.yaml", error, words))
    else:
        return name
    return None
