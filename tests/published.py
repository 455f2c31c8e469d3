"""Editions of the invented dataset, published for the tests."""

from datetime import UTC, datetime

from loaders.editions.edition import Edition, Published, Statement
from loaders.editions.history import editions
from loaders.editions.publishing import publish
from loaders.folder import DataFolder
from tests.sample_data import BEDS, ROWS, Row, frame, row

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
SAID = Statement(label="Q1 2025", comment="first figures", author="ada", accepted=("jump",))
FEWER = ROWS[:3]
OTHER = [row("FR101", "beds", 121.0), *ROWS[1:]]


def put(folder: DataFolder, rows: list[Row], said: Statement = SAID) -> Edition:
    """Publishes rows against what is in place."""
    before = editions(folder, BEDS)
    made = publish(folder, BEDS, frame(rows), said, before[-1].version if before else None, NOW)
    assert isinstance(made, Published)
    return made.edition


def shown(folder: DataFolder) -> bytes:
    """The file that readers see."""
    return folder.parquet(BEDS).read_bytes()
