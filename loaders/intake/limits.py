"""How much of a file the intake takes on: size, rows, columns, memory and time."""

from collections.abc import Mapping
from dataclasses import dataclass


class LimitError(ValueError):
    """A limit is set to something that is not a positive whole number; the message names the variable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a file may be at most; `memory_bytes` is what decoding may use on top of the program itself."""

    file_bytes: int = 200_000_000
    rows: int = 5_000_000
    columns: int = 500
    unpacked_bytes: int = 2_000_000_000
    memory_bytes: int = 1_500_000_000
    seconds: int = 60


def limits_from(environ: Mapping[str, str]) -> Limits:
    """The limits that the environment sets, the defaults for all others.

    Raises:
        LimitError: a variable holds no positive whole number.
    """
    usual = Limits()
    return Limits(
        file_bytes=_limit(environ, "OBSERVATORY_MAX_FILE_BYTES", usual.file_bytes),
        rows=_limit(environ, "OBSERVATORY_MAX_ROWS", usual.rows),
        columns=_limit(environ, "OBSERVATORY_MAX_COLUMNS", usual.columns),
        unpacked_bytes=_limit(environ, "OBSERVATORY_MAX_UNPACKED_BYTES", usual.unpacked_bytes),
        memory_bytes=_limit(environ, "OBSERVATORY_MAX_MEMORY_BYTES", usual.memory_bytes),
        seconds=_limit(environ, "OBSERVATORY_MAX_SECONDS", usual.seconds),
    )


def _limit(environ: Mapping[str, str], name: str, usual: int) -> int:
    text = environ.get(name, "").strip()
    if not text:
        return usual
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise LimitError(f"{name} is {text!r}; set it to a whole number above 0, or leave it out for {usual}")
    return int(text)
