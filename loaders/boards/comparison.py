"""What has changed in a dossier between two states: two frozen editions, or one and today."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import StrEnum

from loaders.boards.board import Slide
from loaders.boards.rank_moves import RankMove, rank_moves
from loaders.boards.resolved import ResolvedBoard, ResolvedSlide
from loaders.exhibit import Exhibit
from loaders.figure_changes import ChangeKind, FigureChange, changes
from loaders.provenance import carried_figures


class Presence(StrEnum):
    """Whether a slide is in both states."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


class Word(StrEnum):
    """Words of a slide that its presenter writes."""

    TITLE = "title"
    READING = "reading"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideComparison:
    """What became of one slide; at least one of `before` and `after` is there.

    `gained` are figures where there was a gap, `lost` gaps where there was a figure; the others are in `figures`.
    `moves` are all places that changed, also those that prove nothing.
    """

    before: ResolvedSlide | None
    after: ResolvedSlide | None
    figures: tuple[FigureChange, ...] = ()
    gained: tuple[FigureChange, ...] = ()
    lost: tuple[FigureChange, ...] = ()
    moves: tuple[RankMove, ...] = ()
    reworded: tuple[Word, ...] = ()

    @property
    def presence(self) -> Presence:
        """Whether the slide is in both states."""
        if self.before is None:
            return Presence.ADDED
        return Presence.REMOVED if self.after is None else Presence.KEPT

    @property
    def named(self) -> ResolvedSlide:
        """The side that names the slide."""
        slide = self.after or self.before
        if slide is None:
            raise ValueError("a slide is in the state before or in the state after; both are missing")
        return slide

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to say of it."""
        is_told = self.figures or self.gained or self.lost or self.moves or self.reworded
        return bool(is_told) or self.presence is not Presence.KEPT or self.trouble_changed

    @property
    def trouble_changed(self) -> bool:
        """Whether it could be shown in one state and not in the other."""
        return bool(self.before and self.after and (self.before.trouble is None) != (self.after.trouble is None))


def compare(before: ResolvedBoard, after: ResolvedBoard) -> tuple[SlideComparison, ...]:
    """Every slide of two states of a dossier in the order of `after`, then those that are gone.

    A slide is the same if it shows the same view with the same choices; its place and words may differ.
    """
    pairs = _pairs(before.slides, after.slides)
    kept = {id(new): old for old, new in pairs}
    told = [_compared(kept.get(id(slide)), slide) for slide in after.slides]
    remaining = {id(old) for old, _ in pairs}
    return (*told, *(SlideComparison(before=one, after=None) for one in before.slides if id(one) not in remaining))


def _pairs(
    before: tuple[ResolvedSlide, ...], after: tuple[ResolvedSlide, ...]
) -> list[tuple[ResolvedSlide, ResolvedSlide]]:
    """Slides that are the same as they were written; then those of the rest that show the same choices."""
    found: list[tuple[ResolvedSlide, ResolvedSlide]] = []
    left, right = list(before), list(after)
    identities: tuple[Callable[[ResolvedSlide], Hashable], ...] = (_written, _shown)
    for identity in identities:
        for new in tuple(right):
            old = next((one for one in left if identity(one) == identity(new)), None)
            if old is not None:
                found.append((old, new))
                left.remove(old)
                right.remove(new)
    return found


def _written(one: ResolvedSlide) -> Hashable:
    return _what(one.slide), tuple(sorted(one.slide.chosen.items()))


def _shown(one: ResolvedSlide) -> Hashable:
    selection = one.exhibit.selection if one.exhibit else ()
    chosen = {name: item.code for name, item in selection} or one.slide.chosen
    return _what(one.slide), tuple(sorted(chosen.items()))


def _what(slide: Slide) -> Hashable:
    return slide.view, slide.explore, slide.section


def _compared(before: ResolvedSlide | None, after: ResolvedSlide) -> SlideComparison:
    if before is None:
        return SlideComparison(before=None, after=after)
    reworded = tuple(word for word in Word if getattr(before.slide, word) != getattr(after.slide, word))
    if before.exhibit is None or after.exhibit is None:
        return SlideComparison(before=before, after=after, reworded=reworded)
    found = _figures(before.exhibit, after.exhibit)
    return SlideComparison(
        before=before,
        after=after,
        figures=tuple(one for one in found if not _is_gained(one) and not _is_lost(one)),
        gained=tuple(one for one in found if _is_gained(one)),
        lost=tuple(one for one in found if _is_lost(one)),
        moves=rank_moves(before.exhibit, after.exhibit),
        reworded=reworded,
    )


def _figures(before: Exhibit, after: Exhibit) -> tuple[FigureChange, ...]:
    return changes(carried_figures(before), carried_figures(after))


def _is_gained(one: FigureChange) -> bool:
    return one.kind is ChangeKind.REVISED and one.before is not None and one.before.value is None


def _is_lost(one: FigureChange) -> bool:
    return one.kind is ChangeKind.REVISED and one.after is not None and one.after.value is None
