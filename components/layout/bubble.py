"""Bubbles of scatters: what they look like, and which of their figures the plot alone does not tell."""

from components.layout.looks import ESTIMATED, FORECAST, Look, look
from components.palette import Palette
from loaders.exhibit import Figure, Mark

#: Which of the measures of a scatter is the area.
SIZE = 2
_SHOWN = frozenset({"A", ESTIMATED, FORECAST})


def bubble_look(mark: Mark, palette: Palette, *, has_size: bool) -> Look:
    """The dress of a bubble: that of the first of its figures that is no normal value; crossed out without a size."""
    colour = palette.stroke(mark.role)
    if not has_size:
        return Look(fill=palette.paper, line=colour, width=1.5, symbol="circle-x")
    figures = [figure for figure in mark.figures if figure]
    doubtful = [figure for figure in figures if figure.status in {ESTIMATED, FORECAST}]
    return look((doubtful or figures)[0], colour, palette)


def figure_at(mark: Mark, index: int) -> Figure | None:
    """The figure of a mark for one of the measures."""
    return mark.figures[index] if index < len(mark.figures) else None


def is_told_below(mark: Mark, figure: Figure) -> bool:
    """Whether the plot alone does not tell a figure: it has no place there, or is not simply the value of the place."""
    coordinates = [figure_at(mark, index) for index in range(SIZE)]
    has_place = all(one is not None and one.value is not None for one in coordinates)
    return not has_place or figure.value is None or figure.qualifier != "=" or figure.status not in _SHOWN
