"""What a reader should know of a dataset, said for as long as it is true."""

from collections.abc import Iterable
from itertools import product
from typing import Annotated

from pydantic import Field

from loaders.observation import Observation
from loaders.vocabulary import Code, Declared, Identifier, Text


class Missing(Declared):
    """Observations that may lack a value: those of some measures under every combination of the codes in `where`."""

    measures: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    where: dict[Identifier, Code | tuple[Code, ...]] = {}

    def holds(self, rows: Iterable[Observation]) -> bool:
        """Whether one of these observations is not among the rows of the dataset, or is there without a value."""
        listed = [(codes,) if isinstance(codes, str) else codes for codes in self.where.values()]
        wanted = set(product(self.measures, *listed))
        named = [(one, (one.measure, *map(one.code, self.where))) for one in rows if one.measure in self.measures]
        found = [(one, place) for one, place in named if place in wanted]
        return {place for _, place in found} != wanted or any(one.value is None for one, _ in found)


class KeyPoint(Text):
    """A text in both languages; with `while_missing` it is shown only as long as those observations have no value."""

    while_missing: Missing | None = None

    def holds(self, rows: Iterable[Observation]) -> bool:
        """Whether the point is true of a dataset with these observations."""
        return self.while_missing is None or self.while_missing.holds(rows)
