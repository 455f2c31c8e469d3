"""A QR code as the outline of its dark squares, drawn on this machine."""

from dataclasses import dataclass

import segno

#: The white border that readers of QR codes need, in squares.
_QUIET = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode:
    """The side of the code with its border, in squares, and its dark squares as the path of an SVG."""

    side: int
    path: str


def qr_code(text: str) -> QrCode:
    """The code of a text, legible with up to 15 % of it damaged or out of focus.

    Raises:
        segno.DataOverflowError: the text is longer than any code can hold (about 2300 characters).
    """
    rows = segno.make(text, micro=False, error="m", boost_error=False).matrix
    runs = (
        f"M{start + _QUIET} {place + _QUIET}h{end - start}v1h-{end - start}z"
        for place, row in enumerate(rows)
        for start, end in _dark_runs(row)
    )
    return QrCode(side=len(rows) + 2 * _QUIET, path="".join(runs))


def _dark_runs(row: bytearray) -> list[tuple[int, int]]:
    """Where dark squares that touch begin and end in a row."""
    runs: list[tuple[int, int]] = []
    for place, is_dark in enumerate(row):
        if is_dark and runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        elif is_dark:
            runs.append((place, place + 1))
    return runs
