"""An exhibit on a page: title, picture, reading, source; its table, its method, and the way to its files."""

import streamlit as st

from components import store
from components.charts import config
from components.data_table import show_table
from components.export.menu import show_export_button
from components.export.order import Subject
from components.palette import Theme
from components.plain_text import plain
from loaders.exhibit import Exhibit
from loaders.language import Wording
from loaders.table import table_of
from loaders.view import ViewKind


def show_exhibit(exhibit: Exhibit, key: str, words: Wording, subject: Subject | None = None) -> None:
    """Draws an exhibit with everything that belongs to it.

    Args:
        exhibit: what to draw.
        key: a name that no other exhibit of the page has.
        words: the language of the exhibit.
        subject: how it is ordered as a file; None for what is not published, which cannot be taken away.
    """
    with st.container(key=f"exhibit_{key}", gap="xsmall"):
        st.subheader(plain(exhibit.title), anchor=False)
        if exhibit.subtitle:
            st.caption(plain(exhibit.subtitle))
        names = [words.say("Picture"), words.say("Table"), words.say("Sources and method")]
        *picture, table, method = st.tabs(names[1:] if exhibit.kind is ViewKind.TABLE else names)
        for place in picture:
            with place:
                _show_picture(exhibit, key, words)
        with table:
            show_table(table_of(exhibit, words), words)
        with method:
            _show_method(exhibit, words)
        _show_foot(exhibit, key, words, subject)


def theme() -> Theme:
    """The theme that the reader sees."""
    return "dark" if st.context.theme.type == "dark" else "light"


def _show_picture(exhibit: Exhibit, key: str, words: Wording) -> None:
    if exhibit.kind is ViewKind.COLUMN_MAP:
        st.pydeck_chart(store.deck(exhibit, theme()), height=420, key=f"deck_{key}_{words.language}", alt=exhibit.alt)
    else:
        st.plotly_chart(
            store.figure(exhibit, theme()),
            theme=None,
            config=config(exhibit),
            key=f"chart_{key}_{words.language}",
            alt=exhibit.alt,
        )


def _show_foot(exhibit: Exhibit, key: str, words: Wording, subject: Subject | None) -> None:
    st.markdown(plain(exhibit.reading))
    notes = [words.say("Coverage: {coverage}.", coverage=exhibit.coverage.text)]
    notes += [exhibit.coverage.together] if exhibit.coverage.together else []
    notes += [words.say("{label}: {value}", label=item.code, value=item.label) + "." for item in exhibit.legend]
    notes += [exhibit.note] if exhibit.note else []
    paragraphs = [" ".join(notes), *(f"† {warning}" for warning in exhibit.warnings)]
    st.caption("\n\n".join(map(plain, paragraphs)))
    with st.container(horizontal=True, vertical_alignment="top", gap="small"):
        st.caption(plain(exhibit.source_line), width="stretch")
        if subject is not None:
            show_export_button(exhibit, subject, key, words)


def _show_method(exhibit: Exhibit, words: Wording) -> None:
    st.markdown("\n".join("- " + plain(point) for point in exhibit.method))
    notes = dict.fromkeys(reference.note for reference in exhibit.references if reference.note)
    licence = _sentence(exhibit.licence)
    version = words.say("{licence} Data version {version}.", licence=licence, version=exhibit.data_version)
    st.caption("\n\n".join(map(plain, (exhibit.source_line, *notes, version))))


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
