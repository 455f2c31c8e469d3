"""A small dossier for the tests, and how it is frozen."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from loaders.boards.board import Board, Cover, Slide
from loaders.boards.frozen import Freezing
from loaders.folder import DataFolder
from tests.sample_data import SHIPPED

MAP, FUNDING, BANDS = (
    "employment_by_department/map",
    "private_funding/region_amount",
    "university_rankings/year_bands",
)
THREE = Board(
    cover=Cover(title="Comité", place="Paris"),
    slides=(
        Slide(view=MAP, chosen={"measure": "jobs_share"}),
        Slide(view=FUNDING, chosen={"time_period": "2022/2024"}),
        Slide(view=BANDS, chosen={"time_period": "2024"}),
    ),
)
FREEZING = Freezing(
    day=date(2026, 11, 26), note="Essai", author="Ada Martin", moment=datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
)

_DATASETS = ("employment_by_department", "employment_structure", "private_funding", "university_rankings")


def small_copy(root: Path) -> DataFolder:
    """A data folder with the datasets of the small dossier alone, which is read in a moment."""
    copy = DataFolder(root)
    for part in (copy.catalogue, copy.indicators):
        part.mkdir(parents=True)
    for name in _DATASETS:
        shutil.copy(SHIPPED.catalogue / f"{name}.yaml", copy.catalogue)
        shutil.copy(SHIPPED.parquet(name), copy.indicators)
    for part in (SHIPPED.codelists, SHIPPED.figures):
        shutil.copytree(part, copy.root / part.name)
    return copy
