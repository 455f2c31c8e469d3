"""What the application and the decoding process say to each other, as JSON."""

from enum import StrEnum
from pathlib import Path

from pydantic import ConfigDict

from loaders.finding import Finding
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Content, Glimpse, Layout
from loaders.vocabulary import Declared


class Wanted(StrEnum):
    """What is asked of a file."""

    TABLE = "table"
    GLIMPSE = "glimpse"


class Request(Declared):
    """A file to decode, how, within which limits, and where its cells are to be written (Arrow IPC).

    `rows_read` is the file in which the rows are counted meanwhile.
    """

    model_config = ConfigDict(str_strip_whitespace=False)

    path: Path
    layout: Layout
    limits: Limits
    cells: Path
    rows_read: Path
    wanted: Wanted = Wanted.TABLE


class Facts(Declared):
    """All of a RawTable except its cells."""

    model_config = ConfigDict(str_strip_whitespace=False)

    content: Content
    layout: Layout
    sheets: tuple[str, ...]
    first_row: int
    metadata: tuple[tuple[str, str], ...]


class Answer(Declared):
    """The facts of a table whose cells were written, or a glimpse of the file; or the finding in its place."""

    model_config = ConfigDict(str_strip_whitespace=False)

    facts: Facts | None = None
    glimpse: Glimpse | None = None
    finding: Finding | None = None
