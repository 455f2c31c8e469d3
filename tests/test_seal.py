"""The seal: whatever is changed in a sealed file is found, and what was not changed is intact."""

import zipfile
import zlib
from functools import cache
from io import BytesIO

import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.packed_files import UnpackingError
from loaders.provenance import PROVENANCE_KEY, Provenance
from loaders.seal import Condition, UnsealableError, condition, sealed
from tests.sealed_files import MAKERS, SAMPLE

EVERY_KIND = pytest.mark.parametrize("kind", MAKERS)
PACKED = ("xlsx", "zip")


@cache
def made(kind: str) -> bytes:
    """A sealed file of a kind."""
    return sealed(MAKERS[kind](SAMPLE))


def members(content: bytes) -> dict[str, bytes] | None:
    """What a zip says: the contents of its members by name, None where it cannot be read."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as file:
            return {one.filename: file.read(one) for one in file.infolist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return None


def flipped(content: bytes, place: int, bits: int) -> bytes:
    """The content with some bits of one byte changed."""
    place %= len(content)
    return content[:place] + bytes([content[place] ^ bits]) + content[place + 1 :]


@EVERY_KIND
def test_a_sealed_file_is_intact(kind: str) -> None:
    assert condition(made(kind)) is Condition.INTACT


@EVERY_KIND
def test_sealing_gives_the_same_bytes_every_time_and_once_more_changes_nothing(kind: str) -> None:
    unsealed = MAKERS[kind](SAMPLE)

    assert sealed(unsealed) == made(kind) == sealed(made(kind))


@EVERY_KIND
def test_a_file_that_was_not_sealed_is_not_intact(kind: str) -> None:
    assert condition(MAKERS[kind](SAMPLE)) is Condition.ALTERED


@pytest.mark.parametrize("kind", [kind for kind in MAKERS if kind not in PACKED])
@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 10**6), bits=st.integers(1, 255))
@example(place=0, bits=1)
@example(place=-1, bits=32)
def test_any_byte_that_is_changed_is_found(kind: str, place: int, bits: int) -> None:
    assert condition(flipped(made(kind), place, bits)) is not Condition.INTACT


@pytest.mark.parametrize("kind", PACKED)
@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 10**6), bits=st.integers(1, 255))
def test_any_byte_of_a_zip_that_changes_what_it_says_is_found(kind: str, place: int, bits: int) -> None:
    changed = flipped(made(kind), place, bits)

    assert condition(changed) is not Condition.INTACT or members(changed) == members(made(kind))


@pytest.mark.parametrize("kind", PACKED)
def test_a_member_that_is_changed_added_or_taken_away_is_found(kind: str) -> None:
    whole = members(made(kind))
    assert whole is not None
    name = min(whole)
    less = {one: content for one, content in whole.items() if one != name}

    for changed in (whole | {name: whole[name] + b" "}, whole | {"more": b""}, less, less | {"renamed": whole[name]}):
        assert condition(packed(changed)) is not Condition.INTACT
    assert condition(packed(whole)) is Condition.INTACT


def packed(contents: dict[str, bytes]) -> bytes:
    """A zip of these members that is packed in its own way."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as file:
        for name, content in contents.items():
            file.writestr(name, content)
    return written.getvalue()


@EVERY_KIND
def test_a_file_that_another_program_cut_off_is_not_intact(kind: str) -> None:
    for share in (0.1, 0.5, 0.9):
        assert condition(made(kind)[: int(len(made(kind)) * share)]) is not Condition.INTACT


@EVERY_KIND
def test_what_is_added_to_a_file_that_is_no_zip_is_found(kind: str) -> None:
    if kind in PACKED:
        assert members(made(kind) + b" " * 70_000) is None
    assert condition(made(kind) + b" " * 70_000) is not Condition.INTACT


def test_the_checksum_of_a_sealed_png_is_right() -> None:
    place = made("png").index(b"iTXt")
    length = int.from_bytes(made("png")[place - 4 : place])
    chunk = made("png")[place : place + 4 + length]

    assert int.from_bytes(made("png")[place + 4 + length : place + 8 + length]) == zlib.crc32(chunk)


def test_a_sealed_table_is_read_as_before_and_its_footer_holds_the_seal() -> None:
    read = pq.ParquetFile(BytesIO(made("parquet")))

    assert read.read()["obs_value"].to_pylist() == [1.0, 2.0]
    carried = Provenance.model_validate_json(read.metadata.metadata[PROVENANCE_KEY.encode()])
    assert carried == SAMPLE.model_copy(update={"seal": carried.seal})
    assert carried.seal != SAMPLE.seal


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", packed({"a.csv": b"1"})])
def test_what_carries_no_provenance_is_foreign_and_cannot_be_sealed(content: bytes) -> None:
    assert condition(content) is Condition.FOREIGN
    with pytest.raises(UnsealableError):
        sealed(content)


def test_a_broken_zip_cannot_be_sealed() -> None:
    with pytest.raises(UnpackingError):
        sealed(b"PK\x03\x04 and nothing else")


@settings(max_examples=200, deadline=None)
@given(
    start=st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", b"\x89PNG\r\n\x1a\n", b"PAR1"]), rest=st.binary(max_size=300)
)
def test_no_file_makes_the_check_fail(start: bytes, rest: bytes) -> None:
    assert condition(start + rest) in {Condition.FOREIGN, Condition.ALTERED}
