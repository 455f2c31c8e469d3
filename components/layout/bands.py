"""Cells of heat tables: what is written in them, and how dark they are."""

from collections.abc import Sequence

from loaders.exhibit import Figure, Mark, MeasureLabel
from loaders.measure import MeasureKind

#: What stands in a cell whose combination does not exist: nothing is known to be missing.
ABSENT = "–"
#: Bands of ten ranks up to the fiftieth have the same five shades in every picture.
_BAND, _LAST_RANK = 10, 50


def band_text(mark: Mark, measure: MeasureLabel) -> str:
    """The text of a cell: "11–20" from two figures, with one qualifier for both; else the first figure's text."""
    known = [figure for figure in mark.figures if figure is not None and figure.value is not None]
    if len(known) < 2 or known[0].value == known[-1].value:  # noqa: PLR2004 - a band has two ends
        return mark.figure.text
    low, high = known[0], known[-1]
    qualifier = "" if low.qualifier == "=" else f"{low.qualifier}\N{NO-BREAK SPACE}"
    return f"{qualifier}{_bare(low, measure)}–{_bare(high, measure)}"


def strength(value: float, values: Sequence[float], measure: MeasureLabel) -> float:
    """How dark a cell is, from 0 to 1: the best rank or the greatest value is darkest."""
    if measure.kind is MeasureKind.RANK and max(values) <= _LAST_RANK:
        return 1 - (value - 1) // _BAND * _BAND / _LAST_RANK
    low, high = min(values), max(values)
    if low == high:
        return 1.0
    share = (value - low) / (high - low)
    is_low_best = measure.kind is MeasureKind.RANK or measure.polarity == "lower_is_better"
    return 1 - share if is_low_best else share


def _bare(figure: Figure, measure: MeasureLabel) -> str:
    """A figure without its qualifier; a rank without its ordinal ending, as bands are printed."""
    if measure.kind is MeasureKind.RANK and figure.value is not None:
        return f"{figure.value:g}"
    return figure.text.removeprefix(figure.qualifier).strip()
