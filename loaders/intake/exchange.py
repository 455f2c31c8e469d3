"""What the application and the decoding process say to each other, as JSON."""

from pathlib import Path

from pydantic import ConfigDict

from loaders.finding import Finding
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Content, Layout
from loaders.vocabulary import Declared


class Request(Declared):
    """A file to decode, how, within which limits, and where its cells are to be written (Arrow IPC)."""

    model_config = ConfigDict(str_strip_whitespace=False)

    path: Path
    layout: Layout
    limits: Limits
    cells: Path


class Facts(Declared):
    """All of a RawTable except its cells."""

    model_config = ConfigDict(str_strip_whitespace=False)

    content: Content
    layout: Layout
    sheets: tuple[str, ...]
    first_row: int
    metadata: tuple[tuple[str, str], ...]


class Answer(Declared):
    """The facts of a table whose cells were written, or the finding in its place: one of the two."""

    model_config = ConfigDict(str_strip_whitespace=False)

    facts: Facts | None = None
    finding: Finding | None = None
