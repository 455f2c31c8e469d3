"""Reading what a file says of itself: our own files in full, and of any other file one finding and no harm."""

import base64
import json
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.finding import Finding, Rule
from loaders.language import LANGUAGES, Language, wording
from loaders.provenance import PROVENANCE_KEY, UNSEALED, Provenance
from loaders.provenance_reading import LARGEST_FILE, Carried, read_provenance
from loaders.seal import sealed
from loaders.stated_version import StatedVersion
from tests.sealed_files import MADE_BEFORE, MAKERS, SAMPLE

EVERY_KIND = pytest.mark.parametrize("kind", MAKERS)
TEXT = SAMPLE.text.encode()


def rule(content: bytes) -> Rule:
    """Why a file is refused."""
    found = read_provenance("figure.bin", content)
    assert isinstance(found, Finding)
    return found.rule


def archive(name: str, content: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with one member."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", method) as file:
        file.writestr(zipfile.ZipInfo(name, MADE_BEFORE), content, method)
    return written.getvalue()


@EVERY_KIND
def test_what_was_written_into_a_file_is_read_from_it(kind: str) -> None:
    read = read_provenance(f"figure.{kind}", sealed(MAKERS[kind](SAMPLE)))

    assert isinstance(read, Carried)
    assert read.intact
    assert read.provenance.seal != UNSEALED
    assert read.provenance.model_copy(update={"seal": UNSEALED}) == SAMPLE


@EVERY_KIND
def test_the_provenance_of_an_altered_file_is_read_and_not_vouched_for(kind: str) -> None:
    read = read_provenance(f"figure.{kind}", MAKERS[kind](SAMPLE))

    assert isinstance(read, Carried)
    assert not read.intact


@settings(max_examples=60, deadline=None)
@given(title=st.text(max_size=40), kind=st.sampled_from([kind for kind in MAKERS if kind not in ("pdf", "xlsx")]))
def test_no_title_disturbs_reading(title: str, kind: str) -> None:
    said = SAMPLE.model_copy(update={"title": title.encode(errors="ignore").decode()})

    read = read_provenance("figure", sealed(MAKERS[kind](said)))

    assert isinstance(read, Carried)
    assert read.provenance.title == said.title


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nothing",
        b"<svg/>",
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        b"PAR1PAR1",
        archive("a.csv", b"1;2"),
        b"\xff" * 50,
    ],
)
def test_a_file_of_somebody_else_is_foreign(content: bytes) -> None:
    assert rule(content) is Rule.FIGURE_FOREIGN


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(TEXT.replace(b'"view"', b'"vue"'), id="another key"),
        pytest.param(TEXT.replace(b'"edition":3', b'"edition":"three"'), id="another type"),
        pytest.param(TEXT.replace(b"12.5", b"NaN"), id="no number"),
        pytest.param(TEXT.replace(b'{"dataset"', b'"dataset"'), id="no beginning"),
        pytest.param(b'{"dataset":' + b"[" * 100_000 + TEXT[-76:], id="nested without end"),
        pytest.param(TEXT.replace(b"employment", "é".encode()), id="no ASCII"),
        pytest.param(TEXT.replace(b"employment", b"e" * 500), id="too long a name"),
        pytest.param(PROVENANCE_KEY.encode() + b" without anything", id="the key alone"),
        pytest.param(f"%PDF-1.7 {PROVENANCE_KEY}=abc".encode(), id="no base64"),
        pytest.param(f"%PDF-1.7 {PROVENANCE_KEY}=".encode() + base64.urlsafe_b64encode(b"\xff{"), id="no JSON"),
        pytest.param(b"PK\x03\x04 and nothing else", id="no zip"),
        pytest.param(archive("datapackage.json", b"1", zipfile.ZIP_LZMA), id="an unusual method"),
        pytest.param(archive("datapackage.json", json.dumps(SAMPLE.text).encode())[:-30], id="a zip cut off"),
    ],
)
def test_a_provenance_that_cannot_be_read_is_said(content: bytes) -> None:
    assert rule(content) is Rule.FIGURE_DAMAGED


def test_a_file_that_is_too_large_is_not_looked_at() -> None:
    assert rule(bytes(LARGEST_FILE + 1)) is Rule.FIGURE_TOO_LARGE


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(archive("datapackage.json", bytes(17_000_000)), id="a member"),
        pytest.param(archive("bomb.csv", bytes(301_000_000)), id="all members"),
        pytest.param(TEXT.replace(b'"title":"', b'"title":"' + b"x" * 4_000_000), id="a provenance"),
    ],
)
def test_what_unpacks_to_too_much_is_refused(content: bytes) -> None:
    assert rule(content) is Rule.FIGURE_TOO_LARGE


def test_a_zip_with_too_many_members_is_refused() -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        for number in range(2_001):
            file.writestr(zipfile.ZipInfo(str(number), MADE_BEFORE), b"")

    assert rule(written.getvalue()) is Rule.FIGURE_TOO_LARGE


def test_a_png_of_very_many_chunks_is_read_all_the_same() -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes(12) * 200_000 + TEXT

    read = read_provenance("figure.png", png)

    assert isinstance(read, Carried)
    assert not read.intact


@settings(max_examples=150, deadline=None)
@given(
    start=st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", b"\x89PNG\r\n\x1a\n", b"PAR1", b"<svg>"]),
    parts=st.lists(
        st.one_of(
            st.binary(max_size=40),
            st.sampled_from([TEXT, b'{"dataset":"', b'"seal":"' + b"0" * 64 + b'"}', PROVENANCE_KEY.encode(), b"="]),
        ),
        max_size=6,
    ),
)
def test_no_file_makes_reading_fail(start: bytes, parts: list[bytes]) -> None:
    read = read_provenance("figure", start + b"".join(parts))

    assert isinstance(read, Carried | StatedVersion | Finding)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("separator", [";", ","])
def test_a_table_as_csv_is_known_by_its_columns(language: Language, separator: str) -> None:
    words = wording(language)
    headings = separator.join(("ref_area", words.say("Dataset"), words.say("Data version")))
    content = f"{headings}\r\nFR101{separator}employment{separator}0123456789ab\r\n".encode("utf-8-sig")

    assert read_provenance("figure.csv", content) == StatedVersion(dataset="employment", data_version="0123456789ab")


def test_a_table_as_sdmx_csv_is_known_by_its_columns() -> None:
    content = b"STRUCTURE,STRUCTURE_ID,DATA_VERSION\r\ndataflow,OBSERVATORY:AI_STARTUPS(1.0),0123456789ab\r\n"

    assert read_provenance("figure.csv", content) == StatedVersion(dataset="ai_startups", data_version="0123456789ab")


@pytest.mark.parametrize("version", ["", "0123", "=1+1", "0123456789ab<script>"])
def test_a_table_without_a_version_of_ours_is_foreign(version: str) -> None:
    assert rule(f"Dataset,Data version\r\nemployment,{version}\r\n".encode()) is Rule.FIGURE_FOREIGN


def test_the_carried_provenance_is_a_frozen_value_of_known_keys() -> None:
    assert Provenance.model_validate_json(SAMPLE.text) == SAMPLE
