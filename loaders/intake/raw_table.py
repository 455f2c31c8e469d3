"""What decoding a file gives: its cells as they are written, how they were read, and what was found wrong."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from pydantic import ConfigDict

from loaders.finding import Finding
from loaders.vocabulary import Declared

if TYPE_CHECKING:  # the decoding process uses this module and starts faster without polars
    import polars as pl


class Content(StrEnum):
    """The kinds of file that the intake reads."""

    PARQUET = "parquet"
    CSV = "csv"
    XLSX = "xlsx"
    SDMX_CSV = "sdmx_csv"
    EUROSTAT_TSV = "eurostat_tsv"


class Layout(Declared):
    """How a file is read; None means: found out from the file where that can be told for sure.

    `header_row` is the row of the file that holds the column names, the first row being 1. `decimal` and `thousands`
    stay None in the layout of a decoded table where its cells do not prove them.
    """

    # A tab is a separator, and the name of a sheet may begin with a space.
    model_config = ConfigDict(str_strip_whitespace=False)

    sheet: str | None = None
    header_row: int | None = None
    separator: str | None = None
    encoding: str | None = None
    decimal: Literal[".", ","] | None = None
    thousands: Literal["", " ", ".", ",", "'"] | None = None

    def without_numbers(self) -> "Layout":
        """The layout without what it says of numbers: which cells there are, not how they are to be understood."""
        return self.model_copy(update={"decimal": None, "thousands": None})


class Glimpse(Declared):
    """How a file begins, for who has to say how it is read.

    `rows` are its first rows, each as one text, blank ones included. `sheets` are the visible sheets of a workbook, and
    `tables` those of them that hold a table.
    """

    model_config = ConfigDict(str_strip_whitespace=False)

    rows: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """The cells of a file, before anything is known of what they mean.

    `frame` has the file's own types for Parquet; for every other content all columns are text exactly as written, an
    empty cell being null, and a number of a workbook written as Python writes it. `layout` says how the file was read,
    and `asked` what of that somebody had said beforehand. `sheets` are those of a workbook. `first_row` is the row of
    the file that holds the first row of the frame. `metadata` are the keys and values of a Parquet footer.
    """

    content: Content
    frame: "pl.DataFrame"
    layout: Layout
    asked: Layout = field(default_factory=Layout)
    sheets: tuple[str, ...] = ()
    first_row: int = 1
    metadata: tuple[tuple[str, str], ...] = ()

    @property
    def kept_layout(self) -> Layout:
        """What a mapping keeps: what was said of the reading, and how the numbers turned out to be written.

        What was found out of sheet, header, separator and encoding is found out again of the next file.
        """
        numbers = {"decimal": self.layout.decimal, "thousands": self.layout.thousands}
        return self.asked.model_copy(update=numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """What decoding gave: the table, or None and the findings that say why there is none."""

    table: RawTable | None
    findings: tuple[Finding, ...] = ()
