"""The explorer: any dataset, also one that was dropped in a minute ago."""

import streamlit as st

from components.filters import show_filters, wanted_codes
from components.group import show_views
from components.notices import show_findings
from components.page import words_in_force
from components.plain_text import plain
from components.store import library
from components.territory import show_way_from
from loaders.exhibit import Item
from loaders.exploration import NONE, Comparison, categories, exploring_view, most_observed
from loaders.labels import Labels
from loaders.language import Wording
from loaders.library import Library
from loaders.observation import MEASURE, Observation
from loaders.selection import choice_of
from loaders.view import ViewKind

_GROUP = "explore"


def show_exploration() -> None:
    """The controls of the explorer, the picture that they lead to, and every figure of the dataset."""
    words, read = words_in_force(), library()
    if not read.catalogue.declarations:
        show_findings(read.all_findings, words)
        return
    dataset = _choose_dataset(read, words)
    show_findings(read.catalogue.findings, words)
    found = read.dataset(dataset)
    if found is None:
        show_findings(read.findings(dataset), words)
        return
    st.markdown(plain(words.of(found.declaration.summary)))
    show_way_from(dataset, read, words)
    labels = Labels(found.declaration, read.catalogue, words)
    rows = read.observations(dataset)
    measure, comparison = _choose_comparison(labels, rows)
    view = exploring_view(found.declaration, measure, comparison, rows)
    show_views(dataset, (view,), group=_GROUP, columns=1, language=words.language)
    tables = tuple(one for one in found.declaration.views if one.kind is ViewKind.TABLE and not one.choose)
    show_views(dataset, tables[-1:], group="explore_figures", columns=1, language=words.language)


def _choose_dataset(read: Library, words: Wording) -> str:
    options = tuple(Item(name, words.of(one.title)) for name, one in read.catalogue.declarations.items())
    choice = choice_of("dataset", words.say("Dataset"), options, wanted_codes(("dataset",), _GROUP))
    show_filters((choice,), _GROUP, words)
    return choice.chosen.code


def _choose_comparison(labels: Labels, rows: tuple[Observation, ...]) -> tuple[str, Comparison]:
    words = labels.words
    wanted = wanted_codes((MEASURE, "category", "series"), _GROUP)
    measures = tuple(one.id for one in labels.declaration.all_measures if any(row.measure == one.id for row in rows))
    first = most_observed(measures, rows)
    ordered = (first, *(name for name in measures if name != first))
    measure = choice_of(MEASURE, words.say("Indicator"), tuple(labels.item(MEASURE, name) for name in ordered), wanted)
    names = categories(labels, tuple(row for row in rows if row.measure == measure.chosen.code))
    options = tuple(Item(name, labels.dimension_label(name)) for name in names)
    category = choice_of("category", words.say("Compare by"), options, wanted)
    rest = (Item(NONE, words.say("nothing else")), *(item for item in options if item != category.chosen))
    series = choice_of("series", words.say("and by"), rest, wanted)
    show_filters((measure, category, series), _GROUP, words)
    chosen = None if series.chosen.code == NONE else series.chosen.code
    return measure.chosen.code, Comparison(category.chosen.code, chosen)
