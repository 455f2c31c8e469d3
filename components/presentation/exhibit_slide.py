"""A slide with a figure: picture, reading sentence, what must be known of it, source; redrawn by itself."""

import re

import streamlit as st

from components import store
from components.charts import config, on_slide
from components.data_table import show_table
from components.exhibit_card import theme
from components.plain_text import plain
from components.presentation.dossier import Presented
from components.presentation.questions import asked_exhibit, show_asked_mark, show_questions
from components.presentation.sheet import Lying, Place, lying_of, sheet
from loaders.boards.resolved import ResolvedSlide
from loaders.exhibit import Exhibit
from loaders.language import Language, Wording, wording
from loaders.table import table_of, without_empty_columns
from loaders.view import ViewKind

#: Between letters.
_HYPHEN = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")


@st.fragment
def show_exhibit_slide(slide: ResolvedSlide, shown: Presented, language: Language) -> None:
    """Draws the slide as the dossier has it, or with the choices that were made during questions."""
    words = wording(language)
    asked = asked_exhibit(slide, shown, words)
    exhibit = asked or slide.exhibit
    if exhibit is None:
        return
    title, reading = (exhibit.title, exhibit.reading) if asked else (slide.title, slide.reading)
    notes = exhibit_notes(exhibit, words)
    lying = _lying(exhibit, reading, notes)
    number = f"{slide.number}_high" if lying.place is Place.HIGH else str(slide.number)
    with sheet(slide.number):
        with st.container(key=f"heading_{number}", gap=None):
            if asked:
                show_asked_mark(slide.number, words)
            st.subheader(plain(_whole(title) if lying.place is Place.HIGH else title), anchor=False)
            if exhibit.subtitle:
                st.caption(plain(exhibit.subtitle))
        _show_picture(exhibit, lying, number, words)
        _show_words(reading, notes, f"{'across' if lying.place is Place.ACROSS else 'beside'}_words_{number}")
        with st.container(key=f"source_{slide.number}"):
            st.caption(plain(exhibit.source_line))
    show_questions(slide, exhibit, shown, words)


def exhibit_notes(exhibit: Exhibit, words: Wording) -> tuple[str, ...]:
    """What must be known of an exhibit beside its picture: coverage, what signs mean, notes; then each warning."""
    notes = [words.say("Coverage: {coverage}.", coverage=exhibit.coverage.text)]
    notes += [exhibit.coverage.together] if exhibit.coverage.together else []
    notes += [words.say("{label}: {value}", label=item.code, value=item.label) + "." for item in exhibit.legend]
    notes += [exhibit.note] if exhibit.note else []
    return (" ".join(notes), *(f"† {warning}" for warning in exhibit.warnings))


def _whole(title: str) -> str:
    """A title of a narrow column: Île-de-France and Hauts-de-Seine stay in one line."""
    return _HYPHEN.sub("\N{NON-BREAKING HYPHEN}", title)


def _lying(exhibit: Exhibit, reading: str, notes: tuple[str, ...]) -> Lying:
    match exhibit.kind:
        case ViewKind.METRIC | ViewKind.TABLE:
            return Lying(place=Place.ACROSS, height=0)
        case ViewKind.COLUMN_MAP:
            return Lying(place=Place.BESIDE, height=0)
        case _:
            natural_height = float(store.figure(exhibit, theme()).layout.height)
            return lying_of(exhibit, natural_height, reading, " ".join(notes))


def _show_picture(exhibit: Exhibit, lying: Lying, number: str, words: Wording) -> None:
    if exhibit.kind is ViewKind.METRIC:
        with st.container(key=f"metric_{number}", gap=None):
            st.markdown(plain(exhibit.marks[0].figure.headline))
    elif exhibit.kind is ViewKind.TABLE:
        with st.container(key=f"figures_{number}", gap=None):
            show_table(without_empty_columns(table_of(exhibit, words)), words)
    elif exhibit.kind is ViewKind.COLUMN_MAP:
        # What draws for print takes memory, and few dossiers have such a map.
        from components.presentation.tilted_map import tilted_map  # noqa: PLC0415

        with st.container(key=f"beside_{number}", gap=None):
            drawn = tilted_map(exhibit, theme())
            st.image(drawn.content, width="stretch", alt=exhibit.alt)
            if drawn.left_out:
                count = len(exhibit.marks)
                told = words.say(
                    "{shown} of {all} figures are shown; the data file holds all.",
                    shown=count - drawn.left_out,
                    all=count,
                )
                st.caption(plain(told))
    else:
        _show_chart(exhibit, lying, number, words)


def _show_chart(exhibit: Exhibit, drawn: Lying, number: str, words: Wording) -> None:
    # The style sheet enlarges by steps of a tenth, which stand in the key; the height it cannot know.
    key = f"across_{number}_zoom_{drawn.tenths}" if drawn.place is Place.ACROSS else f"beside_{number}"
    st.html(f"<style>.st-key-stage .st-key-{key} {{ --height: {drawn.height}px; }}</style>")
    with st.container(key=key, gap=None):
        st.plotly_chart(
            on_slide(store.figure(exhibit, theme()), drawn.height),
            theme=None,
            config={**config(exhibit), "displayModeBar": False, "responsive": False},
            key=f"picture_of_{number}_{words.language}",
            alt=exhibit.alt,
        )


def _show_words(reading: str, notes: tuple[str, ...], key: str) -> None:
    with st.container(key=key, gap=None):
        with st.container(key=f"reading_{key}"):
            st.markdown(plain(reading))
        with st.container(key=f"notes_{key}"):
            st.caption("\n\n".join(map(plain, notes)))
