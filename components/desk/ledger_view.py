"""The ledger of corrections of a dataset: what was corrected, why, and by whom."""

import streamlit as st

from components.data_table import show_table
from components.notices import show_findings
from components.plain_text import plain
from loaders.editions.ledger import Correction, read_ledger
from loaders.folder import PROJECT_DATA
from loaders.language import Wording
from loaders.number import number_text
from loaders.table import Table


def show_ledger(dataset: str, words: Wording) -> None:
    """The corrections of a dataset; nothing where there are none."""
    kept = read_ledger(PROJECT_DATA, dataset)
    if kept.findings:
        show_findings(kept.findings, words)
    if kept.ledger is None or not kept.ledger.corrections:
        return
    st.subheader(plain(words.say("Corrections")), anchor=False)
    columns = (
        words.say("Figure"),
        words.say("In the source"),
        words.say("Corrected"),
        words.say("Reason"),
        words.say("Author"),
        words.say("Date"),
    )
    show_table(Table(columns=columns, rows=tuple(_row(one, words) for one in kept.ledger.corrections)), words)


def _row(one: Correction, words: Wording) -> tuple[str, ...]:
    figure = ", ".join([*one.key.values(), one.measure])
    expected = "–" if one.expected is None else number_text(one.expected, words)
    if one.drop:
        corrected = words.say("left out")
    else:
        corrected = "–" if one.corrected is None else number_text(one.corrected, words)
    return figure, expected, corrected, one.reason, one.author, str(one.date)
