"""What the slides on changes have to say, in order: the whole, then slide by slide, then the data."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.boards.change_titles import changed_slide
from loaders.boards.changes import BoardChanges
from loaders.language import Wording
from loaders.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A heading, sentences, and a table where figures or data versions changed; the first entry has no heading."""

    heading: str
    sentences: tuple[str, ...]
    table: Table | None = None


def entries(changes: BoardChanges, words: Wording) -> Iterator[Entry]:
    """Everything that is said of the changes of a dossier."""
    states = words.say("From: {before}. To: {after}.", before=changes.before, after=changes.after)
    unchanged = words.count("{n} slide is unchanged.", "{n} slides are unchanged.", changes.unchanged)
    whole = (states, *changes.summary, *((unchanged,) if changes.slides and changes.unchanged else ()))
    yield Entry(heading="", sentences=whole)
    for one in changes.slides:
        yield Entry(heading=changed_slide(one, words), sentences=one.sentences, table=one.table)
    if changes.versions.rows:
        yield Entry(heading=words.say("Data versions"), sentences=(), table=changes.versions)
