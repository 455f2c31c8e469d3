"""The history of a dataset: its editions, and the files in which they are kept.

`data/editions/<dataset>/` holds `history.jsonl` (one edition per line, oldest first), each kept file under its number
and version, and, while an edition is being published, `pending.json`; `publishing` tells in which order.
Reading changes nothing: an edition whose publishing was cut off counts if, and only if, its file is in place.
"""

import hashlib
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pyarrow as pa
from pydantic import TypeAdapter, ValidationError

from loaders.editions.durable import locked
from loaders.editions.edition import DamagedHistoryError, Edition, UnknownEditionError
from loaders.folder import DataFolder
from loaders.observation import VALUE
from loaders.reader import read_frame

#: The column of the areas in every dataset that has any, as SDMX names it.
AREA = "ref_area"

EDITION = TypeAdapter(Edition)


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """Where the editions of one dataset lie."""

    folder: DataFolder
    dataset: str

    @property
    def place(self) -> Path:
        """The folder of the kept editions."""
        return self.folder.editions / self.dataset

    @property
    def history(self) -> Path:
        """The editions, one per line."""
        return self.place / "history.jsonl"

    @property
    def pending(self) -> Path:
        """The edition that is being published; there is no such file otherwise."""
        return self.place / "pending.json"

    @property
    def shown(self) -> Path:
        """The file that readers see."""
        return self.folder.parquet(self.dataset)

    def kept(self, edition: Edition) -> Path:
        """The kept file of an edition."""
        return self.place / edition.file


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What is recorded, what is being published, and the version in place (None for no file)."""

    recorded: tuple[Edition, ...]
    pending: Edition | None
    current: str | None

    @property
    def unrecorded(self) -> Edition | None:
        """The pending edition, if its file is already in place."""
        one = self.pending
        return one if one and one not in self.recorded and one.version == self.current else None

    @property
    def settled(self) -> tuple[Edition, ...]:
        """The editions that count."""
        return (*self.recorded, self.unrecorded) if self.unrecorded else self.recorded


@dataclass(frozen=True, slots=True)
class Extent:
    """How many rows a table has, and how many areas with a value."""

    rows: int
    areas: int


def version_of(content: bytes) -> str:
    """The version that these bytes have as a file, as the reader gives it."""
    return hashlib.sha256(content).hexdigest()[:12]


def extent(frame: pl.DataFrame) -> Extent:
    """The extent of a table in the long form."""
    if AREA not in frame.columns or VALUE not in frame.columns:
        return Extent(frame.height, 0)
    return Extent(frame.height, frame[AREA].filter(frame[VALUE].is_not_null()).n_unique())


def state_of(store: Store) -> State:
    """The state of a dataset; whoever asks holds the lock.

    Raises:
        DamagedHistoryError: the history is not what publishing writes.
    """
    lines = store.history.read_bytes().splitlines() if store.history.exists() else []
    pending = store.pending.read_bytes() if store.pending.exists() else None
    try:
        recorded = tuple(EDITION.validate_json(line) for line in lines)
        begun = EDITION.validate_json(pending) if pending is not None else None
    except ValidationError as error:
        raise DamagedHistoryError(f"{store.history.parent.name}: {error}") from error
    current = version_of(store.shown.read_bytes()) if store.shown.exists() else None
    return State(recorded=recorded, pending=begun, current=current)


def with_current(state: State, store: Store) -> tuple[Edition, ...]:
    """The editions that count; the last is what is in place, also where nobody published it."""
    settled = state.settled
    if state.current is None or (settled and settled[-1].version == state.current):
        return settled
    return (*settled, _found(store, state.current, settled))


def editions(folder: DataFolder, dataset: str) -> tuple[Edition, ...]:
    """The editions of a dataset, oldest first; the last is the one that readers see, if there is a file at all.

    A file that was never published appears as edition 0; one that was laid in place of an edition by hand appears after
    it. Both have no label and no author.

    Raises:
        DamagedHistoryError: the history is not what publishing writes.
    """
    store = Store(folder=folder, dataset=dataset)
    with locked(folder.indicators, shared=True) if folder.indicators.is_dir() else nullcontext():
        return with_current(state_of(store), store)


def published(store: Store) -> Edition | None:
    """The edition in place if an analyst published it, otherwise None; whoever asks holds the lock."""
    state = state_of(store)
    last = state.settled[-1] if state.settled else None
    return last if last and last.stated and last.version == state.current else None


def find(known: tuple[Edition, ...], dataset: str, edition: int | str) -> Edition:
    """The edition with this number or this version; of several with one version, the last.

    Raises:
        UnknownEditionError: there is none.
    """
    for one in reversed(known):
        if edition in (one.number, one.version, str(one.number)):
            return one
    raise UnknownEditionError(dataset, edition, tuple(one.number for one in known))


def edition_path(folder: DataFolder, dataset: str, edition: int | str) -> Path:
    """The file of an edition, by its number or its version.

    Raises:
        UnknownEditionError: the dataset has no such edition.
        DamagedHistoryError: the history is not what publishing writes.
    """
    found = find(editions(folder, dataset), dataset, edition)
    store = Store(folder=folder, dataset=dataset)
    kept = store.kept(found)
    return kept if found.stated or kept.exists() else store.shown


def _found(store: Store, version: str, settled: tuple[Edition, ...]) -> Edition:
    """The file in place as an edition that nobody published."""
    try:
        size = extent(read_frame(store.shown))
    except (OSError, ValueError, pa.ArrowException):  # what cannot be read is kept all the same
        size = Extent(0, 0)
    laid = datetime.fromtimestamp(store.shown.stat().st_mtime, tz=UTC)
    same = [one.number for one in settled if one.version == version]
    return Edition(
        dataset=store.dataset,
        number=settled[-1].number + 1 if settled else 0,
        version=version,
        label="",
        comment="",
        author="",
        published_at=instant(laid),
        rows=size.rows,
        areas=size.areas,
        restored_from=same[-1] if same else None,
    )


def instant(moment: datetime) -> str:
    """A moment as the history writes it: ISO 8601 in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
