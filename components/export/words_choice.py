"""Words and links in the export dialog: to copy into a text, a bibliography or a web page."""

from collections.abc import Iterator
from datetime import UTC, datetime

import streamlit as st

from components.address import application_address
from components.export.order import Subject
from components.plain_text import plain
from components.store import exhibit as composed
from components.store import library
from loaders.citation import Citation, citation
from loaders.exhibit import Exhibit
from loaders.language import LANGUAGES, Language, Wording

_LANGUAGES = {"fr": "Français", "en": "English"}


def show_words(exhibit: Exhibit, subject: Subject, words: Wording) -> None:
    """Title, reading sentence, text alternative and source line, then the citation in both languages and every form."""
    texts = (
        (words.say("Title"), exhibit.title),
        (words.say("Reading sentence"), exhibit.reading),
        (words.say("Text alternative"), exhibit.alt),
        (words.say("Source line"), exhibit.source_line),
    )
    for label, text in texts:
        _show_text(label, text)
    for language, told in _in_languages(exhibit, subject):
        _show_text(words.say("Citation ({language})", language=_LANGUAGES[language]), _cited(told).text)
    cited = _cited(exhibit)
    _show_text("BibTeX", cited.bibtex)
    _show_text("CSL-JSON", cited.csl_json)


def show_links(exhibit: Exhibit, words: Wording) -> None:
    """The permanent link, and the code for a web page."""
    cited = _cited(exhibit)
    if not exhibit.is_declared:
        _show_text(words.say("Link to this comparison in the explorer"), cited.link)
        return
    _show_text(words.say("Permanent link to this figure at this data version"), cited.link)
    _show_text(words.say("Code to show this figure in a web page"), cited.embedding)
    st.caption(
        plain(
            words.say(
                "The link leads to the data version {version}, also after newer data were published, as long as that"
                " edition is kept. The code shows the figure by itself, with its source and a link back.",
                version=exhibit.data_version,
            )
        )
    )


def _in_languages(exhibit: Exhibit, subject: Subject) -> Iterator[tuple[Language, Exhibit]]:
    """The exhibit in each language: a French text cites a French title."""
    for language in LANGUAGES:
        if language == exhibit.language:
            yield language, exhibit
            continue
        told = composed(library(), subject.dataset, subject.view, dict(subject.chosen), language)
        if told and told.data_version == exhibit.data_version:
            yield language, told


def _cited(exhibit: Exhibit) -> Citation:
    return citation(exhibit, accessed=datetime.now(UTC).date(), base=application_address())


def _show_text(label: str, text: str) -> None:
    """A text that can be copied as it is."""
    st.markdown(f"**{plain(label)}**")
    st.code(text, language=None, wrap_lines=True)
