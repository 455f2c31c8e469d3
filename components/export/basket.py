"""The basket of a session: exhibits collected while browsing, exported together."""

import streamlit as st

from components.export.order import Subject

_BASKET = "basket"


def basket() -> tuple[Subject, ...]:
    """What was collected, in the order in which it was."""
    held: tuple[Subject, ...] = st.session_state.get(_BASKET, ())
    return held


def add_to_basket(subject: Subject) -> None:
    """Puts an exhibit in the basket; one that is there already stays where it is."""
    if not any(_is_same(one, subject) for one in basket()):
        st.session_state[_BASKET] = (*basket(), subject)


def _is_same(one: Subject, other: Subject) -> bool:
    """Whether two are the same figure, in whatever language each was met."""
    return one.model_copy(update={"language": other.language}) == other


def take_out(subject: Subject) -> None:
    """Takes an exhibit out of the basket."""
    st.session_state[_BASKET] = tuple(one for one in basket() if one != subject)


def empty_basket() -> None:
    """Takes everything out."""
    st.session_state[_BASKET] = ()
