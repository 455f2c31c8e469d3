"""Files that survive a kill and a power cut, and the lock under which they change."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: How a file is named until it is whole.
UNFINISHED = ".unfinished"


def write_durably(path: Path, content: bytes) -> None:
    """Writes a file in one step: at every moment, and after a power cut, `path` is the old file or the new one.

    Raises:
        OSError: the file could not be written; what was there is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}{UNFINISHED}")
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        # A rename may reach the disk before the content does; then a power cut would leave an empty file.
        os.fsync(file.fileno())
    unfinished.replace(path)
    _keep_names(path.parent)


def remove_durably(path: Path) -> None:
    """Removes a file, whether it exists or not."""
    path.unlink(missing_ok=True)
    _keep_names(path.parent)


@contextmanager
def locked(folder: Path, *, shared: bool = False) -> Iterator[None]:
    """Holds the lock of a folder: alone to change what it guards, shared to read it.

    The lock is on the folder itself, so that nothing is left behind; the system gives it up when the process ends,
    however it ends. It waits as long as another holds it, and must not be taken twice by one caller.

    Raises:
        OSError: there is no such folder.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _keep_names(folder: Path) -> None:
    """Makes the renames and removals in a folder last."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
