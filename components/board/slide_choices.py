"""The choices of the figure of a slide: the same as the filters of a page, kept in the dossier."""

import streamlit as st

from components.board.saving import change, words_now
from components.plain_text import plain
from loaders.boards.board import Slide
from loaders.boards.editing import chosen_anew
from loaders.boards.resolved import slide_view
from loaders.labels import Labels
from loaders.language import Wording
from loaders.library import Library
from loaders.selection import Choice, choices


def show_slide_choices(slide: Slide, place: int, read: Library, words: Wording) -> None:
    """Draws a control for each choice of the figure; choosing is saved at once."""
    name, view = slide_view(slide, read)
    found = read.dataset(name)
    if view is None or found is None:
        return
    labels = Labels(found.declaration, read.catalogue, words)
    made = choices((view,), read.observations(name), slide.chosen, labels)
    for one in made:
        if len(one.options) > 1:
            _show(one, made, place, words)


def _show(choice: Choice, made: tuple[Choice, ...], place: int, words: Wording) -> None:
    key = f"slide_choice_{place}_{choice.name}_{words.language}"
    labels = {option.code: option.label for option in choice.options}
    st.session_state[key] = choice.chosen.code
    earlier = {one.name: one.chosen.code for one in made[: made.index(choice)]}

    def chosen() -> None:
        # Later choices may not fit this one; they are made again, from what then is there.
        wanted = {**earlier, choice.name: st.session_state[key]}
        change(lambda board: chosen_anew(board, place, wanted), words_now().say("Saved: slide {n}.", n=place + 1))

    st.selectbox(plain(choice.label), list(labels), format_func=labels.__getitem__, key=key, on_change=chosen)
