"""Every picture and every dataset in every format: what is read back is what was shown, and nothing depends on when."""

import hashlib
import subprocess
import sys
from os import environ
from pathlib import Path

import pytest

from loaders.files.dataset_content import NoDataError, dataset_provenance
from loaders.files.formats import FORMATS, FileFormat, dataset_file
from loaders.language import LANGUAGES, Language, wording
from loaders.seal import Condition, condition
from tests.sample_data import ROOT, library
from tests.sample_files import DATASETS, file_of_dataset, file_of_picture, pictures, read_back, shown

MAGIC = {
    FileFormat.CSV: b"\xef\xbb\xbf",
    FileFormat.XLSX: b"PK\x03\x04",
    FileFormat.PARQUET: b"PAR1",
    FileFormat.SDMX_CSV: b"STRUCTURE,STRUCTURE_ID,ACTION,",
    FileFormat.PACKAGE: b"PK\x03\x04",
}


@pytest.mark.parametrize("kind", FileFormat)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dataset", DATASETS)
def test_what_is_read_back_is_what_was_shown(
    dataset: str, language: Language, kind: FileFormat, tmp_path: Path
) -> None:
    for exhibit in pictures(dataset, language):
        content = file_of_picture(exhibit, kind)

        assert read_back(content, kind, exhibit, tmp_path / exhibit.view) == shown(exhibit), exhibit.view


@pytest.mark.parametrize("kind", FileFormat)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dataset", DATASETS)
def test_a_dataset_can_be_had_in_every_format_and_always_has_the_same_bytes(
    dataset: str, language: Language, kind: FileFormat
) -> None:
    content = file_of_dataset(dataset, kind, language)

    assert content.startswith(MAGIC[kind])
    assert content == file_of_dataset(dataset, kind, language)


@pytest.mark.parametrize("kind", FileFormat)
def test_another_process_at_another_time_in_another_place_writes_the_same_bytes(kind: FileFormat) -> None:
    exhibit = pictures("private_funding", "fr")[0]
    code = (
        "import hashlib, sys; from loaders.files.formats import FileFormat;"
        "from tests.sample_files import file_of_picture, pictures;"
        f"made = file_of_picture(pictures('private_funding', 'fr')[0], FileFormat({kind.value!r}));"
        "sys.stdout.write(hashlib.sha256(made).hexdigest())"
    )
    elsewhere = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PATH": environ["PATH"]}

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=elsewhere, capture_output=True, check=True)

    assert done.stdout.decode() == hashlib.sha256(file_of_picture(exhibit, kind)).hexdigest()


@pytest.mark.parametrize("kind", FileFormat)
@pytest.mark.parametrize("dataset", DATASETS)
def test_a_file_that_carries_its_provenance_is_sealed(dataset: str, kind: FileFormat) -> None:
    expected = Condition.INTACT if FORMATS[kind].is_sealed else Condition.FOREIGN

    files = [file_of_dataset(dataset, kind), *(file_of_picture(one, kind) for one in pictures(dataset, "fr")[:2])]

    assert [condition(content) for content in files] == [expected] * 3


def test_every_format_is_in_the_registry_with_an_ending_of_its_own() -> None:
    assert set(FORMATS) == set(FileFormat)
    assert len({facts.suffix for facts in FORMATS.values()}) == len(FORMATS)
    assert all(facts.suffix.startswith(".") and "/" in facts.mime for facts in FORMATS.values())


def test_a_dataset_that_cannot_be_read_gives_no_file() -> None:
    words = wording("en")
    provenance = dataset_provenance(library(), "private_funding", words, edition=None)

    with pytest.raises(NoDataError, match="nothing_of_the_kind"):
        dataset_file(library(), "nothing_of_the_kind", FileFormat.CSV, provenance, words)
    with pytest.raises(NoDataError, match="nothing_of_the_kind"):
        dataset_provenance(library(), "nothing_of_the_kind", words, edition=None)


def test_what_writes_workbooks_is_loaded_only_when_a_workbook_is_asked_for() -> None:
    code = "import sys, loaders.files.formats; sys.exit('openpyxl' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
