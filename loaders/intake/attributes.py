"""What a conversion says of each number: status, confidentiality, qualifier, remarks."""

import polars as pl

from loaders.finding import Finding, Rule
from loaders.intake.flaw import ROW, Place
from loaders.intake.mapping import FLAG, LEAVE_OUT
from loaders.intake.raw_table import Content
from loaders.intake.source_codes import CONFIDENTIAL_FLAG, EUROSTAT_FLAGS, status_of_flags
from loaders.intake.values import CELL_FLAG, MARK, SIGN
from loaders.observation import (
    CONFIDENTIALITY,
    MISSING_STATUSES,
    NOTE,
    OPTIONAL_COLUMNS,
    PAGE,
    QUALIFIER,
    STATUS,
    VALUE,
    VALUE_COLUMNS,
)

_FLAG_STATUS = "status of the flag"
_GAP = pl.col(VALUE).is_null()


def with_attributes(frame: pl.DataFrame, place: Place) -> tuple[pl.DataFrame, tuple[Finding, ...]]:
    """The frame with every column of the long form, each with the status that column, flag or mapping give it.

    Flags that are unknown are a finding, as are gaps of which nothing says why they are there.
    """
    kinds = {name: kind for name, kind in VALUE_COLUMNS.items() if name not in frame.columns}
    frame = frame.with_columns(pl.lit(OPTIONAL_COLUMNS.get(name), kind).alias(name) for name, kind in kinds.items())
    frame, findings = _with_flags(frame, place)
    frame = frame.with_columns(_status(place), _qualifier(place), *_tidied(place))
    if place.mapping.missing == LEAVE_OUT:
        frame = frame.filter(~_GAP | pl.col(STATUS).is_not_null())
    elif STATUS not in place.mapping.columns.values():
        unsaid = frame.filter(_GAP & pl.col(STATUS).is_null())
        if not unsaid.is_empty():
            findings += (place.finding(Rule.MAPPING_INCOMPLETE, rows=unsaid[ROW], found=("missing",)),)
    return frame, findings


def _with_flags(frame: pl.DataFrame, place: Place) -> tuple[pl.DataFrame, tuple[Finding, ...]]:
    if FLAG not in frame.columns and not place.mapping.flags_in_cells:
        return frame.with_columns(pl.lit(None, pl.String).alias(_FLAG_STATUS)), ()
    given = pl.col(FLAG).str.strip_chars() if FLAG in frame.columns else pl.col(CELL_FLAG)
    frame = frame.with_columns(given.replace("", None).fill_null(pl.col(CELL_FLAG)).alias(FLAG))
    own = place.mapping.codes.get(FLAG, {})
    flags = [flag for flag in frame[FLAG].unique().sort().to_list() if flag is not None]
    known = {flag: meant for flag in flags if (meant := own.get(flag) or status_of_flags(flag))}
    strange = [flag for flag in flags if flag not in known]
    findings: tuple[Finding, ...] = ()
    if strange:
        rows = frame.filter(pl.col(FLAG).is_in(strange))[ROW]
        column = place.mapping.column(FLAG)
        found = place.finding(Rule.FLAG_UNKNOWN, column=column, rows=rows, found=strange, expected=EUROSTAT_FLAGS)
        findings = (found,)
    status = pl.col(FLAG).replace_strict(known, default=None, return_dtype=pl.String).alias(_FLAG_STATUS)
    secret = pl.col(FLAG).str.contains(CONFIDENTIAL_FLAG).fill_null(value=False) & ~pl.col(FLAG).is_in(list(own))
    several = pl.col(FLAG).str.replace_all(CONFIDENTIAL_FLAG, "").str.len_chars() > 1
    told = pl.when(several).then(pl.lit("flags ") + pl.col(FLAG))
    return frame.with_columns(
        status,
        pl.when(secret).then(pl.lit("C")).otherwise(pl.col(CONFIDENTIALITY)).alias(CONFIDENTIALITY),
        pl.col(NOTE).fill_null(told),
    ), findings


def _status(place: Place) -> pl.Expr:
    """The status: that of the row first; a gap takes none that is for values."""
    gaps = place.mapping.codes.get(VALUE, {})
    marked = pl.col(MARK).replace_strict(gaps, default=None, return_dtype=pl.String)
    missing = None if place.mapping.missing == LEAVE_OUT else place.mapping.missing
    flagged = pl.when(pl.col(_FLAG_STATUS).is_in(sorted(MISSING_STATUSES))).then(pl.col(_FLAG_STATUS))
    # SDMX: a value that is withheld because it is confidential is missing and suppressed.
    secret = pl.when(pl.col(CONFIDENTIALITY) == "C").then(pl.lit("Q"))
    of_gap = pl.coalesce(STATUS, marked, flagged, secret, pl.lit(missing, pl.String))
    of_value = pl.coalesce(STATUS, _FLAG_STATUS, pl.lit(place.mapping.status, pl.String))
    return pl.when(_GAP).then(of_gap).otherwise(of_value).alias(STATUS)


def _qualifier(place: Place) -> pl.Expr:
    of_value = pl.coalesce(QUALIFIER, SIGN, pl.lit(place.mapping.qualifier, pl.String))
    return pl.when(_GAP).then(pl.col(QUALIFIER)).otherwise(of_value).alias(QUALIFIER)


def _tidied(place: Place) -> list[pl.Expr]:
    default = OPTIONAL_COLUMNS[CONFIDENTIALITY]
    tidied = []
    if CONFIDENTIALITY in place.mapping.columns.values() and place.table.content is not Content.PARQUET:
        tidied.append(pl.col(CONFIDENTIALITY).fill_null(default))
    if place.table.content is Content.XLSX:
        # A workbook knows no whole numbers: page 22 is 22.0 there.
        tidied.append(pl.col(PAGE).str.replace(r"^(\d+)\.0$", "$1"))
    return tidied
