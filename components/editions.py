"""Editions on a page: an older one that a link asks for, and the news that another one is in force."""

from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from components import store
from components.notices import show_replaced
from components.plain_text import plain
from loaders.day import day_text
from loaders.editions.edition import DamagedHistoryError, Edition
from loaders.editions.history import editions
from loaders.folder import PROJECT_DATA
from loaders.language import Wording
from loaders.library import Library

_EDITION, _VERSION, _VIEW = "edition", "version", "view"
_SEEN = "versions_seen"
_BETWEEN = "@"


@dataclass(frozen=True, slots=True)
class _Asked:
    """An edition that a link asks for: of a dataset, by its number or its data version; `text` as the link has it."""

    parameter: str
    text: str
    dataset: str
    edition: str

    @property
    def found(self) -> Edition | None:
        """The edition, the last of several with one version, None where it was not kept."""
        return next((one for one in reversed(kept_editions(self.dataset)) if self._names(one)), None)

    def _names(self, one: Edition) -> bool:
        return self.edition == (one.version if self.parameter == _VERSION else str(one.number))


def settle_edition(words: Wording) -> None:
    """Takes over the edition that the link asks for, and says which one the page shows.

    A link names it as `?edition=<dataset>@<number>`, that of one exhibit as `?view=<dataset>/<view>&version=<version>`;
    what it names wrongly is said, and the edition in force is shown.
    """
    st.session_state[store.EDITIONS] = ()
    asked = _asked()
    if asked is None:
        return
    found, known = asked.found, kept_editions(asked.dataset)
    if found is None:
        label = words.say("Data version") if asked.parameter == _VERSION else words.say("Edition")
        show_replaced(label, asked.text, words.say("the edition in force"), words)
    elif found.version != known[-1].version or (asked.parameter == _EDITION and found != known[-1]):
        st.session_state[store.EDITIONS] = ((asked.dataset, found.number),)
        _show_banner(found, known[-1], asked.parameter, words)


def _asked() -> _Asked | None:
    """What the link asks for; None where it asks for nothing, or for a version that is in force."""
    edition, version = st.query_params.get(_EDITION), st.query_params.get(_VERSION)
    if edition is not None:
        dataset, _, number = edition.partition(_BETWEEN)
        return _Asked(_EDITION, edition, dataset, number)
    dataset, read = st.query_params.get(_VIEW, "").partition("/")[0], store.current_library()
    in_force = read.dataset(dataset)
    if version is None or dataset not in read.catalogue.declarations or (in_force and in_force.version == version):
        return None
    return _Asked(_VERSION, version, dataset, version)


def edition_link(dataset: str, number: int) -> str:
    """What a link says to show an edition of a dataset."""
    return f"{_EDITION}={dataset}{_BETWEEN}{number}"


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
    day = day_text(datetime.fromisoformat(edition.published_at), words.language)
    if not edition.stated:
        return words.say("edition {number}, not published by anyone, {day}", number=edition.number, day=day)
    return words.say("edition {number}, “{label}”, {day}", number=edition.number, label=edition.label, day=day)


def kept_editions(dataset: str) -> tuple[Edition, ...]:
    """The editions of a dataset, oldest first; none of one that nobody declared, or whose history is damaged."""
    if dataset not in store.current_library().catalogue.declarations:
        return ()
    try:
        return editions(PROJECT_DATA, dataset)
    except DamagedHistoryError:
        # The data desk shows what is wrong with the history; readers see the edition in force.
        return ()


def _show_banner(shown: Edition, current: Edition, parameter: str, words: Wording) -> None:
    title = words.of(store.current_library().catalogue.declaration(shown.dataset).title)
    text = words.say(
        "This page shows an older state of “{title}”: {shown}. In force: {current}.",
        title=title,
        shown=edition_name(shown, words),
        current=edition_name(current, words),
    )
    st.warning(plain(text), icon=":material/history:")
    st.button(words.say("Show the edition in force"), on_click=_leave_edition, args=(parameter,), key="leave_edition")


def _leave_edition(parameter: str) -> None:
    st.query_params.pop(parameter, None)
