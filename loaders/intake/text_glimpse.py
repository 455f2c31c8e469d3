"""How a text file begins: its first lines as they are, for who has to say how the file is read."""

from pathlib import Path

from loaders.intake.encoding import readable
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Glimpse, Layout
from loaders.intake.refusal import short

_SAMPLE, _ROWS = 1 << 16, 25


def glimpse(path: Path, layout: Layout, limits: Limits) -> Glimpse:  # noqa: ARG001 - so little is within any limit
    """The first lines, in the encoding that the layout names or that the file shows; what does not fit it is replaced.

    Raises:
        RefusedError: the layout names an encoding that is none.
    """
    with path.open("rb") as file:
        text = readable(file.read(_SAMPLE), layout.encoding, path.name)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Glimpse(rows=tuple(short(line.replace("\t", " → ")) for line in lines[:_ROWS]))
