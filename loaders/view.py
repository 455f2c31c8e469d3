"""The closed set of view kinds, and what a declaration says of one view."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from loaders.vocabulary import Code, Declared, Identifier, Text


class ViewKind(StrEnum):
    """How an exhibit is drawn."""

    RANKING = "ranking"
    CHOROPLETH = "choropleth"
    SYMBOL_MAP = "symbol_map"
    COLUMN_MAP = "column_map"
    GROUPED_BARS = "grouped_bars"
    STACKED_BARS = "stacked_bars"
    TREND = "trend"
    DUMBBELL = "dumbbell"
    SCATTER = "scatter"
    HEAT_TABLE = "heat_table"
    SIGN_MATRIX = "sign_matrix"
    METRIC = "metric"
    TABLE = "table"


MAPS = frozenset({ViewKind.CHOROPLETH, ViewKind.SYMBOL_MAP, ViewKind.COLUMN_MAP})
SERIES_REQUIRED = frozenset({ViewKind.GROUPED_BARS, ViewKind.STACKED_BARS, ViewKind.HEAT_TABLE, ViewKind.SIGN_MATRIX})

Layer = Literal["idf_departements", "fr_departements", "fr_regions", "europe_regions", "europe_countries"]


class View(Declared):
    """One way to look at a dataset.

    `category` is the dimension of the bars, points or rows; `series` that of the colours or columns. `where` fixes
    dimensions to one code or to several; `choose` names what the reader chooses, one value each: dimensions, and the
    word `measure` where only one of `measures` is shown at a time. Otherwise the order of `measures` is their role:
    scatter takes x, y and (optional) size; dumbbell and heat_table take low and high, or one measure.
    `defaults` holds the first choice of each entry of `choose`; without one the first available is taken.
    `focus` is the code of the category that a ranking is about and points at.
    """

    id: Identifier
    kind: ViewKind
    title: Text
    measures: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    category: Identifier
    series: Identifier | None = None
    where: dict[Identifier, Code | tuple[Code, ...]] = {}
    choose: tuple[Identifier, ...] = ()
    defaults: dict[Identifier, Code] = {}
    order: Literal["value", "declared"] = "value"
    layer: Layer | None = None
    focus: Code | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _parts_fit_the_kind(self) -> "View":
        problems = []
        if (self.kind in MAPS) != (self.layer is not None):
            problems.append("'layer' is given for maps, and only for maps")
        if self.kind in SERIES_REQUIRED and self.series is None:
            problems.append(f"kind {self.kind} needs 'series'")
        if self.kind is ViewKind.SCATTER and len(self.measures) not in (2, 3):
            problems.append("a scatter takes two or three measures: x, y and size")
        if set(self.defaults) - set(self.choose):
            problems.append("'defaults' names something that is not in 'choose'")
        if set(self.choose) & set(self.where):
            problems.append("a dimension is both fixed ('where') and chosen ('choose')")
        if problems:
            message = f"view {self.id}: " + "; ".join(problems)
            raise ValueError(message)
        return self

    def codes_of(self, dimension: str) -> tuple[str, ...] | None:
        """The codes to which `where` holds a dimension, or None where it does not."""
        held = self.where.get(dimension)
        if held is None:
            return None
        return (held,) if isinstance(held, str) else held
