"""A dossier frozen as a meeting edition: a small data folder of its own, which stays whatever is published later.

`data/boards/<name>.frozen/<day>[-n]/` holds `board.yaml`, the files of the data that the slides need, the logo, and
`frozen.yaml`: who, when, the data versions and the SHA-256 of every file. `seal` is the digest of all that.
"""

import hashlib
import re
import shutil
import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from yaml import CSafeDumper, CSafeLoader

from loaders.boards.board import Board
from loaders.boards.board_text import read_board_text
from loaders.boards.logos import LOGOS
from loaders.boards.store import StoredBoard, board_path, editions_path
from loaders.boards.used_data import used_datasets, used_files
from loaders.catalogue import Catalogue
from loaders.editions.durable import locked
from loaders.editions.history import version_of
from loaders.finding import Finding, Rule
from loaders.folder import DataFolder

BOARD, STATEMENT = "board.yaml", "frozen.yaml"
_EDITION = re.compile(r"\d{4}-\d{2}-\d{2}(?:-[1-9]\d{0,2})?")
_UNFINISHED = ".unfinished-"
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class FrozenStatement(BaseModel):
    """What a frozen edition says of itself; `versions` are data versions by dataset, `files` digests by path."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    day: date
    note: str
    author: str
    frozen_at: str
    versions: dict[str, str]
    files: dict[str, Digest]
    seal: str = ""

    @property
    def expected_seal(self) -> str:
        """The digest of everything but the seal."""
        return hashlib.sha256(self.model_dump_json(exclude={"seal"}).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenBoard:
    """A frozen edition as it was read; `altered` names what was changed, added or removed since it was frozen."""

    name: str
    edition: str
    board: Board
    statement: FrozenStatement
    folder: DataFolder
    altered: tuple[str, ...]

    @property
    def finding(self) -> Finding | None:
        """What is said of an edition that no longer is what was frozen."""
        if not self.altered:
            return None
        return Finding(
            rule=Rule.FROZEN_ALTERED, dataset=None, file=f"{self.name}.frozen/{self.edition}", found=self.altered
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Freezing:
    """What is said when a dossier is frozen: the day of the meeting, a note, who freezes it, and when."""

    day: date
    note: str
    author: str
    moment: datetime


def frozen_editions(folder: DataFolder, name: str) -> tuple[str, ...]:
    """The names of the frozen editions of a dossier, oldest first."""
    found = (path.name for path in editions_path(folder, name).glob("*") if _EDITION.fullmatch(path.name))
    return tuple(sorted(found, key=_place))


def freeze(catalogue: Catalogue, stored: StoredBoard, said: Freezing) -> str:
    """Freezes a dossier as it is saved with the data as they are, and gives the name of the edition.

    The folder appears in one step, whole. Publishing waits as long as the files are copied.

    Raises:
        OSError: a file could not be read or written; nothing is left of the edition.
    """
    folder = catalogue.folder
    place = editions_path(folder, stored.name)
    place.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=place))
    try:
        datasets = used_datasets(stored.board, catalogue)
        with locked(folder.indicators, shared=True):
            for path in used_files(datasets, catalogue):
                _copy(folder.root / path, unfinished / path)
        logo = stored.board.cover.logo
        if logo and (folder.boards / LOGOS / logo).exists():
            _copy(folder.boards / LOGOS / logo, unfinished / LOGOS / logo)
        (unfinished / BOARD).write_bytes(board_path(folder, stored.name).read_bytes())
        (unfinished / "indicators").mkdir(exist_ok=True)
        _write_statement(unfinished, said)
        unfinished.chmod(0o755)
        with locked(folder.boards):
            edition = _free_name(folder, stored.name, said.day)
            unfinished.rename(place / edition)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return edition


def read_frozen(folder: DataFolder, name: str, edition: str) -> FrozenBoard | Finding:
    """A frozen edition, or why it cannot be opened; its data are read from its own folder like any other."""
    known = frozen_editions(folder, name)
    if edition not in known:
        file = f"{name}.frozen/{edition}"
        return Finding(rule=Rule.FROZEN_MISSING, dataset=None, file=file, found=(edition,), expected=known)
    place = editions_path(folder, name) / edition
    missing = [
        one
        for one in (STATEMENT, BOARD, "codelists/areas.csv", "codelists/units.yaml", "figures/sources.csv")
        if not (place / one).is_file()
    ]
    if missing:
        return _invalid(name, edition, *missing)
    try:
        text = (place / STATEMENT).read_text(encoding="utf-8")
        statement = FrozenStatement.model_validate(yaml.load(text, Loader=CSafeLoader))
        board = read_board_text((place / BOARD).read_bytes(), BOARD)
    except ValidationError as error:
        first = error.errors()[0]
        return _invalid(name, edition, f"{STATEMENT}: {'.'.join(map(str, first['loc']))}: {first['msg']}")
    except (OSError, ValueError, yaml.YAMLError) as error:
        return _invalid(name, edition, f"{STATEMENT}: {' '.join(str(error).split())[:200]}")
    if isinstance(board, Finding):
        return _invalid(name, edition, *(f"{BOARD}: {one}" for one in board.found))
    found = FrozenBoard(
        name=name,
        edition=edition,
        board=board,
        statement=statement,
        folder=DataFolder(place),
        altered=_altered(place, statement),
    )
    # Without its code lists nothing of an edition can be read; what else was changed, its slides say.
    is_readable = not any(one.startswith(("codelists/", "figures/")) for one in found.altered)
    return found if is_readable else (found.finding or _invalid(name, edition))


def _altered(place: Path, statement: FrozenStatement) -> tuple[str, ...]:
    now = _digests(place)
    changed = sorted(name for name in {*now, *statement.files} if now.get(name) != statement.files.get(name))
    return (*changed, *((STATEMENT,) if statement.seal != statement.expected_seal else ()))


def _write_statement(place: Path, said: Freezing) -> None:
    files = _digests(place)
    versions = {
        Path(name).stem: version_of((place / name).read_bytes()) for name in files if name.startswith("indicators/")
    }
    draft = FrozenStatement(
        day=said.day,
        note=said.note,
        author=said.author,
        frozen_at=said.moment.isoformat(timespec="seconds"),
        versions=versions,
        files=files,
    )
    sealed = draft.model_copy(update={"seal": draft.expected_seal})
    text = yaml.dump(sealed.model_dump(), Dumper=CSafeDumper, sort_keys=False, allow_unicode=True)
    (place / STATEMENT).write_text(text, encoding="utf-8")


def _digests(place: Path) -> dict[str, str]:
    """SHA-256 of every file of an edition but the statement, by its path."""
    files = sorted(path for path in place.rglob("*") if path.is_file() and path != place / STATEMENT)
    return {path.relative_to(place).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _free_name(folder: DataFolder, name: str, day: date) -> str:
    taken = set(frozen_editions(folder, name))
    names = (day.isoformat(), *(f"{day.isoformat()}-{number}" for number in range(2, 1000)))
    return next(one for one in names if one not in taken)


def _place(edition: str) -> tuple[str, int]:
    return edition[:10], int(edition[11:] or 1)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _invalid(name: str, edition: str, *found: str) -> Finding:
    return Finding(rule=Rule.FROZEN_INVALID, dataset=None, file=f"{name}.frozen/{edition}", found=found)
