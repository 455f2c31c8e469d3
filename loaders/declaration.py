"""The declaration of a dataset: what `data/catalogue/<id>.yaml` may say, typed and checked as a whole."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from loaders.dimension import Dimension
from loaders.formula import DerivedMeasure, Recomputation
from loaders.key_point import KeyPoint, Missing
from loaders.measure import Measure, Unit
from loaders.sources import Source
from loaders.view import View
from loaders.vocabulary import Code, Declared, Identifier, Text


class Contradiction(Declared):
    """Observations that a study prints more than once with different values.

    `where` may leave a dimension out: then all its values are meant. The observation of `shown_page` is the one
    shown; the others are named beside it.
    """

    measure: Identifier
    where: dict[Identifier, Code]
    shown_page: str


class Licence(Declared):
    """Under which terms the data may be used."""

    title: Text
    url: str | None = None


class Transcription(Declared):
    """How `data/figures/<file>` becomes observations.

    `columns` maps columns of the CSV to dimensions. A CSV in long form has the columns measure and value; otherwise
    `values` maps each column that holds values to a measure, or `present` names the flag that every row states.
    """

    file: Annotated[str, Field(pattern=r"^[a-z0-9_]+\.csv$")]
    columns: dict[str, Identifier]
    values: dict[str, Identifier] = {}
    present: Identifier | None = None


class Declaration(Declared):
    """Everything the observatory knows of a dataset apart from its observations.

    `studies` describes sources that data/figures/sources.csv does not know yet. `texts` translates what the
    observations themselves say in English (notes, producers): `en` is the stored text.
    """

    id: Identifier
    title: Text
    summary: Text
    key_points: tuple[KeyPoint, ...] = ()
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    licence: Licence
    processing_level: Literal["transcribed", "minor", "major"]
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    measures: Annotated[tuple[Measure, ...], Field(min_length=1)]
    units: tuple[Unit, ...] = ()
    derived: tuple[DerivedMeasure, ...] = ()
    recomputations: tuple[Recomputation, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    views: Annotated[tuple[View, ...], Field(min_length=1)]
    studies: tuple[Source, ...] = ()
    texts: tuple[Text, ...] = ()
    transcription: Transcription | None = None
    contact: str | None = None
    next_update: str | None = None

    @property
    def all_measures(self) -> tuple[Measure, ...]:
        """The stored measures, then the derived ones."""
        return self.measures + tuple(derived.measure for derived in self.derived)

    @model_validator(mode="after")
    def _references_are_declared(self) -> "Declaration":
        problems = [*self._repeated(), *self._unknown_dimensions(), *self._unknown_measures()]
        if problems:
            raise ValueError("; ".join(problems))
        return self

    def _repeated(self) -> Iterator[str]:
        for kind, parts in (("dimension", self.dimensions), ("measure", self.all_measures), ("view", self.views)):
            names = [part.id for part in parts]
            yield from (f"{kind} {name} is declared twice" for name in sorted({n for n in names if names.count(n) > 1}))

    def _unknown_dimensions(self) -> Iterator[str]:
        known = {dimension.id for dimension in self.dimensions}
        uses = [(f"measure {m.id}", set(m.sum_over) | ({m.whole.over} if m.whole else set())) for m in self.measures]
        uses += [(f"contradiction of {c.measure}", set(c.where)) for c in self.contradictions]
        uses += [(f"key point {place}", set(one.where)) for place, one in self._missing()]
        for view in self.views:
            named = {view.category, *view.where, *view.choose} | ({view.series} if view.series else set())
            uses.append((f"view {view.id}", named - {"measure"}))
        if self.transcription:
            uses.append(("transcription", set(self.transcription.columns.values())))
        for place, names in uses:
            yield from (f"{place}: dimension {name} is not declared" for name in sorted(names - known))

    def _missing(self) -> Iterator[tuple[int, Missing]]:
        """What key points wait for, each with the number of its point."""
        points = enumerate(self.key_points, start=1)
        yield from ((place, one.while_missing) for place, one in points if one.while_missing)

    def _unknown_measures(self) -> Iterator[str]:
        known = {measure.id for measure in self.all_measures}
        uses = [(f"view {view.id}", set(view.measures)) for view in self.views]
        uses += [(f"contradiction of {c.measure}", {c.measure}) for c in self.contradictions]
        uses += [(f"key point {place}", set(one.measures)) for place, one in self._missing()]
        for derived in self.derived:
            formula = derived.formula
            named = {formula.share} if formula.rule == "share_of_total" else {formula.numerator, formula.denominator}
            uses.append((f"derived measure {derived.measure.id}", named))
        for place, names in uses:
            yield from (f"{place}: measure {name} is not declared" for name in sorted(names - known))
