"""The views of a new subject, so that it can be looked at before anyone designs some."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from loaders.areas import Area
from loaders.dimension import DimensionKind
from loaders.language import mark, wording
from loaders.observation import MEASURE
from loaders.period import start_of
from loaders.view import Layer, View, ViewKind
from loaders.vocabulary import Text

_TABLE = mark("All figures")
_RANKING = mark("Ranking: {name}")
_MAP = mark("Map: {name}")
_TREND = mark("Over time: {name}")
#: The titles of a subject that has none yet.
_BARE = {_RANKING: mark("Ranking"), _MAP: mark("Map"), _TREND: mark("Over time")}
#: A map of one area compares nothing.
_FEWEST_ON_MAP = 2
#: More lines than this cannot be told apart; then the reader chooses one.
_MOST_LINES = 6
_LAYERS: tuple[Layer, ...] = get_args(Layer)
_ILE_DE_FRANCE_IN_EUROPE = ("europe_regions", "FR10")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What default views are made from: the kinds of dimensions, the codes that occur in them, ids of measures.

    `title` is None where nobody has given one yet.
    """

    title: Text | None
    kinds: Mapping[str, DimensionKind]
    codes: Mapping[str, tuple[str, ...]]
    measures: tuple[str, ...]

    def choices(self, *used: str | None) -> tuple[str, ...]:
        """What is left to the reader: the measure where there are several, and every dimension that is not used."""
        measure = (MEASURE,) if len(self.measures) > 1 else ()
        return (*measure, *(name for name in self.kinds if name not in used))

    def defaults(self, choices: tuple[str, ...]) -> dict[str, str]:
        """The latest period where the reader chooses one."""
        periods = [name for name in choices if self.kinds.get(name) is DimensionKind.PERIOD and self.codes.get(name)]
        return {name: max(self.codes[name], key=start_of) for name in periods}

    def first(self, *kinds: DimensionKind) -> str | None:
        """The first dimension of the first kind that there is."""
        return next((name for kind in kinds for name, one in self.kinds.items() if one is kind), None)


def default_views(subject: Subject, areas: Mapping[str, Area]) -> tuple[View, ...]:
    """A map where the areas have one, a ranking, lines where there are several periods, and the table of everything."""
    return (*_map(subject, areas), *_ranking(subject), *_trend(subject), _table(subject))


def _map(subject: Subject, areas: Mapping[str, Area]) -> Iterator[View]:
    dimension = subject.first(DimensionKind.AREA)
    if dimension is None:
        return
    codes = subject.codes.get(dimension, ())
    shown = {layer: tuple(code for code in codes if _is_on(layer, code, areas)) for layer in _LAYERS}
    layer = max(_LAYERS, key=lambda one: len(shown[one]))
    choices = subject.choices(dimension)
    if len(shown[layer]) >= _FEWEST_ON_MAP:
        # Areas of other levels would be named below the map as if they were missing on it.
        where = {dimension: shown[layer]} if len(shown[layer]) < len(codes) else {}
        yield View(
            id="default_map",
            kind=ViewKind.CHOROPLETH,
            title=_titled(_MAP, subject),
            measures=subject.measures,
            category=dimension,
            where=dict(where),
            choose=choices,
            defaults=subject.defaults(choices),
            layer=layer,
        )


def _is_on(layer: str, code: str, areas: Mapping[str, Area]) -> bool:
    return (layer, code) == _ILE_DE_FRANCE_IN_EUROPE or (code in areas and areas[code].layer == layer)


def _ranking(subject: Subject) -> Iterator[View]:
    dimension = subject.first(DimensionKind.AREA, DimensionKind.CODE)
    if dimension:
        choices = subject.choices(dimension)
        yield View(
            id="default_ranking",
            kind=ViewKind.RANKING,
            title=_titled(_RANKING, subject),
            measures=subject.measures,
            category=dimension,
            choose=choices,
            defaults=subject.defaults(choices),
        )


def _trend(subject: Subject) -> Iterator[View]:
    period = subject.first(DimensionKind.PERIOD)
    if period is None or len(subject.codes.get(period, ())) <= 1:
        return
    line = subject.first(DimensionKind.AREA, DimensionKind.CODE)
    series = line if line and len(subject.codes.get(line, ())) <= _MOST_LINES else None
    yield View(
        id="default_trend",
        kind=ViewKind.TREND,
        title=_titled(_TREND, subject),
        measures=subject.measures,
        category=period,
        series=series,
        choose=subject.choices(period, series),
    )


def _table(subject: Subject) -> View:
    order = (DimensionKind.AREA, DimensionKind.CODE, DimensionKind.PERIOD)
    category = subject.first(*order)
    return View(
        id="all_figures",
        kind=ViewKind.TABLE,
        title=both(_TABLE),
        measures=subject.measures,
        category=category or MEASURE,
    )


def _titled(message: str, subject: Subject) -> Text:
    if subject.title is None:
        return both(_BARE[message])
    french, english = wording("fr"), wording("en")
    return Text(fr=french.say(message, name=subject.title.fr), en=english.say(message, name=subject.title.en))


def both(message: str) -> Text:
    """A message in both languages, as a declaration holds it."""
    return Text(fr=wording("fr").say(message), en=wording("en").say(message))
