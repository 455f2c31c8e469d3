"""The portrait of one area: every indicator that knows it, dataset by dataset, against a reference."""

from collections.abc import Sequence

import streamlit as st

from components import address, store
from components.data_table import show_table
from components.editions import announce_changes
from components.exhibit_card import show_exhibit
from components.export.menu import show_export_button, subject_of
from components.filters import show_filters, wanted_codes
from components.notices import show_findings
from components.page import words_in_force
from components.plain_text import plain
from components.store import library
from loaders.dimension import DimensionKind
from loaders.exhibit import Item
from loaders.exploration import NONE
from loaders.finding import Finding
from loaders.language import Language, Wording, mark, wording
from loaders.library import Library
from loaders.selection import choice_of
from loaders.territory.comparison import comparison
from loaders.territory.peers import Proposal, area_options, proposed, reference_options
from loaders.territory.portrait import Line, Portrait, Section
from loaders.territory.portrayal import printed_figures

_GROUP = "territory"
_AREA, _REFERENCE = "area", "reference"
_SHOWN_AREA = "territory_shown_area"
#: So many indicators stand in sight; the others are folded away.
_IN_SIGHT = 8
_NO_VALUE = mark(
    "The studies print no value for {area} yet. What is missing stands below and fills when the numbers come."
)


def show_territory() -> None:
    """Lets choose an area and a reference, and shows everything that the datasets know of the area."""
    _show(words_in_force().language)


def show_ways_to_territory(dataset: str, level: str) -> None:
    """Links to the portraits of the areas of one level that a dataset knows."""
    words, read = words_in_force(), library()
    areas = read.catalogue.areas
    mine = _areas_of(dataset, read, words)
    with st.container(horizontal=True, gap="small"):
        for area in (code for code in mine if areas[code].level == level):
            _link(area, words.say("Portrait: {area}", area=words.of(areas[area].name)))


def show_way_from(dataset: str, read: Library, words: Wording) -> None:
    """A link from a dataset that has areas to the portraits, at the first of its areas."""
    for area in _areas_of(dataset, read, words)[:1]:
        _link(area, words.say("Set the areas of this dataset against each other"))


def _areas_of(dataset: str, read: Library, words: Wording) -> list[str]:
    held = store.holdings(read)
    mine = {area for one, known in held.known.items() if one.dataset == dataset for area in known}
    return [one.code for one in area_options(held, read.catalogue, words) if one.code in mine]


def _link(area: str, label: str) -> None:
    st.page_link(
        "pages/territory.py",
        label=plain(label),
        icon=":material/location_on:",
        query_params={f"{_GROUP}_{_AREA}": area},
    )


@st.fragment
def _show(language: Language) -> None:
    words, read = wording(language), library()
    announce_changes(read, words)
    areas = area_options(store.holdings(read), read.catalogue, words)
    if not areas:
        show_findings(_findings(read), words)
        st.info(plain(words.say("No dataset that can be read knows an area. The portraits return with the data.")))
        return
    area = choice_of(_AREA, words.say("Area"), areas, wanted_codes((_AREA,), _GROUP))
    if st.session_state.get(_SHOWN_AREA, area.chosen.code) != area.chosen.code:
        # The reference was chosen for another area.
        address.forget(f"{_GROUP}_{_REFERENCE}")
    st.session_state[_SHOWN_AREA] = area.chosen.code
    proposal = proposed(store.holdings(read), read, area.chosen.code, words)
    others = reference_options(store.holdings(read), read.catalogue, area.chosen.code, words)
    first = [option for option in others if proposal and option.code == proposal.area]
    options = (*first, *(one for one in others if one not in first), Item(NONE, words.say("no other area")))
    reference = choice_of(_REFERENCE, words.say("Set against"), options, wanted_codes((_REFERENCE,), _GROUP))
    show_filters((area, reference), _GROUP, words)
    against = None if reference.chosen.code == NONE else reference.chosen.code
    shown = store.portrait(read, area.chosen.code, against, language)
    _show_summary(shown, proposal, words)
    show_findings(_findings(read), words)
    for section in shown.sections:
        _show_section(section, shown, read, words)
    _show_end(shown, words)


def _findings(read: Library) -> tuple[Finding, ...]:
    """What is wrong with datasets that may know areas."""
    kinds = {one.id: {dimension.kind for dimension in one.dimensions} for one in read.catalogue.declarations.values()}
    with_areas = (name for name, found in kinds.items() if DimensionKind.AREA in found)
    return (*read.catalogue.findings, *(finding for name in with_areas for finding in read.findings(name)))


def _show_summary(shown: Portrait, proposal: Proposal | None, words: Wording) -> None:
    lines, name = shown.lines, shown.area.label
    valued = sum(line.has_value for line in lines)
    known = words.count(
        "{area}: {n} indicator in {datasets}, {valued} with a value.",
        "{area}: {n} indicators in {datasets}, {valued} with a value.",
        len(lines),
        area=name,
        datasets=words.count("{n} dataset", "{n} datasets", len(shown.sections)),
        valued=valued,
    )
    sentences = [known]
    if shown.reference:
        both = [line for line in lines if line.reference]
        sentences.append(
            words.count(
                "{n} of them is known of {reference} too; the difference means something for {meaningful}.",
                "{n} of them are known of {reference} too; the difference means something for {meaningful}.",
                len(both),
                reference=shown.reference.label,
                meaningful=sum(line.is_comparable for line in both),
            )
        )
    st.markdown(plain(" ".join(sentences)))
    notes = []
    if proposal and shown.reference and proposal.area == shown.reference.code:
        notes.append(
            words.say("Why {reference} is proposed: {reason}.", reference=shown.reference.label, reason=proposal.reason)
        )
    if proposal is None:
        notes.append(
            words.say(
                "No area of this level or above has a value of the same indicators: there is nothing to set against."
            )
        )
    notes.append(
        words.say("Each indicator has its last period. Differences and places are computed by the observatory.")
    )
    st.caption(plain(" ".join(notes)))
    if not valued:
        st.info(plain(words.say(_NO_VALUE, area=name)))


def _show_section(section: Section, shown: Portrait, read: Library, words: Wording) -> None:
    st.header(plain(section.title), anchor=False)
    if section.picture:
        exhibit = section.picture.exhibit
        subject = subject_of(exhibit, section.picture.view, store.editions_shown())
        show_exhibit(exhibit, f"{_GROUP}_{section.dataset}", words, subject)
    with st.container(key=f"{_GROUP}_{section.dataset}", gap="xsmall"):
        _show_lines(section.lines[:_IN_SIGHT], shown, words)
        rest = section.lines[_IN_SIGHT:]
        if rest:
            with st.expander(words.count("{n} more indicator", "{n} more indicators", len(rest))):
                _show_lines(rest, shown, words)
        if section.warnings:
            st.caption("  \n".join(plain(f"† {text}") for text in section.warnings))
        st.caption(plain(section.source_line))
        with st.container(horizontal=True, vertical_alignment="center"):
            _show_ways_out(section, shown, read, words)


def _show_lines(lines: Sequence[Line], shown: Portrait, words: Wording) -> None:
    show_table(comparison(lines, shown, words), words)


def _show_ways_out(section: Section, shown: Portrait, read: Library, words: Wording) -> None:
    st.page_link(
        "pages/explore.py",
        label=plain(words.say("Explore: {title}", title=section.title)),
        icon=":material/search:",
        query_params={"explore_dataset": section.dataset},
    )
    view = printed_figures(read, store.holdings(read), section.dataset, shown)
    exhibit = store.exhibit(read, section.dataset, view, {}, words.language)
    if exhibit:
        subject = subject_of(exhibit, view, store.editions_shown())
        show_export_button(exhibit, subject, f"{_GROUP}_figures_{section.dataset}", words)


def _show_end(shown: Portrait, words: Wording) -> None:
    if shown.absent:
        titles = words.say("; ").join(shown.absent)
        st.caption(plain(words.say("Nothing known of {area} in: {titles}.", area=shown.area.label, titles=titles)))
