"""The area code list: NUTS and ISO codes with their names, parents and INSEE codes."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from loaders.vocabulary import Text

#: What the observatory is about, and its country.
ILE_DE_FRANCE = "FR10"
FRANCE = "FR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One area: its code, level (departement, region, country, aggregate), names, parent, INSEE code, label point."""

    code: str
    level: str
    name: Text
    parent: str | None
    insee: str | None
    layer: str | None
    lon: float | None
    lat: float | None


def read_areas(path: Path) -> Mapping[str, Area]:
    """The areas of a code list by code, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["area"]: _area(row) for row in csv.DictReader(file)}


def _area(row: dict[str, str]) -> Area:
    return Area(
        code=row["area"],
        level=row["level"],
        name=Text(fr=row["name_fr"], en=row["name_en"]),
        parent=row["parent"] or None,
        insee=row["insee"] or None,
        layer=row["layer"] or None,
        lon=float(row["lon"]) if row["lon"] else None,
        lat=float(row["lat"]) if row["lat"] else None,
    )
