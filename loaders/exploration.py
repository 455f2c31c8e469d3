"""Views that nobody declared: made for a dataset from what a reader wants to compare."""

from dataclasses import dataclass

from loaders.declaration import Declaration
from loaders.dimension import DimensionKind
from loaders.labels import Labels
from loaders.observation import Observation
from loaders.view import View, ViewKind

#: The word of an address for "no second dimension".
NONE = "none"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is compared with what: the dimension of the bars, and that of their colours, if any."""

    category: str
    series: str | None = None


def most_observed(measures: tuple[str, ...], rows: tuple[Observation, ...]) -> str:
    """The measure with most values, the one with which an exploration begins."""
    valued = [row.measure for row in rows if row.value is not None]
    return max(measures, key=valued.count)


def categories(labels: Labels, rows: tuple[Observation, ...]) -> tuple[str, ...]:
    """The dimensions along which some observations differ, the one with most values first; at least one."""
    counts = {
        dimension.id: len({row.code(dimension.id) for row in rows}) for dimension in labels.declaration.dimensions
    }
    ordered = sorted(counts, key=lambda name: -counts[name])
    return tuple(name for name in ordered if counts[name] > 1) or (ordered[0],)


def exploring_view(declaration: Declaration, measure: str, comparison: Comparison) -> View:
    """A view of one measure of a dataset by one or two dimensions, all others being chosen one by one."""
    used = {comparison.category, comparison.series}
    others = tuple(dimension.id for dimension in declaration.dimensions if dimension.id not in used)
    return View(
        id="explore",
        kind=_kind(declaration, comparison),
        title=declaration.title,
        measures=(measure,),
        category=comparison.category,
        series=comparison.series,
        choose=others,
    )


def _kind(declaration: Declaration, comparison: Comparison) -> ViewKind:
    kinds = {dimension.id: dimension.kind for dimension in declaration.dimensions}
    if kinds[comparison.category] is DimensionKind.PERIOD:
        return ViewKind.TREND
    return ViewKind.GROUPED_BARS if comparison.series else ViewKind.RANKING
