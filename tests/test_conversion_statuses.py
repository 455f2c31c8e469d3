"""Statuses and qualifiers: a gap says why it is one, a flag becomes a status, a sign before a number its qualifier."""

from pathlib import Path

import pytest

from loaders.catalogue import Catalogue, read_catalogue
from loaders.contract import check
from loaders.finding import Rule
from loaders.intake.proposal import propose
from loaders.intake.raw_table import Content
from loaders.intake.source_codes import EUROSTAT_FLAGS, status_of_flags
from loaders.observation import STATUSES
from tests.conversion_tables import mapping, table
from tests.raw_tables import converted, raw
from tests.sample_data import BEDS, declaration, sample_folder


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return read_catalogue(sample_folder(Path(tmp_path_factory.mktemp("data"))))


def test_an_empty_cell_has_the_status_that_the_mapping_gives_it(catalogue: Catalogue) -> None:
    read = raw(table(number=["1", None, "n.d."]))

    after = converted(read, mapping(missing="O"), catalogue)

    assert after.frame is not None
    assert after.frame.select("obs_value", "obs_status", "obs_qualifier").rows() == [
        (1.0, "A", "="),
        (None, "O", None),
        (None, "O", None),
    ]
    assert check(after.frame, declaration(), catalogue.areas, "new.csv") == ()


def test_empty_cells_are_left_out_where_the_mapping_says_so(catalogue: Catalogue) -> None:
    after = converted(raw(table(number=["1", None, "3"])), mapping(missing="leave_out"), catalogue)

    assert after.frame is not None
    assert after.frame["obs_value"].to_list() == [1.0, 3.0]
    assert after.rows.to_list() == [4, 6]


def test_a_gap_that_nothing_explains_is_asked_for(catalogue: Catalogue) -> None:
    (found,) = converted(raw(table(number=["1", None, "…"])), mapping(), catalogue).findings

    assert (found.rule, found.found, found.rows) == (Rule.MAPPING_INCOMPLETE, ("missing",), (5, 6))


def test_a_word_in_place_of_a_number_becomes_the_status_that_the_mapping_says(catalogue: Catalogue) -> None:
    said = mapping(codes={"obs_value": {"secret": "Q"}})

    after = converted(raw(table(number=["1", "secret", "3"])), said, catalogue)

    assert after.frame is not None
    assert after.frame["obs_status"].to_list() == ["A", "Q", "A"]


def test_a_sign_before_a_number_is_its_qualifier(catalogue: Catalogue) -> None:
    after = converted(raw(table(number=["> 1", "≈2", "3"])), mapping(), catalogue)

    assert after.frame is not None
    assert after.frame["obs_qualifier"].to_list() == [">", "≈", "="]


def test_eurostat_flags_become_statuses_and_a_colon_a_gap(catalogue: Catalogue) -> None:
    read = raw(
        {
            "geo": ["FR101", "FR102", "FR103", "FR104", "FR105"],
            "TIME_PERIOD": ["2024"] * 5,
            "OBS_VALUE": ["1", "2", ":", ":", "5"],
            "OBS_FLAG": [None, "p", "c", None, "be"],
        },
        Content.EUROSTAT_TSV,
    )
    proposal = propose(read, catalogue, BEDS)
    assert proposal.mapping is not None
    said = proposal.mapping.model_copy(update={"fixed": mapping().fixed, "units": mapping().units})

    after = converted(read, said, catalogue)

    assert after.frame is not None
    assert after.frame.select("obs_value", "obs_status", "conf_status", "obs_note").rows() == [
        (1.0, "A", "F", None),
        (2.0, "P", "F", None),
        (None, "Q", "C", None),
        (None, "O", "F", None),
        (5.0, "E", "F", "flags be"),
    ]
    assert check(after.frame, declaration(), catalogue.areas, "new.tsv") == ()


def test_a_flag_that_nobody_knows_is_found(catalogue: Catalogue) -> None:
    columns = {"area": "ref_area", "number": "obs_value", "year": "time_period", "flag": "obs_flag"}
    read = raw(table(flag=["b", "w", None]))

    (found,) = converted(read, mapping(columns=columns), catalogue).findings
    assert (found.rule, found.column, found.rows, found.found) == (Rule.FLAG_UNKNOWN, "flag", (5,), ("w",))

    after = converted(read, mapping(columns=columns, codes={"obs_flag": {"w": "U"}}), catalogue)
    assert after.frame is not None
    assert after.frame["obs_status"].to_list() == ["B", "U", "A"]


def test_flags_in_cells_are_read_only_where_the_mapping_says_so(catalogue: Catalogue) -> None:
    read = raw(table(number=["1 b", ": c", "3"]))

    (found,) = converted(read, mapping(), catalogue).findings
    after = converted(read, mapping(flags_in_cells=True), catalogue).frame

    assert found.rule is Rule.VALUE_NOT_NUMBER
    assert after is not None
    assert after.select("obs_value", "obs_status", "conf_status").rows() == [
        (1.0, "B", "F"),
        (None, "Q", "C"),
        (3.0, "A", "F"),
    ]


@pytest.mark.parametrize("flag", EUROSTAT_FLAGS)
def test_every_flag_is_a_status_of_the_observatory(flag: str) -> None:
    assert status_of_flags(flag) in STATUSES
