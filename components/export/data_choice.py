"""Data in the export dialog: the figures of the picture, or the whole dataset, in every format."""

from datetime import UTC, datetime

import streamlit as st

from components.address import application_address
from components.export.counter import ready
from components.export.file_names import file_name
from components.export.order import Order, Subject
from components.export.page_sizes import page_of
from components.plain_text import plain
from loaders.exhibit import Exhibit
from loaders.files.formats import FORMATS
from loaders.language import Wording, mark

_EXTENTS = {False: mark("The figures of the picture"), True: mark("The whole dataset")}


def show_data(exhibit: Exhibit, subject: Subject, words: Wording) -> None:
    """A button for each format; the file is made when somebody clicks on it."""
    whole = st.radio(
        words.say("Extent"),
        list(_EXTENTS),
        format_func=lambda extent: words.say(_EXTENTS[extent]),
        horizontal=True,
        key="data_extent",
    )
    for form, facts in FORMATS.items():
        order = Order(
            subject=subject,
            form=form,
            page=page_of(None, None, tone="light", titled=True),
            whole_dataset=whole,
            day=datetime.now(UTC).date(),
            base=application_address(),
        )
        button, what = st.columns([2, 3], vertical_alignment="center")
        with button:
            st.download_button(
                plain(words.say(facts.label)),
                data=ready(order),
                file_name=file_name(exhibit, order),
                mime=facts.mime,
                key=f"data_{form}_{whole}",
                on_click="ignore",
                icon=":material/download:",
                width="stretch",
            )
        with what:
            st.caption(plain(words.say(facts.help)))
