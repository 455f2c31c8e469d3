"""Sources and quality: bibliography, coverage, gaps, contradictions, recomputations, computed from the data."""

import streamlit as st

from components.data_table import show_table
from components.notices import show_findings
from components.page import show_section, words_in_force
from components.plain_text import plain
from components.store import audited, library
from loaders.audit import Audit
from loaders.language import Wording, mark
from loaders.library import Library
from loaders.table import Table


def show_quality() -> None:
    """Everything that the observatory knows of its own figures."""
    words, read = words_in_force(), library()
    found = audited(words.language)
    if read.all_findings:
        show_section(mark("Files that cannot be shown"))
        show_findings(read.all_findings, words)
    show_section(mark("Studies"))
    show_table(_bibliography(read, words), words)
    show_section(mark("Coverage"))
    show_table(_coverage(found, words), words)
    show_section(
        mark("Contradictions"),
        mark("Figures that a study prints with different values: that of the detailed chapter is shown."),
    )
    show_table(_contradictions(found, words), words)
    show_section(
        mark("Figures that do not follow from others"),
        mark("Printed figures beside what other printed figures give. Nothing was corrected."),
    )
    show_table(_discrepancies(found, words), words)
    show_section(
        mark("Gaps"),
        mark("Figures that a study has but does not print as text. They fill when an analyst adds the numbers."),
    )
    show_table(_gaps(found, words), words)
    show_section(mark("Attributions"))
    for line in (
        mark("Boundaries of départements and French regions: IGN, ADMIN EXPRESS COG, Licence Ouverte 2.0."),
        mark("Boundaries of Europe: Natural Earth, public domain."),
        mark("Figures: quoted from the studies above with their page; rights stay with the publishers."),
    ):
        st.markdown("- " + plain(words.say(line)))


def _bibliography(read: Library, words: Wording) -> Table:
    declarations = read.catalogue.declarations.values()
    used = {name for one in declarations for name in one.sources}
    texts = {text.en: words.of(text) for one in declarations for text in one.texts}
    languages = {"fr": words.say("French"), "en": words.say("English")}
    rows = tuple(
        (
            source.title,
            source.publisher,
            source.year,
            languages.get(source.language, source.language),
            texts.get(source.note or "", source.note or ""),
        )
        for source in read.catalogue.sources.values()
        if source.id in used
    )
    columns = (mark("Title"), mark("Publisher"), mark("Year"), mark("Language"), mark("Note"))
    return Table(columns=tuple(words.say(column) for column in columns), rows=rows)


def _coverage(found: Audit, words: Wording) -> Table:
    rows = tuple(
        (
            one.title,
            str(one.observations),
            str(one.known),
            str(one.gaps),
            one.version,
            words.say("; ").join(one.sources),
        )
        for one in found.coverage
    )
    columns = (
        mark("Dataset"),
        mark("Figures"),
        mark("With a value"),
        mark("Gaps"),
        mark("Data version"),
        mark("Studies"),
    )
    return Table(columns=tuple(words.say(column) for column in columns), rows=rows, numbers=(1, 2, 3))


def _contradictions(found: Audit, words: Wording) -> Table:
    rows = tuple((one.dataset, one.what, one.shown, one.others) for one in found.contradictions)
    columns = (mark("Dataset"), mark("Figure"), mark("Shown"), mark("Also printed"))
    return Table(columns=tuple(words.say(column) for column in columns), rows=rows)


def _discrepancies(found: Audit, words: Wording) -> Table:
    rows = tuple((one.dataset, one.what, one.printed, one.recomputed, one.explanation) for one in found.discrepancies)
    columns = (mark("Dataset"), mark("Figure"), mark("Printed"), mark("Recomputed"), mark("From"))
    return Table(columns=tuple(words.say(column) for column in columns), rows=rows)


def _gaps(found: Audit, words: Wording) -> Table:
    rows = tuple((one.dataset, one.what, one.page, one.note) for one in found.gaps)
    columns = (mark("Dataset"), mark("Figure"), mark("Page"), mark("Note"))
    return Table(columns=tuple(words.say(column) for column in columns), rows=rows)
