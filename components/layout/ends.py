"""The ends of a dumbbell: which figures stand on its line, and what they are called."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.layout.series import has_parallel_measures, marks_of
from loaders.exhibit import Exhibit, Figure, Item, Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a dumbbell: which name of `names(exhibit)` it belongs to, and the figure."""

    index: int
    mark: Mark
    figure: Figure


#: Ends without a value of which the same is said.
Group = tuple[End, ...]
_TWO = 2


def gap_groups(ends: Sequence[End]) -> tuple[Group, ...]:
    """The ends of a category that have no value; those of which the same is said stand together."""
    gaps = [end for end in ends if end.figure.value is None]
    said = dict.fromkeys((end.figure.text, end.figure.is_doubted) for end in gaps)
    return tuple(tuple(end for end in gaps if (end.figure.text, end.figure.is_doubted) == one) for one in said)


def names_of_gaps(group: Group, ends: Sequence[End], names: Sequence[str]) -> tuple[str, ...]:
    """What the ends of a group are called, where it could be others of its category."""
    is_all = len(group) == len(ends)
    is_the_other = len(names) <= _TWO and len(gap_groups(ends)) == 1
    return () if is_all or is_the_other else tuple(names[end.index] for end in group)


def end_names(exhibit: Exhibit) -> tuple[str, ...]:
    """What the dots stand for: the measures, or the series of a single measure."""
    if exhibit.series and not has_parallel_measures(exhibit):
        return tuple(item.label for item in exhibit.series)
    return tuple(measure.label for measure in exhibit.measures)


def ends_of(exhibit: Exhibit, category: Item) -> Iterator[End]:
    """The figures of a category, each with the name that it belongs to."""
    several = has_parallel_measures(exhibit)
    order = [item.code for item in exhibit.series]
    for mark in marks_of(exhibit, category):
        for index, figure in enumerate(mark.figures):
            if figure is not None:
                place = index if several or not mark.series else order.index(mark.series.code)
                yield End(index=place, mark=mark, figure=figure)
