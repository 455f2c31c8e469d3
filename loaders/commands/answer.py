"""What a command answers: its exit code, and the same content as text and as JSON."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from loaders.finding import Finding


class Exit(IntEnum):
    """What an exit code says."""

    ACCEPTED = 0
    REFUSED = 1
    MISUSED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer: `lines` for people, `content` for programs.

    `problems` are lines for people on why nothing was done, `findings` are of anything else that should be known.
    """

    exit: Exit = Exit.ACCEPTED
    lines: tuple[str, ...] = ()
    content: Any = None
    problems: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def failed(error: Exception) -> Answer:
    """The answer of a command that could not be carried out."""
    return Answer(exit=Exit.REFUSED, problems=(str(error),), content={"error": str(error)})


class MisusedError(ValueError):
    """The command was given something that it cannot work with; the message says what there is."""
