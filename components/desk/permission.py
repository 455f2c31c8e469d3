"""Who may publish on the page, and why not."""

import streamlit as st

from loaders.language import Wording

#: Addresses that only this machine can reach.
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def refusal(words: Wording) -> str | None:
    """Why nobody may publish on this page; None where it is allowed.

    Without sign-in, whoever reaches the page could publish: so only a server that nobody else can reach allows it.
    """
    if st.get_option("server.address") in _LOOPBACK:
        return None
    return words.say(
        "Publishing from this page is closed, because the server can be reached from other machines and nobody has to"
        " sign in. Publish from the command line or through the folder data/inbox/, or serve the application on"
        " 127.0.0.1."
    )
