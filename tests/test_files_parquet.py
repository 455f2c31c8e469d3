"""The Parquet file of a picture or a dataset: codes, a footer that says what it is, and a way back to the data desk."""

import io
from dataclasses import replace
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq
import pytest

from loaders.catalogue import read_catalogue
from loaders.contract import columns_of
from loaders.editions.edition import Published, Unchanged
from loaders.files.dataset_content import dataset_provenance
from loaders.files.formats import FileFormat, dataset_file
from loaders.intake.intake import take_in, take_in_table
from loaders.intake.publication import publish_intake
from loaders.intake.raw_table import RawTable
from loaders.language import wording
from loaders.library import Library, read_library
from loaders.provenance import PROVENANCE_KEY, exhibit_provenance
from loaders.reader import read_frame
from loaders.subjects.self_declared import DATASET_KEY, DECLARATION_KEY
from tests.analyst import desk_of
from tests.decoded_here import frame_of
from tests.decoded_here import table_of as decoded
from tests.published import NOW, SAID
from tests.sample_data import BEDS, ROWS, SHIPPED, exhibit_of, library, row, sample_folder
from tests.sample_files import DATASETS, file_of_dataset, file_of_picture, unsealed

BERLIN = ("private_funding", "region_amount", {"time_period": "2024"})
ESTIMATES = ("employment_by_department", "departement_ranking", {"measure": "jobs_estimated"})


def footer(content: bytes) -> dict[str, str]:
    """The keys and values of a footer."""
    found = pq.read_metadata(io.BytesIO(content)).metadata or {}
    return {key.decode(): value.decode() for key, value in found.items()}


def exported(read: Library, dataset: str) -> bytes:
    """A dataset of any library as Parquet."""
    words = wording("fr")
    provenance = dataset_provenance(read, dataset, words, edition=None)
    return dataset_file(read, dataset, FileFormat.PARQUET, provenance, words)


@pytest.mark.parametrize("dataset", DATASETS)
def test_a_dataset_that_is_handed_back_in_is_accepted_and_is_the_same(dataset: str, tmp_path: Path) -> None:
    path = tmp_path / "any name.parquet"
    path.write_bytes(file_of_dataset(dataset, FileFormat.PARQUET))
    read = decoded(path)
    table = RawTable(content=read.content, frame=frame_of(read), layout=read.layout, metadata=read.metadata)

    taken = take_in_table(table, desk_of(SHIPPED), file=path.name)

    assert (taken.dataset, taken.proposal, taken.subject) == (dataset, None, None)
    assert [one.rule for one in taken.verdict.blocking] == []
    assert taken.frame is not None
    assert taken.frame.equals(read_frame(SHIPPED.parquet(dataset)))


def test_publishing_what_was_exported_changes_nothing(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")
    path = tmp_path / "file.parquet"
    path.write_bytes(exported(read_library(read_catalogue(folder)), BEDS))

    assert isinstance(publish_intake(take_in(path, desk_of(folder)), SAID, folder, NOW), Unchanged)


def test_another_observatory_can_take_the_file_as_a_new_subject(tmp_path: Path) -> None:
    ours, theirs = sample_folder(tmp_path / "ours"), sample_folder(tmp_path / "theirs")
    (theirs.catalogue / f"{BEDS}.yaml").unlink()
    theirs.parquet(BEDS).unlink()
    path = tmp_path / "file.parquet"
    path.write_bytes(exported(read_library(read_catalogue(ours)), BEDS))

    done = publish_intake(take_in(path, desk_of(theirs)), SAID, theirs, NOW)

    read = read_library(read_catalogue(theirs))
    assert isinstance(done, Published)
    assert read.all_findings == ()
    assert exported(read, BEDS) == exported(read_library(read_catalogue(ours)), BEDS)
    assert read.catalogue.declaration(BEDS).transcription is None


def test_what_is_not_for_publication_leaves_the_house_in_no_format(tmp_path: Path) -> None:
    hidden = row("FR104", "beds", 6198.7, conf_status="N")
    read = read_library(read_catalogue(sample_folder(tmp_path / "data", [*ROWS, hidden])))
    words = wording("en")
    provenance = dataset_provenance(read, BEDS, words, edition=None)

    made = {kind: dataset_file(read, BEDS, kind, provenance, words) for kind in FileFormat}

    last = pl.read_parquet(made[FileFormat.PARQUET]).row(-1, named=True)
    assert (last["obs_value"], last["obs_status"], last["conf_status"]) == (None, "Q", "N")
    assert b"6198" not in made[FileFormat.CSV] + made[FileFormat.SDMX_CSV] + made[FileFormat.PARQUET]
    assert b"N (not for publication)" in made[FileFormat.CSV]


def test_the_footer_of_a_dataset_says_dataset_declaration_and_provenance() -> None:
    said = footer(file_of_dataset("private_funding", FileFormat.PARQUET))

    assert said[DATASET_KEY] == "private_funding"
    assert "transcription" not in said[DECLARATION_KEY]
    provenance = unsealed(said[PROVENANCE_KEY])
    assert (provenance.view, provenance.edition) == ("", 2)
    assert provenance.link == "https://observatory.example/explore?explore_dataset=private_funding&lang=fr"


def test_the_footer_of_a_picture_says_what_it_shows() -> None:
    exhibit = exhibit_of(*BERLIN, "fr")

    said = footer(file_of_picture(exhibit, FileFormat.PARQUET))

    provenance = unsealed(said[PROVENANCE_KEY])
    assert provenance == exhibit_provenance(exhibit, edition=2, base="https://observatory.example/")
    assert said[DATASET_KEY] == "private_funding"
    assert DECLARATION_KEY not in said


def test_a_picture_has_the_columns_of_its_dataset_and_says_what_was_computed() -> None:
    printed = pl.read_parquet(file_of_picture(exhibit_of(*BERLIN, "fr"), FileFormat.PARQUET))
    computed = pl.read_parquet(file_of_picture(exhibit_of(*ESTIMATES, "fr"), FileFormat.PARQUET))

    declared = library().catalogue.declarations
    assert dict(printed.schema) == columns_of(declared["private_funding"])
    assert list(computed.columns) == [*columns_of(declared["employment_by_department"]), "derived_from"]
    assert computed["derived_from"].null_count() == 0


def test_a_gap_of_a_picture_has_no_qualifier() -> None:
    exhibit = exhibit_of("employment_by_department", "departement_ranking", {"measure": "jobs_share"}, "fr")

    read = pl.read_parquet(file_of_picture(replace(exhibit), FileFormat.PARQUET))

    assert read.filter(pl.col("obs_value").is_null())["obs_qualifier"].to_list() == [None] * 4
