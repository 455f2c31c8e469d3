"""A kill at any moment of publishing leaves the old or the new edition whole, and a history that agrees with it."""

import subprocess
import sys
from pathlib import Path

from tests.sample_data import ROOT, sample_folder

KILLS = 240


def killed(folder: Path, *how: str) -> tuple[int, int]:
    """How many publishers were killed, and how many editions there were in the end; fails where one left a half."""
    sample_folder(folder)
    run = subprocess.run(
        [sys.executable, "-m", "tests.killed_publisher", str(folder), *how],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    kills, found = run.stdout.split()
    return int(kills), int(found)


def test_a_kill_at_a_random_moment_leaves_nothing_half(tmp_path: Path) -> None:
    kills, found = killed(tmp_path / "data", "random", str(KILLS), "1")

    assert kills == KILLS
    assert found > KILLS, "no publisher came far enough to be disturbed"


def test_a_kill_before_any_change_of_the_disk_leaves_nothing_half(tmp_path: Path) -> None:
    kills, _found = killed(tmp_path / "data", "steps")

    # Three editions, the first of them as built: some ten calls each.
    assert kills > 25
