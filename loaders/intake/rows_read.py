"""How many rows the decoding process has read: it writes them down, and the application looks while it waits."""

import os
from collections.abc import Callable
from pathlib import Path

#: Called with the rows that were read and those that there are, as far as is known.
Count = Callable[[int, int], None]

_WIDTH = 20


def uncounted(_read: int, _all: int) -> None:
    """Rows that nobody counts."""


class Counter:
    """Writes rows down in a file of fixed width, so that who reads it never sees half a number."""

    def __init__(self, path: Path) -> None:
        """Begin with nothing read; the file is this process's own."""
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)

    def __call__(self, read: int, whole: int) -> None:
        """Write down that so many rows of the whole were read."""
        os.pwrite(self._file, f"{read:>{_WIDTH}}{whole:>{_WIDTH}}".encode("ascii"), 0)


def share_read(path: Path) -> float | None:
    """The share of rows that was read, from 0 to 1; None where nothing that makes sense was written down."""
    try:
        text = path.read_bytes()
        read, whole = int(text[:_WIDTH]), int(text[_WIDTH : 2 * _WIDTH])
    except (OSError, ValueError):
        return None
    return min(1.0, read / whole) if read >= 0 and whole > 0 else None
