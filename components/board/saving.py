"""Saving a dossier: every change at once, never over somebody else's, and one step back; what happened is said."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

import streamlit as st
from pydantic import ValidationError

from components.notices import show_notice
from components.plain_text import plain
from components.store import data_folder
from loaders.boards.board import Board
from loaders.boards.store import RefusedBoardError, StoredBoard, save_board
from loaders.language import DEFAULT_LANGUAGE, Wording, wording
from loaders.notice import Notice, notice

_EDITED, _SAID = "board_edited", "board_said"
_MOST_STEPS_BACK = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What the last change came to; `typed` is what somebody wrote and could not be saved."""

    text: str = ""
    refused: Notice | None = None
    typed: str = ""


@dataclass(slots=True)
class _Edited:
    """What a session edits: the state that it has seen or saved last, and the states before its own changes by dossier.

    Who writes quickly changes a second thing while the first is being saved. Streamlit then stops the first run at its
    next look into the session, perhaps between saving and noting what was saved, and the second change would meet a
    file of somebody else. So the session holds one object, which a change alters in one go, one after another.
    """

    stored: StoredBoard | None = None
    steps: dict[str, list[Board]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def save(self, edit: Callable[[Board], Board]) -> None:
        """Saves the changed dossier and keeps what it was.

        Raises:
            RefusedBoardError, ValidationError, OSError: it could not be saved.
        """
        with self.lock:
            seen = self._seen()
            self.stored = save_board(data_folder(), seen, edit(seen.board))
            self.own_steps().append(seen.board)
            del self.own_steps()[:-_MOST_STEPS_BACK]

    def undo(self) -> None:
        """Saves what was there before the last change of this session, if it has made one.

        Raises:
            RefusedBoardError, ValidationError, OSError: it could not be saved.
        """
        with self.lock:
            steps = self.own_steps()
            if steps:
                self.stored = save_board(data_folder(), self._seen(), steps[-1])
                steps.pop()

    def own_steps(self) -> list[Board]:
        """What the dossier was before each change of this session."""
        return self.steps.setdefault(self.name, [])

    @property
    def name(self) -> str:
        """The name of the dossier."""
        return self._seen().name

    def _seen(self) -> StoredBoard:
        if self.stored is None:
            raise RuntimeError("a dossier is looked at before it is changed")
        return self.stored


def look_at(stored: StoredBoard) -> None:
    """Notes the state that the page shows: what is changed next is changed in this one."""
    _edited().stored = stored


def change(edit: Callable[[Board], Board], text: str, typed: str = "") -> None:
    """Changes the dossier that the page shows and saves it; to be called before the page is drawn again.

    Args:
        edit: gives the changed dossier.
        text: what is said when it is saved.
        typed: what somebody wrote, which is shown to be copied where it cannot be saved.
    """
    edited = _edited()
    _try(lambda: edited.save(edit), text, typed)


def step_back() -> None:
    """Takes the last change of this session back."""
    edited = _edited()
    if edited.own_steps():
        _try(edited.undo, words_now().say("The last change was taken back."), "")


def can_step_back() -> bool:
    """Whether this session has changed the dossier that the page shows."""
    return bool(_edited().own_steps())


def say(text: str) -> None:
    """Keeps what happened for the next run, which shows it."""
    st.session_state[_SAID] = _Said(text=text)


def say_refused(refused: Notice, typed: str = "") -> None:
    """Keeps what could not be done, and why, for the next run, which shows it."""
    st.session_state[_SAID] = _Said(refused=refused, typed=typed)


def show_said(words: Wording) -> None:
    """What the last change came to, once.

    Its place is always there: what stands below stays as it is, and with it the place of the keyboard.
    """
    said: _Said | None = st.session_state.pop(_SAID, None)
    with st.container(key="board_said"):
        if said is not None:
            _show(said, words)


def _show(said: _Said, words: Wording) -> None:
    if said.refused is None:
        st.success(plain(said.text), icon=":material/check:")
        return
    show_notice(said.refused, words)
    if said.typed:
        st.markdown(plain(words.say("What you wrote, to be copied:")))
        st.code(said.typed, language=None, wrap_lines=True)


def words_now() -> Wording:
    """The words of the language in force, also before the page is drawn."""
    return wording(st.session_state.get("language", DEFAULT_LANGUAGE))


def unwritable(name: str, error: OSError, words: Wording) -> Notice:
    """The notice that a file could not be written."""
    reason = error.strerror or type(error).__name__
    return Notice(
        what=words.say("The file could not be written: {reason}.", reason=reason),
        where=words.say("file {file}", file=name),
        expected=words.say("A folder in which you may write, with enough room."),
        remedy=words.say("Choose another folder, or ask who looks after this one."),
    )


def unfit(name: str, error: ValidationError, words: Wording) -> Notice:
    """The notice that a dossier cannot hold what it was to hold."""
    return Notice(
        what=words.say("The change does not fit a dossier: {reason}", reason=error.errors()[0]["msg"]),
        where=words.say("file {file}", file=f"{name}.yaml"),
        expected=words.say("YAML with the keys and values that CONTRIBUTING.md lists."),
        remedy=words.say("Shorten the text, or take slides out."),
    )


def _try(save: Callable[[], None], text: str, typed: str) -> None:
    """Saves, and keeps for the next run what came of it."""
    words, name = words_now(), _edited().name
    try:
        save()
    except RefusedBoardError as error:
        say_refused(notice(error.finding, words), typed)
    except ValidationError as error:
        say_refused(unfit(name, error, words), typed)
    except OSError as error:
        say_refused(unwritable(f"{name}.yaml", error, words), typed)
    else:
        say(text)


def _edited() -> _Edited:
    edited: _Edited = st.session_state.setdefault(_EDITED, _Edited())
    return edited
