"""Files of the project's pictures and datasets, and what other programs read in them."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import polars as pl
from frictionless import Package
from pysdmx.io import read_sdmx
from pysdmx.io.pd import PandasDataset
from python_calamine import CalamineWorkbook

from loaders.exhibit import Exhibit
from loaders.files.dataset_content import dataset_provenance
from loaders.files.formats import FileFormat, dataset_file, picture_file
from loaders.language import Language, wording
from loaders.provenance import UNSEALED, Provenance, exhibit_provenance
from loaders.sdmx_columns import component
from loaders.sdmx_period import period_of_sdmx
from tests.sample_data import exhibit_of, library, selections

DATASETS = tuple(library().catalogue.declarations)
BASE = "https://observatory.example/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a file says of one figure, codes alone."""

    key: tuple[str, ...]
    measure: str
    value: float | None
    status: str
    page: str


@cache
def pictures(dataset: str, language: Language) -> tuple[Exhibit, ...]:
    """Every view of a dataset in the first choice that its filters can be brought to."""
    views = library().catalogue.declaration(dataset).views
    return tuple(exhibit_of(dataset, view.id, next(selections(library(), dataset, view)), language) for view in views)


@cache
def file_of_picture(exhibit: Exhibit, kind: FileFormat) -> bytes:
    """The data of a picture as a file."""
    words = wording("fr" if exhibit.language == "fr" else "en")
    return picture_file(exhibit, kind, exhibit_provenance(exhibit, edition=2, base=BASE), words)


def file_of_dataset(dataset: str, kind: FileFormat, language: Language = "fr") -> bytes:
    """A dataset of the project as a file."""
    words = wording(language)
    provenance = dataset_provenance(library(), dataset, words, edition=2, base=BASE)
    return dataset_file(library(), dataset, kind, provenance, words)


def unsealed(text: str) -> Provenance:
    """The provenance that a file holds, as it was before the file was sealed."""
    return Provenance.model_validate_json(text).model_copy(update={"seal": UNSEALED})


def shown(exhibit: Exhibit) -> list[Said]:
    """The figures of a picture, each followed by the other values printed for it."""
    return [
        Said(
            key=tuple(item.code for _, item in one.key),
            measure=one.measure,
            value=one.value,
            status=one.status,
            page=one.reference.page or "",
        )
        for mark in exhibit.marks
        for figure in mark.figures
        if figure
        for one in (figure, *figure.alternatives)
    ]


def csv_lines(content: bytes, language: str) -> list[dict[str, str]]:
    """The lines of a CSV file as a spreadsheet of that language reads them."""
    text = StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=";" if language == "fr" else ",", strict=True))


def sheet(content: bytes, name: str) -> Sequence[Sequence[object]]:
    """The cells of a sheet as a library reads them that did not write them."""
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name(name).to_python()


def sdmx_rows(content: bytes) -> list[dict[str, str]]:
    """The observations that pysdmx reads in an SDMX-CSV file, all as text."""
    (dataset,) = read_sdmx(content.decode(), validate=True).data or ()
    assert isinstance(dataset, PandasDataset)
    return [{str(name): str(cell) for name, cell in row.items()} for row in dataset.data.to_dict("records")]


def unpacked(content: bytes, folder: Path) -> Package:
    """The Data Package that an archive holds."""
    with ZipFile(BytesIO(content)) as archive:
        archive.extractall(folder)
    return Package(str(folder / "datapackage.json"))


def read_back(content: bytes, kind: FileFormat, exhibit: Exhibit, folder: Path) -> list[Said]:
    """What a file says of the figures of a picture, read by whoever did not write it."""
    dimensions = [name for name, _ in exhibit.marks[0].key]
    words = wording("fr" if exhibit.language == "fr" else "en")
    titles = {name: words.say(title) for name, title in (("value", "Value"), ("status", "Status"), ("page", "Page"))}
    names = {**{name: name for name in dimensions}, "measure": "measure", **titles}
    rows: Sequence[Mapping[str, object]]
    if kind is FileFormat.CSV:
        rows = csv_lines(content, exhibit.language)
    elif kind is FileFormat.XLSX:
        heading, *cells = sheet(content, words.say("Figures"))
        rows = [dict(zip(map(str, heading), row, strict=True)) for row in cells]
    elif kind is FileFormat.PACKAGE:
        rows = [row.to_dict() for row in unpacked(content, folder).get_table_resource(_resource(exhibit)).read_rows()]
    elif kind is FileFormat.PARQUET:
        names |= {"value": "obs_value", "status": "obs_status", "page": "source_page"}
        rows = pl.read_parquet(content).to_dicts()
    else:
        names = {name: component(name, frozenset()) for name in (*dimensions, "measure")}
        names |= {"value": "OBS_VALUE", "status": "OBS_STATUS", "page": "SOURCE_PAGE"}
        rows = sdmx_rows(content)
    return [_said(row, names, dimensions) for row in rows]


def _resource(exhibit: Exhibit) -> str:
    return f"{exhibit.dataset}-{exhibit.view}"


def _said(row: Mapping[str, object], names: Mapping[str, str], dimensions: list[str]) -> Said:
    value = row[names["value"]]
    key = (str(row[names[name]]) for name in dimensions)
    return Said(
        key=tuple(period_of_sdmx(code) or code for code in key),
        measure=str(row[names["measure"]]),
        value=None if value in (None, "") else float(str(value).replace(",", ".")),
        status=str(row[names["status"]])[0],
        page=str(row[names["page"]] or ""),
    )
