"""Publishes in children that are killed, and holds after each kill that nothing is half: run as a program of its own.

`python -m tests.killed_publisher FOLDER random COUNT SEED` kills COUNT children after random delays;
`... FOLDER steps` kills one child before each call that changes the disk, until one gets to its end. Prints how many
children were killed, and how many publications they had completed. The program itself never computes with polars:
its threads do not survive a fork.
"""

import os
import random
import select
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from loaders.editions.edition import Edition, Published, Statement
from loaders.editions.history import Store, editions, version_of
from loaders.editions.publishing import publish, restore
from loaders.folder import DataFolder
from tests.sample_data import BEDS, frame, row

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
#: Longer than a publication takes, in seconds.
LONGEST = 0.012
DISK_CALLS = ("fsync", "replace", "unlink")


def run(work: Callable[[], None]) -> int:
    """The exit status of a child that does some work."""
    child = os.fork()
    if child == 0:
        _in_child(work)
    return os.waitpid(child, 0)[1]


def _in_child(work: Callable[[], None]) -> None:
    try:
        work()
    except BaseException as error:  # noqa: BLE001 a child must not go on as its parent
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        os._exit(1)
    os._exit(0)


def publish_once(folder: DataFolder, value: float) -> None:
    """One publication of a table that was never published before, then the way back to the one before it."""
    before = editions(folder, BEDS)[-1]
    said = Statement(label=f"{value:g}", comment="", author="ada")
    made = publish(folder, BEDS, frame([row("FR101", "beds", value)]), said, before.version, NOW)
    assert isinstance(made, Published), made
    assert isinstance(restore(folder, BEDS, before.number, said, NOW), Published)


def hold(folder: DataFolder, seen: Path) -> None:
    """Holds everything that must be true after a kill; `seen` remembers the editions that were there before."""
    store = Store(folder=folder, dataset=BEDS)
    listed = editions(folder, BEDS)
    known = seen.read_text(encoding="utf-8").split() if seen.exists() else []
    assert [one.file for one in listed][: len(known)] == known, "editions are lost"
    assert [one.number for one in listed] == list(range(len(listed))), "numbers are not in a row"
    assert listed[-1].version == version_of(store.shown.read_bytes()), "the history does not end with what is shown"
    for one in listed:
        path = store.shown if one is listed[-1] and not one.stated else store.kept(one)
        assert version_of(path.read_bytes()) == one.version, f"{one.file} is not whole"
    seen.write_text("\n".join(one.file for one in listed if one.stated or store.kept(one).exists()), encoding="utf-8")


def hold_tidy(folder: DataFolder) -> None:
    """Holds that a publication that is not disturbed leaves what belongs there and nothing else."""
    publish_once(folder, 9999.0)
    store = Store(folder=folder, dataset=BEDS)
    listed: tuple[Edition, ...] = editions(folder, BEDS)
    assert {path.name for path in store.place.iterdir()} == {"history.jsonl", *(one.file for one in listed)}
    assert list(folder.indicators.iterdir()) == [store.shown]


def killed_at_random(folder: DataFolder, count: int, seed: int) -> Iterator[int]:
    """Children that publish without end, each killed after a delay; yields their exit status."""
    # As many delays as children, in random order, so that no part of a publication is left out by chance.
    delays = random.Random(seed).sample([LONGEST * place / count for place in range(count)], count)  # noqa: S311
    for turn, delay in enumerate(delays):
        begun, begin = os.pipe()
        child = os.fork()
        if child == 0:
            _in_child(partial(_publish_without_end, folder, turn, begin))
        os.read(begun, 1)
        select.select([], [], [], delay)
        os.kill(child, signal.SIGKILL)
        yield os.waitpid(child, 0)[1]
        os.close(begun)
        os.close(begin)


def _publish_without_end(folder: DataFolder, turn: int, begin: int) -> None:
    publish_once(folder, float(turn))  # imports and first calls are not what is to be disturbed
    os.write(begin, b".")
    for place in range(1, 1000):
        publish_once(folder, turn + place / 1000)


def killed_at_each_step(folder: DataFolder) -> Iterator[int]:
    """Children that are killed before their first call that changes the disk, their second, and so on to the end."""
    step, status = 0, -1
    while status != 0:
        step += 1
        status = run(partial(_publish_until, folder, step))
        yield status


def _publish_until(folder: DataFolder, step: int) -> None:
    left = step

    def counted(call: Callable[..., object]) -> Callable[..., object]:
        def counting(*arguments: object, **named: object) -> object:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)

        return counting

    for name in DISK_CALLS:
        setattr(os, name, counted(getattr(os, name)))
    publish_once(folder, float(step))


def main(arguments: list[str]) -> int:
    """Kills as asked; 0 when everything held each time."""
    folder = DataFolder(Path(arguments[0]))
    seen = folder.root / "seen.txt"
    statuses = (
        killed_at_random(folder, int(arguments[2]), int(arguments[3]))
        if arguments[1] == "random"
        else killed_at_each_step(folder)
    )
    killed = 0
    for status in statuses:
        killed += status == signal.SIGKILL
        if status not in (0, signal.SIGKILL) or run(partial(hold, folder, seen)):
            return 1
    if run(partial(hold_tidy, folder)):
        return 1
    sys.stdout.write(f"{killed} {len(seen.read_text(encoding='utf-8').split())}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
