"""Transcriptions of the studies (CSV, one row per printed figure) turned into observations, row by row."""

import csv
import math
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import polars as pl

from loaders.contract import columns_of
from loaders.declaration import Declaration, Transcription
from loaders.dimension import Dimension, DimensionKind
from loaders.measure import Measure
from loaders.observation import CONFIDENTIALITY, MEASURE, NOTE, PAGE, PRODUCER, QUALIFIER, SOURCE, STATUS, VALUE

Row = dict[str, str]
Cells = dict[str, str | float | None]

#: Where the reader of CSV files puts cells beyond the last heading.
_TOO_MANY = "too many"

#: Column of a transcription -> column of the long form.
_ATTRIBUTES = {"source": SOURCE, "underlying": PRODUCER, "page": PAGE, "note": NOTE}


class TranscriptionError(ValueError):
    """A transcription does not fit its declaration; the message says file, line, column, and what was expected."""


def observations_frame(declaration: Declaration, folder: Path) -> pl.DataFrame:
    """The observations of a transcription in long form, in the order of the transcription.

    Raises:
        TranscriptionError: a code, a measure, a unit or a number is not what the declaration says.
    """
    transcription = declaration.transcription
    if transcription is None:
        message = f"{declaration.id}: the declaration names no transcription"
        raise TranscriptionError(message)
    cells = [
        one
        for line, row in _rows(folder / transcription.file, transcription)
        for one in _observations(row, line, declaration, transcription)
    ]
    return pl.DataFrame(cells, schema=dict(columns_of(declaration)))


def _rows(path: Path, transcription: Transcription) -> Iterator[tuple[int, Row]]:
    """The rows of a transcription, each with the number of the line on which it ends."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path.name}: the file cannot be read: {error}"
        raise TranscriptionError(message) from error
    reader = csv.DictReader(StringIO(text, newline=""), restkey=_TOO_MANY)
    headings = reader.fieldnames or ()
    expected = [*transcription.columns, *(transcription.values or _long_form(transcription)), "source"]
    for column in expected:
        if column not in headings:
            message = f"{path.name} line 1: column {column} is missing"
            raise TranscriptionError(message)
    for row in reader:
        # A comma outside quotes moves every cell after it, and the last one would be lost without a word.
        if _TOO_MANY in row or None in row.values():
            message = f"{path.name} line {reader.line_num}: expected {len(headings)} cells, as in line 1"
            raise TranscriptionError(message)
        yield reader.line_num, row


def _long_form(transcription: Transcription) -> tuple[str, ...]:
    return () if transcription.present else ("measure", "value")


def _observations(row: Row, line: int, declaration: Declaration, transcription: Transcription) -> Iterator[Cells]:
    place = f"{transcription.file} line {line}"
    key: Cells = {}
    for dimension in declaration.dimensions:
        named = next(name for name, target in transcription.columns.items() if target == dimension.id)
        key[dimension.id] = _code(row[named], dimension, f"{place} column {named}")
    measures = {measure.id: measure for measure in declaration.measures}
    for name, column, text in _values(row, transcription):
        if name not in measures:
            message = f"{place} column measure: {name} is not declared"
            raise TranscriptionError(message)
        measure = measures[name]
        unit = row.get("unit") or measure.unit
        if unit not in (measure.unit, *measure.transcribed_units):
            message = f"{place} column unit: {unit}, expected {measure.unit}"
            raise TranscriptionError(message)
        yield {
            **key,
            MEASURE: name,
            VALUE: _number(text, measure, f"{place} column {column}"),
            STATUS: row.get("status") or "A",
            CONFIDENTIALITY: "F",
            QUALIFIER: (row.get("qualifier") or "=") if text else None,
            **{target: row.get(column) or None for column, target in _ATTRIBUTES.items()},
        }


def _values(row: Row, transcription: Transcription) -> Iterator[tuple[str, str, str]]:
    """Measure, column of the transcription, and text of each figure of a row."""
    if transcription.present:
        yield transcription.present, "", "1"
    elif transcription.values:
        yield from ((measure, column, row[column]) for column, measure in transcription.values.items())
    else:
        yield row["measure"], "value", row["value"]


def _code(text: str, dimension: Dimension, place: str) -> str:
    if dimension.kind is not DimensionKind.CODE:
        return text
    for code in dimension.codes:
        if text == (code.id if code.transcribed is None else code.transcribed):
            return code.id
    message = f"{place}: {text!r} is no code of {dimension.id}"
    raise TranscriptionError(message)


def _number(text: str, measure: Measure, place: str) -> float | None:
    if not text:
        return None
    for coded in measure.values:
        if coded.transcribed == text:
            return coded.value
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        message = f"{place}: {text!r} is no number"
        raise TranscriptionError(message)
    return number
