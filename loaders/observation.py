"""The long form of the observations: columns, statuses and qualifiers, as SDMX names them."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from loaders.language import mark

MEASURE = "measure"
VALUE = "obs_value"
STATUS = "obs_status"
CONFIDENTIALITY = "conf_status"
QUALIFIER = "obs_qualifier"
SOURCE = "source_id"
PRODUCER = "source_producer"
PAGE = "source_page"
NOTE = "obs_note"

#: Columns that follow the dimensions, with their types.
VALUE_COLUMNS = {
    MEASURE: pl.String,
    VALUE: pl.Float64,
    STATUS: pl.String,
    CONFIDENTIALITY: pl.String,
    QUALIFIER: pl.String,
    SOURCE: pl.String,
    PRODUCER: pl.String,
    PAGE: pl.String,
    NOTE: pl.String,
}
#: Columns that a dropped file may leave out, with the value that they then have.
OPTIONAL_COLUMNS: dict[str, str | None] = {CONFIDENTIALITY: "F", PRODUCER: None, PAGE: None, NOTE: None}

#: SDMX CL_OBS_STATUS: code -> what it says to a reader.
STATUSES = {
    "A": mark("normal value"),
    "B": mark("break in the series"),
    "D": mark("definition differs"),
    "E": mark("estimated value"),
    "F": mark("forecast"),
    "G": mark("experimental value"),
    "I": mark("imputed value"),
    "N": mark("not significant"),
    "P": mark("provisional value"),
    "S": mark("strike or other special event"),
    "U": mark("low reliability"),
    "V": mark("unvalidated value"),
    "H": mark("missing: holiday"),
    "L": mark("exists, but is not printed as text in the study"),
    "M": mark("cannot exist"),
    "O": mark("missing"),
    "Q": mark("missing: suppressed"),
}
MISSING_STATUSES = frozenset("HLMOQ")
CONFIDENTIALITIES = {
    "F": mark("free"),
    "C": mark("confidential"),
    "N": mark("not for publication"),
}
QUALIFIERS = {
    "=": mark("as printed"),
    "≈": mark("approximate"),
    ">": mark("lower bound: the value is higher"),
    "<": mark("upper bound: the value is lower"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One observation: its key by dimension, its measure, and its attributes."""

    key: tuple[tuple[str, str], ...]
    measure: str
    value: float | None
    status: str
    confidentiality: str
    qualifier: str | None
    source_id: str
    producer: str | None
    page: str | None
    note: str | None

    def code(self, dimension: str) -> str:
        """The code of one dimension; `measure` counts as one."""
        return self.measure if dimension == MEASURE else dict(self.key)[dimension]

    def matches(self, where: dict[str, str]) -> bool:
        """Whether the observation has all these codes."""
        return all(self.code(dimension) == code for dimension, code in where.items())


def observations(frame: pl.DataFrame, dimensions: tuple[str, ...]) -> tuple[Observation, ...]:
    """The rows of a checked frame as values, in the order of the frame."""
    return tuple(_observation(row, dimensions) for row in frame.iter_rows(named=True))


def _observation(row: dict[str, Any], dimensions: tuple[str, ...]) -> Observation:
    return Observation(
        key=tuple((dimension, row[dimension]) for dimension in dimensions),
        measure=row[MEASURE],
        value=row[VALUE],
        status=row[STATUS],
        confidentiality=row[CONFIDENTIALITY],
        qualifier=row[QUALIFIER],
        source_id=row[SOURCE],
        producer=row[PRODUCER],
        page=row[PAGE],
        note=row[NOTE],
    )
