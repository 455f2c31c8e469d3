"""During questions: the filters and the table of a slide, in a panel that the script opens, and the way back."""

from collections.abc import Callable

import streamlit as st

from components import store
from components.data_table import show_table
from components.filters import show_choice
from components.plain_text import plain
from components.presentation.dossier import Presented
from loaders.boards.resolved import ResolvedSlide, slide_view
from loaders.exhibit import Exhibit
from loaders.labels import Labels
from loaders.language import Wording
from loaders.selection import Choice, choices
from loaders.table import table_of
from loaders.view import ViewKind


def asked_exhibit(slide: ResolvedSlide, shown: Presented, words: Wording) -> Exhibit | None:
    """What a slide shows for the choices that were made during questions; None where it is as the dossier has it."""
    asked = _asked(_kept(slide, shown))
    if not asked:
        return None
    dataset, view = slide_view(slide.slide, shown.state.library)
    if view is None:
        return None
    made = {one.name: one.chosen.code for one in offered(slide, shown, words)}
    exhibit = store.exhibit(shown.state.library, dataset, view, made, words.language)
    return None if exhibit == slide.exhibit else exhibit


def offered(slide: ResolvedSlide, shown: Presented, words: Wording) -> tuple[Choice, ...]:
    """What can be chosen on a slide, with what is chosen now."""
    if slide.exhibit is None:
        return ()
    library = shown.state.library
    dataset, view = slide_view(slide.slide, library)
    read = library.dataset(dataset)
    if view is None or read is None:
        return ()
    labels = Labels(read.declaration, library.catalogue, words)
    wanted = {**slide.slide.chosen, **_asked(_kept(slide, shown))}
    return choices((view,), library.observations(dataset), wanted, labels)


def show_asked_mark(number: int, words: Wording) -> None:
    """Says that the slide shows another selection than the dossier."""
    with st.container(key=f"mark_of_{number}", width="content"):
        st.markdown(plain(words.say("Selection of the discussion, not that of the dossier")))


def show_questions(slide: ResolvedSlide, exhibit: Exhibit, shown: Presented, words: Wording) -> None:
    """The panels of a slide, which are out of sight until they are asked for."""
    kept = _kept(slide, shown)
    selectable = [one for one in offered(slide, shown, words) if len(one.options) > 1]
    if selectable:
        with st.container(key=f"filters_of_{slide.number}", gap="small"):
            for choice in selectable:
                show_choice(choice, f"{kept}_{choice.name}_{words.language}", _keeper(kept, choice.name))
            st.button(
                plain(words.say("Back to the dossier’s view")),
                key=f"{kept}_back_{words.language}",
                disabled=exhibit is slide.exhibit,
                on_click=lambda: st.session_state.pop(kept, None),
            )
    if exhibit.kind is not ViewKind.TABLE:
        with st.container(key=f"table_of_{slide.number}", gap="small"):
            show_table(table_of(exhibit, words), words)


def _kept(slide: ResolvedSlide, shown: Presented) -> str:
    return f"asked_{shown.state.board.name}_{shown.edition}_{slide.number}"


def _asked(kept: str) -> dict[str, str]:
    """The codes that were chosen, by the name of the choice."""
    asked: dict[str, str] = st.session_state.get(kept, {})
    return asked


def _keeper(kept: str, name: str) -> Callable[[str], None]:
    def keep(code: str) -> None:
        st.session_state[kept] = {**_asked(kept), name: code}

    return keep
