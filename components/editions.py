"""Editions on a page: an older one that a link asks for, and the news that another one is in force."""

from datetime import datetime

import streamlit as st
from babel.dates import format_date

from components import store
from components.notices import show_replaced
from components.plain_text import plain
from loaders.editions.edition import DamagedHistoryError, Edition
from loaders.editions.history import editions
from loaders.folder import PROJECT_DATA
from loaders.language import Wording
from loaders.library import Library

_PARAMETER = "edition"
_SEEN = "versions_seen"
_BETWEEN = "@"


def settle_edition(words: Wording) -> None:
    """Takes over the edition that the link asks for, and says which one the page shows.

    A link names it as `?edition=<dataset>@<number>`; what it names wrongly is said, and the edition in force is shown.
    """
    asked = st.query_params.get(_PARAMETER)
    dataset, _, number = (asked or "").partition(_BETWEEN)
    kept = _editions(dataset) if dataset in store.current_library().catalogue.declarations else ()
    found = next((one for one in kept if str(one.number) == number), None)
    is_old = found is not None and found != kept[-1]
    st.session_state[store.EDITIONS] = ((dataset, int(number)),) if is_old else ()
    if asked is not None and found is None:
        show_replaced(words.say("Edition"), asked, words.say("the edition in force"), words)
    elif found is not None and is_old:
        _show_banner(found, kept[-1], words)


def edition_link(dataset: str, number: int) -> str:
    """What a link says to show an edition of a dataset."""
    return f"{_PARAMETER}={dataset}{_BETWEEN}{number}"


def announce_changes(read: Library, words: Wording) -> None:
    """Says in passing which datasets have another edition than when this reader last looked."""
    versions = {name: one.dataset.version for name, one in read.readings.items() if one.dataset}
    before: dict[str, str] = st.session_state.get(_SEEN, versions)
    st.session_state[_SEEN] = versions
    if st.session_state.get(store.EDITIONS):
        return
    for name in (name for name, version in versions.items() if before.get(name, version) != version):
        title = words.of(read.catalogue.declaration(name).title)
        st.toast(plain(words.say("New edition on this page: {title}.", title=title)), icon=":material/update:")


def edition_name(edition: Edition, words: Wording) -> str:
    """An edition as people name it: its number, its label and the day on which it was published."""
    day = format_date(datetime.fromisoformat(edition.published_at), "long", locale=words.language)
    if not edition.stated:
        return words.say("edition {number}, not published by anyone, {day}", number=edition.number, day=day)
    return words.say("edition {number}, “{label}”, {day}", number=edition.number, label=edition.label, day=day)


def _editions(dataset: str) -> tuple[Edition, ...]:
    try:
        return editions(PROJECT_DATA, dataset)
    except DamagedHistoryError:
        # The data desk shows what is wrong with the history; readers see the edition in force.
        return ()


def _show_banner(shown: Edition, current: Edition, words: Wording) -> None:
    title = words.of(store.current_library().catalogue.declaration(shown.dataset).title)
    text = words.say(
        "This page shows an older state of “{title}”: {shown}. In force: {current}.",
        title=title,
        shown=edition_name(shown, words),
        current=edition_name(current, words),
    )
    st.warning(plain(text), icon=":material/history:")
    st.button(words.say("Show the edition in force"), on_click=_leave_edition, key="leave_edition")


def _leave_edition() -> None:
    st.query_params.pop(_PARAMETER, None)
