"""The formats in which data can be taken away: one registry for menus, commands and tests."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from loaders.exhibit import Exhibit
from loaders.files.content import Content
from loaders.files.dataset_content import dataset_content
from loaders.files.picture_content import picture_content
from loaders.language import Wording, mark
from loaders.library import Library
from loaders.provenance import Provenance
from loaders.seal import sealed

Write = Callable[[Content, Provenance, Wording], bytes]


class TooManyRowsError(ValueError):
    """There are more figures than programs read of a file of this format; `rows` and `most` say how many."""

    def __init__(self, rows: int, most: int) -> None:
        """Keep both numbers."""
        super().__init__(f"{rows} rows, at most {most}")
        self.rows, self.most = rows, most


class FileFormat(StrEnum):
    """The key of a format, as commands and addresses have it."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    SDMX_CSV = "sdmx-csv"
    PACKAGE = "package"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatFacts:
    """What a menu says of a format (both texts are messages), its file ending with the dot, its MIME type.

    `is_sealed` says that the file carries its provenance, and a seal by which a later change is found. `most_rows` are
    the figures that programs read of such a file, None where they read any number.
    """

    label: str
    help: str
    suffix: str
    mime: str
    is_sealed: bool = True
    most_rows: int | None = None


FORMATS: Mapping[FileFormat, FormatFacts] = {
    FileFormat.CSV: FormatFacts(
        label=mark("CSV"),
        help=mark("One line for each figure, for any spreadsheet."),
        suffix=".csv",
        mime="text/csv",
        is_sealed=False,
    ),
    FileFormat.XLSX: FormatFacts(
        label=mark("Workbook (XLSX)"),
        help=mark("Cover sheet, one table a sheet, notes."),
        suffix=".xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        most_rows=1_048_575,
    ),
    FileFormat.PARQUET: FormatFacts(
        label=mark("Parquet"),
        help=mark("The long form in codes, its provenance in the footer."),
        suffix=".parquet",
        mime="application/vnd.apache.parquet",
    ),
    FileFormat.SDMX_CSV: FormatFacts(
        label=mark("SDMX-CSV 2.0"),
        help=mark("For the systems of statistical offices."),
        suffix=".sdmx.csv",
        mime="application/vnd.sdmx.data+csv;version=2.0.0",
        is_sealed=False,
    ),
    FileFormat.PACKAGE: FormatFacts(
        label=mark("Data package (ZIP)"),
        help=mark("CSV with its description for machines (Data Package, CSVW) and a README."),
        suffix=".zip",
        mime="application/zip",
    ),
}
#: Loaded when they are needed: what writes workbooks takes memory.
_WRITERS: Mapping[FileFormat, str] = {
    FileFormat.CSV: "loaders.files.csv_file",
    FileFormat.XLSX: "loaders.files.workbook",
    FileFormat.PARQUET: "loaders.files.parquet",
    FileFormat.SDMX_CSV: "loaders.files.sdmx_csv",
    FileFormat.PACKAGE: "loaders.files.package",
}


def picture_file(exhibit: Exhibit, kind: FileFormat, provenance: Provenance, words: Wording) -> bytes:
    """The data of a picture as a file; the same exhibit and provenance give the same bytes.

    Args:
        exhibit: what is displayed.
        kind: the format.
        provenance: what the file says of itself.
        words: the language of the exhibit.

    Raises:
        TooManyRowsError: it shows more figures than programs read of such a file.
    """
    return _write(kind, picture_content(exhibit, words, edition=provenance.edition), provenance, words)


def dataset_file(library: Library, dataset: str, kind: FileFormat, provenance: Provenance, words: Wording) -> bytes:
    """A whole dataset as a file; the same data and provenance give the same bytes.

    Parquet and SDMX-CSV hold what is stored, the others also what is computed from it.

    Raises:
        NoDataError: the dataset could not be read.
        TooManyRowsError: it has more figures than programs read of such a file.
    """
    return _write(kind, dataset_content(library, dataset, words, edition=provenance.edition), provenance, words)


def _write(kind: FileFormat, content: Content, provenance: Provenance, words: Wording) -> bytes:
    most = FORMATS[kind].most_rows
    if most is not None and len(content.entries) > most:
        raise TooManyRowsError(len(content.entries), most)
    write: Write = importlib.import_module(_WRITERS[kind]).file_bytes
    written = write(content, provenance, words)
    return sealed(written) if FORMATS[kind].is_sealed else written
