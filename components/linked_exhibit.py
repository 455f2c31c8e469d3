"""The exhibit that a link names, by itself: with its filters, at a data version, also inside of another web page."""

import streamlit as st

from components import store
from components.embedding import is_embedded
from components.filters import parameter
from components.group import show_views
from components.key_figures import KeyFigure, show_key_figures
from components.notices import show_notice
from components.page import words_in_force
from components.plain_text import plain
from loaders.exhibit_link import unknown_dataset, unknown_view
from loaders.language import Language, Wording, wording
from loaders.provenance import exhibit_address
from loaders.verification import declared_view
from loaders.view import View, ViewKind

_ALONE = ""


def show_linked_exhibit() -> None:
    """Shows the exhibit that the address names as `view=<dataset>/<view>`, or says why there is none."""
    words = words_in_force()
    asked = st.query_params.get("view")
    if asked is None:
        st.markdown(plain(words.say("A link names the figure that stands here. Every picture has one.")))
        st.page_link("pages/overview.py", label=plain(words.say("To the overview")))
        return
    dataset, _, name = asked.partition("/")
    catalogue = store.current_library().catalogue
    if dataset not in catalogue.declarations:
        show_notice(unknown_dataset(asked, catalogue, words), words)
        return
    declaration = catalogue.declaration(dataset)
    view = declared_view(declaration, name)
    if view is None:
        show_notice(unknown_view(asked, declaration, words), words)
        explored = {"lang": words.language, "explore_dataset": dataset}
        st.page_link("pages/explore.py", label=plain(words.say("Look at the dataset")), query_params=explored)
        return
    _show(dataset, view, words.language, with_link=is_embedded())


@st.fragment
def _show(dataset: str, view: View, language: Language, *, with_link: bool) -> None:
    words = wording(language)
    if view.kind is ViewKind.METRIC:
        show_key_figures((KeyFigure(dataset, view.id),))
    else:
        show_views(dataset, (view,), group=_ALONE, columns=1, language=language)
    if with_link:
        _show_link(dataset, view, words)


def _show_link(dataset: str, view: View, words: Wording) -> None:
    """A link to the same exhibit in the observatory, which opens beside the page that this one stands in."""
    names = ((name, parameter(_ALONE, name)) for name in view.choose)
    selection = tuple((name, st.query_params[asked]) for name, asked in names if asked in st.query_params)
    address = exhibit_address(dataset, view.id, selection, words.language, st.query_params.get("version"))
    st.caption(f"[{plain(words.say('Observatory of regional health innovation'))}]({address})")
