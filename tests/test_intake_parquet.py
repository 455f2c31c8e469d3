"""Parquet on its way in: its own types, its metadata, and a footer that is believed only as far as the values agree."""

import datetime as dt
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from loaders.finding import Rule
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Content
from tests.decoded_here import finding_of, frame_of, table_of


def lay(folder: Path, table: pa.Table, **options: object) -> Path:
    path = folder / "table.parquet"
    pq.write_table(table, path, write_page_checksum=True, **options)
    return path


def test_values_keep_their_types(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "text": ["a", None, "é"],
            "whole": [1, 2, None],
            "number": [0.5, float("nan"), float("inf")],
            "day": [dt.date(2024, 1, 1), None, None],
            "yes": [True, None, False],
            "kind": pl.Series(["x", "y", "x"], dtype=pl.Categorical),
        }
    )
    read = table_of(lay(tmp_path, frame.to_arrow(), row_group_size=2))

    assert read.content is Content.PARQUET
    assert frame_of(read).equals(frame.with_columns(pl.col("kind").cast(pl.String)))
    assert frame_of(read).schema["whole"] == pl.Int64


def test_the_metadata_of_the_footer_come_along(tmp_path: Path) -> None:
    table = pa.table({"a": [1]}).replace_schema_metadata(
        {"observatory:declaration": "id: x", b"\xff": b"y", "pandas": "{}"}
    )

    assert table_of(lay(tmp_path, table)).metadata == (("observatory:declaration", "id: x"),)


def nested() -> pa.Table:
    return pa.table({"id": [1], "many": [[1, 2]]})


def structured() -> pa.Table:
    return pa.table({"id": [1], "parts": [{"a": 1}]})


@pytest.mark.parametrize(
    ("table", "rule"),
    [
        (nested(), Rule.FILE_NESTED),
        (structured(), Rule.FILE_NESTED),
        (pa.table({"a": pa.array([], pa.int64())}), Rule.FILE_EMPTY),
        (pa.table([[1], [2]], names=["a", "a"]), Rule.HEADER_REPEATED),
        (pa.table({" ": [1]}), Rule.HEADER_REPEATED),
    ],
)
def test_a_file_that_is_no_table_is_refused_under_its_rule(tmp_path: Path, table: pa.Table, rule: Rule) -> None:
    assert finding_of(lay(tmp_path, table)).rule is rule


@pytest.mark.parametrize(
    ("limits", "rule"),
    [
        (Limits(columns=1), Rule.TABLE_TOO_WIDE),
        (Limits(rows=9), Rule.TABLE_TOO_LONG),
        (Limits(unpacked_bytes=10), Rule.TABLE_UNPACKS_TOO_LARGE),
        (Limits(file_bytes=10), Rule.FILE_TOO_LARGE),
    ],
)
def test_limits_hold_before_values_are_read(tmp_path: Path, limits: Limits, rule: Rule) -> None:
    path = lay(tmp_path, pa.table({"a": range(10), "b": range(10)}))

    assert finding_of(path, limits=limits).rule is rule


def test_a_long_text_that_many_rows_refer_to_counts_as_often(tmp_path: Path) -> None:
    indices = pa.array([0] * 100_000, pa.int32())
    table = pa.table({"a": pa.DictionaryArray.from_arrays(indices, pa.array(["x" * 100_000]))})
    path = lay(tmp_path, table)

    finding = finding_of(path)
    assert path.stat().st_size < 20_000
    assert (finding.rule, finding.found) == (Rule.TABLE_UNPACKS_TOO_LARGE, ("10000000000",))


def test_an_encrypted_file_is_said_to_be_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    path.write_bytes(b"PARE" + bytes(64) + b"\x20\0\0\0PARE")

    assert finding_of(path).rule is Rule.FILE_ENCRYPTED


def test_values_that_the_footer_contradicts_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    values = [1000 + row for row in range(50)]
    pq.write_table(pa.table({"a": values}), path, compression="none", use_dictionary=False)
    content = path.read_bytes()
    last = b"".join(value.to_bytes(8, "little") for value in values[-2:])  # in a page without checksum
    wrong = b"".join(value.to_bytes(8, "little") for value in (1048, 9049))
    path.write_bytes(content.replace(last, wrong))

    assert finding_of(path).rule is Rule.FILE_UNREADABLE
