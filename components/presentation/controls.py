"""The controls of a presentation: keys, buttons, overview, presenter's view; a script that needs no rerun."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import streamlit as st

from components.presentation.control_words import ControlWords, control_words
from components.presentation.qr_code import QrCode
from loaders.language import Language, Wording

Role = Literal["audience", "presenter"]

_STATIC = Path(__file__).resolve().parents[2] / "static" / "presentation"
#: Joined in this order into one module; the last one begins it.
_SCRIPTS = ("elements.js", "stage.js", "tooltip.js", "panels.js", "presenter.js", "keys.js", "presentation.js")
_controls = st.components.v2.component(
    "presentation",
    html="<section></section>",
    css=(_STATIC / "controls.css").read_text(encoding="utf-8"),
    js="\n".join((_STATIC / name).read_text(encoding="utf-8") for name in _SCRIPTS),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideControls:
    """What the controls know of a slide.

    Attributes:
        number: its number in the address; 0 is the cover.
        label: how it is announced: "3 of 16: title".
        title: its title.
        comment: what its presenter says, which the audience does not see.
        has_filters: whether something can be chosen on it.
        has_table: whether its figures can be seen as a table.
        link: its address.
        code: the same as a QR code; None where the address of the application is not known.
    """

    number: int
    label: str
    title: str
    comment: str
    has_filters: bool
    has_table: bool
    link: str
    code: QrCode | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Controls:
    """What the controls are drawn from; `notices` say what the address asked for in vain."""

    name: str
    title: str
    role: Role
    language: Language
    start: int
    slides: tuple[SlideControls, ...]
    leave: str
    presenter: str
    is_here_only: bool
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Data:
    controls: Controls
    words: ControlWords


def show_controls(controls: Controls, words: Wording) -> None:
    """Draws the controls and shows the first slide."""
    _controls(key="presentation", data=asdict(_Data(controls=controls, words=control_words(words))), height=0)
