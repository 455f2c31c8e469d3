"""One number for each row of two tables: the same where the rows are the same observation, in the order of the key."""

from collections.abc import Sequence

import polars as pl

from loaders.observation import PAGE, SOURCE

#: Above this, a further column could make two different keys the same number.
_LARGEST = 2**62


def identities(old: pl.DataFrame, new: pl.DataFrame, key: Sequence[str]) -> tuple[pl.Series, pl.Series]:
    """The identities of the rows of two tables in the long form; no two rows of a table have the same.

    Rows that share a key within a table are told apart by source and page, and as a last resort by their order.
    """
    rows = pl.concat([old.select(*key, SOURCE, PAGE), new.select(*key, SOURCE, PAGE)])
    found = _numbers(rows.select(key))
    sides = found.head(old.height), found.tail(new.height)
    if any(side.n_unique() < len(side) for side in sides):
        several = found.is_in(pl.concat([side.filter(side.is_duplicated()) for side in sides]).unique().implode())
        later = pl.int_range(rows.height, eager=True) >= old.height
        told = pl.DataFrame({"key": found, "side": later, "several": several}).hstack(rows.select(SOURCE, PAGE))
        order = pl.int_range(pl.len()).over("side", "key", SOURCE, PAGE)
        apart = told.select(
            pl.when("several").then(pl.concat_str(SOURCE, PAGE, separator="\n", ignore_nulls=True)).alias("place"),
            pl.when("several").then(order.cast(pl.String).str.zfill(9)).alias("order"),
        )
        found = _numbers(rows.select(key).hstack(apart))
    return found.head(old.height), found.tail(new.height)


def _numbers(columns: pl.DataFrame) -> pl.Series:
    """A number for each row: equal where all columns are, and in the order of the columns from the left."""
    found, possible = pl.zeros(columns.height, pl.Int64, eager=True), 1
    for column in columns.fill_null(""):
        spellings = column.unique().sort()
        if possible * max(len(spellings), 1) > _LARGEST:
            found = found.rank("dense").cast(pl.Int64) - 1
            possible = columns.height
        found = found * len(spellings) + column.cast(pl.Enum(spellings)).to_physical().cast(pl.Int64)
        possible *= max(len(spellings), 1)
    return found
