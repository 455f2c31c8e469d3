"""A subject without a page of its own: every view that its declaration has, in the order of the declaration."""

import streamlit as st

from components.filters import show_filters, wanted_codes
from components.group import show_group
from components.key_figures import KeyFigure, show_key_figures
from components.notices import show_findings
from components.page import words_in_force
from components.plain_text import plain
from components.store import library
from loaders.exhibit import Item
from loaders.selection import choice_of
from loaders.view import View, ViewKind

_GROUP = "further"


def show_subject(datasets: tuple[str, ...]) -> None:
    """Lets choose one of some datasets and shows its key figures, its pictures and its tables."""
    words, read = words_in_force(), library()
    declarations = [read.catalogue.declarations[name] for name in datasets if name in read.catalogue.declarations]
    for name in set(datasets) - {one.id for one in declarations}:
        show_findings(read.findings(name), words)
    if not declarations:
        return
    options = tuple(Item(one.id, words.of(one.title)) for one in declarations)
    choice = choice_of("subject", words.say("Subject"), options, wanted_codes(("subject",), _GROUP))
    show_filters((choice,), _GROUP, words)
    declaration = read.catalogue.declaration(choice.chosen.code)
    st.header(plain(words.of(declaration.title)), anchor=False)
    st.markdown(plain(words.of(declaration.summary)))
    if read.dataset(declaration.id) is None:
        show_findings(read.findings(declaration.id), words)
        return
    metrics = [view.id for view in declaration.views if view.kind is ViewKind.METRIC]
    show_key_figures(tuple(KeyFigure(declaration.id, name) for name in metrics))
    _show_views(declaration.id, declaration.views)


def _show_views(dataset: str, views: tuple[View, ...]) -> None:
    """Views without choices share rows of two; tables and views with filters have a row of their own."""
    pending: list[str] = []
    for view in (one for one in views if one.kind is not ViewKind.METRIC):
        if view.kind is not ViewKind.TABLE and not view.choose:
            pending.append(view.id)
            continue
        _flush(dataset, pending)
        show_group(dataset, (view.id,), name=f"{_GROUP}_{view.id}")
    _flush(dataset, pending)


def _flush(dataset: str, pending: list[str]) -> None:
    if pending:
        show_group(dataset, tuple(pending), name=f"{_GROUP}_{pending[0]}", columns=2)
        pending.clear()
