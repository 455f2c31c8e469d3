"""SDMX-CSV 2.0: what pysdmx and our own data desk read in it is what the dataset holds."""

from pathlib import Path

import pytest
from pysdmx.io import read_sdmx

from loaders.files.formats import FileFormat
from loaders.intake.desk import Told
from loaders.intake.intake import take_in_table
from loaders.intake.mapping import Mapping
from loaders.intake.proposal import propose
from loaders.intake.question import Question, QuestionKind, answered
from loaders.intake.raw_table import Content, RawTable
from loaders.reader import read_frame
from loaders.sdmx_columns import component
from tests.analyst import desk_of
from tests.decoded_here import frame_of, table_of
from tests.sample_data import SHIPPED, exhibit_of, library
from tests.sample_files import DATASETS, file_of_dataset, file_of_picture, sdmx_rows

OWN = ["STRUCTURE", "STRUCTURE_ID", "ACTION"]


def mapping_of(table: RawTable, dataset: str) -> tuple[Mapping, list[Question]]:
    """How the table becomes observations once an analyst has said that units are those of the declaration."""
    known: Mapping | None = None
    asked: list[Question] = []
    while True:
        proposal = propose(table, library().catalogue, dataset, known)
        assert proposal.mapping is not None
        known = proposal.mapping
        if not proposal.questions:
            return known, asked
        asked += proposal.questions
        for question in proposal.questions:
            known = answered(known, question, "1" if question.kind is QuestionKind.SCALE else question.choices[0])


@pytest.mark.parametrize("dataset", DATASETS)
def test_our_own_data_desk_reads_the_same_observations(dataset: str, tmp_path: Path) -> None:
    path = tmp_path / "file.sdmx.csv"
    path.write_bytes(file_of_dataset(dataset, FileFormat.SDMX_CSV))
    read = table_of(path)
    table = RawTable(content=read.content, frame=frame_of(read), layout=read.layout)

    mapping, asked = mapping_of(table, dataset)
    taken = take_in_table(table, desk_of(SHIPPED), Told(mapping=mapping), file=path.name)

    assert read.content is Content.SDMX_CSV
    assert {one.kind for one in asked} <= {QuestionKind.UNIT, QuestionKind.SCALE}
    assert taken.frame is not None, taken.findings
    assert taken.frame.equals(read_frame(SHIPPED.parquet(dataset)))


@pytest.mark.parametrize("dataset", DATASETS)
def test_pysdmx_reads_every_observation_of_a_dataset(dataset: str) -> None:
    frame = read_frame(SHIPPED.parquet(dataset))

    rows = sdmx_rows(file_of_dataset(dataset, FileFormat.SDMX_CSV))

    stored = [(one["obs_value"], one["obs_status"], one["obs_qualifier"] or "") for one in frame.to_dicts()]
    assert [
        (float(one["OBS_VALUE"]) if one["OBS_VALUE"] else None, one["OBS_STATUS"], one["OBS_QUALIFIER"]) for one in rows
    ] == stored
    assert {one["UNIT_MEASURE"] for one in rows} <= {
        measure.unit for measure in library().catalogue.declaration(dataset).measures
    }


def test_a_file_names_its_structure_and_what_to_do_with_it() -> None:
    exhibit = exhibit_of("private_funding", "region_amount", {"time_period": "2024"}, "en")
    content = file_of_picture(exhibit, FileFormat.SDMX_CSV)

    (dataset,) = read_sdmx(content.decode(), validate=True).data or ()
    heading = content.decode().splitlines()[0].split(",")

    assert dataset.short_urn == "Dataflow=OBSERVATORY:PRIVATE_FUNDING(1.0)"
    assert heading[:8] == [*OWN, "REF_AREA", "GEO_LEVEL", "TIME_PERIOD", "SEGMENT", "MEASURE"]
    assert [one["COMMENT_OBS"] for one in sdmx_rows(content)][2] == "345 on page 8: the source contradicts itself"


def test_a_dimension_whose_name_is_taken_is_marked() -> None:
    heading = file_of_dataset("support_structures", FileFormat.SDMX_CSV).decode().splitlines()[0].split(",")

    assert heading[:5] == [*OWN, "DIM_STRUCTURE", "REF_AREA"]
    assert component("decimals", frozenset({"DECIMALS"})) == "DIM_DECIMALS"
    assert component("ref_area", frozenset({"DECIMALS"})) == "REF_AREA"


def test_what_was_computed_says_from_what() -> None:
    exhibit = exhibit_of("employment_by_department", "departement_ranking", {"measure": "jobs_estimated"}, "en")

    rows = sdmx_rows(file_of_picture(exhibit, FileFormat.SDMX_CSV))

    assert all(one["DATA_COMP"].startswith("The printed share of the département") for one in rows)
