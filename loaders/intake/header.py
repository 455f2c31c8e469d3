"""Which row of a table holds the names of its columns, and whether they can serve as such."""

import re
from collections.abc import Sequence

from loaders.finding import Rule
from loaders.intake.refusal import refused

Row = Sequence[str | None]

_NUMBER = re.compile(r"[-+]?[\d\s.,'’]*\d\s*%?$")
#: A wide table has years above its columns.
_YEAR = re.compile(r"(18|19|20|21)\d\d$")


def filled(row: Row) -> set[int]:
    """The columns in which a row has something."""
    return {index for index, cell in enumerate(row) if cell is not None and cell.strip()}


def header_index(rows: Sequence[Row]) -> int | None:
    """The first row that names at least half of the columns used below it; None where no row does.

    A title or a source above the table stands in one cell, or in a few.
    """
    used: set[int] = set()
    wanted = [0.0] * len(rows)
    for index in range(len(rows) - 1, -1, -1):
        used |= filled(rows[index])
        wanted[index] = max(len(used) / 2, min(2, len(used)))
    for index, row in enumerate(rows):
        if wanted[index] and len(filled(row)) >= wanted[index]:
            return index
    return None


def looks_like_names(header: Row, first: Row | None) -> bool:
    """Whether a header can be told from a row of values: it holds no numbers other than years of a wide table."""
    for index, cell in enumerate(header):
        text = (cell or "").strip()
        if not _NUMBER.match(text):
            continue
        if not _YEAR.match(text):
            return False
        below = (first[index] or "").strip() if first is not None and index < len(first) else ""
        if _YEAR.match(below):
            return False
    return True


def column_names(header: Row, used: set[int], file: str) -> dict[int, str]:
    """Column -> name, for each column that has a name or values.

    Raises:
        RefusedError: a column with values has no name, or two have the same.
    """
    names = {index: (header[index] or "").strip() for index in sorted(filled(header) | used) if index < len(header)}
    seen: set[str] = set()
    wrong = []
    for index in sorted(filled(header) | used):
        name = names.get(index, "")
        if not name or name in seen:
            wrong.append(name or f"#{index + 1}")
        seen.add(name)
    if wrong:
        raise refused(Rule.HEADER_REPEATED, file, found=tuple(wrong[:5]), count=None)
    return names
