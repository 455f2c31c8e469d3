"""Measures the data desk: `python -m tests.desk_measure` prints the figures of docs/measurements.md."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from os import environ
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from shutil import copytree
from statistics import median

import polars as pl

from loaders.catalogue import read_catalogue
from loaders.editions.edition import Statement
from loaders.editions.publishing import publish
from loaders.folder import DataFolder
from loaders.intake.desk import Desk
from loaders.intake.intake import take_in
from loaders.intake.limits import limits_from
from loaders.parquet_file import write_parquet
from loaders.reader import read_frame
from tests.sample_data import ROOT, SHIPPED

_DATASET, _DAYS, _RUNS = "employment_by_department", 31_250, 5


def large_table() -> pl.DataFrame:
    """A million rows that keep the contract: eight departements, four measures, every day of 85 years; all invented."""
    areas = pl.DataFrame({"ref_area": [f"FR10{number}" for number in range(1, 9)]})
    days = pl.DataFrame({"time_period": [(date(1940, 1, 1) + timedelta(day)).isoformat() for day in range(_DAYS)]})
    measures = pl.DataFrame({"measure": ["jobs_share", "establishments_share", "jobs_rank", "establishments_rank"]})
    value = pl.when(pl.col("measure").str.ends_with("rank")).then(3.0).otherwise(12.5)
    return (
        areas.join(days, how="cross")
        .join(measures, how="cross")
        .with_columns(
            obs_value=value,
            obs_status=pl.lit("A"),
            conf_status=pl.lit("F"),
            obs_qualifier=pl.lit("="),
            source_id=pl.lit("mediscope-2025"),
            source_producer=pl.lit(None, pl.String),
            source_page=pl.lit("1"),
            obs_note=pl.lit(None, pl.String),
        )
    )


def seconds(run: Callable[[], object]) -> float:
    """How long a call takes."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def report(name: str, unit: str, values: list[float]) -> None:
    """Prints median, smallest and largest of some values."""
    spread = f"{min(values):.2f} to {max(values):.2f}"
    sys.stdout.write(f"{name}, {unit}: median {median(values):.2f} ({spread}, n {len(values)})\n")


def main() -> None:
    """Prints every figure with its unit and spread."""
    with tempfile.TemporaryDirectory() as place:
        folder = DataFolder(Path(copytree(SHIPPED.root, Path(place) / "data")))
        desk = Desk(catalogue=read_catalogue(folder), limits=limits_from(environ), today=datetime.now(UTC).date())
        files = [SHIPPED.parquet(name) for name in desk.catalogue.declarations]
        report("verdict on a shipped dataset", "s", [seconds(partial(take_in, path, desk)) for path in files])
        large = Path(place) / "large.parquet"
        write_parquet(large_table(), large)
        command = [sys.executable, "-m", "loaders", "validate", str(large), "--dataset", _DATASET]
        command += ["--data", str(folder.root)]
        times = [
            seconds(partial(subprocess.run, command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL))
            for _ in range(_RUNS)
        ]
        report("verdict on 1,000,000 rows, whole command", "s", times)
        report("its largest process", "MB", [getrusage(RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6])
        frame = read_frame(folder.parquet(_DATASET))
        editions = [frame.with_columns(obs_note=pl.lit(f"edition {number}")) for number in range(_RUNS)]
        statement = Statement(label="measured", comment="", author="nobody")
        now, version = datetime.now(UTC), None
        taken = []
        for edition in editions:
            version = take_in(folder.parquet(_DATASET), desk).version
            taken.append(seconds(partial(publish, folder, _DATASET, edition, statement, version, now)))
        report("publishing a shipped dataset", "s", taken)


if __name__ == "__main__":
    main()
