"""Where the data lie: one folder, and the place of each kind of file in it."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The paths below one data folder; nothing is read here."""

    root: Path

    @property
    def figures(self) -> Path:
        """Transcriptions of the studies, one CSV per subject, and sources.csv."""
        return self.root / "figures"

    @property
    def indicators(self) -> Path:
        """The Parquet files that the observatory shows, `<dataset>.parquet`."""
        return self.root / "indicators"

    @property
    def catalogue(self) -> Path:
        """The declarations, `<dataset>.yaml`."""
        return self.root / "catalogue"

    @property
    def codelists(self) -> Path:
        """The code lists that datasets share: areas.csv and units.yaml."""
        return self.root / "codelists"

    @property
    def geo(self) -> Path:
        """Boundaries as GeoJSON, and projected/ for flat maps."""
        return self.root / "geo"

    @property
    def editions(self) -> Path:
        """Every published edition of each dataset, `<dataset>/`, with its history."""
        return self.root / "editions"

    @property
    def corrections(self) -> Path:
        """The ledgers of corrections, `<dataset>.yaml`."""
        return self.root / "corrections"

    @property
    def mappings(self) -> Path:
        """How tables of a known shape become observations, `<dataset>-<shape>.yaml`."""
        return self.root / "mappings"

    @property
    def inbox(self) -> Path:
        """Where analysts lay files down to be picked up."""
        return self.root / "inbox"

    @property
    def boards(self) -> Path:
        """The dossiers of meetings, `<name>.yaml`, their frozen editions, and logos/."""
        return self.root / "boards"

    def parquet(self, dataset: str) -> Path:
        """The file of one dataset, whether it exists or not."""
        return self.indicators / f"{dataset}.parquet"


_SHIPPED = Path(__file__).resolve().parent.parent / "data"

#: Message catalogues, `<language>.po`: part of the program, wherever the data lie.
LOCALE = _SHIPPED / "locale"

#: The data of this installation: those that ship with it, unless OBSERVATORY_DATA names another folder.
PROJECT_DATA = DataFolder(Path(os.environ.get("OBSERVATORY_DATA") or _SHIPPED))
