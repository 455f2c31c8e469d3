"""The dossier that is presented: as it is saved with the data in force, or a frozen edition with its own data."""

from dataclasses import dataclass

from components import store
from loaders.boards.changes import BoardChanges, State, board_changes
from loaders.boards.frozen import FrozenBoard, frozen_editions, read_frozen
from loaders.boards.logos import read_logo
from loaders.boards.states import TODAY, frozen_state, present_state
from loaders.boards.store import StoredBoard, read_board
from loaders.finding import Finding
from loaders.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """A dossier to be presented.

    Attributes:
        edition: the frozen edition, or `TODAY`.
        state: how people name the state, what its slides show, and the data behind them.
        changes: what has changed since the meeting before; None where there was none, a finding where its edition
            cannot be read.
        altered: what is said of a frozen edition that is no longer what was frozen.
        logo: the bytes of the logo of the cover; a finding where it cannot be shown.
    """

    edition: str
    state: State
    changes: BoardChanges | Finding | None
    altered: Finding | None
    logo: bytes | Finding | None


def presented(name: str, edition: str, language: Language) -> Presented | Finding:
    """The dossier of that name in a state, or why it cannot be presented; its files are left alone."""
    folder = store.data_folder()
    stored: StoredBoard | FrozenBoard | Finding = (
        read_board(folder, name) if edition == TODAY else read_frozen(folder, name, edition)
    )
    if isinstance(stored, Finding):
        return stored
    if isinstance(stored, FrozenBoard):
        state = frozen_state(stored, store.frozen_library(stored.folder), language)
        place, altered = stored.folder.root, stored.finding
    else:
        state = present_state(stored, store.current_library(), language)
        place, altered = folder.boards, None
    logo = stored.board.cover.logo
    return Presented(
        edition=edition,
        state=state,
        changes=_changes(name, edition, state),
        altered=altered,
        logo=read_logo(place, logo) if logo else None,
    )


def _changes(name: str, edition: str, state: State) -> BoardChanges | Finding | None:
    """What has changed from the edition before to `state`."""
    editions = frozen_editions(store.data_folder(), name)
    earlier = editions if edition == TODAY else editions[: editions.index(edition)]
    if not earlier:
        return None
    before = read_frozen(store.data_folder(), name, earlier[-1])
    if isinstance(before, Finding):
        return before
    library = store.frozen_library(before.folder)
    return board_changes(frozen_state(before, library, state.board.language), state)
