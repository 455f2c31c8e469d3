"""The ends of a dumbbell: which figures stand on its line, and what they are called."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.layout.series import has_parallel_measures, marks_of
from loaders.exhibit import Exhibit, Figure, Item, Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a dumbbell: which name of `names(exhibit)` it belongs to, and the figure."""

    index: int
    mark: Mark
    figure: Figure


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
