"""What a command of `python -m components.board` is, and what commands have in common."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from loaders.boards.store import StoredBoard, board_names, read_board
from loaders.commands.answer import Answer, Exit, MisusedError
from loaders.finding import Finding
from loaders.folder import DataFolder
from loaders.language import Wording


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it does, what it is given, and the function that does it."""

    name: str
    text: str
    declare: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Wording], Answer]


def stored_board(folder: DataFolder, name: str) -> StoredBoard | Finding:
    """A dossier by its name, or why it cannot be read.

    Raises:
        MisusedError: there is no dossier of that name.
    """
    known = board_names(folder)
    if name not in known:
        raise MisusedError(f"unknown dossier {name!r}; known: {', '.join(known) or 'none'}")
    return read_board(folder, name)


def refused(finding: Finding) -> Answer:
    """The answer of a command that a finding stands against."""
    content = {"rule": finding.rule.value, "file": finding.file, "found": list(finding.found)}
    return Answer(exit=Exit.REFUSED, findings=(finding,), content=content)
