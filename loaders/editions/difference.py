"""What a new table changes against the published one: rows added, removed and revised, and the coverage of both."""

from dataclasses import dataclass

import polars as pl

from loaders.contract import columns_of, with_optional_columns
from loaders.declaration import Declaration
from loaders.editions.area_coverage import CoverageChange, coverage_changes
from loaders.editions.row_identity import identities
from loaders.observation import MEASURE, VALUE_COLUMNS, Observation, observations

_IDENTITY, _BEFORE, _AFTER = "identity", "before", "after"
#: Everything that may differ between two rows with one key.
_COMPARED = tuple(name for name in VALUE_COLUMNS if name != MEASURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One observation that is in both tables and differs; `changed` names the columns that do."""

    before: Observation
    after: Observation
    changed: tuple[str, ...]

    @property
    def change(self) -> float | None:
        """New value less old value, in the unit of the measure; None where one of them is missing."""
        if self.before.value is None or self.after.value is None:
            return None
        return self.after.value - self.before.value

    @property
    def change_percent(self) -> float | None:
        """The change in per cent of the size of the old value; None where one is missing or the old one is zero."""
        if self.change is None or not self.before.value:
            return None
        return self.change / abs(self.before.value) * 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many rows each table has, and what becomes of them."""

    before: int
    after: int
    added: int
    removed: int
    revised: int

    @property
    def unchanged(self) -> int:
        """The rows that are the same in both."""
        return self.after - self.added - self.revised


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Difference:
    """What changes from one table to the other; every list is sorted by key, then by measure.

    The frames have the columns of the long form; row n of `old` is what row n of `new` was.
    """

    dimensions: tuple[str, ...]
    counts: Counts
    coverage: tuple[CoverageChange, ...]
    added_rows: pl.DataFrame
    removed_rows: pl.DataFrame
    old: pl.DataFrame
    new: pl.DataFrame

    def added(self, first: int | None = None) -> tuple[Observation, ...]:
        """The rows that are new; `first` limits how many, as a table may bring a million."""
        return observations(_first(self.added_rows, first), self.dimensions)

    def removed(self, first: int | None = None) -> tuple[Observation, ...]:
        """The rows that are gone."""
        return observations(_first(self.removed_rows, first), self.dimensions)

    def revised(self, first: int | None = None) -> tuple[Revision, ...]:
        """The rows of which a value, a status, a qualifier or another attribute differs."""
        old, new = _first(self.old, first), _first(self.new, first)
        differs = zip(*(old[name].ne_missing(new[name]) for name in _COMPARED), strict=True)
        return tuple(
            Revision(
                before=before,
                after=after,
                changed=tuple(name for name, different in zip(_COMPARED, row, strict=True) if different),
            )
            for before, after, row in zip(
                observations(old, self.dimensions), observations(new, self.dimensions), differs, strict=True
            )
        )

    @property
    def is_empty(self) -> bool:
        """Whether both tables say the same; the order of rows says nothing."""
        return not (self.counts.added or self.counts.removed or self.counts.revised)


def difference(before: pl.DataFrame | None, after: pl.DataFrame, declaration: Declaration) -> Difference:
    """What `after` changes against `before`, both being tables that hold the contract of the declaration.

    Where a study contradicts itself and a key stands in several rows, source and page tell them apart.

    Args:
        before: the published table; None where there is none.
        after: the new table.
        declaration: what the dataset promises.
    """
    new = with_optional_columns(after, declaration).cast(pl.Schema(columns_of(declaration)))
    old = new.clear() if before is None else with_optional_columns(before, declaration).cast(new.schema)
    key = (*(dimension.id for dimension in declaration.dimensions), MEASURE)
    old_rows, new_rows = (
        pl.DataFrame({_IDENTITY: identity}).with_row_index(name)
        for identity, name in zip(identities(old, new, key), (_BEFORE, _AFTER), strict=True)
    )
    both = old_rows.join(new_rows, on=_IDENTITY, how="inner")
    revised = both.filter(_differs(old, new, both)).sort(_IDENTITY)
    added = new_rows.join(old_rows, on=_IDENTITY, how="anti").sort(_IDENTITY)
    removed = old_rows.join(new_rows, on=_IDENTITY, how="anti").sort(_IDENTITY)
    return Difference(
        dimensions=key[:-1],
        counts=Counts(
            before=old.height, after=new.height, added=added.height, removed=removed.height, revised=revised.height
        ),
        coverage=coverage_changes(old, new, declaration),
        added_rows=new[added[_AFTER]],
        removed_rows=old[removed[_BEFORE]],
        old=old[revised[_BEFORE]],
        new=new[revised[_AFTER]],
    )


def _differs(old: pl.DataFrame, new: pl.DataFrame, both: pl.DataFrame) -> pl.Series:
    """For each row that both tables have, whether anything in it differs."""
    found = pl.repeat(value=False, n=both.height, eager=True)
    for name in _COMPARED:
        found |= old[name].gather(both[_BEFORE]).ne_missing(new[name].gather(both[_AFTER]))
    return found


def _first(frame: pl.DataFrame, first: int | None) -> pl.DataFrame:
    return frame if first is None else frame.head(first)
