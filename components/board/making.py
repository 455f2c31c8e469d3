"""Making dossiers: a new one, a copy, another name, deleting."""

from dataclasses import dataclass

import streamlit as st

from components.board.board_choice import board_title, open_board
from components.board.saving import say, say_refused, unwritable, words_now
from components.plain_text import plain
from components.store import data_folder
from loaders.boards.board import Board, Cover
from loaders.boards.store import (
    RefusedBoardError,
    StoredBoard,
    board_names,
    create_board,
    delete_board,
    free_name,
    read_board,
    rename_board,
)
from loaders.finding import Finding
from loaders.language import Wording
from loaders.notice import notice

_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class _Field:
    """A text field of the page, by its key."""

    key: str

    @property
    def text(self) -> str:
        """What is written in it."""
        return str(st.session_state.get(self.key, "")).strip()


def show_first(words: Wording, *, is_open: bool) -> None:
    """What is said where there is no dossier yet."""
    st.markdown(plain(words.say("There is no dossier yet.")))
    if is_open:
        _show_new(words)


def show_making(name: str, words: Wording) -> None:
    """The menus that make a new dossier and change the one that is shown as a whole."""
    with st.popover(plain(words.say("New dossier")), icon=":material/add:"):
        _show_new(words)
    with st.popover(plain(words.say("Manage")), icon=":material/more_horiz:"):
        title = _Field(f"board_copy_{name}_{words.language}")
        st.session_state.setdefault(title.key, words.say("{title} (copy)", title=board_title(name)))
        st.text_input(plain(words.say("Title of the copy")), key=title.key, max_chars=_LONGEST_TITLE)
        st.button(
            plain(words.say("Duplicate")), on_click=_duplicate, args=(name, title), icon=":material/content_copy:"
        )
        st.divider()
        other = _Field(f"board_rename_{name}_{words.language}")
        st.session_state.setdefault(other.key, name)
        st.text_input(
            plain(words.say("Name in links and of the file")),
            key=other.key,
            help=plain(words.say("Small letters, digits and _; older links no longer lead to the dossier.")),
        )
        st.button(plain(words.say("Rename")), on_click=_rename, args=(name, other), icon=":material/edit:")
        st.divider()
        is_sure = st.checkbox(
            plain(words.say("I want to delete this dossier")), key=f"board_sure_{name}_{words.language}"
        )
        st.button(
            plain(words.say("Delete")), on_click=_delete, args=(name,), disabled=not is_sure, icon=":material/delete:"
        )


def make_board(title: str, board: Board) -> str | None:
    """Saves a new dossier under a name that is made of its title; None where it could not be, which is said."""
    words, name = words_now(), free_name(data_folder(), title)
    try:
        create_board(data_folder(), name, board)
    except RefusedBoardError as error:
        say_refused(notice(error.finding, words), title)
        return None
    except OSError as error:
        say_refused(unwritable(f"{name}.yaml", error, words), title)
        return None
    say(words.say("The dossier “{title}” was saved.", title=title))
    return name


def _show_new(words: Wording) -> None:
    title = _Field(f"board_new_{words.language}")
    st.text_input(plain(words.say("Title of the new dossier")), key=title.key, max_chars=_LONGEST_TITLE)
    st.button(plain(words.say("Create")), on_click=_create, args=(title,), type="primary", icon=":material/note_add:")


def _create(title: _Field) -> None:
    if title.text and (
        name := make_board(title.text, Board(language=words_now().language, cover=Cover(title=title.text)))
    ):
        open_board(name)
        st.session_state[title.key] = ""


def _duplicate(name: str, title: _Field) -> None:
    stored = _read(name)
    if stored is None or not title.text:
        return
    cover = stored.board.cover.model_copy(update={"title": title.text})
    made = make_board(title.text, stored.board.model_copy(update={"cover": cover}))
    if made:
        open_board(made)


def _rename(name: str, other: _Field) -> None:
    stored, words = _read(name), words_now()
    if stored is None or other.text in ("", name):
        return
    try:
        rename_board(data_folder(), stored, other.text)
    except RefusedBoardError as error:
        say_refused(notice(error.finding, words))
    except OSError as error:
        say_refused(unwritable(f"{other.text}.yaml", error, words))
    else:
        say(words.say("The dossier is now called {name}.", name=other.text))
        open_board(other.text)


def _delete(name: str) -> None:
    stored, words = _read(name), words_now()
    if stored is None:
        return
    try:
        delete_board(data_folder(), stored)
    except RefusedBoardError as error:
        say_refused(notice(error.finding, words))
    except OSError as error:
        say_refused(unwritable(f"{name}.yaml", error, words))
    else:
        say(words.say("The dossier “{title}” was deleted.", title=stored.board.cover.title))
        open_board(next(iter(board_names(data_folder())), ""))


def _read(name: str) -> StoredBoard | None:
    """The dossier as it is; why there is none is said."""
    stored = read_board(data_folder(), name)
    if isinstance(stored, Finding):
        say_refused(notice(stored, words_now()))
        return None
    return stored
