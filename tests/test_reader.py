"""The one door for files: whatever lies there, a dataset or findings come out, and never an exception."""

from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from loaders.finding import Rule
from loaders.parquet_file import write_parquet
from loaders.reader import Reading, fingerprint, read_dataset
from tests.sample_data import BEDS, ROWS, SHIPPED, declaration, frame, library, row

FILE = f"{BEDS}.parquet"


def read(path: Path) -> Reading:
    """What reading a file as the invented dataset gives."""
    return read_dataset(path, declaration(), library().catalogue)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A valid file of the invented dataset."""
    path = tmp_path_factory.mktemp("good") / FILE
    write_parquet(frame(ROWS), path)
    return path


def test_a_valid_file_becomes_its_observations(good: Path) -> None:
    reading = read(good)

    assert reading.findings == ()
    assert reading.dataset is not None
    assert reading.dataset.id == BEDS
    assert [(one.measure, one.value, one.status) for one in reading.dataset.observations] == [
        ("beds", 120.0, "A"),
        ("staff", 300.0, "A"),
        ("staff_per_bed", 2.5, "A"),
        ("beds", 80.0, "A"),
        ("staff", 100.0, "A"),
        ("beds", None, "L"),
    ]
    assert reading.dataset.observations[4].key == (
        ("ref_area", "FR102"),
        ("specialty", "surgery"),
        ("time_period", "2024"),
    )
    assert reading.dataset.observations[4].qualifier == ">"


def test_a_missing_file_is_one_finding(tmp_path: Path) -> None:
    reading = read(tmp_path / FILE)

    assert reading.dataset is None
    assert [(one.rule, one.dataset, one.file) for one in reading.findings] == [(Rule.FILE_MISSING, BEDS, FILE)]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"PAR1", id="nothing but a beginning"),
        pytest.param(b"PAR1PAR1", id="nothing between beginning and end"),
        pytest.param(b"PAR1\xff\xff\xff\x7fPAR1", id="a footer longer than the file"),
        pytest.param(b"PARE" + bytes(64) + b"\x20\0\0\0PARE", id="encrypted"),
        pytest.param(b"geo,period,value\nFR101,2024,12\n", id="a CSV file"),
        pytest.param(b"PK\x03\x04" + bytes(200), id="a spreadsheet"),
        pytest.param(bytes(range(256)) * 8, id="garbage"),
    ],
)
def test_a_file_that_is_no_parquet_is_one_finding(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / FILE
    path.write_bytes(content)

    reading = read(path)

    assert reading.dataset is None
    assert [(one.rule, one.file) for one in reading.findings] == [(Rule.FILE_UNREADABLE, FILE)]
    assert reading.findings[0].found != ("",)


def test_a_folder_in_place_of_the_file_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()

    assert [one.rule for one in read(tmp_path / FILE).findings] == [Rule.FILE_UNREADABLE]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(share=st.floats(0, 1, exclude_max=True))
@example(share=0.999)
def test_a_file_cut_off_anywhere_is_one_finding(tmp_path: Path, good: Path, share: float) -> None:
    whole = good.read_bytes()
    path = tmp_path / FILE
    path.write_bytes(whole[: int(len(whole) * share)])

    reading = read(path)

    assert reading.dataset is None
    assert [one.rule for one in reading.findings] == [Rule.FILE_UNREADABLE]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(place=st.floats(0, 0.999), bit=st.integers(0, 7))
@example(place=0.967, bit=2)  # the footer, where it counts the rows
@example(place=0.967, bit=3)
def test_a_flipped_bit_never_raises_and_never_changes_a_figure(
    tmp_path: Path, good: Path, place: float, bit: int
) -> None:
    content = bytearray(good.read_bytes())
    content[round(len(content) * place)] ^= 1 << bit
    path = tmp_path / FILE
    path.write_bytes(content)
    untouched = read(good).dataset

    reading = read(path)

    assert untouched is not None
    if reading.dataset is None:
        assert reading.findings
    else:
        values = [one.value for one in reading.dataset.observations]
        assert values == [one.value for one in untouched.observations]


def test_a_parquet_file_of_something_else_says_which_columns_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / FILE
    pl.DataFrame({"city": ["Paris"], "beds": [1]}).write_parquet(path)

    rules = [one.rule for one in read(path).findings]

    assert rules.count(Rule.COLUMN_MISSING) == 8
    assert rules.count(Rule.COLUMN_UNEXPECTED) == 2


def test_nested_columns_are_findings(tmp_path: Path) -> None:
    path = tmp_path / FILE
    pq.write_table(pa.table({"obs_value": [[1.0, 2.0]], "measure": [{"name": "beds"}]}), path)

    rules = {one.rule for one in read(path).findings}

    assert rules == {Rule.COLUMN_MISSING, Rule.COLUMN_TYPE}


def test_the_order_of_the_columns_does_not_matter(tmp_path: Path) -> None:
    table = frame(ROWS)
    write_parquet(table, tmp_path / FILE)
    write_parquet(table.select(sorted(table.columns)), tmp_path / "sorted.parquet")

    one, other = read(tmp_path / FILE).dataset, read(tmp_path / "sorted.parquet").dataset

    assert one is not None
    assert other is not None
    assert one.observations == other.observations


def test_the_version_is_that_of_the_content(tmp_path: Path, good: Path) -> None:
    copy, changed = tmp_path / "copy.parquet", tmp_path / "changed.parquet"
    copy.write_bytes(good.read_bytes())
    write_parquet(frame([*ROWS, row("FR104", "beds", 1.0)]), changed)

    versions = [reading.dataset.version for reading in map(read, (good, copy, changed)) if reading.dataset]

    assert versions[0] == versions[1] != versions[2]
    assert len(versions[0]) == 12


@pytest.mark.parametrize("dataset", sorted(path.stem for path in SHIPPED.catalogue.glob("*.yaml")))
def test_every_shipped_file_is_read(dataset: str) -> None:
    reading = read_dataset(SHIPPED.parquet(dataset), library().catalogue.declaration(dataset), library().catalogue)

    assert reading.findings == ()


def test_the_fingerprint_changes_whenever_a_file_is_replaced(tmp_path: Path, good: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(good.read_bytes())
    before = fingerprint(path)

    (tmp_path / "new").write_bytes(good.read_bytes())
    (tmp_path / "new").replace(path)

    assert before is not None
    assert fingerprint(path) != before
    assert fingerprint(tmp_path / "nothing") is None
