"""The labels of codes, measures and dimensions of one dataset in one language."""

from dataclasses import dataclass

from loaders.areas import FRANCE, ILE_DE_FRANCE
from loaders.catalogue import Catalogue
from loaders.declaration import Declaration
from loaders.dimension import Dimension, DimensionKind
from loaders.exhibit import Item, MeasureLabel, Role
from loaders.language import Wording
from loaders.measure import Measure, Unit
from loaders.observation import MEASURE
from loaders.period import period_label, start_of


@dataclass(frozen=True)
class Labels:
    """Everything of a dataset that has a name, named in one language."""

    declaration: Declaration
    catalogue: Catalogue
    words: Wording

    def dimension(self, name: str) -> Dimension | None:
        """The declared dimension of that id, None for `measure`."""
        return next((one for one in self.declaration.dimensions if one.id == name), None)

    def dimension_label(self, name: str) -> str:
        """What a dimension (or `measure`) is called."""
        dimension = self.dimension(name)
        return self.words.of(dimension.label) if dimension else self.words.say("Indicator")

    def measure(self, name: str) -> Measure:
        """The declared or derived measure of that id."""
        return next(one for one in self.declaration.all_measures if one.id == name)

    def unit(self, measure: Measure) -> Unit:
        """The unit of a measure."""
        return self.catalogue.unit(self.declaration, measure.unit)

    def measure_label(self, name: str) -> MeasureLabel:
        """A measure as an axis or a column names it."""
        measure = self.measure(name)
        unit = "" if measure.values else self.words.of(self.unit(measure).label)
        return MeasureLabel(
            code=name,
            label=self.words.of(measure.label),
            unit=unit,
            kind=measure.kind,
            polarity=measure.polarity,
            unit_code=measure.unit,
            decimals=measure.decimals,
        )

    def item(self, dimension: str, code: str) -> Item:
        """A code of a dimension (or a measure) with its label; an undeclared code is its own label."""
        return Item(code, self._label(dimension, code))

    def _label(self, name: str, code: str) -> str:
        if name == MEASURE:
            return self.words.of(self.measure(code).label)
        dimension = self.dimension(name)
        if dimension is None:
            return code
        if dimension.kind is DimensionKind.PERIOD:
            return period_label(code, self.words)
        if dimension.kind is DimensionKind.AREA:
            return self.words.of(self.catalogue.areas[code].name)
        return self.words.of(next(one.label for one in dimension.codes if one.id == code))

    def declared_order(self, name: str, code: str) -> tuple[object, ...]:
        """A sort key: the order of the declaration, of the area list, or of time."""
        dimension = self.dimension(name)
        if dimension is None:
            return (([one.id for one in self.declaration.all_measures]).index(code),)
        if dimension.kind is DimensionKind.PERIOD:
            return start_of(code)
        codes = (
            list(self.catalogue.areas)
            if dimension.kind is DimensionKind.AREA
            else [declared.id for declared in dimension.codes]
        )
        return (codes.index(code),)

    def role(self, name: str, code: str) -> Role:
        """Whether a code stands for Île-de-France (or a part of it), for France, or for another."""
        dimension = self.dimension(name)
        if dimension is None or dimension.kind is DimensionKind.PERIOD:
            return Role.OTHER
        if dimension.kind is DimensionKind.AREA:
            if ILE_DE_FRANCE in (code, self.catalogue.areas[code].parent):
                return Role.ACCENT
            return Role.NATIONAL if code == FRANCE else Role.OTHER
        accented = any(one.accent and one.id == code for one in dimension.codes)
        return Role.ACCENT if accented else Role.OTHER

    def stored_text(self, text: str | None) -> str | None:
        """A note or a producer, stored in English, in this language; as stored where nobody translated it."""
        if text is None:
            return None
        return next((self.words.of(one) for one in self.declaration.texts if one.en == text), text)
