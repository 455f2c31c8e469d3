"""An exhibit of every kind in which one figure has a status or a qualifier of its own."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from loaders.exhibit import Exhibit, Figure, Item, Mark
from loaders.observation import MISSING_STATUSES
from loaders.view import ViewKind
from tests import sample_maps
from tests.sample_exhibits import (
    departement_bars,
    departement_dumbbell,
    funding_ranking,
    institution_ranking,
    investment_scatter,
    segment_bars,
    ticket_trend,
)
from tests.sample_grids import challenge_signs, rank_bands

WITHHELD = "valeur retenue"
#: What the legend says of the status, so that it is found again in a picture.
MEANING = "sens du statut"


@dataclass(frozen=True, slots=True)
class Sample:
    """An exhibit, and which figures of its first mark have the status; `is_text` where they are mere words on it."""

    make: Callable[[], Exhibit]
    figures: tuple[int, ...] = (0,)
    is_text: bool = False


def _metric() -> Exhibit:
    source = funding_ranking()
    return replace(source, kind=ViewKind.METRIC, marks=source.marks[:1], categories=source.categories[:1])


def _signs() -> Exhibit:
    """Signs of which the first is that of a cell with a percentage."""
    source = challenge_signs({("data_access", "health"): 40.0})
    first = next(mark for mark in source.marks if mark.series and mark.series.code == "health")
    return replace(source, marks=(first, *(mark for mark in source.marks if mark is not first)))


#: Every kind in all its forms.
SAMPLES: dict[ViewKind, dict[str, Sample]] = {
    ViewKind.RANKING: {"bars": Sample(funding_ranking), "places": Sample(institution_ranking)},
    ViewKind.GROUPED_BARS: {"": Sample(departement_bars)},
    ViewKind.STACKED_BARS: {"": Sample(segment_bars)},
    ViewKind.DUMBBELL: {"low": Sample(departement_dumbbell), "both": Sample(departement_dumbbell, (0, 1))},
    ViewKind.TREND: {"": Sample(ticket_trend)},
    ViewKind.SCATTER: {"place": Sample(investment_scatter), "size": Sample(investment_scatter, (2,))},
    ViewKind.HEAT_TABLE: {"": Sample(rank_bands, (0, 1))},
    ViewKind.SIGN_MATRIX: {"strip": Sample(_signs), "sign": Sample(_signs, (1,), is_text=True)},
    ViewKind.CHOROPLETH: {"": Sample(sample_maps.departements)},
    ViewKind.SYMBOL_MAP: {"": Sample(lambda: sample_maps.departements(ViewKind.SYMBOL_MAP))},
    ViewKind.COLUMN_MAP: {"": Sample(lambda: sample_maps.departements(ViewKind.COLUMN_MAP))},
    ViewKind.METRIC: {"": Sample(_metric)},
    ViewKind.TABLE: {"": Sample(lambda: replace(funding_ranking(), kind=ViewKind.TABLE))},
}


def probe(exhibit: Exhibit) -> Mark:
    """The mark that differs from the others."""
    return exhibit.marks[0]


@cache
def with_status(sample: Sample, status: str) -> Exhibit:
    """The exhibit with the status, which its legend explains."""
    exhibit = _changed(sample, lambda figure: _of_status(figure, status))
    return replace(exhibit, legend=() if status == "A" else (Item(status, MEANING),))


def with_qualifier(sample: Sample, qualifier: str) -> Exhibit:
    """The exhibit with a figure that is a bound or an approximation."""

    def bound(figure: Figure) -> Figure:
        texts = (f"{qualifier}\N{NO-BREAK SPACE}{text}" for text in (figure.text, figure.spoken, figure.headline))
        text, spoken, headline = texts
        return replace(figure, qualifier=qualifier, text=text, spoken=spoken, headline=headline)

    return _changed(sample, bound)


def _changed(sample: Sample, change: Callable[[Figure], Figure]) -> Exhibit:
    exhibit = sample.make()
    first = exhibit.marks[0]
    figures = tuple(
        change(figure) if figure and place in sample.figures else figure for place, figure in enumerate(first.figures)
    )
    return replace(exhibit, marks=(replace(first, figures=figures), *exhibit.marks[1:]))


def _of_status(figure: Figure, status: str) -> Figure:
    if status not in MISSING_STATUSES:
        return replace(figure, status=status)
    said = WITHHELD
    return replace(figure, status=status, value=None, text=said, spoken=said, headline=said, qualifier="=")
