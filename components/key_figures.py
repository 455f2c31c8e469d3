"""Key figures: numbers that stand by themselves, each with its period, its source and a way in."""

import re
from dataclasses import dataclass

import streamlit as st

from components import store
from components.embedding import is_embedded
from components.export.menu import show_export_button, subject_of
from components.export.order import Subject
from components.notices import show_findings
from components.plain_text import plain
from components.store import library
from loaders.exhibit import Exhibit
from loaders.language import Wording, wording

#: On the line of the number that it belongs to.
_DAGGER = "\N{WORD JOINER}†"
#: Up to so many cards share one row; more are set in rows of four.
_LONGEST_ROW = 5
_ROW = 4


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A metric view of a dataset, and the file of the page that says more of it (none on that page itself)."""

    dataset: str
    view: str
    page: str | None = None


def show_key_figures(figures: tuple[KeyFigure, ...]) -> None:
    """Shows key figures as cards; a dataset that cannot be read is named once, in place of its cards."""
    words, read = wording(st.session_state["language"]), library()
    broken = dict.fromkeys(figure.dataset for figure in figures if read.dataset(figure.dataset) is None)
    for name in broken:
        show_findings(read.findings(name), words)
    remarks: list[str] = []
    if not figures:
        return
    with st.grid(len(figures) if len(figures) <= _LONGEST_ROW else _ROW, min_column_width=170):
        for figure in figures:
            dataset = read.dataset(figure.dataset)
            if dataset is None:
                continue
            for view in (one for one in dataset.declaration.views if one.id == figure.view):
                exhibit = store.exhibit(read, figure.dataset, view, {}, words.language)
                if exhibit:
                    _card(exhibit, figure, words, subject_of(exhibit, view, store.editions_shown()))
                    remarks += [f"† {warning}" for warning in exhibit.warnings]
                    if exhibit.note and not exhibit.warnings:
                        remarks.append(words.say("{label}: {value}", label=exhibit.title, value=exhibit.note))
    if remarks:
        st.caption("  \n".join(map(plain, dict.fromkeys(remarks))))


def _card(exhibit: Exhibit, figure: KeyFigure, words: Wording, subject: Subject) -> None:
    shown = exhibit.marks[0].figure
    period = dict(exhibit.marks[0].key).get("time_period")
    with st.container(border=True, height="stretch", gap="xsmall", key=f"key_{figure.dataset}_{figure.view}"):
        st.metric(plain(exhibit.title), plain(shown.headline) + (_DAGGER if exhibit.warnings else ""))
        facts = [period.label] if period else []
        facts += [item.label for item in exhibit.legend if item.code == shown.status]
        st.caption(plain(" · ".join([*facts, _short_source(exhibit, words)])))
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"):
            if figure.page:
                st.page_link(figure.page, label=words.say("See more"), width="content")
            if not is_embedded():
                show_export_button(exhibit, subject, f"key_{figure.dataset}_{figure.view}", words)


def _short_source(exhibit: Exhibit, words: Wording) -> str:
    reference = exhibit.marks[0].figure.reference
    name = re.split(r"\s?[,:]", reference.title)[0]
    return (
        words.say("{source}, p.\N{NO-BREAK SPACE}{page}", source=name, page=reference.page) if reference.page else name
    )
