"""Who else writes: two analysts at once, and the build of the transcriptions."""

import subprocess
import sys
from pathlib import Path

import pytest

from loaders.build import Built, build_steps
from loaders.editions.durable import locked
from loaders.editions.edition import (
    Overtaken,
    Published,
)
from loaders.editions.history import editions
from loaders.editions.publishing import publish
from loaders.folder import DataFolder
from tests.published import FEWER, NOW, SAID, put, shown
from tests.sample_data import BEDS, ROOT, frame, sample_folder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with the invented dataset as it was built, never published."""
    return sample_folder(tmp_path / "data")


def built(folder: DataFolder) -> Built:
    """What building has made of the invented dataset; the maps are left out, as they have no boundaries here."""
    return next(step for step in build_steps(folder) if step.path == folder.parquet(BEDS))


_SECOND = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from loaders.editions.edition import Statement
from loaders.editions.publishing import publish
from loaders.folder import DataFolder
from tests.sample_data import BEDS, frame, row
ready = frame([row("FR101", "beds", 5.0)])
said = Statement(label="second", comment="", author="bob")
print("ready", flush=True)
sys.stdin.readline()
made = publish(DataFolder(Path(sys.argv[1])), BEDS, ready, said, sys.argv[2], datetime.now(UTC))
print(type(made).__name__, *(one.label for one in made.since), flush=True)
"""


def test_of_two_processes_at_once_one_waits_and_is_told(folder: DataFolder) -> None:
    seen = editions(folder, BEDS)[-1].version
    with subprocess.Popen(
        [sys.executable, "-c", _SECOND, str(folder.root), seen],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as second:
        assert second.stdin is not None
        assert second.stdout is not None
        assert second.stdout.readline() == "ready\n"
        with locked(folder.indicators):
            second.stdin.write("go\n")
            second.stdin.flush()
            with pytest.raises(subprocess.TimeoutExpired):
                second.wait(0.3)
        # Whoever comes first now wins; both may not.
        mine = publish(folder, BEDS, frame(FEWER), SAID, seen, NOW)
        answer = second.stdout.read().strip()

    listed = [one.label for one in editions(folder, BEDS)]
    if isinstance(mine, Published):
        assert (answer, listed) == ("Overtaken Q1 2025", ["", "Q1 2025"])
    else:
        assert isinstance(mine, Overtaken)
        assert listed == ["", "second"]


def test_building_leaves_a_published_edition_in_place_and_says_so(folder: DataFolder) -> None:
    edition = put(folder, FEWER)
    before = shown(folder)

    step = built(folder)

    assert shown(folder) == before
    assert step.kept == edition.number


def test_building_what_was_never_published_writes_it(folder: DataFolder) -> None:
    before = shown(folder)

    step = built(folder)

    assert step.kept is None
    assert shown(folder) != before
    assert not folder.editions.exists()
