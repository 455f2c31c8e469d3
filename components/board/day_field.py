"""A field for a day: typed in the same in both languages, its parts named in that of the page."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import streamlit as st

from components.plain_text import plain
from components.retelling import Retold, retell
from loaders.language import Wording

_FORMAT = "DD/MM/YYYY"


def day_field(label: str, key: str, words: Wording, *, on_change: Callable[[], None] | None = None) -> date | None:
    """The day in the field, None while it is empty.

    Args:
        label: what is asked for, as plain text.
        key: the name of the field; what the session holds under it is what the field shows.
        words: the language of the page.
        on_change: what follows when the day is changed.
    """
    st.session_state.setdefault(key, datetime.now(UTC).date())
    day = st.date_input(plain(label), key=key, format=_FORMAT, on_change=on_change)
    rules = (
        Retold("^dd$", words.say("dd")),
        Retold("^yyyy$", words.say("yyyy")),
        Retold("^day, (.+)$", words.say("day, {name}", name="{name}")),
        Retold("^month, (.+)$", words.say("month, {name}", name="{name}")),
        Retold("^year, (.+)$", words.say("year, {name}", name="{name}")),
    )
    retell("stDateInput", rules, key, words)
    return day
