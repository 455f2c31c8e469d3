"""Decoding behind a wall: a process of its own reads the file, and whatever becomes of it, one finding remains."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import polars as pl
from pydantic import ValidationError

from loaders.finding import Finding, Rule
from loaders.intake.exchange import Answer, Facts, Request
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Decoded, Layout, RawTable
from loaders.intake.refusal import refused

_ROOT = Path(__file__).resolve().parents[2]
_WORKER = (sys.executable, "-m", "loaders.intake.worker")
#: Nothing of the application's environment but what finds its libraries; one thread, and no memory set aside for more.
_KEPT = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "LANG", "TMPDIR")
_CALM = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONIOENCODING": "utf-8",
}
_OUT_OF_MEMORY = (b"memory allocation", b"MemoryError", b"bad_alloc", b"Cannot allocate memory")
#: What starting the process may take on top of the time for the file.
_START = 5
_LAST = 100_000


def decode(path: Path, layout: Layout, limits: Limits) -> Decoded:
    """The table of a file, or the finding that says why there is none; never raises for a bad file.

    Takes about a quarter of a second more than decoding itself, at most `limits.seconds` and the start of the process.
    """
    with tempfile.TemporaryDirectory(prefix="observatory-") as folder:
        cells = Path(folder) / "cells.arrow"
        told = _ask(Request(path=path.absolute(), layout=layout, limits=limits, cells=cells))
        if isinstance(told, Finding):
            return Decoded(table=None, findings=(told,))
        try:
            frame = _frame(cells)
        except (OSError, pl.exceptions.PolarsError, ValueError) as error:
            told = refused(Rule.FILE_UNREADABLE, path.name, found=(str(error),)).finding
            return Decoded(table=None, findings=(told,))
    table = RawTable(
        content=told.content,
        frame=frame,
        layout=told.layout,
        sheets=told.sheets,
        first_row=told.first_row,
        metadata=told.metadata,
    )
    return Decoded(table=table)


def _frame(cells: Path) -> pl.DataFrame:
    return pl.read_ipc(cells).with_columns(pl.col(pl.Categorical).cast(pl.String))


def _ask(request: Request) -> Facts | Finding:
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | _CALM
    try:
        done = subprocess.run(  # noqa: S603 - our own module, with nothing of the file in the command
            _WORKER,
            input=request.model_dump_json().encode(),
            capture_output=True,
            cwd=_ROOT,
            env=environment,
            timeout=request.limits.seconds + _START,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _too_long(request)
    if done.returncode:
        return _died(request, done.returncode, done.stderr[-_LAST:])
    try:
        answer = Answer.model_validate_json(done.stdout)
    except ValidationError:
        return refused(
            Rule.FILE_UNREADABLE, request.path.name, found=(done.stdout[:80].decode(errors="replace"),)
        ).finding
    return answer.finding or answer.facts or _died(request, 0, b"")


def _too_long(request: Request) -> Finding:
    seconds = (str(request.limits.seconds),)
    return refused(Rule.DECODING_TOO_LONG, request.path.name, found=seconds, expected=seconds).finding


def _died(request: Request, code: int, said: bytes) -> Finding:
    """What became of the process: the system stops one that takes too much time or memory by a signal."""
    if code == -signal.SIGXCPU:
        return _too_long(request)
    if code == -signal.SIGKILL or any(word in said for word in _OUT_OF_MEMORY):
        memory = (str(request.limits.memory_bytes),)
        return refused(Rule.DECODING_TOO_LARGE, request.path.name, expected=memory).finding
    last = said.decode(errors="replace").strip().splitlines()[-1:] or [""]
    name = signal.Signals(-code).name if -code in set(signal.Signals) else str(code)
    return refused(Rule.FILE_UNREADABLE, request.path.name, found=(name, *filter(None, last))).finding
