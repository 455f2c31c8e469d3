"""Decoding behind a wall: a process of its own reads the file, and whatever becomes of it, one finding remains."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl
from pydantic import ValidationError

from loaders.finding import Finding, Rule
from loaders.intake.exchange import Answer, Request, Wanted
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Decoded, Glimpse, Layout, RawTable
from loaders.intake.refusal import refused
from loaders.intake.rows_read import share_read
from loaders.progress import Progress, Stage, unseen

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
#: How often the rows that were read are looked at, in seconds.
_LOOK = 0.1
_LAST = 100_000


def decode(path: Path, layout: Layout, limits: Limits, progress: Progress = unseen) -> Decoded:
    """The table of a file, or the finding that says why there is none; never raises for a bad file.

    Takes about a quarter of a second more than decoding itself, at most `limits.seconds` and the start of the process.
    """
    progress(Stage.READING, 0)
    with _request(path, layout, limits) as request:
        answer = _ask(request, progress)
        told = answer.facts
        if told is None:
            return Decoded(table=None, findings=(answer.finding or _died(request, 0, b""),))
        try:
            frame = _frame(request.cells)
        except (OSError, pl.exceptions.PolarsError, ValueError) as error:
            finding = refused(Rule.FILE_UNREADABLE, path.name, found=(str(error),)).finding
            return Decoded(table=None, findings=(finding,))
    progress(Stage.READING, 1)
    table = RawTable(
        content=told.content,
        frame=frame,
        layout=told.layout,
        asked=layout,
        sheets=told.sheets,
        first_row=told.first_row,
        metadata=told.metadata,
    )
    return Decoded(table=table)


def glimpse(path: Path, layout: Layout, limits: Limits) -> Glimpse:
    """How a file begins when it is read with this layout; nothing where that cannot be seen. Never raises for it."""
    with _request(path, layout, limits, Wanted.GLIMPSE) as request:
        return _ask(request, unseen).glimpse or Glimpse()


@contextmanager
def _request(path: Path, layout: Layout, limits: Limits, wanted: Wanted = Wanted.TABLE) -> Iterator[Request]:
    """What is asked of the process, with a folder for what it writes that goes afterwards."""
    with tempfile.TemporaryDirectory(prefix="observatory-") as name:
        folder = Path(name)
        yield Request(
            path=path.absolute(),
            layout=layout,
            limits=limits,
            cells=folder / "cells.arrow",
            rows_read=folder / "rows",
            wanted=wanted,
        )


def _frame(cells: Path) -> pl.DataFrame:
    return pl.read_ipc(cells).with_columns(pl.col(pl.Categorical).cast(pl.String))


def _ask(request: Request, progress: Progress) -> Answer:
    """What the process answers; a process that did not answer is a finding."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | _CALM
    piped = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - our own module, with nothing of the file in the command
        _WORKER, stdin=piped, stdout=piped, stderr=piped, cwd=_ROOT, env=environment
    ) as process:
        try:
            said, complained = _waited_for(process, request, progress)
        except BaseException:
            process.kill()
            raise
    if said is None:
        return Answer(finding=_too_long(request))
    if process.returncode:
        return Answer(finding=_died(request, process.returncode, complained[-_LAST:]))
    try:
        return Answer.model_validate_json(said)
    except ValidationError:
        found = (said[:80].decode(errors="replace"),)
        return Answer(finding=refused(Rule.FILE_UNREADABLE, request.path.name, found=found).finding)


def _waited_for(process: "subprocess.Popen[bytes]", request: Request, progress: Progress) -> tuple[bytes | None, bytes]:
    """Both outputs of the process once it has ended, the first None where its time was up; tells its rows meanwhile."""
    question: bytes | None = request.model_dump_json().encode()
    end = time.monotonic() + request.limits.seconds + _START
    while True:
        try:
            return process.communicate(question, timeout=_LOOK)
        except subprocess.TimeoutExpired:
            question = None
        if time.monotonic() > end:
            process.kill()
            return None, process.communicate()[1]
        share = share_read(request.rows_read)
        if share is not None:
            progress(Stage.READING, share)


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
