"""The one door through which a Parquet file becomes a dataset, or findings that say why it does not."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from loaders.catalogue import Catalogue
from loaders.contract import check, with_optional_columns
from loaders.declaration import Declaration
from loaders.finding import Finding, Rule
from loaders.observation import Observation, observations


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """A declaration with its observations; `version` names the content of the file: same bytes, same version."""

    declaration: Declaration
    observations: tuple[Observation, ...]
    version: str

    @property
    def id(self) -> str:
        """The id of the dataset."""
        return self.declaration.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What reading a file gave: the dataset, or the findings that stand in its place."""

    dataset: Dataset | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What changes whenever a file is written or replaced; cheap to take, and hashable."""

    path: str
    inode: int
    size: int
    modified_ns: int
    changed_ns: int


def fingerprint(path: Path) -> Fingerprint | None:
    """The fingerprint of a file, None where there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return Fingerprint(str(path), state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)


def read_frame(path: Path) -> pl.DataFrame:
    """The content of a Parquet file with its page checksums verified.

    Raises:
        OSError, ValueError, pa.ArrowException: the file is missing, damaged, encrypted or no Parquet.
    """
    with pq.ParquetFile(path, page_checksum_verification=True) as file:
        table = file.read(use_threads=False)
        # Parquet protects its pages but not its footer: one wrong bit there, and rows are left out without a word.
        if any(column != table.num_rows for column in _lengths(file.metadata)):
            message = "the file holds another number of rows than it says"
            raise pa.ArrowInvalid(message)
    frame = pl.from_arrow(table)
    if not isinstance(frame, pl.DataFrame):
        message = "the file holds no table"
        raise pa.ArrowInvalid(message)
    return frame


def _lengths(metadata: pq.FileMetaData) -> Iterator[int]:
    """What the footer says of the number of rows: for the file, and for each column over all parts."""
    yield metadata.num_rows
    parts = [metadata.row_group(index) for index in range(metadata.num_row_groups)]
    flat = (one for one in range(metadata.num_columns) if not metadata.schema.column(one).max_repetition_level)
    for column in flat:
        yield sum(part.column(column).num_values for part in parts)


def read_dataset(path: Path, declaration: Declaration, catalogue: Catalogue) -> Reading:
    """A dataset from its file, held against the contract of its declaration; never raises for a bad file."""
    if not path.exists():
        return Reading(
            dataset=None, findings=(Finding(rule=Rule.FILE_MISSING, dataset=declaration.id, file=path.name),)
        )
    try:
        version = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        frame = read_frame(path)
    except (OSError, ValueError, pa.ArrowException) as error:  # ValueError: the name of a column is no UTF-8
        reason = " ".join(str(error).split())[:200]
        finding = Finding(rule=Rule.FILE_UNREADABLE, dataset=declaration.id, file=path.name, found=(reason,))
        return Reading(dataset=None, findings=(finding,))
    findings = check(frame, declaration, catalogue.areas, path.name)
    if findings:
        return Reading(dataset=None, findings=findings)
    dimensions = tuple(dimension.id for dimension in declaration.dimensions)
    rows = observations(with_optional_columns(frame, declaration), dimensions)
    return Reading(dataset=Dataset(declaration=declaration, observations=rows, version=version))
