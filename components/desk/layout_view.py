"""How a file is read: what was found out, and what the analyst says instead."""

from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from components.data_table import show_table
from components.desk.layout_choices import Choice, choices, preview
from components.desk.subject_session import forget_described
from components.desk.submission import Submitted, beginning_of, keep_layout, layout_of
from components.plain_text import plain
from components.store import current_library
from loaders.intake.intake import Intake
from loaders.intake.kept import OF_LAYOUT
from loaders.intake.question import QuestionKind
from loaders.intake.raw_table import Content, Glimpse, Layout
from loaders.language import Wording
from loaders.subjects.self_declared import dataset_in


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A file with what was said of how it is read, how it was read, and how it begins."""

    submitted: Submitted
    taken: Intake
    asked: Layout
    used: Layout
    seen: Glimpse


def show_layout(submitted: Submitted, taken: Intake, words: Wording) -> None:
    """The sheet, the header row and the signs of a file, to be changed; opened where the file leaves them open."""
    if not _has_layout(taken):
        return
    reading = _reading(submitted, taken)
    doubts = tuple(_doubts(reading, words))
    with st.expander(
        plain(words.say("How the file is read")),
        expanded=bool(doubts) or layout_of(submitted) is not None,
        icon=":material/table_rows:",
    ):
        for doubt in doubts:
            st.warning(plain(doubt), icon=":material/help:")
        content = taken.table.content if taken.table else None
        with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
            for choice in choices(content, reading.used, reading.seen, words):
                _control(choice, reading, words)
        if reading.seen.rows:
            show_table(preview(reading.seen, reading.used.header_row, words), words)
        if layout_of(submitted) is not None:
            found = words.say("Read the file as it was found")
            st.button(plain(found), key="layout_found", on_click=_read_as, args=(submitted, None))


def _has_layout(taken: Intake) -> bool:
    """Whether anything can be said of how a file is read: Parquet says it, and what is no table has none."""
    if taken.table is not None:
        return taken.table.content is not Content.PARQUET
    return any(one.rule in OF_LAYOUT for one in taken.findings)


def _reading(submitted: Submitted, taken: Intake) -> _Reading:
    table = taken.table
    said = layout_of(submitted) or Layout()
    asked = table.asked if table else said
    used = table.layout if table else said
    if taken.mapping is not None and taken.mapping.layout.decimal is not None:
        numbers = {"decimal": taken.mapping.layout.decimal, "thousands": taken.mapping.layout.thousands}
        used = used.model_copy(update=numbers)
    return _Reading(
        submitted=submitted, taken=taken, asked=asked, used=used, seen=beginning_of(submitted, used if table else said)
    )


def _doubts(reading: _Reading, words: Wording) -> Iterator[str]:
    """What the file leaves open and nobody has said yet."""
    table, asked, used = reading.taken.table, reading.asked, reading.used
    if table is None:
        yield words.say("The file cannot be read as it is: say here how it is to be read.")
        return
    says_itself = dataset_in(table.metadata) or used.sheet in current_library().catalogue.declarations
    if len(reading.seen.tables) > 1 and asked.sheet is None and not says_itself:
        yield words.say("Several sheets hold a table. This one is read: {sheet}", sheet=used.sheet or "")
    if (used.header_row or 1) > 1 and asked.header_row is None:
        yield words.say(
            "There are lines above the table. The names of the columns are read from row {row}.", row=used.header_row
        )
    if table.content is Content.CSV and table.frame.width == 1 and asked.separator is None:
        yield words.say("Only one column was found: another sign may separate the cells.")
    kinds = {one.kind for one in reading.taken.proposal.questions} if reading.taken.proposal else set()
    if QuestionKind.NUMBER_FORMAT in kinds:
        yield words.say("The file does not show which sign stands before the decimals.")


def _control(choice: Choice, reading: _Reading, words: Wording) -> None:
    key = f"layout_{choice.field}_{reading.submitted.content[:12]}_{words.language}"
    st.session_state[key] = choice.current

    def chosen() -> None:
        _read_as(reading.submitted, choice.applied(reading.asked, st.session_state[key]))

    st.selectbox(
        plain(words.say(choice.label)),
        tuple(choice.options),
        format_func=choice.options.__getitem__,
        placeholder=words.say("Choose"),
        key=key,
        on_change=chosen,
        width=choice.width,
    )


def _read_as(submitted: Submitted, layout: Layout | None) -> None:
    """Reads a file in another way; what was said of a new subject was about other columns."""
    forget_described(submitted)
    keep_layout(submitted, layout)
