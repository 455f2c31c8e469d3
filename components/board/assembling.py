"""From what is stored to what is handed out: a dossier with today's data, or as it was frozen."""

from dataclasses import replace
from pathlib import Path

from components.board.dossier import Dossier, Logo
from components.print.vega_lite import png
from loaders.boards.changes import State, board_changes
from loaders.boards.frozen import FrozenBoard
from loaders.boards.logos import logo_content
from loaders.boards.resolved import resolved
from loaders.boards.states import TODAY, state_name
from loaders.boards.store import StoredBoard
from loaders.catalogue import read_catalogue
from loaders.language import Language
from loaders.library import Library, read_library

#: Sharp at the size that a logo has on a cover.
_DOTS_PER_INCH = 250.0


def present_dossier(stored: StoredBoard, library: Library, boards: Path, language: Language, base: str) -> Dossier:
    """A dossier as it is saved, with the data of a library; `boards` is the folder that has logos/."""
    board = resolved(stored.name, stored.board, library, language)
    return Dossier(board=board, library=library, logo=_logo(boards, stored.board.cover.logo), base=base)


def frozen_dossier(frozen: FrozenBoard, language: Language, base: str) -> Dossier:
    """A frozen edition with the data that it has pinned."""
    library = read_library(read_catalogue(frozen.folder))
    board = resolved(frozen.name, frozen.board, library, language)
    logo = _logo(frozen.folder.root, frozen.board.cover.logo)
    return Dossier(board=board, library=library, logo=logo, edition=frozen.edition, base=base)


def with_changes(dossier: Dossier, earlier: Dossier) -> Dossier:
    """The dossier with what has changed since an earlier one of the same language."""
    return replace(dossier, changes=board_changes(_state(earlier), _state(dossier)))


def _state(dossier: Dossier) -> State:
    name = state_name(dossier.edition or TODAY, dossier.words)
    return State(name=name, board=dossier.board, library=dossier.library)


def _logo(folder: Path, name: str | None) -> Logo | None:
    """The logo; None also for an SVG that cannot be drawn."""
    content = logo_content(folder, name)
    if not content or not name or name.endswith(".png"):
        return Logo(content=content, bitmap=content) if content else None
    try:
        return Logo(content=content, bitmap=png(content.decode(), _DOTS_PER_INCH))
    except RuntimeError:
        return None
