"""From a file to its table in Arrow, or the finding that stands in its place."""

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from loaders.finding import Finding, Rule
from loaders.intake.admission import Form, admit
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Glimpse, Layout
from loaders.intake.refusal import RefusedError, refused
from loaders.intake.rows_read import Count, uncounted

if TYPE_CHECKING:
    from loaders.intake.read_table import ReadTable


_MODULES = {
    Form.PARQUET: "loaders.intake.parquet_table",
    Form.WORKBOOK: "loaders.intake.workbook",
    Form.TEXT: "loaders.intake.text_table",
}
_GLIMPSES = {Form.WORKBOOK: "loaders.intake.workbook_glimpse", Form.TEXT: "loaders.intake.text_glimpse"}


class Decoder(Protocol):
    """What reads a file that was admitted."""

    def __call__(self, path: Path, layout: Layout, limits: Limits, count: Count = uncounted) -> "ReadTable":
        """The table; raises RefusedError and MemoryError."""


class Glimpser(Protocol):
    """What looks at the beginning of a file that was admitted."""

    def __call__(self, path: Path, layout: Layout, limits: Limits) -> Glimpse:
        """The beginning; raises RefusedError and MemoryError."""


def decoder(form: Form) -> Decoder:
    """What reads files of a form; only the libraries of that form are loaded."""
    # Which module it is depends on the file, and the others would only delay the process that imports this.
    module = importlib.import_module(_MODULES[form])
    decode: Decoder = module.decode
    return decode


def glimpser(form: Form) -> Glimpser | None:
    """What looks at the beginning of files of a form; None where a file says itself how it is read."""
    if form is Form.PARQUET:
        return None
    module = importlib.import_module(_GLIMPSES[form])
    glimpse: Glimpser = module.glimpse
    return glimpse


def admitted(path: Path, limits: Limits) -> Form | Finding:
    """The form of a file, or why it is not decoded."""
    try:
        return admit(path, limits)
    except RefusedError as error:
        return error.finding
    except OSError as error:
        return refused(Rule.FILE_UNREADABLE, path.name, found=(error.strerror or "",)).finding


def decoded_here(
    decode: Decoder, path: Path, layout: Layout, limits: Limits, count: Count = uncounted
) -> "ReadTable | Finding":
    """The table of an admitted file, or the finding in its place; decodes in this process, without its limits."""
    try:
        return decode(path, layout, limits, count)
    except RefusedError as error:
        return error.finding
    except MemoryError:
        return refused(Rule.DECODING_TOO_LARGE, path.name, expected=(str(limits.memory_bytes),)).finding
