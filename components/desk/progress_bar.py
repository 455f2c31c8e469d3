"""How far long work on a file has come, as a bar that names the stage and goes when the work is done."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.plain_text import plain
from loaders.language import Wording
from loaders.progress import STAGES, Progress, Stage


@contextmanager
def progress_bar(words: Wording) -> Iterator[Progress]:
    """A bar at this place of the page, as what work is followed with."""
    place = st.empty()
    try:
        yield shown_in(place, words)
    finally:
        place.empty()


def shown_in(place: DeltaGenerator, words: Wording) -> Progress:
    """Progress that is drawn in a place of the page."""
    order = tuple(STAGES)

    def show(stage: Stage, share: float) -> None:
        text = words.say(
            "{stage} (step {step} of {steps})",
            stage=words.say(STAGES[stage]),
            step=order.index(stage) + 1,
            steps=len(order),
        )
        place.progress(share, text=plain(text))

    return show
