"""Where dossiers are kept: `data/boards/<name>.yaml`; saved in one step, never over what somebody else has saved."""

import hashlib
import re
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from loaders.boards.board import Board
from loaders.boards.board_text import as_yaml, read_board_text, slug
from loaders.editions.durable import locked
from loaders.finding import Finding, Rule
from loaders.folder import DataFolder
from loaders.writing import write_whole

_NAMELESS, _LONGEST = "dossier", 59
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")


class RefusedBoardError(Exception):
    """What was asked for was not done, and everything is as it was; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        """Keep the finding."""
        super().__init__(f"{finding.rule}: {finding.file}")
        self.finding = finding


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBoard:
    """A dossier as it was read; `digest` names the very bytes of its file."""

    name: str
    board: Board
    digest: str


def board_names(folder: DataFolder) -> tuple[str, ...]:
    """The names of the dossiers, in order; also of those that cannot be read."""
    return tuple(sorted(path.stem for path in folder.boards.glob("*.yaml") if _NAME.fullmatch(path.stem)))


def free_name(folder: DataFolder, title: str) -> str:
    """A name for a new dossier that is made of its title; with a number behind it where the name is taken."""
    name = slug(title) or _NAMELESS
    numbered = (f"{name[:_LONGEST]}_{number}" for number in count(2))
    return next(one for one in chain((name,), numbered) if not _is_taken(folder, one))


def board_path(folder: DataFolder, name: str) -> Path:
    """The file of a dossier, whether it exists or not."""
    return folder.boards / f"{name}.yaml"


def editions_path(folder: DataFolder, name: str) -> Path:
    """The folder of the frozen editions of a dossier, whether it exists or not."""
    return folder.boards / f"{name}.frozen"


def read_board(folder: DataFolder, name: str) -> StoredBoard | Finding:
    """A dossier, or why there is none; the file is left alone."""
    if name not in board_names(folder):
        return Finding(
            rule=Rule.BOARD_MISSING, dataset=None, file=f"{name}.yaml", found=(name,), expected=board_names(folder)
        )
    path = board_path(folder, name)
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Finding(rule=Rule.BOARD_INVALID, dataset=None, file=path.name, found=(reason,))
    board = read_board_text(content, path.name)
    return board if isinstance(board, Finding) else StoredBoard(name=name, board=board, digest=_digest(content))


def save_board(folder: DataFolder, seen: StoredBoard, board: Board) -> StoredBoard:
    """Saves a dossier in place of the one that was seen.

    Raises:
        RefusedBoardError: somebody else has saved, renamed or deleted it since.
        OSError: the file could not be written; the old one is in place.
    """
    content = as_yaml(board).encode()
    with _alone(folder):
        _hold_unchanged(folder, seen)
        write_whole(board_path(folder, seen.name), content)
    return StoredBoard(name=seen.name, board=board, digest=_digest(content))


def create_board(folder: DataFolder, name: str, board: Board) -> StoredBoard:
    """Saves a new dossier; also how one is duplicated.

    Raises:
        RefusedBoardError: the name is not one, or is taken.
        OSError: the file could not be written.
    """
    content = as_yaml(board).encode()
    with _alone(folder):
        _hold_free(folder, name)
        write_whole(board_path(folder, name), content)
    return StoredBoard(name=name, board=board, digest=_digest(content))


def rename_board(folder: DataFolder, seen: StoredBoard, name: str) -> StoredBoard:
    """Gives a dossier, with its frozen editions, another name.

    Raises:
        RefusedBoardError: the name is not one or is taken, or the dossier was changed since.
        OSError: a file could not be renamed.
    """
    with _alone(folder):
        _hold_unchanged(folder, seen)
        _hold_free(folder, name)
        if editions_path(folder, seen.name).exists():
            editions_path(folder, seen.name).rename(editions_path(folder, name))
        board_path(folder, seen.name).rename(board_path(folder, name))
    return StoredBoard(name=name, board=seen.board, digest=seen.digest)


def delete_board(folder: DataFolder, seen: StoredBoard) -> None:
    """Deletes a dossier that was never frozen.

    Raises:
        RefusedBoardError: it has frozen editions, or was changed since.
        OSError: the file could not be removed.
    """
    with _alone(folder):
        _hold_unchanged(folder, seen)
        kept = sorted(path.name for path in editions_path(folder, seen.name).glob("[0-9]*"))
        if kept:
            raise _refused(Rule.BOARD_HAS_EDITIONS, seen.name, *kept)
        board_path(folder, seen.name).unlink()


def _alone(folder: DataFolder) -> AbstractContextManager[None]:
    folder.boards.mkdir(parents=True, exist_ok=True)
    return locked(folder.boards)


def _hold_unchanged(folder: DataFolder, seen: StoredBoard) -> None:
    path = board_path(folder, seen.name)
    if not path.exists() or _digest(path.read_bytes()) != seen.digest:
        raise _refused(Rule.BOARD_OVERTAKEN, seen.name, seen.name)


def _hold_free(folder: DataFolder, name: str) -> None:
    if not _NAME.fullmatch(name):
        raise _refused(Rule.BOARD_NAME_INVALID, name, name)
    if _is_taken(folder, name):
        raise _refused(Rule.BOARD_NAME_TAKEN, name, name)


def _is_taken(folder: DataFolder, name: str) -> bool:
    return board_path(folder, name).exists() or editions_path(folder, name).exists()


def _refused(rule: Rule, name: str, *found: str) -> RefusedBoardError:
    return RefusedBoardError(Finding(rule=rule, dataset=None, file=f"{name}.yaml", found=found))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
