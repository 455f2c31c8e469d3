"""The menu: one entry for each page file, titled in the language in force; paths are the same in both."""

from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import Page

from components.plain_text import plain
from loaders.language import Language, Wording, mark
from loaders.provenance import EXHIBIT_PAGE


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: its file in pages/ and its path, which share a name, its title and its section of the menu.

    A page that only links lead to is not in the menu.
    """

    name: str
    title: str
    section: str
    is_in_menu: bool = True

    @property
    def file(self) -> str:
        """The page file, as Streamlit names it."""
        return f"pages/{self.name}.py"


_OVERVIEW = mark("At a glance")
_SUBJECTS = mark("Subjects")
_DATA = mark("Data")

#: The first entry stands at the root.
ENTRIES = (
    Entry("overview", mark("Overview"), _OVERVIEW),
    Entry("territory", mark("Territory"), _OVERVIEW),
    Entry("employment", mark("Employment"), _SUBJECTS),
    Entry("private_funding", mark("Private funding"), _SUBJECTS),
    Entry("fdi", mark("Foreign investment"), _SUBJECTS),
    Entry("universities", mark("Universities"), _SUBJECTS),
    Entry("ai_startups", mark("AI start-ups"), _SUBJECTS),
    Entry("further_subjects", mark("Further subjects"), _SUBJECTS),
    Entry("explore", mark("Explore"), _DATA),
    Entry("basket", mark("Basket"), _DATA),
    Entry("board", mark("Board meeting"), _DATA),
    Entry("present", mark("Presentation"), _DATA, is_in_menu=False),
    Entry("sources", mark("Sources and quality"), _DATA),
    Entry("verify", mark("Verify a figure"), _DATA),
    Entry("data_desk", mark("Data desk"), _DATA),
    Entry(EXHIBIT_PAGE, mark("A figure by itself"), _DATA, is_in_menu=False),
)

#: Tells browsers and screen readers in which language the page is written; Streamlit's own page says English for ever.
_document_language = st.components.v2.component(
    "document_language",
    js="export default function ({ data }) { document.documentElement.lang = data.language }",
)


def menu(words: Wording, *, is_shown: bool = True) -> Page:
    """The page that the address names, with the menu drawn beside it where it is to be shown."""
    sections: dict[str, list[Page]] = {}
    for number, entry in enumerate(ENTRIES):
        page = st.Page(
            entry.file,
            title=words.say(entry.title),
            url_path=entry.name,
            default=number == 0,
            visibility="visible" if entry.is_in_menu else "hidden",
        )
        sections.setdefault(words.say(entry.section), []).append(page)
    return st.navigation(sections, expanded=True, position="sidebar" if is_shown else "hidden")


def show_name(words: Wording) -> None:
    """The name of the observatory, below the menu."""
    st.caption(plain(words.say("Observatory of regional health innovation")))


def announce_language(language: Language) -> None:
    """Sets the language of the document."""
    _document_language(key="document_language", data={"language": language}, height=0)
