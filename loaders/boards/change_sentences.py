"""The sentences on what has changed in a dossier: as a whole, and on one slide."""

from collections.abc import Iterator, Sequence

from loaders.boards.comparison import Presence, SlideComparison, Word
from loaders.boards.rank_moves import Places, RankMove
from loaders.figure_changes import ChangeKind
from loaders.language import Wording, mark, mark_plural
from loaders.number import ordinal

_WORDS = {
    Word.TITLE: mark("The title was reworded."),
    Word.READING: mark("The reading sentence was reworded."),
    Word.COMMENT: mark("The comment was reworded."),
}
_REVISED = mark_plural("{n} figure was revised.", "{n} figures were revised.")
_MARKED = mark_plural("{n} figure has another status or qualifier.", "{n} figures have another status or qualifier.")
_GAINED = mark_plural("{n} gap was filled.", "{n} gaps were filled.")
_LOST = mark_plural("{n} figure became a gap.", "{n} figures became gaps.")
_ADDED = mark_plural("{n} figure was added.", "{n} figures were added.")
_REMOVED = mark_plural("{n} figure was removed.", "{n} figures were removed.")
_MOVED = mark_plural("{n} place in a ranking changed.", "{n} places in rankings changed.")
_NEW = mark_plural("{n} slide was added.", "{n} slides were added.")
_GONE = mark_plural("{n} slide was removed.", "{n} slides were removed.")
_REWORDED = mark_plural("{n} slide was reworded.", "{n} slides were reworded.")
_UP = mark("{name} moves up in the ranking: {before} before, {after} now.")
_DOWN = mark("{name} moves down in the ranking: {before} before, {after} now.")
_UP_AMONG = mark("{name} moves up: {before} before, {after} now, among the {n} with a value in both states.")
_DOWN_AMONG = mark("{name} moves down: {before} before, {after} now, among the {n} with a value in both states.")


def summary_sentences(compared: Sequence[SlideComparison], words: Wording) -> Iterator[str]:
    """What has changed as a whole, each kind of change counted; one sentence where nothing has."""
    if not any(one.is_changed for one in compared):
        yield words.say("Nothing has changed: the same slides show the same figures.")
        return
    kinds = [change.kind for one in compared for change in one.figures]
    presences = [one.presence for one in compared]
    for (singular, plural), number in (
        (_REVISED, kinds.count(ChangeKind.REVISED)),
        (_MARKED, kinds.count(ChangeKind.MARKED)),
        (_GAINED, sum(len(one.gained) for one in compared)),
        (_LOST, sum(len(one.lost) for one in compared)),
        (_ADDED, kinds.count(ChangeKind.ADDED)),
        (_REMOVED, kinds.count(ChangeKind.REMOVED)),
        (_MOVED, sum(move.is_real for one in compared for move in one.moves)),
        (_NEW, presences.count(Presence.ADDED)),
        (_GONE, presences.count(Presence.REMOVED)),
        (_REWORDED, sum(bool(one.reworded) for one in compared)),
    ):
        if number:
            yield words.count(singular, plural, number)


def slide_sentences(one: SlideComparison, words: Wording) -> Iterator[str]:
    """What has changed on one slide."""
    if one.presence is Presence.ADDED:
        yield words.say("This slide was added.")
    if one.presence is Presence.REMOVED:
        yield words.say("This slide was removed.")
    if one.trouble_changed and one.after:
        is_lost = one.after.trouble is not None
        yield (
            words.say("This slide can no longer be shown.") if is_lost else words.say("This slide can be shown again.")
        )
    coverages = [slide.exhibit.coverage for slide in (one.before, one.after) if slide and slide.exhibit]
    if len(coverages) > 1 and coverages[0].text != coverages[1].text:
        yield words.say("Coverage: {before} before, {after} now.", before=coverages[0].text, after=coverages[1].text)
    yield from (_move(move, words) for move in one.moves)
    yield from (words.say(_WORDS[word]) for word in one.reworded)


def _move(move: RankMove, words: Wording) -> str:
    before, after = _places(move.before, words), _places(move.after, words)
    if not move.is_real:
        return words.say(
            "{name}: {before} before, {after} now; this proves no move, because both may be the same place (a band, a"
            " tie, or a figure that is not exact).",
            name=move.label,
            before=before,
            after=after,
        )
    if move.among is None:
        text = _UP if move.is_up else _DOWN
        return words.say(text, name=move.label, before=before, after=after)
    text = _UP_AMONG if move.is_up else _DOWN_AMONG
    return words.say(text, name=move.label, before=before, after=after, n=move.among)


def _places(places: Places, words: Wording) -> str:
    """A place, or the places that something may have."""
    best, worst = (ordinal(int(place), words) for place in (places.best, places.worst))
    return best if places.best == places.worst else words.say("{best} to {worst}", best=best, worst=worst)
