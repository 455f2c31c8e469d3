"""The editions of a dataset: each can be looked at, and brought back."""

from datetime import UTC, datetime

import streamlit as st

from components.data_table import show_table
from components.desk import permission
from components.desk.publication import outcome, say
from components.editions import edition_link, edition_name
from components.plain_text import plain
from loaders.editions.edition import DamagedHistoryError, Edition, Statement, UnknownEditionError
from loaders.editions.history import editions
from loaders.editions.publishing import restore
from loaders.folder import PROJECT_DATA
from loaders.language import Wording
from loaders.table import Table


def show_history(dataset: str, words: Wording) -> None:
    """The history of a dataset as a table, a link to each edition, and the form that brings one back."""
    st.header(plain(words.say("History")), anchor=False)
    try:
        known = editions(PROJECT_DATA, dataset)
    except DamagedHistoryError as error:
        st.warning(plain(words.say("The history of this dataset cannot be read: {error}", error=error)))
        return
    if not known:
        st.info(plain(words.say("Nothing has been published for this dataset.")))
        return
    show_table(_table(known, words), words)
    _show_links(known, words)
    if len(known) > 1 and permission.refusal(words) is None:
        _show_restoring(known, words)


def _table(known: tuple[Edition, ...], words: Wording) -> Table:
    columns = (
        words.say("Edition"),
        words.say("Author"),
        words.say("Comment"),
        words.say("Rows"),
        words.say("Areas with a value"),
        words.say("Data version"),
    )
    rows = tuple(
        (edition_name(one, words), one.author or "–", _comment(one, words), str(one.rows), str(one.areas), one.version)
        for one in reversed(known)
    )
    return Table(columns=columns, rows=rows, numbers=(3, 4))


def _comment(one: Edition, words: Wording) -> str:
    back = words.say("brings back {number}", number=one.restored_from) if one.restored_from is not None else ""
    return " · ".join(filter(None, (one.comment, back))) or "–"


def _show_links(known: tuple[Edition, ...], words: Wording) -> None:
    links = [
        f"[{plain(str(one.number))}](/explore?lang={words.language}&explore_dataset={one.dataset}"
        f"&{edition_link(one.dataset, one.number)})"
        for one in reversed(known[:-1])
    ]
    if links:
        st.markdown(plain(words.say("Look at an earlier edition:")) + " " + ", ".join(links))


def _show_restoring(known: tuple[Edition, ...], words: Wording) -> None:
    numbers = [one.number for one in reversed(known[:-1])]
    names = {one.number: edition_name(one, words) for one in known}
    with st.form(f"restoring_{known[-1].dataset}", border=False):
        number = st.selectbox(
            plain(words.say("Bring an earlier edition back")), numbers, format_func=names.__getitem__, width=480
        )
        author = st.text_input(plain(words.say("Author")), max_chars=80, placeholder="", key="restoring_author")
        comment = st.text_input(plain(words.say("Reason")), max_chars=300, placeholder="", key="restoring_comment")
        asked = st.form_submit_button(plain(words.say("Bring this edition back")))
    if not asked or number is None:
        return
    if not author.strip():
        st.warning(plain(words.say("Say who brings the edition back.")))
        return
    earlier = next(one for one in known if one.number == number)
    statement = Statement(label=earlier.label, comment=comment.strip(), author=author.strip())
    try:
        done = restore(PROJECT_DATA, earlier.dataset, number, statement, datetime.now(UTC))
    except (DamagedHistoryError, UnknownEditionError, OSError) as error:
        st.error(plain(words.say("Nothing was published: {error}", error=error)))
        return
    say(outcome(done, words))
    st.rerun()
