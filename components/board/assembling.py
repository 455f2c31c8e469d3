"""From what is stored to what is handed out: a dossier with today's data, or as it was frozen."""

from dataclasses import replace
from pathlib import Path

from components.board.cover_logo import cover_logo
from components.board.dossier import Dossier
from loaders.boards.changes import State, board_changes
from loaders.boards.frozen import FrozenBoard
from loaders.boards.resolved import resolved
from loaders.boards.states import TODAY, state_name
from loaders.boards.store import StoredBoard
from loaders.catalogue import read_catalogue
from loaders.finding import Finding
from loaders.language import Language
from loaders.library import Library, read_library


def present_dossier(stored: StoredBoard, library: Library, boards: Path, language: Language, base: str) -> Dossier:
    """A dossier as it is saved, with the data of a library; `boards` is the folder that has logos/."""
    board = resolved(stored.name, stored.board, library, language)
    return _with_logo(Dossier(board=board, library=library, base=base), boards)


def frozen_dossier(frozen: FrozenBoard, language: Language, base: str) -> Dossier:
    """A frozen edition with the data that it has pinned."""
    library = read_library(read_catalogue(frozen.folder))
    board = resolved(frozen.name, frozen.board, library, language)
    dossier = Dossier(board=board, library=library, edition=frozen.edition, base=base, altered=_altered(frozen))
    return _with_logo(dossier, frozen.folder.root)


def with_changes(dossier: Dossier, earlier: Dossier) -> Dossier:
    """The dossier with what has changed since an earlier one of the same language."""
    changes = board_changes(_state(earlier), _state(dossier))
    return replace(dossier, changes=changes, altered=(*dossier.altered, *earlier.altered))


def _altered(frozen: FrozenBoard) -> tuple[Finding, ...]:
    return (frozen.finding,) if frozen.finding else ()


def _state(dossier: Dossier) -> State:
    name = state_name(dossier.edition or TODAY, dossier.words)
    return State(name=name, board=dossier.board, library=dossier.library)


def _with_logo(dossier: Dossier, folder: Path) -> Dossier:
    """The dossier with the logo of its cover, or with what is to be said where that cannot be shown."""
    logo = cover_logo(folder, dossier.board.cover.logo)
    if isinstance(logo, Finding):
        return replace(dossier, logo_finding=logo)
    return replace(dossier, logo=logo)
