"""The controls for the sheet of a picture: size, tone, title."""

import streamlit as st

from components.export.order import PageSize
from components.export.page_sizes import SizeError, free_page, page_of
from components.plain_text import plain
from components.print.sheet import TONES, Preset, Tone, Unit
from loaders.language import Wording, mark

_FREE = "free"
_SIZES = {
    Preset.COLUMN.value: mark("One column, 85 mm"),
    Preset.TWO_COLUMNS.value: mark("Two columns, 175 mm"),
    Preset.SQUARE.value: mark("Square, 120 mm"),
    Preset.SLIDE.value: mark("Slide, 16:9"),
    _FREE: mark("Free size"),
}
_TONES: dict[Tone, str] = {"light": mark("light"), "dark": mark("dark"), "greyscale": mark("greyscale")}


def choose_page(key: str, words: Wording) -> PageSize | None:
    """The sheet that the reader chooses; None while a free size is none, which is then said."""
    size = st.selectbox(
        words.say("Size"), list(_SIZES), format_func=lambda name: words.say(_SIZES[name]), key=f"{key}_size"
    )
    tone: Tone = st.segmented_control(
        words.say("Tone"),
        TONES,
        format_func=lambda name: words.say(_TONES[name]),
        default=TONES[0],
        required=True,
        key=f"{key}_tone",
    )
    titled = st.checkbox(words.say("With title and reading sentence"), value=True, key=f"{key}_titled")
    if size != _FREE:
        return page_of(Preset(size), None, tone=tone, titled=titled)
    width, height, unit = _free_size(key, words)
    try:
        return free_page(width, height, unit, tone=tone, titled=titled)
    except SizeError:
        st.info(plain(words.say("A width above 0 and up to 2000 mm, please; a height of 0 leaves it to the picture.")))
        return None


def _free_size(key: str, words: Wording) -> tuple[float, float, Unit]:
    across, down, unit = st.columns(3)
    with across:
        width = st.number_input(words.say("Width"), min_value=1.0, value=120.0, step=5.0, key=f"{key}_width")
    with down:
        height = st.number_input(words.say("Height (0: any)"), min_value=0.0, value=0.0, step=5.0, key=f"{key}_height")
    with unit:
        chosen: Unit = st.selectbox(words.say("Unit of length"), ("mm", "px"), key=f"{key}_unit")
    return width, height, chosen
