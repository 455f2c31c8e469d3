"""The page of a presentation: reads the address, lays out the stage and draws its controls."""

from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

import streamlit as st

from components import address
from components.page import words_in_force
from components.presentation.controls import Controls, Role, SlideControls, show_controls
from components.presentation.dossier import Presented, presented
from components.presentation.qr_code import qr_code
from components.presentation.questions import offered
from components.presentation.stage import show_stage
from loaders.boards.resolved import ResolvedSlide
from loaders.boards.states import TODAY
from loaders.finding import Finding
from loaders.language import Wording
from loaders.view import ViewKind

_BOARD, _FROZEN, _SLIDE, _ROLE = "board", "frozen", "slide", "role"
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
#: Digits of a slide number; a dossier has 200 slides at most.
_LONGEST_NUMBER = 3


def asked_presentation() -> Presented | Finding | None:
    """What the address asks to present, or why that cannot be; None where it names no dossier."""
    name = st.query_params.get(_BOARD)
    if name is None:
        return None
    return presented(name, st.query_params.get(_FROZEN, TODAY), words_in_force().language)


def show_presentation(shown: Presented) -> None:
    """Lays out the slides and draws the controls, in place of everything else."""
    words = words_in_force()
    show_stage(shown, words)
    show_controls(_controls(shown, words), words)


def _controls(shown: Presented, words: Wording) -> Controls:
    board = shown.state.board
    application = address.application_address()
    slides = tuple(_slides(shown, application, words))
    start, role, notices = _asked(len(slides) - 1, words)
    return Controls(
        name=f"{board.name}@{shown.edition}",
        title=board.cover.title,
        role=role,
        language=words.language,
        start=start,
        slides=slides,
        leave=f"{application}board?" + urlencode({_BOARD: board.name, _FROZEN: shown.edition, "lang": words.language}),
        presenter=f"{_link(shown, application, words)}&{_ROLE}=presenter",
        is_here_only=urlsplit(application).hostname in _LOOPBACK,
        notices=notices,
    )


def _slides(shown: Presented, application: str, words: Wording) -> Iterator[SlideControls]:
    """What the controls know of each slide: the cover, the slides of the dossier, and what has changed."""
    slides = shown.state.board.slides
    last = len(slides) + (shown.changes is not None)
    yield _slide(0, shown.state.board.cover.title, last, _link(shown, application, words), words)
    for slide in slides:
        yield _exhibit(slide, last, shown, application, words)
    if shown.changes is not None:
        yield _slide(last, words.say("What has changed"), last, _link(shown, application, words), words)


def _exhibit(slide: ResolvedSlide, last: int, shown: Presented, application: str, words: Wording) -> SlideControls:
    return _slide(
        slide.number,
        slide.title,
        last,
        _link(shown, application, words),
        words,
        comment=slide.comment,
        has_filters=any(len(one.options) > 1 for one in offered(slide, shown, words)),
        has_table=slide.exhibit is not None and slide.exhibit.kind is not ViewKind.TABLE,
    )


def _slide(  # noqa: PLR0913 - one value for each thing that is known of a slide
    number: int,
    title: str,
    last: int,
    link: str,
    words: Wording,
    *,
    comment: str = "",
    has_filters: bool = False,
    has_table: bool = False,
) -> SlideControls:
    own = f"{link}&{_SLIDE}={number}"
    return SlideControls(
        number=number,
        label=words.say("{n} of {total}: {title}", n=number, total=last, title=title) if number else title,
        title=title,
        comment=comment,
        has_filters=has_filters,
        has_table=has_table,
        link=own,
        code=qr_code(own) if link.startswith("http") else None,
    )


def _link(shown: Presented, application: str, words: Wording) -> str:
    """The address of the presentation, without a slide."""
    asked = {_BOARD: shown.state.board.name, "lang": words.language}
    if shown.edition != TODAY:
        asked[_FROZEN] = shown.edition
    return f"{application}present?{urlencode(asked)}"


def _asked(last: int, words: Wording) -> tuple[int, Role, tuple[str, ...]]:
    """The slide and the role that the address asks for, and what is said where there is no such thing."""
    number, role = st.query_params.get(_SLIDE, "0"), st.query_params.get(_ROLE, "audience")
    notices: list[str] = []
    is_number = number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER
    start = int(number) if is_number and int(number) <= last else 0
    if not is_number or int(number) != start:
        notices.append(
            words.say(
                "The link asks for slide “{asked}”; this dossier has the slides 0 (the cover) to {last}. The cover is"
                " shown; correct the address, or press O to choose.",
                asked=number,
                last=last,
            )
        )
    if role not in ("audience", "presenter"):
        notices.append(
            words.say(
                "The link asks for the role “{asked}”; there are audience and presenter. What the audience sees is"
                " shown; press P for the presenter’s view.",
                asked=role,
            )
        )
    return start, "presenter" if role == "presenter" else "audience", tuple(notices)
