"""An exhibit inside of another web page: `?embed=1` in the address leaves out the menu and everything around it."""

from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

_PARAMETER = "embed"
#: Streamlit itself takes "true" alone, hides its own header then, and keeps the menu.
_YES = frozenset({"1", "true"})
_STYLE = Path(__file__).parents[1] / "static" / "embedded.css"


def is_embedded() -> bool:
    """Whether the address asks for the exhibit alone.

    Streamlit keeps the parameter in the address, and hides it from `st.query_params`; the address itself has it.
    """
    context = get_script_run_ctx()
    asked = parse_qs(context.query_string).get(_PARAMETER, ()) if context else ()
    return not _YES.isdisjoint(asked)


def narrow() -> None:
    """Takes away the header of the page and most of its margins."""
    st.html(_STYLE)
