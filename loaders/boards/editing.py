"""Changes to a dossier: each gives a new one. Places count from 0."""

from collections.abc import Mapping, Sequence
from typing import Literal

from loaders.boards.board import Board, Slide

Field = Literal["section", "title", "reading", "comment"]


def moved(board: Board, place: int, to: int) -> Board:
    """One slide in another place, the others in their order; a place beyond the ends is the end."""
    slides = list(board.slides)
    slide = slides.pop(place)
    slides.insert(min(max(to, 0), len(slides)), slide)
    return _with(board, slides)


def without(board: Board, place: int) -> Board:
    """The dossier without one slide."""
    return _with(board, [*board.slides[:place], *board.slides[place + 1 :]])


def replaced(board: Board, place: int, slide: Slide) -> Board:
    """Another slide in the place of one."""
    return _with(board, [*board.slides[:place], slide, *board.slides[place + 1 :]])


def reworded(board: Board, place: int, field: Field, text: str) -> Board:
    """Other words on one slide; without any, title and reading sentence are those of the figure again.

    Raises:
        ValidationError: the text is too long.
    """
    value = text or (None if field in ("title", "reading") else "")
    return replaced(board, place, Slide.model_validate({**dict(board.slides[place]), field: value}))


def chosen_anew(board: Board, place: int, chosen: Mapping[str, str]) -> Board:
    """Other choices of the figure of one slide."""
    return replaced(board, place, Slide.model_validate({**dict(board.slides[place]), "chosen": dict(chosen)}))


def added(board: Board, slides: Sequence[Slide], place: int | None = None) -> Board:
    """More slides, before the one at `place`, or at the end.

    Raises:
        ValidationError: a dossier cannot have as many.
    """
    where = len(board.slides) if place is None else place
    return _with(board, [*board.slides[:where], *slides, *board.slides[where:]])


def _with(board: Board, slides: Sequence[Slide]) -> Board:
    return Board.model_validate({**dict(board), "slides": tuple(slides)})
