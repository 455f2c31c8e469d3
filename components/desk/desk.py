"""The data desk as a whole: a dataset and its form, a file and its way to an edition, the history."""

import streamlit as st

from components.desk.dataset_choice import choose_dataset
from components.desk.history_view import show_history
from components.desk.inbox_view import show_inbox
from components.desk.layout_view import show_layout
from components.desk.ledger_view import show_ledger
from components.desk.preview import show_preview
from components.desk.publication import show_publication, show_said
from components.desk.questions_view import show_questions
from components.desk.subject_session import described, forget_described, taken_as_subject
from components.desk.subject_view import is_new_subject, show_subject
from components.desk.submission import Submitted, choose_file, forget, taken_in
from components.desk.template_view import show_templates
from components.desk.verdict_view import show_verdict
from components.notices import show_findings
from components.page import words_in_force
from components.plain_text import plain
from components.store import current_library
from loaders.language import Wording


def show_desk() -> None:
    """Everything that an analyst does with the data of the observatory."""
    words, read = words_in_force(), current_library()
    show_said()
    show_findings(read.catalogue.findings, words)
    if not read.catalogue.declarations:
        return
    dataset = choose_dataset(read, words)
    show_findings(read.findings(dataset), words)
    show_templates(dataset, read, words)
    st.header(plain(words.say("A file")), anchor=False)
    submitted = choose_file(words)
    if submitted:
        _show_way(submitted, dataset, words)
    show_inbox(words)
    show_history(dataset, words)
    show_ledger(dataset, words)


def _show_way(submitted: Submitted, dataset: str, words: Wording) -> None:
    """The steps of one file, as far as it gets."""
    taken = taken_in(submitted, words)
    show_layout(submitted, taken, words)
    if is_new_subject(submitted, taken, words):
        made = described(submitted)
        if made is None:
            show_subject(submitted, taken, words)
            return
        taken = taken_as_subject(submitted, taken, made)
        change = words.say("Change what was said of the subject")
        st.button(plain(change), on_click=forget_described, args=(submitted,), key="forget_described")
    elif taken.proposal and taken.table:
        show_questions(submitted, taken, dataset, words)
        return
    elif taken.answered:
        st.button(plain(words.say("Answer the questions again")), on_click=forget, args=(submitted,), key="forget")
    confirmed = show_verdict(taken.verdict, words)
    show_preview(taken, words)
    accepted = taken.confirmed(confirmed)
    show_publication(accepted, accepted.verdict, words)
