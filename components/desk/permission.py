"""Who may publish on the page, and why not."""

import streamlit as st

from loaders.language import Wording

#: Addresses that only this machine can reach.
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def is_open() -> bool:
    """Whether what is written on this server may be changed on its pages.

    Without sign-in, whoever reaches a page could change it: so only a server that nobody else can reach allows it.
    """
    return st.get_option("server.address") in _LOOPBACK


def refusal(words: Wording) -> str | None:
    """Why nobody may publish on this page; None where it is allowed."""
    if is_open():
        return None
    return words.say(
        "Publishing from this page is closed, because the server can be reached from other machines and nobody has to"
        " sign in. Publish from the command line or through the folder data/inbox/, or serve the application on"
        " 127.0.0.1."
    )


def refusal_to_edit(words: Wording) -> str | None:
    """Why nobody may change a dossier on these pages; None where it is allowed."""
    if is_open():
        return None
    return words.say(
        "Dossiers can be read and taken away here, not changed, because the server can be reached from other machines"
        " and nobody has to sign in. Change them where the application is served on 127.0.0.1, or edit the files in"
        " data/boards/."
    )
