"""What separates the cells of a text file, and where its table begins: told from its first rows."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.finding import Rule
from loaders.intake.header import filled, header_index
from loaders.intake.raw_table import Layout
from loaders.intake.refusal import refused
from loaders.intake.sdmx_csv import is_sdmx

#: In the order in which they are believed: in a file with semicolons, commas are decimal.
SEPARATORS = ("\t", ";", "|", ",")
_SAMPLE, _ROWS = 1 << 20, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """The first rows under one separator: which of them is the header, and where each ends, in characters."""

    separator: str
    records: tuple[tuple[str, ...], ...]
    ends: tuple[int, ...]
    header: int | None
    width: int
    ragged: int

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows below the header that are not blank."""
        return () if self.header is None else tuple(one for one in self.records[self.header + 1 :] if one)


def beginning(data: bytes, layout: Layout, file: str) -> tuple[Beginning, str]:
    """How the table in UTF-8 `data` begins, and the text of which the ends are counted.

    Raises:
        RefusedError: two separators are equally good and lead to different tables.
    """
    text = data[:_SAMPLE].decode("utf-8", errors="ignore")
    whole = len(data) <= _SAMPLE
    if layout.separator is not None:
        if len(layout.separator) != 1 or layout.separator in '"\r\n' or not layout.separator.isascii():
            raise refused(Rule.TEXT_UNREADABLE, file, found=(repr(layout.separator),), expected=SEPARATORS[1:])
        return _begin(text, layout.separator, layout.header_row, whole=whole), text
    tried = [_begin(text, one, layout.header_row, whole=whole) for one in SEPARATORS]
    several = [one for one in tried if one.width > 1]
    if not several:
        return tried[-1], text
    of_sdmx = [one for one in several if one.header == 0 and is_sdmx(list(one.records[0]))]
    if of_sdmx:  # its own column names say where they are separated
        return of_sdmx[0], text
    sound = [one for one in several if not one.ragged and one.rows]
    if not sound:
        return min(several, key=lambda one: one.ragged / max(1, len(one.records))), text
    # A separator that is believed less and finds its header further down has only found signs inside of cells.
    if any((one.header or 0) < (sound[0].header or 0) for one in sound):
        raise refused(Rule.TEXT_UNREADABLE, file, found=tuple(repr(one.separator) for one in sound))
    return sound[0], text


def _begin(text: str, separator: str, header_row: int | None, *, whole: bool) -> Beginning:
    found = list(_records(text, separator))
    if not whole and len(found) < _ROWS and len(found) > 1:
        found.pop()  # cut in the middle
    records = tuple(record for record, _ in found)
    ends = tuple(end for _, end in found)
    below = records[(header_row or 1) - 1 :]
    widths = Counter(len(one) for one in below if one)
    width = max(widths, key=lambda one: (widths[one] if one > 1 else 0, one), default=0)
    header: int | None
    if header_row is not None:
        header = header_row - 1 if 0 < header_row <= len(records) else None
    else:
        start = next((index for index, one in enumerate(records) if len(one) == width), len(records))
        inside = header_index([one if len(one) == width else () for one in records[start:]])
        header = None if inside is None else start + inside
    rest = records[header:] if header is not None else ()
    ragged = sum(1 for one in rest if filled(one) and len(one) != width)
    return Beginning(separator=separator, records=records, ends=ends, header=header, width=width, ragged=ragged)


def _records(text: str, separator: str) -> Iterator[tuple[tuple[str, ...], int]]:
    read = 0

    def lines() -> Iterator[str]:
        nonlocal read
        for line in io.StringIO(text, newline=""):
            read += len(line)
            yield line

    csv.field_size_limit(_SAMPLE)
    try:
        for count, record in enumerate(csv.reader(lines(), delimiter=separator), start=1):
            yield tuple(record), read
            if count == _ROWS:
                return
    except csv.Error:
        return
