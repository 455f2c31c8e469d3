"""The stage: all slides of a dossier, laid out once; the script of the controls shows one of them at a time."""

from pathlib import Path

import streamlit as st

from components.notices import show_findings, show_notice
from components.plain_text import plain
from components.presentation.changes_slide import show_changes_slide
from components.presentation.dossier import Presented
from components.presentation.exhibit_slide import show_exhibit_slide
from components.presentation.sheet import sheet
from loaders.boards.board import Cover
from loaders.boards.occasion import occasion
from loaders.boards.resolved import ResolvedSlide
from loaders.boards.states import TODAY
from loaders.finding import Finding
from loaders.language import Wording

_STYLE = Path(__file__).resolve().parents[2] / "static" / "presentation" / "presentation.css"
_SVG = b"<svg"


def show_stage(shown: Presented, words: Wording) -> None:
    """Lays out every slide: the cover as number 0, the slides by their numbers, then what has changed."""
    st.html(_STYLE)
    board = shown.state.board
    with st.container(key="stage", gap=None):
        with sheet(0):
            _show_cover(board.cover, shown, words)
        for slide in board.slides:
            if slide.exhibit is not None:
                show_exhibit_slide(slide, shown, words.language)
            else:
                with sheet(slide.number):
                    _show_words(slide, board.cover, words)
        if shown.changes is not None:
            with sheet(len(board.slides) + 1):
                show_changes_slide(shown.changes, words)


def _show_cover(cover: Cover, shown: Presented, words: Wording) -> None:
    with st.container(key="cover", gap="small"):
        if isinstance(shown.logo, Finding):
            st.caption(plain(words.say("The logo {file} is not there, or is none.", file=cover.logo)))
        elif shown.logo:
            logo = shown.logo.decode() if _SVG in shown.logo else shown.logo
            with st.container(key="logo"):
                st.image(logo, width="content")
        st.header(plain(cover.title), anchor=False)
        if when_and_where := occasion(cover, words.language):
            st.markdown(plain(when_and_where))
        st.caption(plain(words.say("Observatory of regional health innovation")))
        if shown.edition != TODAY:
            st.caption(plain(shown.state.name[:1].upper() + shown.state.name[1:]))
        if shown.altered:
            show_findings((shown.altered,), words)


def _show_words(slide: ResolvedSlide, cover: Cover, words: Wording) -> None:
    """A heading, or a slide in trouble with the four parts of its notice."""
    if slide.trouble is None:
        with st.container(key=f"section_{slide.number}", gap="small"):
            st.caption(plain(cover.title))
            st.header(plain(slide.title), anchor=False)
        return
    with st.container(key=f"trouble_{slide.number}", gap="small"):
        st.subheader(plain(slide.title), anchor=False)
        show_notice(slide.trouble, words)
