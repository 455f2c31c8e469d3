"""The wall around decoding: whatever becomes of the process behind it, one finding comes back."""

import sys
import textwrap
from pathlib import Path

import polars as pl
import pytest

from loaders.finding import Rule
from loaders.intake import decoding_process
from loaders.intake.isolation import decode
from loaders.intake.limits import LimitError, Limits, limits_from
from loaders.intake.raw_table import Content, Layout
from tests.sample_data import SHIPPED

CSV = "area;value\nParis;1,5\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A file that is read without finding."""
    path = tmp_path / "table.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_a_table_comes_back_with_how_it_was_read(table: Path) -> None:
    decoded = decode(table, Layout(), Limits())

    assert decoded.findings == ()
    assert decoded.table is not None
    assert decoded.table.frame.rows() == [("Paris", "1,5")]
    assert (decoded.table.content, decoded.table.first_row) == (Content.CSV, 2)
    assert decoded.table.layout == Layout(header_row=1, separator=";", encoding="utf-8", decimal=",")


def test_a_table_read_again_with_its_own_layout_is_the_same(table: Path) -> None:
    first = decode(table, Layout(), Limits()).table
    assert first is not None
    again = decode(table, first.layout, Limits()).table

    assert again is not None
    assert again.layout == first.layout
    assert again.frame.equals(first.frame)


def test_a_shipped_file_comes_back_as_it_is() -> None:
    path = min(SHIPPED.indicators.glob("*.parquet"))
    decoded = decode(path, Layout(), Limits())

    assert decoded.table is not None
    assert decoded.table.frame.equals(pl.read_parquet(path))


def test_a_file_that_is_not_there_is_one_finding(tmp_path: Path) -> None:
    assert [one.rule for one in decode(tmp_path / "no.csv", Layout(), Limits()).findings] == [Rule.FILE_MISSING]


@pytest.mark.parametrize(
    ("does", "rule"),
    [
        ("import time; time.sleep(60)", Rule.DECODING_TOO_LONG),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", Rule.DECODING_TOO_LARGE),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", Rule.DECODING_TOO_LONG),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", Rule.FILE_UNREADABLE),
        ("import sys; sys.stderr.write('memory allocation of 9 bytes failed'); sys.exit(1)", Rule.DECODING_TOO_LARGE),
        ("raise MemoryError", Rule.DECODING_TOO_LARGE),
        ("raise ValueError('x')", Rule.FILE_UNREADABLE),
        ("print('garbage')", Rule.FILE_UNREADABLE),
        ("print('{}')", Rule.FILE_UNREADABLE),
        ("pass", Rule.FILE_UNREADABLE),
        (
            'print(\'{"facts": {"content": "csv", "layout": {}, "sheets": [], "first_row": 1, "metadata": []}}\')',
            Rule.FILE_UNREADABLE,
        ),
    ],
)
def test_whatever_the_process_does_is_one_finding(
    table: Path, monkeypatch: pytest.MonkeyPatch, does: str, rule: Rule
) -> None:
    monkeypatch.setattr(decoding_process, "_WORKER", (sys.executable, "-c", textwrap.dedent(does)))
    monkeypatch.setattr(decoding_process, "_START", 0)

    decoded = decode(table, Layout(), Limits(seconds=1))

    assert decoded.table is None
    assert [one.rule for one in decoded.findings] == [rule]


def test_a_decoding_that_has_begun_is_waited_for_and_not_begun_again(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with decoding_process.decoding(table, Layout(), Limits()) as begun:
        monkeypatch.setattr(decoding_process, "_WORKER", (sys.executable, "-c", "raise SystemExit(1)"))
        decoded = decode(table, Layout(), Limits(), begun=begun)

    assert decoded.findings == ()
    assert decoded.table is not None


def test_a_decoding_that_nobody_waits_for_ends_with_its_block(table: Path) -> None:
    with decoding_process.decoding(table, Layout(), Limits()) as begun:
        folder = begun.request.cells.parent

    assert begun.process.returncode is not None
    assert not folder.exists()


def test_more_memory_than_the_limit_is_one_finding(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text("a;b\n" + "x;y\n" * 3_000_000, encoding="utf-8")

    decoded = decode(path, Layout(), Limits(memory_bytes=60_000_000))

    assert [one.rule for one in decoded.findings] == [Rule.DECODING_TOO_LARGE]


def test_more_to_hand_over_than_the_limit_is_one_finding(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text("a;b\n" + "x;y\n" * 100_000, encoding="utf-8")

    decoded = decode(path, Layout(), Limits(unpacked_bytes=100_000))

    assert [one.rule for one in decoded.findings] == [Rule.TABLE_UNPACKS_TOO_LARGE]


def test_the_environment_sets_limits() -> None:
    assert limits_from({}) == Limits()
    assert limits_from({"OBSERVATORY_MAX_ROWS": "7", "OBSERVATORY_MAX_SECONDS": " "}) == Limits(rows=7)


@pytest.mark.parametrize("value", ["-1", "0", "many", "1e6", "²"])
def test_a_limit_that_is_no_number_names_its_variable(value: str) -> None:
    with pytest.raises(LimitError, match="OBSERVATORY_MAX_ROWS"):
        limits_from({"OBSERVATORY_MAX_ROWS": value})
