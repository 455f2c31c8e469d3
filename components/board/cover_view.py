"""The cover of a dossier: title, date, place, logo and language."""

from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st

from components.board.day_field import day_field
from components.board.saving import change, say_refused, unwritable, words_now
from components.plain_text import plain
from components.store import data_folder
from components.uploader import Limits, lay_down
from loaders.boards.board import Board, Cover
from loaders.boards.logos import LARGEST_LOGO, keep_logo, logo_content
from loaders.boards.occasion import occasion
from loaders.finding import Finding
from loaders.language import LANGUAGES, Wording
from loaders.notice import notice

_LONGEST_LINE = 300


def show_cover(board: Board, words: Wording, *, is_open: bool) -> None:
    """Draws what the cover says; with `is_open`, the fields in which it is changed, each saved at once."""
    if not is_open:
        _show_read(board.cover, words)
        return
    left, right = st.columns(2, gap="large")
    with left:
        _show_texts(board, words)
    with right:
        _show_logo(board, words)


def _show_read(cover: Cover, words: Wording) -> None:
    st.header(plain(cover.title), anchor=False)
    st.markdown(plain(occasion(cover, words.language)))


def _show_texts(board: Board, words: Wording) -> None:
    fields: tuple[tuple[Literal["title", "place"], str], ...] = (
        ("title", words.say("Title of the dossier")),
        ("place", words.say("Place")),
    )
    for field, label in fields:
        key = f"cover_{field}_{words.language}"
        st.session_state[key] = getattr(board.cover, field)
        st.text_input(plain(label), key=key, max_chars=_LONGEST_LINE, on_change=_write_text, args=(field, key))
    key = f"cover_date_{words.language}"
    st.session_state[key] = board.cover.date
    day_field(words.say("Date of the meeting"), key, words, on_change=partial(_write_date, key))
    key = f"cover_language_{words.language}"
    st.session_state[key] = board.language
    st.segmented_control(
        plain(words.say("Language of the dossier")),
        LANGUAGES,
        format_func={"fr": words.say("French"), "en": words.say("English")}.__getitem__,
        key=key,
        required=True,
        on_change=_write_language,
        args=(key,),
        help=plain(words.say("The language in which its own words are written.")),
    )


def _show_logo(board: Board, words: Wording) -> None:
    content = logo_content(data_folder().boards, board.cover.logo)
    if content is not None:
        st.image(content if board.cover.logo and board.cover.logo.endswith(".png") else content.decode(), width=180)
        st.button(plain(words.say("Remove the logo")), on_click=_remove_logo, type="tertiary")
    elif board.cover.logo:
        st.caption(plain(words.say("The logo {file} is not there, or is none.", file=board.cover.logo)))
    key = f"cover_logo_{words.language}"
    lay_down(
        words.say("Logo: PNG or SVG"),
        Limits(endings=("png", "svg"), megabytes=LARGEST_LOGO // 1_000_000),
        key,
        words,
        on_change=lambda: _keep_logo(key),
    )


def _write_text(field: Literal["title", "place"], key: str) -> None:
    text = str(st.session_state[key]).strip()
    if text or field != "title":
        _write(lambda cover: Cover.model_validate({**dict(cover), field: text}), text)


def _write_date(key: str) -> None:
    day = st.session_state[key]
    _write(lambda cover: Cover.model_validate({**dict(cover), "date": day}))


def _write_language(key: str) -> None:
    language = st.session_state[key]
    change(lambda board: board.model_copy(update={"language": language}), words_now().say("Saved: the cover."))


def _keep_logo(key: str) -> None:
    file = st.session_state[key]
    if file is None:
        return
    words = words_now()
    try:
        kept = keep_logo(data_folder(), file.name, file.getvalue())
    except OSError as error:
        say_refused(unwritable(file.name, error, words))
        return
    if isinstance(kept, Finding):
        say_refused(notice(kept, words))
    else:
        _write(lambda cover: cover.model_copy(update={"logo": kept}))


def _remove_logo() -> None:
    _write(lambda cover: cover.model_copy(update={"logo": None}))


def _write(edit: Callable[[Cover], Cover], typed: str = "") -> None:
    text = words_now().say("Saved: the cover.")
    change(lambda board: board.model_copy(update={"cover": edit(board.cover)}), text, typed)
