"""Views that nobody declared: made for a dataset from what a reader wants to compare."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.declaration import Declaration
from loaders.dimension import DimensionKind
from loaders.labels import Labels
from loaders.observation import Observation
from loaders.period import start_of
from loaders.provenance import NO_SERIES
from loaders.view import View, ViewKind

#: The word of an address for "no second dimension".
NONE = NO_SERIES


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


def exploring_view(
    declaration: Declaration, measure: str, comparison: Comparison, rows: tuple[Observation, ...]
) -> View:
    """A view of one measure of a dataset by one or two dimensions, all others being chosen one by one.

    The period is chosen first, for the others depend on it. What is shown at first is what the declaration chooses in
    its own views of the measure; otherwise the latest of the periods with most values.
    """
    used = {comparison.category, comparison.series}
    others = [dimension for dimension in declaration.dimensions if dimension.id not in used]
    others.sort(key=lambda one: one.kind is not DimensionKind.PERIOD)
    choose = tuple(one.id for one in others)
    return View(
        id="explore",
        kind=_kind(declaration, comparison),
        title=declaration.title,
        measures=(measure,),
        category=comparison.category,
        series=comparison.series,
        choose=choose,
        defaults=dict(_defaults(declaration, measure, choose, rows)),
    )


def _defaults(
    declaration: Declaration, measure: str, choose: tuple[str, ...], rows: tuple[Observation, ...]
) -> Iterator[tuple[str, str]]:
    held = tuple(row for row in rows if row.measure == measure)
    periods = {one.id for one in declaration.dimensions if one.kind is DimensionKind.PERIOD}
    for name in choose:
        values = Counter(row.code(name) for row in held if row.value is not None)
        said = [view.defaults[name] for view in declaration.views if measure in view.measures and name in view.defaults]
        declared = next((code for code in said if values[code]), None)
        if declared is not None:
            yield name, declared
        elif name in periods and values:
            yield name, max(values, key=lambda code: (values[code], start_of(code.rpartition("/")[2]), code))


def _kind(declaration: Declaration, comparison: Comparison) -> ViewKind:
    kinds = {dimension.id: dimension.kind for dimension in declaration.dimensions}
    if kinds[comparison.category] is DimensionKind.PERIOD:
        return ViewKind.TREND
    return ViewKind.GROUPED_BARS if comparison.series else ViewKind.RANKING
