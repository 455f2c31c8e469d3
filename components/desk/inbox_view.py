"""The inbox on the page: what was picked up of it, and what waits there with a report."""

import streamlit as st

from components.data_table import show_table
from components.plain_text import plain
from loaders.folder import PROJECT_DATA
from loaders.inbox import answered
from loaders.language import Wording
from loaders.table import Table


def show_inbox(words: Wording) -> None:
    """The files of the inbox that could not be published, each with the number of findings against it."""
    refused = answered(PROJECT_DATA)
    if not refused:
        return
    st.subheader(plain(words.say("In the inbox")), anchor=False)
    st.markdown(plain(words.say("These files were picked up and not published; a report lies beside each of them.")))
    rows = tuple((one.file, one.report.name, str(one.findings)) for one in refused)
    columns = (words.say("File"), words.say("Report"), words.say("Findings"))
    show_table(Table(columns=columns, rows=rows, numbers=(2,)), words)
