"""Moves in a ranking that are real: places that cannot be told apart, in a band or in a tie, are none."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from loaders.exhibit import Exhibit, Figure, Mark
from loaders.judgement.ranks import BEST, WORST
from loaders.measure import MeasureKind
from loaders.view import MAPS, ViewKind

_ORDERED_VIEWS = frozenset({ViewKind.RANKING, *MAPS})
_ORDERED_KINDS = frozenset(
    {MeasureKind.AMOUNT, MeasureKind.COUNT, MeasureKind.SHARE, MeasureKind.RATIO, MeasureKind.INDEX}
)
Thing = tuple[tuple[tuple[str, str], ...], str]


@dataclass(frozen=True, slots=True)
class Places:
    """The places that something may have: from the best to the worst that the figures allow."""

    best: float
    worst: float

    def overlaps(self, other: "Places") -> bool:
        """Whether both could be the same place."""
        return self.best <= other.worst and other.best <= self.worst


@dataclass(frozen=True, slots=True, kw_only=True)
class RankMove:
    """A place that changed; `is_real` is False where old and new place could be one, in a band or in a tie.

    `among` is how many things are compared, None where the place was printed by the study.
    """

    label: str
    before: Places
    after: Places
    among: int | None

    @property
    def is_real(self) -> bool:
        """Whether the figures prove a move."""
        return not self.before.overlaps(self.after)

    @property
    def is_up(self) -> bool:
        """Whether the move is towards the first place."""
        return self.after.best < self.before.best


def rank_moves(before: Exhibit, after: Exhibit) -> tuple[RankMove, ...]:
    """The places that changed between two states of an exhibit, in its order.

    Printed ranks and bands are compared as they are. In a picture that is ordered by value, places are counted among
    those things that have a value in both states: a gap that was filled moves nobody.
    """
    return (*_printed_moves(before, after), *_counted_moves(before, after))


def _printed_moves(before: Exhibit, after: Exhibit) -> Iterator[RankMove]:
    then, now = dict(_printed(before)), dict(_printed(after))
    labels = _labels(after)
    for thing, places in now.items():
        if then.get(thing, places) != places:
            yield RankMove(label=labels[thing], before=then[thing], after=places, among=None)


def _printed(exhibit: Exhibit) -> Iterator[tuple[Thing, Places]]:
    """Every printed rank by what it is of; the two ends of a band are one."""
    ranks = {one.code for one in exhibit.measures if one.kind is MeasureKind.RANK}
    ends: dict[Thing, list[Figure]] = {}
    for figure in (one for mark in exhibit.marks for one in mark.figures if one and one.measure in ranks):
        ends.setdefault(_thing(figure), []).append(figure)
    for thing, figures in ends.items():
        if all(one.value is not None for one in figures):
            yield thing, Places(min(map(_least, figures)), max(map(_most, figures)))


def _counted_moves(before: Exhibit, after: Exhibit) -> Iterator[RankMove]:
    if not (_is_ordered(before) and _is_ordered(after)):
        return
    then, now = _valued(before), _valued(after)
    shared = [key for key in now if key in then]
    labels = _labels(after)
    for key in shared:
        old = _places(then[key], [then[other] for other in shared if other != key])
        new = _places(now[key], [now[other] for other in shared if other != key])
        if old != new:
            yield RankMove(label=labels[_thing(now[key])], before=old, after=new, among=len(shared))


def _is_ordered(exhibit: Exhibit) -> bool:
    is_single = len(exhibit.measures) == 1 and not exhibit.series
    return exhibit.kind in _ORDERED_VIEWS and is_single and exhibit.measures[0].kind in _ORDERED_KINDS


def _places(one: Figure, others: list[Figure]) -> Places:
    above = sum(_least(other) > _most(one) for other in others)
    below = sum(_most(other) < _least(one) for other in others)
    return Places(1 + above, 1 + len(others) - below)


def _least(figure: Figure) -> float:
    return -inf if figure.qualifier == "<" else figure.value or 0.0


def _most(figure: Figure) -> float:
    return inf if figure.qualifier == ">" else figure.value or 0.0


def _valued(exhibit: Exhibit) -> dict[tuple[tuple[str, str], ...], Figure]:
    return {_key(mark.figure): mark.figure for mark in exhibit.marks if mark.figure.value is not None}


def _labels(exhibit: Exhibit) -> dict[Thing, str]:
    return {_thing(figure): _label(mark) for mark in exhibit.marks for figure in mark.figures if figure}


def _thing(figure: Figure) -> Thing:
    """What a rank is of; both ends of a band are of one thing."""
    return _key(figure), BEST if figure.measure in (BEST, WORST) else figure.measure


def _label(mark: Mark) -> str:
    return f"{mark.category.label}, {mark.series.label}" if mark.series else mark.category.label


def _key(figure: Figure) -> tuple[tuple[str, str], ...]:
    return tuple((name, item.code) for name, item in figure.key)
