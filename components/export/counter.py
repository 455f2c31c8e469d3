"""The counter: where the application hands in orders and waits for files. One process makes them, a few may wait."""

import atexit
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore, Lock, Timer
from typing import IO

from components.board.order import DossierOrder
from components.export.exchange import Answer, Asked, DossierQuestion, Question
from components.export.order import Order
from components.export.refusal import RefusedError, broken_off, busy
from loaders.language import wording
from loaders.notice import Notice

_ROOT = Path(__file__).resolve().parents[2]
_COMMAND = (sys.executable, "-OO", "-m", "components.export.worker")
#: How many orders may be waiting or in the making.
LONGEST_QUEUE = 12
_SECONDS = 60.0
#: A process that nobody has asked for so long gives its memory back.
_IDLE_SECONDS = 300.0
_CALM = {"MALLOC_ARENA_MAX": "2", "POLARS_MAX_THREADS": "1", "RAYON_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture for the screen (PNG), what the check of the figure finds, and how many marks found no room."""

    content: bytes
    findings: tuple[str, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished file; `troubles` name the slides of a dossier that say why they show no figure.

    `notices` say what else the file lacks.
    """

    name: str
    content: bytes
    troubles: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


Progress = Callable[[int, int], None]


@dataclass
class Counter:
    """Takes orders from any thread and carries them out one by one in a process of its own, started when needed."""

    command: tuple[str, ...] = _COMMAND
    process: "subprocess.Popen[bytes] | None" = None
    _places: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(LONGEST_QUEUE))
    _turn: Lock = field(default_factory=Lock)
    _rest: Timer | None = None

    def file(self, order: Order) -> Finished:
        """The file of an order, waiting for it.

        Raises:
            RefusedError: it cannot be made, too many are waiting, or it takes longer than a minute.
        """
        answer, content = self._asked(Question(order=order))
        return Finished(answer.name, content)

    def preview(self, order: Order, dots_per_inch: float) -> Preview:
        """The picture of an order for the screen.

        Raises:
            RefusedError: as for a file.
        """
        answer, content = self._asked(Question(order=order, preview=dots_per_inch))
        return Preview(content, answer.findings, answer.left_out)

    def dossier(self, order: DossierOrder, progress: Progress) -> Finished:
        """The file of a dossier; `progress` is told how many of how many slides are done.

        Raises:
            RefusedError: it cannot be made, too many are waiting, or a slide takes longer than a minute.
        """
        answer, content = self._asked(DossierQuestion(dossier=order), progress)
        return Finished(answer.name, content, answer.findings, tuple(one.notice for one in answer.notices))

    def close(self) -> None:
        """Ends the process; the next order starts another."""
        with self._turn:
            self._stop()

    def _asked(self, question: Asked, progress: Progress | None = None) -> tuple[Answer, bytes]:
        words = wording(question.language)
        if not self._places.acquire(blocking=False):
            raise busy(words)
        try:
            with self._turn:
                answer, content = self._exchanged(question, progress)
        except (OSError, ValueError, EOFError) as error:
            raise broken_off(type(error).__name__, words) from error
        finally:
            self._places.release()
        if answer.refused:
            raise RefusedError(answer.refused.notice)
        return answer, content

    def _exchanged(self, question: Asked, progress: Progress | None) -> tuple[Answer, bytes]:
        """One question and its answer; a process that does not answer in time is stopped, which ends the waiting."""
        process = self._started()
        try:
            questions, answers = _pipes(process)
            questions.write(question.model_dump_json().encode() + b"\n")
            questions.flush()
            answer, content = self._read(process, answers)
            while answer.progress:
                if progress:
                    progress(*answer.progress)
                answer, content = self._read(process, answers)
        except BaseException:
            # Also where whoever asked is stopped in the middle: what was not read would answer the next question.
            self._stop()
            raise
        self._rest_later()
        return answer, content

    def _read(self, process: "subprocess.Popen[bytes]", answers: IO[bytes]) -> tuple[Answer, bytes]:
        """The next answer, for which the process has a minute."""
        ending = Timer(_SECONDS, process.kill)
        ending.daemon = True
        ending.start()
        try:
            answer = Answer.model_validate_json(answers.readline())
            content = answers.read(answer.length)
        finally:
            ending.cancel()
        if len(content) < answer.length:
            raise EOFError  # it died while it answered, which ends as every other way to die
        return answer, content

    def _started(self) -> "subprocess.Popen[bytes]":
        if self.process is not None and self.process.poll() is not None:
            self._stop()
        if self.process is None:
            self.process = subprocess.Popen(  # noqa: S603 - our own module, with nothing of the order in the command
                self.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=_ROOT,
                env=os.environ | _CALM,
            )
        return self.process

    def _rest_later(self) -> None:
        if self._rest:
            self._rest.cancel()
        self._rest = Timer(_IDLE_SECONDS, self.close)
        self._rest.daemon = True
        self._rest.start()

    def _stop(self) -> None:
        if self._rest:
            self._rest.cancel()
        if self.process:
            self.process.kill()
            self.process.wait()
            for pipe in _pipes(self.process):
                # What was not sent any more is lost with the process.
                with suppress(OSError):
                    pipe.close()
            self.process = None


def _pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        message = "the process has no pipes"
        raise OSError(message)
    return process.stdin, process.stdout


@cache
def counter() -> Counter:
    """The one counter of the application."""
    one = Counter()
    atexit.register(one.close)
    return one


def ready(order: Order) -> Callable[[], bytes]:
    """What makes the file of an order when somebody clicks on it, outside of the script of the page."""
    return lambda: counter().file(order).content
