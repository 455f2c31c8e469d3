"""The slide that says what has changed since the meeting before."""

import streamlit as st

from components.data_table import show_table
from components.notices import show_findings
from components.plain_text import plain
from loaders.boards.change_titles import changed_slide
from loaders.boards.changes import BoardChanges, SlideChanges
from loaders.finding import Finding
from loaders.language import Wording
from loaders.table import without_empty_columns


def show_changes_slide(changes: BoardChanges | Finding, words: Wording) -> None:
    """The changes as a whole, then slide by slide with their figures; an edition that cannot be read says why."""
    with st.container(key="changes", gap="small"):
        st.subheader(plain(words.say("What has changed")), anchor=False)
        if isinstance(changes, Finding):
            show_findings((changes,), words)
            return
        st.caption(plain(words.say("From: {before}. To: {after}.", before=changes.before, after=changes.after)))
        with st.container(key="changes_told", gap="small"):
            st.markdown("\n".join(f"- {plain(sentence)}" for sentence in changes.summary))
            for slide in changes.slides:
                _show_slide(slide, words)


def _show_slide(slide: SlideChanges, words: Wording) -> None:
    st.markdown(f"**{plain(changed_slide(slide, words))}**")
    if slide.sentences:
        st.markdown("\n".join(f"- {plain(sentence)}" for sentence in slide.sentences))
    if slide.table:
        show_table(without_empty_columns(slide.table), words)
