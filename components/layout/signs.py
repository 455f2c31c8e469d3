"""Cells of sign matrices: which of their figures stand in them, and in which order."""

from loaders.exhibit import Exhibit, Figure, Mark
from loaders.measure import MeasureKind

_WHOLE = 100.0


def kind_of(exhibit: Exhibit, figure: Figure) -> MeasureKind | None:
    """What kind of measure a figure is of."""
    return next((measure.kind for measure in exhibit.measures if measure.code == figure.measure), None)


def cell_figures(exhibit: Exhibit, mark: Mark) -> tuple[Figure, ...]:
    """The figures of a cell from top to bottom: the sign, then other values, then what was not printed."""
    figures = (figure for figure in mark.figures if figure)
    return tuple(
        sorted(figures, key=lambda figure: (figure.value is None, kind_of(exhibit, figure) is not MeasureKind.SIGN))
    )


def share_of(exhibit: Exhibit, mark: Mark) -> Figure | None:
    """The percentage of a cell, None where the matrix is not about percentages."""
    shares = {measure.code for measure in exhibit.measures if measure.kind is MeasureKind.SHARE}
    return next((figure for figure in mark.figures if figure and figure.measure in shares), None)


def filled_part(share: Figure) -> float:
    """How much of its strip a percentage fills, from 0 to 1; a gap all of it, for its hatching."""
    return 1.0 if share.value is None else min(1.0, max(0.0, share.value / _WHOLE))
