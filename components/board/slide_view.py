"""One slide of a dossier as the page shows it: its figure under its own words, or why there is none."""

from dataclasses import replace

import streamlit as st

from components.exhibit_card import show_exhibit
from components.notices import show_notice
from components.plain_text import plain
from loaders.boards.own_words import doubtful_numbers
from loaders.boards.resolved import ResolvedSlide
from loaders.exhibit import Exhibit
from loaders.language import Language, Wording
from loaders.view import ViewKind


def show_slide(slide: ResolvedSlide, written: Language, words: Wording) -> None:
    """Draws a slide; a slide in trouble says why it shows nothing.

    Args:
        slide: the slide.
        written: the language in which its presenter writes.
        words: the language of the page.
    """
    doubted = doubtful_numbers(slide, written)
    if doubted:
        _show_doubt(doubted, words)
    if slide.trouble:
        show_notice(slide.trouble, words)
    elif slide.exhibit is None:
        st.header(plain(slide.title), anchor=False)
    elif slide.exhibit.kind is ViewKind.METRIC:
        _show_metric(slide, slide.exhibit)
    else:
        shown = replace(slide.exhibit, title=slide.title, reading=slide.reading)
        show_exhibit(shown, f"slide_{slide.number}", words)
    if slide.comment:
        paragraphs = (plain(one) for one in slide.comment.split("\n\n"))
        st.markdown("\n\n".join((f"**{plain(words.say('Comment'))}**", *paragraphs)))


def _show_metric(slide: ResolvedSlide, exhibit: Exhibit) -> None:
    with st.container(border=True, gap="xsmall", key=f"exhibit_slide_{slide.number}"):
        st.metric(plain(slide.title), plain(exhibit.marks[0].figure.headline))
        st.markdown(plain(slide.reading))
        st.caption("\n\n".join(map(plain, (*(f"† {one}" for one in exhibit.warnings), exhibit.source_line))))


def _show_doubt(doubted: tuple[str, ...], words: Wording) -> None:
    text = words.count(
        "The title or the reading sentence names a number that the figure does not have: {numbers}. Check whether the"
        " data have changed since it was written.",
        "The title or the reading sentence names numbers that the figure does not have: {numbers}. Check whether the"
        " data have changed since it was written.",
        len(doubted),
        numbers=words.listing(list(doubted)),
    )
    st.warning(plain(text), icon=":material/rule:")
