"""The process that decodes one file, as its parent sees it: begun at once, asked for its answer when that is needed."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from loaders.finding import Finding, Rule
from loaders.intake.exchange import Answer, Request, Wanted
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Layout
from loaders.intake.refusal import refused
from loaders.intake.rows_read import share_read
from loaders.progress import Progress, Stage

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """A file that is being decoded; `end` is when its time is up, on the monotonic clock."""

    request: Request
    process: "subprocess.Popen[bytes]"
    end: float

    def answer(self, progress: Progress) -> Answer:
        """Waits for what the process answers; a process that did not answer is a finding."""
        said, complained = self._waited_for(progress)
        if said is None:
            return Answer(finding=self._too_long())
        if self.process.returncode:
            return Answer(finding=self._died(complained[-_LAST:]))
        try:
            return Answer.model_validate_json(said)
        except ValidationError:
            found = (said[:80].decode(errors="replace"),)
            return Answer(finding=refused(Rule.FILE_UNREADABLE, self.request.path.name, found=found).finding)

    def _waited_for(self, progress: Progress) -> tuple[bytes | None, bytes]:
        """Both outputs of the process once it has ended, the first None where its time was up; tells its rows."""
        while True:
            try:
                return self.process.communicate(timeout=_LOOK)
            except subprocess.TimeoutExpired:
                pass
            if time.monotonic() > self.end:
                self.process.kill()
                return None, self.process.communicate()[1]
            share = share_read(self.request.rows_read)
            if share is not None:
                progress(Stage.READING, share)

    def _too_long(self) -> Finding:
        seconds = (str(self.request.limits.seconds),)
        return refused(Rule.DECODING_TOO_LONG, self.request.path.name, found=seconds, expected=seconds).finding

    def _died(self, said: bytes) -> Finding:
        """What became of the process: the system stops one that takes too much time or memory by a signal."""
        code, file = self.process.returncode, self.request.path.name
        if code == -signal.SIGXCPU:
            return self._too_long()
        if code == -signal.SIGKILL or any(word in said for word in _OUT_OF_MEMORY):
            memory = (str(self.request.limits.memory_bytes),)
            return refused(Rule.DECODING_TOO_LARGE, file, expected=memory).finding
        last = said.decode(errors="replace").strip().splitlines()[-1:] or [""]
        name = signal.Signals(-code).name if -code in set(signal.Signals) else str(code)
        return refused(Rule.FILE_UNREADABLE, file, found=(name, *filter(None, last))).finding


@contextmanager
def decoding(path: Path, layout: Layout, limits: Limits, wanted: Wanted = Wanted.TABLE) -> Iterator[Decoding]:
    """Begins to decode a file; what the process writes is there until the end of the block, and so is the process.

    Raises:
        OSError: the process cannot be started.
    """
    with tempfile.TemporaryDirectory(prefix="observatory-") as name:
        folder = Path(name)
        request = Request(
            path=path.absolute(),
            layout=layout,
            limits=limits,
            cells=folder / "cells.arrow",
            rows_read=folder / "rows",
            wanted=wanted,
        )
        question = folder / "request.json"
        question.write_text(request.model_dump_json(), encoding="utf-8")
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | _CALM
        piped = subprocess.PIPE
        end = time.monotonic() + limits.seconds + _START
        with (
            question.open("rb") as asked,
            subprocess.Popen(  # noqa: S603 - our own module, with nothing of the file in the command
                _WORKER, stdin=asked, stdout=piped, stderr=piped, cwd=_ROOT, env=environment
            ) as process,
        ):
            try:
                yield Decoding(request=request, process=process, end=end)
            finally:
                process.kill()
