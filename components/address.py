"""The state of the page in its address: codes, the same in both languages.

The code in force is kept in the session under the name of the parameter; the address follows it. An address that
changes from outside (a link, the Back button) is taken over. Widgets have a key that contains the language, because a
widget that outlives a change of its labels falls back to its first option.
"""

from urllib.parse import urlsplit

import streamlit as st

from loaders.language import LANGUAGES, Language, language_from, wording

_LANGUAGE = "lang"
_WRITTEN = "address_written"


def wanted(name: str) -> str | None:
    """The code that a parameter of this page should have: from a changed address, otherwise from the session."""
    asked = st.query_params.get(name)
    if asked is not None and asked != _written().get(name):
        st.session_state[_kept(name)] = asked
    kept = st.session_state.get(_kept(name))
    return str(kept) if kept is not None else None


def forget(name: str) -> None:
    """Leaves a parameter to its default, unless the link has just asked for it."""
    if st.query_params.get(name) == _written().get(name):
        st.session_state.pop(_kept(name), None)


def keep(name: str, code: str) -> None:
    """Makes a code the one in force."""
    st.session_state[_kept(name)] = code


def write(codes: dict[str, str]) -> None:
    """Writes the codes in force into the address, which changes only where one of them does."""
    for name, code in codes.items():
        keep(name, code)
    changed = {name: code for name, code in codes.items() if st.query_params.get(name) != code}
    if changed:
        st.query_params.update(changed)
    _written().update(codes)


def enter(page: str) -> None:
    """Says which page the parameters belong to; another page has its own, and the language in common."""
    if st.session_state.get("address_page") != page:
        st.session_state["address_page"] = page
        st.session_state[_WRITTEN] = {name: code for name, code in _written().items() if name == _LANGUAGE}


def settle_language() -> tuple[Language, str | None]:
    """The language of the page, and a language that the address asked for and that there is not.

    The link decides; then what the reader chose in this session; at the first visit, the browser.
    """
    asked = wanted(_LANGUAGE)
    refused = asked if asked is not None and asked not in LANGUAGES else None
    language = language_from(asked if asked in LANGUAGES else st.context.locale)
    write({_LANGUAGE: language})
    st.session_state["language"] = language
    return language, refused


def language_switch() -> None:
    """The control that changes the language; it is labelled in the language that it leads to."""
    language: Language = st.session_state["language"]
    key = f"{_LANGUAGE}_{language}"
    st.session_state[key] = language
    st.segmented_control(
        wording(language).say("Language"),
        LANGUAGES,
        format_func={"fr": "Français", "en": "English"}.__getitem__,
        key=key,
        required=True,
        on_change=lambda: keep(_LANGUAGE, st.session_state[key]),
    )


def application_address() -> str:
    """The address of the application as the reader's browser has it, with the slash at its end; empty if unknown."""
    url, page = st.context.url, st.session_state.get("address_page", "")
    if not url:
        return ""
    parts = urlsplit(url)
    path = parts.path.removesuffix("/").removesuffix(page).rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{path}/"


def _kept(name: str) -> str:
    page = "" if name == _LANGUAGE else st.session_state.get("address_page", "")
    return f"address:{page}:{name}"


def _written() -> dict[str, str]:
    written: dict[str, str] = st.session_state.setdefault(_WRITTEN, {})
    return written
