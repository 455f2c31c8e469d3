"""The library: the catalogue with everything that was read, and what is computed from it when it is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from loaders.catalogue import Catalogue
from loaders.declaration import Declaration
from loaders.derivation import derived_observations
from loaders.finding import Finding, Rule
from loaders.formula import Lookup
from loaders.observation import Observation
from loaders.reader import Dataset, Reading, read_dataset
from loaders.recomputation import Recomputed, recomputations

Read = Callable[[Path, Declaration, Catalogue], Reading]


@dataclass(frozen=True, kw_only=True, eq=False)
class Library:
    """The catalogue and the reading of each declared dataset, at one moment.

    `computed` holds derived observations, `recomputed` printed figures beside what others give for them, by dataset.
    `stray` holds findings about files that belong to no dataset. A library is equal to itself alone.
    """

    catalogue: Catalogue
    readings: Mapping[str, Reading]
    computed: Mapping[str, tuple[Observation, ...]]
    recomputed: Mapping[str, tuple[Recomputed, ...]]
    stray: tuple[Finding, ...]

    def dataset(self, dataset: str) -> Dataset | None:
        """A dataset that could be read, None for one that could not or that nobody declared."""
        reading = self.readings.get(dataset)
        return reading.dataset if reading else None

    def findings(self, dataset: str) -> tuple[Finding, ...]:
        """Why a dataset could not be read; empty for one that could."""
        invalid = tuple(finding for finding in self.catalogue.findings if finding.dataset == dataset)
        reading = self.readings.get(dataset)
        if reading is None and not invalid:
            return (Finding(rule=Rule.FILE_MISSING, dataset=dataset, file=f"{dataset}.yaml"),)
        return invalid or (reading.findings if reading else ())

    def observations(self, dataset: str) -> tuple[Observation, ...]:
        """The stored observations of a dataset, then those that are computed from them."""
        read = self.dataset(dataset)
        return (*read.observations, *self.computed.get(dataset, ())) if read else ()

    def look_up(self, lookup: Lookup, dataset: str) -> tuple[Observation, ...]:
        """The stored observations that a lookup names, `dataset` being the one in which it is declared."""
        read = self.dataset(lookup.dataset or dataset)
        stored = read.observations if read else ()
        return tuple(one for one in stored if one.measure == lookup.measure and one.matches(lookup.where))

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Everything that is wrong with declarations and files."""
        broken = (finding for reading in self.readings.values() for finding in reading.findings)
        return (*self.catalogue.findings, *broken, *self.stray)


def read_library(catalogue: Catalogue, read: Read = read_dataset) -> Library:
    """Reads every declared dataset; `read` may be a remembering version of `read_dataset`."""
    folder = catalogue.folder
    readings = {
        name: read(folder.parquet(name), declaration, catalogue) for name, declaration in catalogue.declarations.items()
    }
    known = {*catalogue.declarations, *(finding.dataset for finding in catalogue.findings)}
    stray = tuple(
        Finding(rule=Rule.FILE_UNDECLARED, dataset=None, file=path.name)
        for path in sorted(folder.indicators.glob("*.parquet"))
        if path.stem not in known
    )
    stored = Library(catalogue=catalogue, readings=readings, computed={}, recomputed={}, stray=stray)
    computed = {
        name: derived_observations(reading.dataset, stored.look_up)
        for name, reading in readings.items()
        if reading.dataset
    }
    recomputed = {
        name: recomputations(reading.dataset.declaration, reading.dataset.observations, stored.look_up)
        for name, reading in readings.items()
        if reading.dataset
    }
    return Library(catalogue=catalogue, readings=readings, computed=computed, recomputed=recomputed, stray=stray)
