"""Where a conversion finds fault: the file, its table and mapping, and the rows as the analyst counts them."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from loaders.finding import Finding, Rule
from loaders.intake.mapping import Mapping
from loaders.intake.raw_table import RawTable

#: The column with the row of the file that an observation comes from.
ROW = "row of the file"
_FIRST_ROWS = 5
_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The table that is converted, by which mapping, to which dataset, and the name of its file."""

    dataset: str
    file: str
    table: RawTable
    mapping: Mapping

    def finding(
        self,
        rule: Rule,
        *,
        column: str | None = None,
        rows: pl.Series | None = None,
        found: Iterable[str] = (),
        expected: Iterable[str] = (),
    ) -> Finding:
        """A finding; `rows` are the rows of the file concerned, of which the first are named, all counted."""
        distinct = None if rows is None else rows.unique().sort()
        return Finding(
            rule=rule,
            dataset=self.dataset,
            file=self.file,
            column=column,
            count=None if distinct is None else len(distinct),
            rows=() if distinct is None else tuple(map(int, distinct.head(_FIRST_ROWS).to_list())),
            found=tuple(dict.fromkeys(found))[:_SHOWN],
            expected=tuple(expected),
        )
