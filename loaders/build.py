"""Builds what the observatory reads: Parquet indicators from the transcriptions, projected boundaries for flat maps."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from loaders.catalogue import read_catalogue
from loaders.contract import check
from loaders.editions.durable import locked
from loaders.editions.history import Store, published
from loaders.finding import Finding
from loaders.folder import DataFolder
from loaders.geometry import project_layers
from loaders.parquet_file import write_parquet
from loaders.transcription import observations_frame


class ContractBrokenError(ValueError):
    """A transcription breaks the contract of its dataset; what was built before is left as it was."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep the findings, which say everything."""
        super().__init__(", ".join(f"{one.dataset}: {one.rule}" for one in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A file that building has dealt with; `kept` is the number of the published edition that was left in place."""

    path: Path
    kept: int | None = None


def build(folder: DataFolder) -> Iterator[Path]:
    """Builds every declared transcription and the map layers, and yields each file once it is written.

    The same inputs give the same bytes. A file that already has these bytes is left untouched, and so is an edition
    that an analyst published: `build_steps` tells which.

    Raises:
        TranscriptionError: a transcription does not fit its declaration.
        ContractBrokenError: its observations break the contract.
        DamagedHistoryError: the history of a dataset is not what publishing writes.
    """
    yield from (step.path for step in build_steps(folder) if step.kept is None)


def build_steps(folder: DataFolder) -> Iterator[Built]:
    """Builds as `build` does, and yields each file with what became of it.

    Raises:
        TranscriptionError: a transcription does not fit its declaration.
        ContractBrokenError: its observations break the contract.
        DamagedHistoryError: the history of a dataset is not what publishing writes.
    """
    catalogue = read_catalogue(folder)
    for declaration in catalogue.declarations.values():
        if declaration.transcription:
            frame = observations_frame(declaration, folder.figures)
            findings = check(frame, declaration, catalogue.areas, declaration.transcription.file)
            if findings:
                raise ContractBrokenError(findings)
            yield _replace(Store(folder=folder, dataset=declaration.id), frame)
    yield from (Built(path=path) for path in project_layers(folder.geo, folder.geo / "projected"))


def _replace(store: Store, frame: pl.DataFrame) -> Built:
    """Writes what was built, unless an analyst has published something else since."""
    store.folder.indicators.mkdir(parents=True, exist_ok=True)
    with locked(store.folder.indicators):
        edition = published(store)
        if edition is None:
            write_parquet(frame, store.shown)
    return Built(path=store.shown, kept=edition.number if edition else None)
