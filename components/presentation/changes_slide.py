"""The slide that says what has changed since the meeting before."""

import streamlit as st

from components.notices import show_findings
from components.plain_text import plain
from loaders.boards.changes import BoardChanges
from loaders.finding import Finding
from loaders.language import Wording


def show_changes_slide(changes: BoardChanges | Finding, words: Wording) -> None:
    """The changes as a whole, then slide by slide; a meeting edition that cannot be read says why."""
    with st.container(key="changes", gap="small"):
        st.subheader(plain(words.say("What has changed")), anchor=False)
        if isinstance(changes, Finding):
            show_findings((changes,), words)
            return
        st.caption(plain(words.say("From: {before}. To: {after}.", before=changes.before, after=changes.after)))
        with st.container(key="changes_told", gap="small"):
            st.markdown("\n".join(f"- {plain(sentence)}" for sentence in changes.summary))
            for slide in (one for one in changes.slides if one.sentences):
                st.markdown(f"**{plain(slide.title)}** {plain(' '.join(slide.sentences))}")
