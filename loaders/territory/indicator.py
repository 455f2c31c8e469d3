"""What is known of each area: every indicator of every dataset that has areas, whatever the area and the date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loaders.areas import Area
from loaders.declaration import Declaration
from loaders.dimension import DimensionKind
from loaders.library import Library
from loaders.observation import Observation
from loaders.period import start_of
from loaders.view import ViewKind

#: The level of an area -> how far up it stands; a reference is never below what is set against it.
HEIGHTS = {"departement": 0, "region": 1, "country": 2, "aggregate": 3}
AGGREGATE = "aggregate"
#: The period of a dataset that has none.
TIMELESS = ""
_FORECAST = "F"

#: The first observation of each area and period.
Known = Mapping[str, Mapping[str, Observation]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What is measured: one measure, or the two ends of a band, and the codes of what it is about.

    Area and date are left out, and so are dimensions that follow from the level of the area. `span` tells years from
    quarters, intervals of different length from each other, and forecasts from what has been.
    """

    dataset: str
    measures: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]
    span: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a dataset is laid out: its dimension of areas, that of periods, and those that follow from the level."""

    area: str
    period: str | None
    of_level: tuple[str, ...]

    def leaves_out(self, name: str) -> bool:
        """Whether a dimension is no part of what an indicator is."""
        return name in (self.area, self.period, *self.of_level)


@dataclass(frozen=True, kw_only=True, eq=False)
class Holdings:
    """What a library knows of areas: the shape of each dataset that has some, and its indicators in declared order."""

    shapes: Mapping[str, Shape]
    known: Mapping[Indicator, Known]

    def of(self, area: str) -> tuple[Indicator, ...]:
        """The indicators that have an observation of an area."""
        return tuple(one for one, known in self.known.items() if area in known)

    @property
    def areas(self) -> frozenset[str]:
        """Every area that has an observation."""
        return frozenset(area for known in self.known.values() for area in known)


def holdings(library: Library) -> Holdings:
    """What every dataset of a library that could be read knows of areas."""
    shapes = {
        name: shape
        for name, declaration in library.catalogue.declarations.items()
        if (shape := _shape(declaration, library.observations(name), library.catalogue.areas))
    }
    known: dict[Indicator, dict[str, dict[str, Observation]]] = {}
    for name, shape in shapes.items():
        for indicator, row in _indicators(library, name, shape):
            periods = known.setdefault(indicator, {}).setdefault(row.code(shape.area), {})
            periods.setdefault(row.code(shape.period) if shape.period else TIMELESS, row)
    return Holdings(shapes=shapes, known=known)


def latest(periods: Mapping[str, Observation]) -> str:
    """The last of some periods."""
    return max(periods, key=lambda one: start_of(one) if one else (None, 0))


def has_value(row: Observation) -> bool:
    """Whether an observation has a value that may be shown."""
    return row.value is not None and row.confidentiality == "F"


def _shape(declaration: Declaration, rows: tuple[Observation, ...], areas: Mapping[str, Area]) -> Shape | None:
    first = {kind: next((one.id for one in declaration.dimensions if one.kind is kind), None) for kind in DimensionKind}
    area = first[DimensionKind.AREA]
    if area is None or not rows:
        return None
    names = [one.id for one in declaration.dimensions if one.kind is DimensionKind.CODE]
    follows = tuple(name for name in names if _follows_from_level(name, area, rows, areas))
    return Shape(area=area, period=first[DimensionKind.PERIOD], of_level=follows)


def _follows_from_level(name: str, area: str, rows: tuple[Observation, ...], areas: Mapping[str, Area]) -> bool:
    """Whether the level of an area settles a code: then it says what the area is, not what is measured of it."""
    levels: dict[str, set[str]] = {}
    for row in rows:
        level = areas[row.code(area)].level
        if level != AGGREGATE:
            levels.setdefault(level, set()).add(row.code(name))
    codes = [code for found in levels.values() for code in found]
    return len(levels) > 1 and len(codes) == len(levels) == len(set(codes))


def _indicators(library: Library, dataset: str, shape: Shape) -> Iterator[tuple[Indicator, Observation]]:
    declaration = library.catalogue.declaration(dataset)
    bands = {
        one: view.measures for view in declaration.views if view.kind is ViewKind.HEAT_TABLE for one in view.measures
    }
    order = {one.id: place for place, one in enumerate(declaration.all_measures)}
    for row in sorted(library.observations(dataset), key=lambda one: order[one.measure]):
        period = row.code(shape.period) if shape.period else TIMELESS
        codes = tuple((name, code) for name, code in row.key if not shape.leaves_out(name))
        measures = bands.get(row.measure, (row.measure,))
        span = _span(period) + (_FORECAST if row.status == _FORECAST else "")
        yield Indicator(dataset=dataset, measures=measures, codes=codes, span=span), row


def _span(period: str) -> str:
    """What periods of the same length have in common: "2022/2024" and "2021/2023", not "2024"."""
    if not period:
        return TIMELESS
    points = period.split("/")
    years = [start_of(point)[0].year for point in points]
    forms = "/".join("Q" if "Q" in point else "H" if "H" in point else f"{len(point)}" for point in points)
    return f"{forms}:{years[-1] - years[0]}" if len(points) > 1 else forms
