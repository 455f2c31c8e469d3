"""What has become of the figures that a file carries: revised, added, removed, or with another status."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from loaders.language import mark
from loaders.observation import Observation
from loaders.provenance import CarriedFigure


class ChangeKind(StrEnum):
    """What became of a figure."""

    REVISED = "revised"
    MARKED = "marked"
    ADDED = "added"
    REMOVED = "removed"


#: Kind of a change -> how a table names it.
CHANGE_NAMES = {
    ChangeKind.REVISED: mark("revised"),
    ChangeKind.MARKED: mark("other status or qualifier"),
    ChangeKind.ADDED: mark("added"),
    ChangeKind.REMOVED: mark("removed"),
}

Identity = tuple[frozenset[tuple[str, str]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChange:
    """One figure that is not what it was; at least one of `before` and `after` is there."""

    before: CarriedFigure | None
    after: CarriedFigure | None

    @property
    def kind(self) -> ChangeKind:
        """What became of the figure."""
        if self.before is None:
            return ChangeKind.ADDED
        if self.after is None:
            return ChangeKind.REMOVED
        return ChangeKind.MARKED if self.before.value == self.after.value else ChangeKind.REVISED

    @property
    def named(self) -> CarriedFigure:
        """The side that names the figure."""
        figure = self.after or self.before
        if figure is None:
            raise ValueError("a change has a side before or a side after; both are missing")
        return figure


def changes(before: Collection[CarriedFigure], after: Collection[CarriedFigure]) -> tuple[FigureChange, ...]:
    """What differs between two sets of figures, in the order of `before`, then what was added.

    Where a study prints several values for the same thing, those that are equal on both sides belong together.
    """
    left = _unequal(after, before)
    return tuple(_paired(_unequal(before, after), left))


def same_things(figures: Iterable[CarriedFigure], rows: Iterable[Observation]) -> tuple[CarriedFigure, ...]:
    """For each figure the one of today for the same thing: an equal one if there is one, otherwise the first."""
    today: dict[Identity, list[CarriedFigure]] = defaultdict(list)
    for figure in of_rows(rows):
        today[_identity(figure)].append(figure)
    found = ((figure, today.get(_identity(figure), ())) for figure in figures)
    return tuple(figure if figure in same else same[0] for figure, same in found if same)


def of_rows(rows: Iterable[Observation]) -> Iterator[CarriedFigure]:
    """Observations as a file carries them; the value of one that is not free is not shown."""
    for row in rows:
        hidden = row.value is None or row.confidentiality != "F"
        yield CarriedFigure(
            key=row.key,
            measure=row.measure,
            value=None if hidden else row.value,
            qualifier="=" if hidden else (row.qualifier or "="),
            status=row.status,
        )


def _unequal(figures: Iterable[CarriedFigure], others: Iterable[CarriedFigure]) -> list[CarriedFigure]:
    """The figures that have no equal on the other side, each of which counts once."""
    spare: dict[tuple[object, ...], int] = defaultdict(int)
    for other in others:
        spare[_everything(other)] += 1
    left = []
    for figure in figures:
        if spare[_everything(figure)]:
            spare[_everything(figure)] -= 1
        else:
            left.append(figure)
    return left


def _paired(before: list[CarriedFigure], after: list[CarriedFigure]) -> Iterator[FigureChange]:
    waiting: dict[Identity, list[CarriedFigure]] = defaultdict(list)
    for figure in after:
        waiting[_identity(figure)].append(figure)
    for figure in before:
        same = waiting[_identity(figure)]
        yield FigureChange(before=figure, after=same.pop(0) if same else None)
    for figure in (one for same in waiting.values() for one in same):
        yield FigureChange(before=None, after=figure)


def _identity(figure: CarriedFigure) -> Identity:
    return frozenset(figure.key), figure.measure


def _everything(figure: CarriedFigure) -> tuple[object, ...]:
    return (*_identity(figure), figure.value, figure.qualifier, figure.status)
