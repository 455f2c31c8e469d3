"""Taking a dossier away: a button for each format, its progress by slide, and the finished file."""

from dataclasses import dataclass

import streamlit as st

from components.address import application_address
from components.board.formats import FORMATS, DossierFormat
from components.board.order import DossierOrder
from components.export.counter import Finished, counter
from components.export.refusal import RefusedError
from components.notices import show_notice
from components.plain_text import plain
from components.store import data_folder
from loaders.boards.frozen import frozen_editions
from loaders.boards.states import state_name
from loaders.language import Wording

_MADE = "dossier_made"
_WIDTH = 360


@dataclass(frozen=True, slots=True)
class _Made:
    """A finished file, and what it was made from: the order, and the state of what was ordered."""

    order: DossierOrder
    state: str
    finished: Finished


def show_take_away(name: str, state: str, words: Wording, edition: str | None = None) -> None:
    """The buttons and, once one was pressed, the file.

    Args:
        name: the name of the dossier.
        state: names what the dossier is at this moment; a file of another state is not offered any more.
        words: the language of the page, in which the file is made.
        edition: the frozen edition that is taken away; None for the dossier as it is saved.
    """
    order = DossierOrder(
        name=name,
        edition=edition,
        since=_choose_since(name, edition, words),
        language=words.language,
        form=DossierFormat.PPTX,
        base=application_address(),
    )
    orders = [order.model_copy(update={"form": form}) for form in DossierFormat]
    st.caption(plain(words.say("Each button makes a file in the language of this page; then it can be downloaded.")))
    with st.container(horizontal=True, gap="small"):
        asked = [order for order in orders if _button(order, words)]
    for order in asked:
        _make(order, state, words)
    made: _Made | None = st.session_state.get(_MADE)
    if made and made.state == state and made.order in orders:
        _show(made, words)


def _choose_since(name: str, edition: str | None, words: Wording) -> str | None:
    """The earlier meeting since which the file says what has changed; not asked where there was none."""
    known = frozen_editions(data_folder(), name)
    earlier = known[: known.index(edition)] if edition in known else known
    if not earlier:
        return None
    chosen = st.selectbox(
        plain(words.say("With what has changed since")),
        ("", *reversed(earlier)),
        format_func=lambda one: state_name(one, words) if one else words.say("the dossier alone"),
        key=f"take_since_{name}_{edition}_{words.language}",
        help=plain(words.say("As slides, a section or a sheet at the end of the file.")),
        width=_WIDTH,
    )
    return chosen or None


def _button(order: DossierOrder, words: Wording) -> bool:
    facts = FORMATS[order.form]
    return st.button(
        words.say(facts.label),
        key=f"take_{order.form}_{words.language}",
        help=plain(words.say(facts.help)),
        icon=":material/draft:",
    )


def _make(order: DossierOrder, state: str, words: Wording) -> None:
    """Waits for the file, slide by slide; why it cannot be made is said."""
    st.session_state.pop(_MADE, None)
    bar = st.progress(0.0, text=plain(words.say("Preparing the file")))

    def progress(done: int, count: int) -> None:
        bar.progress(done / max(1, count), text=plain(words.say("Slide {n} of {all}", n=done, all=count)))

    try:
        st.session_state[_MADE] = _Made(order, state, counter().dossier(order, progress))
    except RefusedError as error:
        show_notice(error.notice, words)
    bar.empty()


def _show(made: _Made, words: Wording) -> None:
    st.download_button(
        words.say("Download {name}", name=made.finished.name),
        data=made.finished.content,
        file_name=made.finished.name,
        mime=FORMATS[made.order.form].mime,
        key=f"taken_{made.order.form}_{words.language}",
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )
    for one in made.finished.notices:
        show_notice(one, words)
    if made.finished.troubles:
        lead = words.say("These slides could not be made; each says why in the file:")
        st.warning("\n".join((plain(lead), "", *(f"- {plain(one)}" for one in made.finished.troubles))))
