"""Data folders for the tests of the data layer: that of the project, and one that holds a single invented dataset."""

import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

import polars as pl
import yaml

from loaders.catalogue import read_catalogue
from loaders.composition import compose
from loaders.declaration import Declaration
from loaders.exhibit import Exhibit
from loaders.folder import DataFolder
from loaders.labels import Labels
from loaders.language import Language, wording
from loaders.library import Library, read_library
from loaders.parquet_file import write_parquet
from loaders.selection import choices
from loaders.view import View

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = DataFolder(ROOT / "data")
SAMPLES = ROOT / "tests" / "samples"
#: The invented dataset.
BEDS = "hospital_beds"

Row = dict[str, str | float | None]
Selection = Mapping[str, str]

#: The columns of the invented dataset, as CONTRIBUTING would tell an analyst.
SCHEMA = {
    "ref_area": pl.String,
    "specialty": pl.String,
    "time_period": pl.String,
    "measure": pl.String,
    "obs_value": pl.Float64,
    "obs_status": pl.String,
    "conf_status": pl.String,
    "obs_qualifier": pl.String,
    "source_id": pl.String,
    "source_producer": pl.String,
    "source_page": pl.String,
    "obs_note": pl.String,
}


def row(area: str, measure: str, value: float | None, **changes: str | float | None) -> Row:
    """A valid row of the invented dataset, or one that differs from it as said."""
    valid: Row = {
        "ref_area": area,
        "specialty": "surgery",
        "time_period": "2024",
        "measure": measure,
        "obs_value": value,
        "obs_status": "L" if value is None else "A",
        "conf_status": "F",
        "obs_qualifier": None if value is None else "=",
        "source_id": "mediscope-2025",
        "source_producer": None,
        "source_page": "12",
        "obs_note": None,
    }
    return valid | changes


def frame(rows: list[Row]) -> pl.DataFrame:
    """Rows as the table that a Parquet file holds."""
    return pl.DataFrame(rows, schema=SCHEMA)


#: Two départements, a gap and a bound.
ROWS = [
    row("FR101", "beds", 120.0),
    row("FR101", "staff", 300.0),
    row("FR101", "staff_per_bed", 2.5),
    row("FR102", "beds", 80.0),
    row("FR102", "staff", 100.0, obs_qualifier=">"),
    row("FR103", "beds", None),
]


@cache
def library() -> Library:
    """What the project ships, read once."""
    return read_library(read_catalogue(SHIPPED))


@cache
def declaration() -> Declaration:
    """The declaration of the invented dataset."""
    return Declaration.model_validate(yaml.safe_load((SAMPLES / f"{BEDS}.yaml").read_text(encoding="utf-8")))


def sample_folder(root: Path, rows: list[Row] | None = None) -> DataFolder:
    """A data folder with the shared code lists and the invented dataset alone, `rows` being its Parquet file."""
    folder = DataFolder(root)
    shutil.copytree(SHIPPED.codelists, folder.codelists)
    for place in (folder.figures, folder.catalogue, folder.indicators):
        place.mkdir()
    (folder.geo / "projected").mkdir(parents=True)
    shutil.copy(SHIPPED.figures / "sources.csv", folder.figures)
    shutil.copy(SAMPLES / f"{BEDS}.csv", folder.figures)
    shutil.copy(SAMPLES / f"{BEDS}.yaml", folder.catalogue)
    write_parquet(frame(ROWS if rows is None else rows), folder.parquet(BEDS))
    return folder


def visible(text: str) -> str:
    """The text with no-break spaces that can be seen: `~`, and `_` for a narrow one."""
    return text.replace("\N{NO-BREAK SPACE}", "~").replace("\N{NARROW NO-BREAK SPACE}", "_")


def view_of(dataset: str, view: str) -> View:
    """A declared view of the project."""
    return next(one for one in library().catalogue.declaration(dataset).views if one.id == view)


def exhibit_of(dataset: str, view: str, chosen: Selection, language: Language) -> Exhibit:
    """An exhibit of the project that is known to exist."""
    made = compose(library(), dataset, view_of(dataset, view), chosen, wording(language))
    assert made is not None, f"{dataset} {view} is empty for {chosen}"
    return made


def selections(read: Library, dataset: str, view: View, language: Language = "fr") -> Iterator[dict[str, str]]:
    """Every combination of choices that the filters of a view can be brought to."""
    labels = Labels(read.catalogue.declaration(dataset), read.catalogue, wording(language))
    rows = read.observations(dataset)
    found: list[dict[str, str]] = [{}]
    for name in view.choose:
        options = (
            [
                {**chosen, name: item.code}
                for made in choices((view,), rows, chosen, labels)
                if made.name == name
                for item in made.options
            ]
            or [chosen]
            for chosen in found
        )
        found = list(chain.from_iterable(options))
    yield from found
