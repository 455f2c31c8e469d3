"""What the observatory computes from printed figures: derived measures and recomputations, as declared."""

from typing import Annotated, Literal

from pydantic import Field

from loaders.measure import Measure
from loaders.vocabulary import Code, Declared, Identifier, Text


class Lookup(Declared):
    """Which observations a computation takes: a measure and values of dimensions, of this dataset or of another."""

    dataset: Identifier | None = None
    measure: Identifier
    where: dict[Identifier, Code] = {}


class ShareOfTotal(Declared):
    """An estimate: a printed share (in percent) of a printed total.

    `round_to` is the step to which the product is rounded, because the printed share is itself rounded; the method of
    the derived measure has to say so.
    """

    rule: Literal["share_of_total"]
    share: Identifier
    total: Lookup
    round_to: Annotated[float, Field(gt=0)] = 1.0


class Ratio(Declared):
    """A mean recomputed from two printed totals, held against the mean that was printed, where there is one."""

    rule: Literal["ratio"]
    numerator: Identifier
    denominator: Identifier
    printed: Identifier | None = None


class DerivedMeasure(Declared):
    """A measure that is computed when it is read, is never stored, and always carries the status E."""

    measure: Measure
    method: Text
    formula: Annotated[ShareOfTotal | Ratio, Field(discriminator="rule")]


class Recomputation(Declared):
    """A printed figure held against what other printed figures say of it.

    Rules, over the operands in order:
    `sum`: their sum. `share`: 100 x first / second. `mean`: the mean of all observations that they match.
    `rows_share`: 100 x number of observations of the first / of the second.
    `growth_from_parts`: percent growth of a total, from [the total now, a part now, growth of that part in percent,
    growth of the rest as a number].
    `statement` says what the comparison shows; `{printed}` and `{recomputed}` stand for the figures.
    """

    id: Identifier
    printed: Lookup
    rule: Literal["sum", "share", "mean", "rows_share", "growth_from_parts"]
    operands: Annotated[tuple[Lookup, ...], Field(min_length=1)]
    statement: Text
