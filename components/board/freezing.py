"""Meeting editions of a dossier: freezing one, and the list of those that there are."""

from datetime import UTC, datetime

import streamlit as st

from components.board.board_choice import open_board
from components.board.day_field import day_field
from components.board.saving import say, say_refused, unwritable, words_now
from components.data_table import show_table
from components.plain_text import plain
from components.store import current_library, data_folder
from loaders.boards.frozen import Freezing, FrozenBoard, freeze, frozen_editions, read_frozen
from loaders.boards.states import state_name
from loaders.boards.store import StoredBoard
from loaders.day import moment_text
from loaders.finding import Finding
from loaders.language import Wording
from loaders.table import Table


def show_editions(stored: StoredBoard, words: Wording, *, is_open: bool) -> None:
    """The form that freezes the dossier, where that is allowed, and the list of its frozen editions."""
    if is_open:
        _show_form(stored, words)
    editions = frozen_editions(data_folder(), stored.name)
    if not editions:
        st.markdown(plain(words.say("The dossier was never frozen.")))
        return
    show_table(_table(stored.name, editions, words), words)
    for edition in reversed(editions):
        label = words.say("Open the {edition}", edition=state_name(edition, words))
        st.button(
            plain(label),
            key=f"open_{edition}_{words.language}",
            on_click=open_board,
            args=(stored.name, edition),
            type="tertiary",
        )


def _show_form(stored: StoredBoard, words: Wording) -> None:
    lead = words.say(
        "Freezing keeps the dossier and the data behind it as they are: this edition stays the same, whatever is"
        " published later, and a later meeting can be compared with it."
    )
    st.markdown(plain(lead))
    key = f"freeze_day_{stored.name}_{words.language}"
    if stored.board.cover.date:
        st.session_state.setdefault(key, stored.board.cover.date)
    with st.form("freezing", border=False):
        day = day_field(words.say("Date of the meeting"), key, words)
        author = st.text_input(plain(words.say("Your name")), max_chars=80, key=f"freeze_author_{words.language}")
        note = st.text_input(plain(words.say("Note")), max_chars=300, key=f"freeze_note_{words.language}")
        asked = st.form_submit_button(plain(words.say("Freeze")), type="primary", icon=":material/ac_unit:")
    if asked and not author.strip():
        st.warning(plain(words.say("A frozen edition needs the name of who freezes it.")))
    elif asked and day:
        _freeze(stored, Freezing(day=day, note=note.strip(), author=author.strip(), moment=datetime.now(UTC)))


def _freeze(stored: StoredBoard, said: Freezing) -> None:
    words = words_now()
    try:
        edition = freeze(current_library().catalogue, stored, said)
    except OSError as error:
        say_refused(unwritable(f"{stored.name}.frozen", error, words))
    else:
        say(words.say("Frozen: {edition}.", edition=state_name(edition, words)))
    st.rerun()


def _table(name: str, editions: tuple[str, ...], words: Wording) -> Table:
    return Table(
        columns=(
            words.say("Edition"),
            words.say("Frozen on"),
            words.say("Author"),
            words.say("Note"),
            words.say("Slides"),
            words.say("Condition"),
        ),
        rows=tuple(_row(read_frozen(data_folder(), name, one), one, words) for one in reversed(editions)),
        numbers=(4,),
    )


def _row(frozen: FrozenBoard | Finding, edition: str, words: Wording) -> tuple[str, ...]:
    if isinstance(frozen, Finding):
        return state_name(edition, words), "", "", "", "", words.say("cannot be read")
    said = frozen.statement
    moment = moment_text(datetime.fromisoformat(said.frozen_at), words.language)
    condition = words.say("changed since") if frozen.altered else words.say("as frozen")
    return state_name(edition, words), moment, said.author, said.note, str(len(frozen.board.slides)), condition
