"""Publishing an edition, and going back to one: readers see the old file or the new one, and the history agrees.

Under the lock of `data/indicators` (one for all datasets, held for milliseconds), each step durable before the next:

1. `pending.json`: the edition that is about to be. Nothing has changed for anybody.
2. The kept file, `<number>-<version>.parquet`. It is whole as soon as it has its name.
3. The shown file, `data/indicators/<dataset>.parquet`, by one rename. **This rename is the moment of publishing.**
4. `history.jsonl` with the new edition, by one rename.
5. `pending.json` is removed.

A file in place that the history does not know (built, or laid there by hand) is recorded first in the same way, with
step 3 idle: so whatever is replaced has been kept before.

A kill after 1 or 2 leaves the old file in place, and the pending edition has another version: it never was, and the
next who publishes removes what is left of it. After 3 or 4 its version is in place: it counts for every reader at once
(`history.State.settled`), and the next who publishes completes the history. Comparing versions cannot mislead, because
an edition with the version in place is never begun, except the idle one, of which a missing kept file is made again
from the file in place. Half a file bears another name (`.unfinished`) and is removed by the next who publishes.
"""

from dataclasses import dataclass
from datetime import datetime

import polars as pl

from loaders.editions.durable import UNFINISHED, locked, remove_durably, write_durably
from loaders.editions.edition import DamagedHistoryError, Edition, Overtaken, Published, Statement, Unchanged
from loaders.editions.history import EDITION, Extent, Store, extent, find, instant, state_of, version_of, with_current
from loaders.folder import DataFolder
from loaders.parquet_file import parquet_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """An edition that still lacks its number."""

    content: bytes
    size: Extent
    statement: Statement
    moment: datetime
    restored_from: int | None = None


def publish(  # noqa: PLR0913, PLR0917 what an edition is made of, each named by the caller
    folder: DataFolder,
    dataset: str,
    frame: pl.DataFrame,
    statement: Statement,
    expected_version: str | None,
    now: datetime,
) -> Published | Unchanged | Overtaken:
    """Makes a frame the edition that readers see; the caller has held it against the contract.

    Args:
        folder: the data folder.
        dataset: the id of the dataset.
        frame: the observations in the long form.
        statement: what the analyst says of the edition.
        expected_version: the version that the analyst compared with; None where there was no file.
        now: the moment of publishing, with its time zone.

    Raises:
        OSError: a file could not be written; readers see what they saw before.
        DamagedHistoryError: the history is not what publishing writes.
    """
    draft = _Draft(content=parquet_bytes(frame), size=extent(frame), statement=statement, moment=now)
    store = Store(folder=folder, dataset=dataset)
    folder.indicators.mkdir(parents=True, exist_ok=True)
    with locked(folder.indicators):
        known, current = _settled(store)
        if current is not None and version_of(draft.content) == current:
            return Unchanged(edition=known[-1])
        if current != expected_version:
            return Overtaken(since=_since(known, expected_version), current=current)
        return _put(store, draft, known, current)


def restore(
    folder: DataFolder, dataset: str, number: int, statement: Statement, now: datetime
) -> Published | Unchanged:
    """Makes an earlier edition the one that readers see, as a new edition with the same bytes.

    Raises:
        UnknownEditionError: the dataset has no edition with this number.
        OSError: a file could not be read or written; readers see what they saw before.
        DamagedHistoryError: the history or the kept file is not what publishing wrote.
    """
    store = Store(folder=folder, dataset=dataset)
    folder.indicators.mkdir(parents=True, exist_ok=True)
    with locked(folder.indicators):
        known, current = _settled(store)
        earlier = find(known, dataset, number)
        if earlier.version == current:
            return Unchanged(edition=known[-1])
        content = store.kept(earlier).read_bytes()
        if version_of(content) != earlier.version:
            raise DamagedHistoryError(f"{dataset}: {earlier.file} no longer is what was published")
        draft = _Draft(
            content=content,
            size=Extent(earlier.rows, earlier.areas),
            statement=statement,
            moment=now,
            restored_from=number,
        )
        return _put(store, draft, known, current)


def _put(store: Store, draft: _Draft, known: tuple[Edition, ...], current: str | None) -> Published:
    """Publishes a draft after keeping what it replaces."""
    recorded = state_of(store).recorded
    if known and known[-1] not in recorded:
        recorded = _record(store, known[-1], store.shown.read_bytes(), recorded, current)
    edition = Edition(
        dataset=store.dataset,
        number=known[-1].number + 1 if known else 1,
        version=version_of(draft.content),
        label=draft.statement.label,
        comment=draft.statement.comment,
        author=draft.statement.author,
        published_at=instant(draft.moment),
        rows=draft.size.rows,
        areas=draft.size.areas,
        restored_from=draft.restored_from,
        accepted=draft.statement.accepted,
    )
    _record(store, edition, draft.content, recorded, current)
    return Published(edition=edition, replaced=known[-1] if known and current is not None else None)


def _record(
    store: Store, edition: Edition, content: bytes, recorded: tuple[Edition, ...], current: str | None
) -> tuple[Edition, ...]:
    """The five steps for one edition; the history that they lead to."""
    write_durably(store.pending, EDITION.dump_json(edition))
    write_durably(store.kept(edition), content)
    if edition.version != current:
        write_durably(store.shown, content)
    complete = (*recorded, edition)
    _write_history(store, complete)
    remove_durably(store.pending)
    return complete


def _settled(store: Store) -> tuple[tuple[Edition, ...], str | None]:
    """The editions and the version in place, after whatever was cut off has been completed or undone."""
    state = state_of(store)
    if state.unrecorded:
        if not store.kept(state.unrecorded).exists():
            write_durably(store.kept(state.unrecorded), store.shown.read_bytes())
        _write_history(store, state.settled)
    elif state.pending and state.pending not in state.recorded:
        remove_durably(store.kept(state.pending))
    if state.pending:
        remove_durably(store.pending)
    for half in (*store.place.glob(f"*{UNFINISHED}"), store.shown.with_name(f"{store.shown.name}{UNFINISHED}")):
        half.unlink(missing_ok=True)
    return with_current(state, store), state.current


def _since(known: tuple[Edition, ...], expected: str | None) -> tuple[Edition, ...]:
    """The editions after the last one with the expected version; all where that is none of them."""
    seen = [place for place, one in enumerate(known) if one.version == expected]
    return known[seen[-1] + 1 :] if seen else known


def _write_history(store: Store, recorded: tuple[Edition, ...]) -> None:
    write_durably(store.history, b"".join(EDITION.dump_json(one) + b"\n" for one in recorded))
