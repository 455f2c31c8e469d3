"""The filters above exhibits: one control for each choice, its state in the address."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components import address
from components.notices import show_refused
from components.plain_text import plain
from loaders.language import Wording
from loaders.selection import Choice

_FEW = 4
_SHORT = 40


def show_filters(choices: tuple[Choice, ...], prefix: str, words: Wording) -> None:
    """Draws the controls in a row and writes the codes in force into the address.

    Args:
        choices: what there is to choose, resolved.
        prefix: the name of the group of exhibits, empty for an exhibit by itself; see `parameter`.
        words: the language of the labels.
    """
    offered = [choice for choice in choices if len(choice.options) > 1]
    if offered:
        with st.container(
            horizontal=True, vertical_alignment="bottom", gap="medium", key=f"filters_{prefix}_{offered[0].name}"
        ):
            for choice in offered:
                name = parameter(prefix, choice.name)
                show_choice(choice, f"{name}_{words.language}", partial(address.keep, name))
    address.write({parameter(prefix, choice.name): choice.chosen.code for choice in choices})
    for choice in choices:
        if choice.refused is not None:
            show_refused(choice, words)


def wanted_codes(names: tuple[str, ...], prefix: str) -> dict[str, str]:
    """The codes that the address or the session asks for, by the name of the choice."""
    asked = {name: address.wanted(parameter(prefix, name)) for name in names}
    return {name: code for name, code in asked.items() if code is not None}


def parameter(prefix: str, name: str) -> str:
    """The parameter of the address that holds a choice of a group: `<prefix>_<choice>`, or the choice alone."""
    return f"{prefix}_{name}" if prefix else name


def show_choice(choice: Choice, key: str, keep: Callable[[str], None]) -> None:
    """Draws the control of one choice.

    Args:
        choice: what there is to choose, resolved.
        key: a name that no other control of the session has; it contains the language.
        keep: called with the code that the reader chooses.
    """
    codes = [option.code for option in choice.options]
    labels = {option.code: option.label for option in choice.options}
    st.session_state[key] = choice.chosen.code

    def chosen() -> None:
        keep(st.session_state[key])

    if len(codes) <= _FEW and sum(map(len, labels.values())) <= _SHORT:
        st.segmented_control(
            plain(choice.label),
            codes,
            format_func=lambda code: plain(labels[code]),
            key=key,
            required=True,
            on_change=chosen,
        )
    else:
        # The options of a selectbox are plain text already; those of a segmented control are Markdown.
        st.selectbox(plain(choice.label), codes, format_func=labels.__getitem__, key=key, on_change=chosen, width=380)
