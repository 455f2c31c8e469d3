"""What a table as CSV says of its origin: it carries no seal, but columns with the dataset and its data version."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from loaders.language import LANGUAGES, wording

_FIRST_BYTES = 65_536
_SDMX = ("STRUCTURE_ID", "DATA_VERSION")
_DATASET = re.compile(r"[a-z][a-z0-9_]{0,99}")
_STRUCTURE = re.compile(r"[A-Z_]+:(?P<dataset>[A-Z0-9_]+)\([0-9.]+\)")
_VERSION = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedVersion:
    """The dataset and the data version that a table names; nothing shows whether the table was changed since."""

    dataset: str
    data_version: str


def stated_version(content: bytes) -> StatedVersion | None:
    """What the first row of a table as CSV or SDMX-CSV says of its origin, None where it says nothing."""
    try:
        text = content[:_FIRST_BYTES].decode("utf-8-sig", errors="ignore")
        return next((found for row in _first_rows(text) if (found := _stated(row))), None)
    except csv.Error:
        return None


def _first_rows(text: str) -> Iterator[dict[str, str]]:
    """The first row under its headings, for each sign that may separate cells."""
    for separator in (";", ","):
        rows = csv.reader(StringIO(text, newline=""), delimiter=separator)
        headings, first = next(rows, []), next(rows, [])
        yield dict(zip(headings, first, strict=False))


def _stated(row: dict[str, str]) -> StatedVersion | None:
    names = [(words.say("Dataset"), words.say("Data version")) for words in map(wording, LANGUAGES)]
    for dataset_column, version_column in (_SDMX, *names):
        version = row.get(version_column, "")
        dataset = row.get(dataset_column, "")
        if structure := _STRUCTURE.fullmatch(dataset):
            dataset = structure["dataset"].lower()
        if _VERSION.fullmatch(version) and _DATASET.fullmatch(dataset):
            return StatedVersion(dataset=dataset, data_version=version)
    return None
