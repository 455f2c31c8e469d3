"""What has changed in a dossier between two of its states, slide by slide, in words and tables."""

import streamlit as st

from components import store
from components.data_table import show_table
from components.notices import show_findings
from components.plain_text import plain
from loaders.boards.changes import BoardChanges, SlideChanges, State, board_changes
from loaders.boards.frozen import frozen_editions, read_frozen
from loaders.boards.states import TODAY, frozen_state, present_state, state_name
from loaders.boards.store import StoredBoard
from loaders.finding import Finding
from loaders.language import Wording


def show_changes(stored: StoredBoard, words: Wording) -> None:
    """Lets choose two states and shows what has changed from one to the other."""
    editions = frozen_editions(store.data_folder(), stored.name)
    if not editions:
        text = words.say("Once the dossier was frozen, this says what has changed since. It was never frozen.")
        st.markdown(plain(text))
        return
    before, after = _choose(editions, words)
    states = [_state(stored, edition, words) for edition in (before, after)]
    for finding in (one for one in states if isinstance(one, Finding)):
        show_findings((finding,), words)
    if isinstance(states[0], State) and isinstance(states[1], State):
        show_board_changes(board_changes(states[0], states[1]), words)


def show_board_changes(changes: BoardChanges, words: Wording) -> None:
    """Draws the changes of a dossier: as a whole, slide by slide, and in the data."""
    st.markdown("\n".join(f"- {plain(sentence)}" for sentence in changes.summary))
    for slide in changes.slides:
        _show_slide(slide, words)
    if changes.slides and changes.unchanged:
        text = words.count("{n} slide is unchanged.", "{n} slides are unchanged.", changes.unchanged)
        st.caption(plain(text))
    if changes.versions.rows:
        st.subheader(plain(words.say("Data versions")), anchor=False)
        show_table(changes.versions, words)


def _show_slide(slide: SlideChanges, words: Wording) -> None:
    number = words.say("Slide {n}", n=slide.number) if slide.number else words.say("Removed slide")
    st.subheader(plain(words.say("{label}: {value}", label=number, value=slide.title)), anchor=False)
    if slide.sentences:
        st.markdown("\n".join(f"- {plain(sentence)}" for sentence in slide.sentences))
    if slide.table:
        show_table(slide.table, words)


def _choose(editions: tuple[str, ...], words: Wording) -> tuple[str, str]:
    left, right = st.columns(2)
    newest_first = tuple(reversed(editions))
    with left:
        before = st.selectbox(
            plain(words.say("From")),
            newest_first,
            format_func=lambda one: state_name(one, words),
            key=f"changes_before_{words.language}",
        )
    with right:
        after = st.selectbox(
            plain(words.say("To")),
            (TODAY, *newest_first),
            format_func=lambda one: state_name(one, words),
            key=f"changes_after_{words.language}",
        )
    return before, after


def _state(stored: StoredBoard, edition: str, words: Wording) -> State | Finding:
    if edition == TODAY:
        return present_state(stored, store.current_library(), words.language)
    frozen = read_frozen(store.data_folder(), stored.name, edition)
    if isinstance(frozen, Finding):
        return frozen
    return frozen_state(frozen, store.frozen_library(frozen.folder), words.language)
