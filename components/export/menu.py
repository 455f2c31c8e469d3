"""The export menu of an exhibit: one button, one dialog; pictures, data, words, links."""

import streamlit as st

from components.board.adding import show_adding, slide_of
from components.export.basket import add_to_basket
from components.export.data_choice import show_data
from components.export.order import Subject
from components.export.picture_choice import show_pictures
from components.export.words_choice import show_links, show_words
from components.plain_text import plain
from loaders.exhibit import Exhibit
from loaders.language import Wording
from loaders.view import View


def subject_of(exhibit: Exhibit, view: View, editions: tuple[tuple[str, int], ...]) -> Subject:
    """How an exhibit on a page is ordered: the same view, choices, language and editions."""
    return Subject(
        dataset=exhibit.dataset,
        view=view,
        chosen=tuple((name, item.code) for name, item in exhibit.selection),
        language="en" if exhibit.language == "en" else "fr",
        editions=editions,
    )


def show_export_button(exhibit: Exhibit, subject: Subject, key: str, words: Wording) -> None:
    """The one button below an exhibit that leads to everything that can be taken away."""
    if st.button(
        words.say("Export"),
        key=f"export_{key}_{words.language}",
        help=words.say("Dossier, basket, picture, data, words and links of this figure"),
        type="tertiary",
        icon=":material/download:",
    ):
        _open(exhibit, subject, words)


def _open(exhibit: Exhibit, subject: Subject, words: Wording) -> None:
    dialog = st.dialog(plain(words.say("Export: {title}", title=exhibit.title)), width="large")
    dialog(_show)(exhibit, subject, words)


def _show(exhibit: Exhibit, subject: Subject, words: Wording) -> None:
    # Above the picture, which takes a moment to draw and pushes down what stands below.
    _show_collecting(exhibit, subject, words)
    names = [words.say("Picture"), words.say("Data"), words.say("Words"), words.say("Link and web page")]
    picture, data, text, link = st.tabs(names)
    with picture:
        show_pictures(exhibit, subject, words)
    with data:
        show_data(exhibit, subject, words)
    with text:
        show_words(exhibit, subject, words)
    with link:
        show_links(exhibit, words)


def _show_collecting(exhibit: Exhibit, subject: Subject, words: Wording) -> None:
    """The ways to keep the figure for later: in a dossier or in the basket."""

    def basket() -> None:
        st.button(
            words.say("Add to the basket"),
            on_click=_collect,
            args=(exhibit, subject, words),
            icon=":material/add:",
            key="add_to_basket",
        )

    show_adding((slide_of(subject),), "export", words, beside=basket)


def _collect(exhibit: Exhibit, subject: Subject, words: Wording) -> None:
    add_to_basket(subject)
    st.toast(plain(words.say("In the basket: {title}.", title=exhibit.title)), icon=":material/check:")
