"""The states of a dossier that can be compared: today's, and each frozen edition with the data that it has pinned."""

from datetime import date

from loaders.boards.changes import State
from loaders.boards.frozen import FrozenBoard
from loaders.boards.resolved import resolved
from loaders.boards.store import StoredBoard
from loaders.day import day_text
from loaders.language import Language, Wording, wording
from loaders.library import Library

#: The word of an address for the dossier as it is, with the data in force.
TODAY = "today"


def present_state(stored: StoredBoard, library: Library, language: Language) -> State:
    """A dossier as it is saved, with the data in force."""
    name = state_name(TODAY, wording(language))
    return State(name=name, board=resolved(stored.name, stored.board, library, language), library=library)


def frozen_state(frozen: FrozenBoard, library: Library, language: Language) -> State:
    """A frozen edition with its own data, which `library` was read from."""
    name = state_name(frozen.edition, wording(language))
    return State(name=name, board=resolved(frozen.name, frozen.board, library, language), library=library)


def state_name(edition: str, words: Wording) -> str:
    """How people name a state: "today", "edition of 26 November 2026", and which of several of one day."""
    if edition == TODAY:
        return words.say("today")
    day = day_text(date.fromisoformat(edition[:10]), words.language)
    number = edition[11:]
    text = words.say("edition of {day}", day=day)
    return f"{text} ({number})" if number else text
