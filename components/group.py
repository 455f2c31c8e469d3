"""A group of exhibits of one dataset under common filters: the unit that is redrawn when a filter changes."""

import streamlit as st

from components import store
from components.editions import announce_changes
from components.embedding import is_embedded
from components.exhibit_card import show_exhibit
from components.export.menu import subject_of
from components.filters import show_filters, wanted_codes
from components.notices import show_findings, show_nothing
from components.store import library
from loaders.exhibit import Exhibit
from loaders.labels import Labels
from loaders.language import Language, wording
from loaders.selection import choices
from loaders.view import View


def show_group(dataset: str, views: tuple[str, ...], *, name: str, columns: int = 1) -> None:
    """Shows views of a dataset side by side under their common filters, or why the dataset cannot be shown.

    Args:
        dataset: the id of the dataset.
        views: ids of its views; an id that is not declared is left out.
        name: the name of the group, which its parameters in the address begin with.
        columns: how many exhibits stand side by side on a wide screen.
    """
    _group(dataset, views, name, columns, st.session_state["language"])


@st.fragment
def _group(dataset: str, names: tuple[str, ...], group: str, columns: int, language: Language) -> None:
    words, read = wording(language), library()
    announce_changes(read, words)
    found = read.dataset(dataset)
    if found is None:
        show_findings(read.findings(dataset), words)
        return
    views = tuple(view for name in names for view in found.declaration.views if view.id == name)
    show_views(dataset, views, group=group, columns=columns, language=language)


def show_views(dataset: str, views: tuple[View, ...], *, group: str, columns: int, language: Language) -> None:
    """Shows views of a dataset that could be read, with their filters; without a name, a group is one exhibit alone."""
    words, read = wording(language), library()
    found = read.dataset(dataset)
    if found is None:
        show_findings(read.findings(dataset), words)
        return
    labels = Labels(found.declaration, read.catalogue, words)
    offered = tuple(dict.fromkeys(name for view in views for name in view.choose))
    made = choices(views, read.observations(dataset), wanted_codes(offered, group), labels)
    show_filters(made, group, words)
    chosen = {choice.name: choice.chosen.code for choice in made}
    shown = [(exhibit, view) for view in views if (exhibit := store.exhibit(read, dataset, view, chosen, language))]
    if not shown:
        show_nothing(words)
    for start in range(0, len(shown), columns):
        _row(shown[start : start + columns], columns, group or "alone", language)


def _row(exhibits: list[tuple[Exhibit, View]], columns: int, group: str, language: Language) -> None:
    places = st.columns(columns, gap="large") if columns > 1 else [st.container()]
    for place, (exhibit, view) in zip(places, exhibits, strict=False):
        with place:
            subject = None if is_embedded() else subject_of(exhibit, view, store.editions_shown())
            show_exhibit(exhibit, f"{group}_{exhibit.view}", wording(language), subject)
