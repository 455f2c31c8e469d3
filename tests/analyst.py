"""What an analyst does at the data desk: runs a command, fills the form in, lays a file down."""

import json
import os
import shutil
import time
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl

from loaders.__main__ import main
from loaders.catalogue import read_catalogue
from loaders.folder import DataFolder
from loaders.inbox import SETTLED_S
from loaders.intake.desk import Desk
from loaders.intake.limits import Limits
from tests.sample_data import SHIPPED

EMPLOYMENT = "employment_by_department"
#: What the four départements without value could have: the shares of jobs and establishments that are left.
MISSING_SHARES = {
    "FR102": {"jobs_share": 5, "establishments_share": 3},
    "FR103": {"jobs_share": 6, "establishments_share": 5},
    "FR106": {"jobs_share": 3, "establishments_share": 4},
    "FR108": {"jobs_share": 2, "establishments_share": 3},
}
#: How a CSV with beds by département and service becomes observations, as an analyst writes it.
MAPPING = """
dataset: hospital_beds
shape: "000000000000"
columns: {Département: ref_area, Service: specialty, Année: time_period}
values: {Lits: {measure: beds}}
units: {beds: {unit: bed, scale: 1}}
fixed: {source_id: mediscope-2025}
status: A
qualifier: "="
"""
#: After everything that the project ships, so that its periods have begun.
TODAY = date(2026, 11, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a command said: its exit code and both of its outputs."""

    code: int
    out: str
    err: str

    @property
    def content(self) -> Any:  # noqa: ANN401 -- JSON is of any shape
        """The answer as JSON."""
        return json.loads(self.out)

    @property
    def rules(self) -> list[str]:
        """The rules of the findings in a verdict as JSON."""
        return [one["rule"] for one in self.content["findings"]]


def told(folder: DataFolder, *arguments: str | Path) -> Said:
    """Runs a command on a data folder."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([*map(str, arguments), "--data", str(folder.root)])
    return Said(code=code, out=out.getvalue(), err=err.getvalue())


def project_copy(root: Path) -> DataFolder:
    """A copy of the data of the project, without the boundaries."""
    copy = DataFolder(root)
    for part in (SHIPPED.catalogue, SHIPPED.indicators, SHIPPED.codelists, SHIPPED.figures):
        shutil.copytree(part, copy.root / part.name)
    return copy


def desk_of(folder: DataFolder) -> Desk:
    """What files are taken in with."""
    return Desk(catalogue=read_catalogue(folder), limits=Limits(), today=TODAY)


def settled(path: Path) -> Path:
    """The file as if it had been laid there some time ago."""
    moment = time.time() - 10 * SETTLED_S
    os.utime(path, (moment, moment))
    return path


def fill_in(form: Path) -> None:
    """Fills the shares of the four missing départements into the form, as an analyst does in a spreadsheet."""
    book = openpyxl.load_workbook(form)
    sheet = book[EMPLOYMENT]
    place = {str(cell.value): number for number, cell in enumerate(sheet[1])}
    for cells in sheet.iter_rows(min_row=2):
        share = MISSING_SHARES.get(str(cells[place["ref_area"]].value), {}).get(str(cells[place["measure"]].value))
        if share is not None:
            cells[place["obs_value"]].value = share
            cells[place["obs_status"]].value = "A"
            cells[place["obs_qualifier"]].value = "="
            cells[place["obs_note"]].value = None
    book.save(form)


def filled_form(folder: DataFolder, path: Path) -> Path:
    """The form of employment by département with the four missing ones filled in."""
    assert told(folder, "template", EMPLOYMENT, "--out", path).code == 0
    fill_in(path)
    return path
