"""An exported file handed back: what it shows, whether that still holds, what has changed since, and where to look."""

import streamlit as st

from components.data_table import show_table
from components.editions import edition_link, edition_name, kept_editions
from components.notices import show_findings
from components.page import words_in_force
from components.plain_text import plain
from components.store import current_library
from components.uploader import Limits, lay_down
from loaders.finding import Finding, Rule
from loaders.labels import Labels
from loaders.language import Wording
from loaders.library import Library
from loaders.provenance import EXHIBIT_PAGE, Provenance
from loaders.provenance_reading import LARGEST_FILE, read_provenance
from loaders.stated_version import StatedVersion
from loaders.verification import Verified, declared_view, verify
from loaders.verification_tables import change_table, facts_table

_TYPES = ("svg", "png", "pdf", "xlsx", "parquet", "csv", "zip")
#: Of many changes, so many are shown.
_FIRST = 200


def show_verification() -> None:
    """Takes a file and answers it."""
    words = words_in_force()
    file = lay_down(
        words.say("A file that was exported here: SVG, PNG, PDF, XLSX, Parquet, CSV or zip; it is not kept"),
        Limits(endings=_TYPES, megabytes=LARGEST_FILE // 1_000_000),
        f"verify_file_{words.language}",
        words,
    )
    if file is not None:
        show_answer(file.name, file.getvalue(), words)


def show_answer(name: str, content: bytes, words: Wording) -> None:
    """What is known of a file."""
    said = read_provenance(name, content)
    if isinstance(said, Finding):
        show_findings((said,), words)
        return
    if isinstance(said, StatedVersion):
        _show_said(said, name, words)
        return
    if not said.intact:
        show_findings((Finding(rule=Rule.FIGURE_ALTERED, dataset=said.provenance.dataset, file=name),), words)
    _show_said(said.provenance, name, words, is_intact=said.intact)


def _show_said(said: Provenance | StatedVersion, name: str, words: Wording, *, is_intact: bool = True) -> None:
    read = current_library()
    known = kept_editions(said.dataset)
    answer = verify(read, known, said, name)
    if not isinstance(answer, Verified):
        show_findings(answer, words)
        return
    labels = Labels(read.catalogue.declaration(said.dataset), read.catalogue, words)
    if is_intact:
        _show_verdict(answer, said, words)
    shown = edition_name(answer.edition, words) if answer.edition else words.say("none that was kept")
    st.header(plain(words.say("What the file says of itself")), anchor=False)
    show_table(facts_table(said, labels, shown), words)
    if is_intact:
        _show_changes(answer, labels)
    _show_links(answer, said, read, words)


def _show_verdict(answer: Verified, said: Provenance | StatedVersion, words: Wording) -> None:
    if isinstance(said, StatedVersion):
        unsealed = words.say("A CSV file has no seal: whether its figures were changed since cannot be told.")
        st.info(plain(unsealed), icon=":material/info:")
    if answer.is_current:
        text = words.say("The file shows the data in force: it is what the observatory shows today.")
        st.success(plain(text), icon=":material/check:")
        return
    if answer.data_version == answer.current_version:
        text = words.say("The file is superseded: data from which its figures are computed have changed.")
    elif answer.changes == ():
        text = words.say("There is a later state of the data, but the figures of the file are still the same.")
        st.info(plain(text + " " + _in_force(answer, words)), icon=":material/info:")
        return
    else:
        text = words.say("The file is superseded: the observatory shows later data today.")
    st.warning(plain(text + " " + _in_force(answer, words)), icon=":material/history:")


def _in_force(answer: Verified, words: Wording) -> str:
    current = edition_name(answer.current, words) if answer.current else answer.current_version
    return words.say("In force: {edition}.", edition=current)


def _show_changes(answer: Verified, labels: Labels) -> None:
    words = labels.words
    if answer.is_current:
        return
    st.header(plain(words.say("What has changed since")), anchor=False)
    if answer.changes is None:
        text = words.say("This cannot be told: the file carries no figures, and its state of the data was not kept.")
        st.markdown(plain(text))
    elif answer.changes:
        show_table(change_table(answer.changes[:_FIRST], labels), words)
        if len(answer.changes) > _FIRST:
            total = len(answer.changes)
            st.caption(plain(words.say("The first {shown} of {total} changes.", shown=_FIRST, total=total)))
    else:
        st.markdown(plain(words.say("None of the figures of this file.")))


def _show_links(answer: Verified, said: Provenance | StatedVersion, read: Library, words: Wording) -> None:
    """Links to what is shown today, and to the edition that the file shows where it is another one."""
    declaration = read.catalogue.declaration(said.dataset)
    is_kept = answer.edition is not None and answer.edition.version != answer.current_version
    today, then = words.say("The figure of today"), words.say("The figure in the edition of the file")
    if isinstance(said, Provenance) and declared_view(declaration, said.view):
        chosen = {"view": f"{said.dataset}/{said.view}", **dict(said.selection), "lang": words.language}
        file, older = f"pages/{EXHIBIT_PAGE}.py", {"version": said.data_version}
    else:
        today, then = words.say("The dataset of today"), words.say("The dataset in the edition of the file")
        chosen = {"explore_dataset": said.dataset, "lang": words.language}
        name, _, number = edition_link(said.dataset, answer.edition.number if answer.edition else 0).partition("=")
        file, older = "pages/explore.py", {name: number}
    st.page_link(file, label=plain(today), query_params=chosen, icon=":material/arrow_forward:")
    if is_kept:
        st.page_link(file, label=plain(then), query_params={**chosen, **older}, icon=":material/history:")
