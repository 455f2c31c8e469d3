"""What is judged: the rows of a file, what is published, and what both are held against."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from loaders.areas import Area
from loaders.declaration import Declaration
from loaders.dimension import DimensionKind
from loaders.finding import Finding, Rule
from loaders.measure import Measure
from loaders.observation import MEASURE, STATUS, VALUE

ROW = "row"
_FIRST_ROWS = 5
_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A table in long form that keeps the contract, and what it is judged by.

    `frame` has the key, value and status of each observation, and `row`: its place in its file, counted from one.
    `published` has the same columns of what readers see today, and is None where the dataset has none.
    """

    frame: pl.DataFrame
    published: pl.DataFrame | None
    declaration: Declaration
    areas: Mapping[str, Area]
    file: str
    today: date

    @property
    def key(self) -> list[str]:
        """The columns that identify an observation."""
        return [*self.dimensions, MEASURE]

    @property
    def dimensions(self) -> list[str]:
        """The ids of the dimensions."""
        return [dimension.id for dimension in self.declaration.dimensions]

    def of_kind(self, kind: DimensionKind) -> list[str]:
        """The ids of the dimensions of a kind."""
        return [dimension.id for dimension in self.declaration.dimensions if dimension.kind is kind]

    @property
    def measures(self) -> dict[str, Measure]:
        """The stored measures by id."""
        return {measure.id: measure for measure in self.declaration.measures}

    def finding(
        self, rule: Rule, column: str, rows: pl.DataFrame, *, found: Iterable[str], expected: Iterable[str] = ()
    ) -> Finding:
        """A finding about some rows of the frame; of what was found, the first few are named."""
        return Finding(
            rule=rule,
            dataset=self.declaration.id,
            file=self.file,
            column=column,
            count=rows.height or None,
            rows=tuple(rows[ROW].sort().head(_FIRST_ROWS).to_list()),
            found=tuple(dict.fromkeys(found))[:_SHOWN],
            expected=tuple(expected),
        )


def judged_columns(frame: pl.DataFrame, declaration: Declaration) -> pl.DataFrame:
    """What rules look at: key, value, status and row; other columns of a large table would only take memory."""
    key = [dimension.id for dimension in declaration.dimensions]
    return frame.select([*key, MEASURE, VALUE, STATUS]).with_row_index(ROW, offset=1)


def with_values(frame: pl.DataFrame) -> pl.DataFrame:
    """The rows that have a value."""
    return frame.filter(pl.col(VALUE).is_not_null()) if frame[VALUE].null_count() else frame
