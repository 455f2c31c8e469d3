"""A thousand broken and hostile files: each is refused, or becomes what is truly in it."""

import resource
from pathlib import Path

import polars as pl
import pytest

from loaders.finding import Finding, Rule
from loaders.intake.isolation import decode
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Layout
from loaders.language import wording
from loaders.notice import notice
from tests.decoded_here import cells_of, outcome
from tests.hostile_corpus import Case, Cells, corpus

CASES = tuple(corpus())
LIGHT = tuple(case for case in CASES if not case.heavy)
MEMORY = 400_000_000
LIMITS = Limits(memory_bytes=MEMORY, seconds=20)


def same(cells: Cells, truth: Cells) -> bool:
    """Whether two tables agree, an empty text being as good as none."""
    return [tuple(one or None if isinstance(one, str) else one for one in row) for row in cells] == [
        tuple(one or None if isinstance(one, str) else one for one in row) for row in truth
    ]


def seen_by_another_reader(path: Path) -> Cells | None:
    """What a second, independent reader of Parquet finds in a file; a footer may be changed and still be one."""
    try:
        return pl.read_parquet(path).rows()
    except (pl.exceptions.PolarsError, OSError, ValueError):
        return None


def test_the_corpus_is_large_and_each_name_stands_once() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 1000


def test_each_file_is_refused_or_becomes_what_is_truly_in_it(tmp_path: Path) -> None:
    wrong, accepted, words = [], 0, wording("fr")
    for case in LIGHT:
        path = tmp_path / case.name
        path.write_bytes(case.content)
        read = outcome(path, limits=LIMITS)
        if isinstance(read, Finding):
            assert notice(read, words).what
            if case.name.startswith(("whole", "word", "numbers", "long")):
                wrong.append(f"{case.name}: {read}")
        else:
            accepted += 1
            cells = cells_of(read)
            if not any(same(cells, truth) for truth in case.truths):
                other = seen_by_another_reader(path) if path.suffix == ".parquet" and case.truths else None
                if other is None or not same(cells, other):
                    wrong.append(f"{case.name}: {cells[:3]}")
        path.unlink()

    assert wrong == []
    assert accepted > 20


SAMPLE = LIGHT[:: max(1, len(LIGHT) // 30)]


@pytest.mark.parametrize("case", SAMPLE, ids=lambda case: case.name)
def test_behind_the_wall_the_outcome_is_the_same(tmp_path: Path, case: Case) -> None:
    path = tmp_path / case.name
    path.write_bytes(case.content)
    here, there = outcome(path, limits=LIMITS), decode(path, Layout(), LIMITS)

    if isinstance(here, Finding):
        assert there.findings == (here,)
    else:
        assert there.table is not None
        assert there.table.frame.rows() == cells_of(here)


def largest_child() -> int:
    """The memory of the largest process that this one has started, in bytes; other tests start some as well."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


@pytest.mark.parametrize("case", [case for case in CASES if case.heavy], ids=lambda case: case.name)
def test_a_bomb_ends_in_one_finding_and_within_its_memory(tmp_path: Path, case: Case) -> None:
    path = tmp_path / case.name
    path.write_bytes(case.content)

    others = largest_child()
    decoded = decode(path, Layout(), LIMITS)

    assert decoded.table is None
    assert [one.rule for one in decoded.findings] == [
        {"entities.xlsx": Rule.FILE_NOT_DATA}.get(case.name, Rule.DECODING_TOO_LARGE)
    ]
    assert largest_child() < max(others + 1, MEMORY + 200_000_000)
