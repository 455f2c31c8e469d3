"""Numbers as files write them: "1 234,5", "58,7 %", "> 2 150", ":"; what is no number never becomes one."""

from dataclasses import dataclass
from typing import Literal

import polars as pl

from loaders.intake.raw_table import Layout

#: What stands in a cell that has no number; in lower case. None of them is zero, not even the dash.
EMPTY_MARKS = (
    "",
    ":",
    "-",
    "\N{EN DASH}",
    "\N{EM DASH}",
    "\N{MINUS SIGN}",
    ".",
    "..",
    "...",
    "…",
    "n.d.",
    "n.d",
    "nd",
    "n/d",
    "n.a.",
    "n/a",
    "na",
    "s.o.",
)
_SPACES = " \u00a0\u202f\u2009"
_APOSTROPHES = "'’"
_GROUPS = {"": "", " ": _SPACES, "'": _APOSTROPHES, ".": ".", ",": ","}
_QUALIFIERS = {"<": "<", ">": ">", "≈": "≈", "~": "≈"}
#: Below this every whole number is a 64-bit float of its own.
_LARGEST_WHOLE = 2**53


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How numbers are written in a file; thousands of None: by spaces or apostrophes, if at all."""

    decimal: Literal[".", ","] = "."
    thousands: Literal["", " ", ".", ",", "'"] | None = None
    flags: bool = False


def read_numbers(cells: pl.Series, written: Written) -> pl.DataFrame:
    """One row for each cell: `value`, `sign` (a qualifier before the number), `percent`, `flag`, `mark`, `bad`.

    `mark` is what stands in place of a number ("n.d.", ":"), null where there is a number or nothing at all. `bad` says
    that the cell is neither. Cells that are numbers already (Parquet) are taken as they are; those of a column that
    cannot hold numbers (`is_number_type`) must not come here.
    """
    if cells.dtype == pl.String:
        return _read_text(cells, written)
    # The shortest text of a 32-bit float is the number that was meant: 58.7, not 58.70000076293945.
    values = (cells.cast(pl.String) if cells.dtype == pl.Float32 else cells).cast(pl.Float64)
    exact = (values.abs() < _LARGEST_WHOLE).fill_null(value=True) if cells.dtype.is_integer() else None
    return _plainly(values, bad=None if exact is None else ~exact)


def is_number_type(kind: pl.DataType) -> bool:
    """Whether a column of this type can hold numbers: text, numbers, or nothing at all."""
    return kind == pl.String or kind.is_numeric() or kind == pl.Null


def _plainly(values: pl.Series, bad: pl.Series | None) -> pl.DataFrame:
    return pl.DataFrame({"value": values}).with_columns(
        sign=pl.lit(None, pl.String),
        percent=pl.lit(value=False),
        flag=pl.lit(None, pl.String),
        mark=pl.lit(None, pl.String),
        bad=pl.lit(value=False) if bad is None else bad,
    )


def _read_text(cells: pl.Series, written: Written) -> pl.DataFrame:
    values = _fast(cells, written)
    table = _plainly(values, bad=None)
    rest = (values.is_null() & cells.is_not_null()).arg_true()
    if rest.is_empty():
        return table
    slow = _slow(cells.gather(rest), written)
    return table.with_row_index("row").update(slow.with_columns(row=rest), on="row").drop("row")


def _fast(cells: pl.Series, written: Written) -> pl.Series:
    """The numbers that need no second look; null for every other cell."""
    if written.decimal == ",":
        # A point is no decimal sign here, and a float would take it for one.
        plain = pl.DataFrame({"cell": cells}).select(
            pl.when(~pl.col("cell").str.contains(".", literal=True)).then(
                pl.col("cell").str.replace(",", ".", literal=True)
            )
        )["cell"]
    else:
        plain = cells
    values = plain.cast(pl.Float64, strict=False)
    return values.set(~values.is_finite().fill_null(value=True), None)


def _slow(cells: pl.Series, written: Written) -> pl.DataFrame:
    text = pl.col("cell").str.strip_chars().str.to_lowercase()
    found = pl.DataFrame({"cell": cells}).select(
        pl.col("cell"), text.alias("text"), text.str.extract_groups(_pattern(written)).alias("parts")
    )
    parts = found["parts"].struct.unnest()
    whole = parts["whole"].str.replace_all("[^0-9]", "")
    digits = pl.DataFrame({"sign": parts["minus"], "whole": whole, "rest": parts["rest"], "power": parts["power"]})
    value = digits.select(
        pl.concat_str(
            pl.when(pl.col("sign").is_in(["-", "\N{MINUS SIGN}"])).then(pl.lit("-")).otherwise(pl.lit("")),
            "whole",
            pl.lit("."),
            pl.col("rest").fill_null("0"),
            pl.col("power").fill_null(""),
        ).cast(pl.Float64, strict=False)
    ).to_series()
    value = value.set(~value.is_finite().fill_null(value=True), None)
    void = found["text"].is_in(EMPTY_MARKS)
    flagged = _flagged_gap(found["text"], written)
    return pl.DataFrame(
        {
            "value": value,
            "sign": parts["qualifier"].replace(_QUALIFIERS),
            "percent": parts["percent"].is_not_null(),
            "flag": parts["flag"].fill_null(flagged) if written.flags else parts["flag"],
            "mark": found["cell"].str.strip_chars().set(~void & flagged.is_null(), None).replace("", None),
            "bad": value.is_null() & ~void & flagged.is_null(),
        }
    )


def _flagged_gap(texts: pl.Series, written: Written) -> pl.Series:
    """The flags of cells such as ": c"; null for every other cell."""
    if not written.flags:
        return pl.Series([None] * len(texts), dtype=pl.String)
    return texts.str.extract(r"^:\s*([a-z]{1,3})$")


def _pattern(written: Written) -> str:
    grouping = _SPACES + _APOSTROPHES if written.thousands is None else _GROUPS[written.thousands]
    groups = rf"[0-9]{{1,3}}(?:[{grouping}][0-9]{{3}})+|" if grouping else ""
    flag = r"\s*(?P<flag>[a-z]{1,3})?" if written.flags else r"(?P<flag>$[a-z])?"
    return (
        r"^(?P<qualifier>[<>≈~])?\s*(?P<minus>[+\-−])?\s?"
        rf"(?P<whole>{groups}[0-9]+)(?:[{written.decimal}](?P<rest>[0-9]+))?"
        rf"(?P<power>e[+-]?[0-9]{{1,3}})?\s*(?P<percent>%)?{flag}$"
    )


def is_empty_mark(cell: str) -> bool:
    """Whether a cell says that there is no number."""
    return cell.strip().lower() in EMPTY_MARKS


def written_in(cells: pl.Series, layout: Layout, *, flags: bool = False) -> Written | None:
    """How the numbers of these cells are written, None where their decimal sign cannot be told.

    What the layout says comes first. Otherwise the cells have to prove it; they need not where neither sign occurs.
    """
    if layout.decimal is not None:
        return Written(decimal=layout.decimal, thousands=layout.thousands, flags=flags)
    if cells.dtype != pl.String:
        return Written(flags=flags)
    signed = cells.drop_nulls().unique()
    signed = signed.filter(signed.str.contains(r"[0-9][.,]|[.,][0-9]"))
    if signed.is_empty():
        return Written(thousands=layout.thousands, flags=flags)
    point, comma = (_proven(signed, sign) for sign in (".", ","))
    if point == comma:
        return None
    return Written(
        decimal="." if point else ",", thousands=layout.thousands or _other_group(signed, point), flags=flags
    )


def _other_group(cells: pl.Series, point: bool) -> Literal[".", ","] | None:  # noqa: FBT001
    other: Literal[".", ","] = "," if point else "."
    return other if cells.str.contains(rf"[0-9]\{other}[0-9]{{3}}").any() else None


def _proven(cells: pl.Series, sign: str) -> bool:
    """Whether some cell can only be read with `sign` before the decimals."""
    other = "," if sign == "." else "."
    ways = (
        rf"\{other}[0-9]{{3}}\{sign}[0-9]",  # behind a group that the other sign makes
        rf"[0-9][{_SPACES}{_APOSTROPHES}][0-9]{{3}}\{sign}[0-9]",  # behind a group that a space makes
        rf"\{other}[0-9]{{3}}\{other}[0-9]{{3}}",  # the other sign stands twice
        rf"^[^.,0-9]*0\{sign}[0-9]",  # no group begins with zero
        rf"^[^.,]*[0-9]\{sign}(?:[0-9]{{1,2}}|[0-9]{{4,}})(?:[^0-9.,]|$)",  # other than three digits follow
    )
    return bool(cells.str.contains("|".join(f"(?:{way})" for way in ways)).any())
