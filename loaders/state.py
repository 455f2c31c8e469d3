"""The state of a data folder at one moment: it changes whenever one of the files that are read of it changes."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from loaders.folder import DataFolder
from loaders.reader import fingerprint


def state_of(folder: DataFolder) -> str:
    """A token for what readers see of the folder; the same token means that no file was added, changed or removed."""
    marks = [fingerprint(path) for path in sorted(_files(folder))]
    return hashlib.sha256(repr(marks).encode()).hexdigest()


def _files(folder: DataFolder) -> Iterator[Path]:
    yield from folder.catalogue.glob("*.yaml")
    yield from folder.indicators.glob("*.parquet")
    yield from folder.codelists.iterdir()
    yield folder.figures / "sources.csv"
