"""The headings of what has changed in a dossier, the same in each document."""

from loaders.boards.changes import BoardChanges, SlideChanges
from loaders.language import Wording


def changes_title(changes: BoardChanges, words: Wording) -> str:
    """The heading of what has changed between two states."""
    return words.say("What has changed since the {state}", state=changes.before)


def changed_slide(changed: SlideChanges, words: Wording) -> str:
    """The heading of what has changed on one slide."""
    if changed.number is None:
        return words.say("{label}: {value}", label=words.say("Removed slide"), value=changed.title)
    return words.say("Slide {number}: {title}", number=changed.number, title=changed.title)
