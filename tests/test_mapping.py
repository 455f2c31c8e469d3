"""The mapping of a table: told where it can be told, asked where not, kept for the next file of the same shape."""

from pathlib import Path

import polars as pl
import pytest

from loaders.catalogue import Catalogue, read_catalogue
from loaders.finding import Rule
from loaders.folder import DataFolder
from loaders.intake.mapping import Mapping
from loaders.intake.proposal import DATASET_KEY, propose
from loaders.intake.question import Question, QuestionKind, answered, measure_choice
from loaders.intake.raw_table import Content, Layout, RawTable
from tests.raw_tables import ANSWERS, JOBS, answer_all, as_text, asked, converted, raw
from tests.sample_data import BEDS, ROWS, frame, library, sample_folder

SHIPPED = library().catalogue


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return sample_folder(tmp_path)


@pytest.fixture
def catalogue(folder: DataFolder) -> Catalogue:
    return read_catalogue(folder)


# --- what is told


def test_a_spreadsheet_with_years_in_columns_needs_answers_and_then_none() -> None:
    read = raw(
        {"Département": ["Paris", "92", "Val de Marne", "Ensemble"], "2023": ["12,5", "8", None, "20"]},
        layout=Layout(decimal=","),
    )
    answers = ANSWERS | {"Ensemble": "leave_out"}

    said, heard = answer_all(read, SHIPPED, JOBS, answers)

    assert said.columns == {"Département": "ref_area"}
    assert said.values["2023"].where == {"time_period": "2023"}
    assert {one.kind for one in heard} == {
        QuestionKind.FIXED_VALUE,
        QuestionKind.SOURCE,
        QuestionKind.STATUS,
        QuestionKind.QUALIFIER,
        QuestionKind.EMPTY_CELLS,
        QuestionKind.UNIT,
        QuestionKind.SCALE,
        QuestionKind.UNMATCHED,
    }
    after = converted(read, said, SHIPPED)
    assert after.frame is not None
    assert after.frame.select("ref_area", "obs_value", "obs_status").rows() == [
        ("FR101", 12.5, "A"),
        ("FR105", 8.0, "A"),
        ("FR107", None, "O"),
    ]


def test_unit_and_scale_are_asked_without_a_proposal() -> None:
    read = raw({"REF_AREA": ["FR101"], "TIME_PERIOD": ["2025"], "jobs_share": ["12"]})

    questions = [one for one in propose(read, SHIPPED, JOBS).questions if one.subject == "jobs_share"]

    assert [(one.kind, one.proposed) for one in questions] == [(QuestionKind.UNIT, None), (QuestionKind.SCALE, None)]
    assert questions[1].choices == ("1", "100")


def test_a_rank_has_neither_unit_nor_scale_to_ask_for() -> None:
    read = raw({"REF_AREA": ["FR101"], "TIME_PERIOD": ["2025"], "jobs_rank": ["2"]})

    assert {kind for kind, _, _ in asked(propose(read, SHIPPED, JOBS))} == {"source", "status", "qualifier"}


def test_a_year_is_never_taken_from_anywhere_but_the_table() -> None:
    read = raw({"Département": ["Paris"], "jobs_rank": ["2"]})

    (question,) = [one for one in propose(read, SHIPPED, JOBS).questions if one.subject == "time_period"]

    assert (question.kind, question.choices, question.proposed) == (QuestionKind.FIXED_VALUE, (), None)


def test_sdmx_columns_are_known_by_name() -> None:
    read = raw(
        {
            "STRUCTURE": ["dataflow"],
            "STRUCTURE_ID": ["X:Y(1.0)"],
            "ACTION": ["I"],
            "REF_AREA": ["FR10"],
            "TIME_PERIOD": ["2025-Q1"],
            "INDICATOR": ["jobs_share"],
            "OBS_VALUE": ["12.5"],
            "OBS_STATUS": ["P"],
            "CONF_STATUS": [None],
            "UNIT_MEASURE": ["PC"],
            "UNIT_MULT": ["0"],
        },
        Content.SDMX_CSV,
    )

    said, heard = answer_all(read, SHIPPED, JOBS, ANSWERS)

    assert [one.kind for one in heard] == [QuestionKind.SOURCE, QuestionKind.UNIT, QuestionKind.SCALE]
    assert heard[1].spelling == said.units["jobs_share"].stated == "PC ×10^0"
    after = converted(read, said, SHIPPED)
    assert after.frame is not None
    assert after.frame.row(0)[:7] == ("FR10", "2025-Q1", "jobs_share", 12.5, "P", "F", "=")


def test_columns_are_known_by_what_they_hold(catalogue: Catalogue) -> None:
    read = raw({"où": ["Paris", "Essonne"], "quoi": ["Chirurgie", "medicine"], "n": ["1", "2"], "TIME": ["2024"] * 2})

    proposal = propose(read, catalogue, BEDS)

    assert proposal.mapping is not None
    assert proposal.mapping.columns == {"TIME": "time_period", "où": "ref_area", "quoi": "specialty"}
    (question,) = proposal.questions
    assert (question.kind, question.subject, question.proposed) == (QuestionKind.COLUMN_ROLE, "n", None)
    assert measure_choice("beds") in question.choices


def test_two_columns_of_areas_are_asked_for(catalogue: Catalogue) -> None:
    read = raw({"a": ["Paris"], "b": ["Essonne"], "obs_value": ["1"], "year": ["2024"], "specialty": ["surgery"]})

    assert asked(propose(read, catalogue, BEDS)) == [("column_role", "a", ""), ("column_role", "b", "")]


def test_a_number_format_that_cannot_be_told_is_asked(catalogue: Catalogue) -> None:
    read = raw(as_text(frame(ROWS[:1])).with_columns(obs_value=pl.lit("1,234")))

    proposal = propose(read, catalogue)
    assert asked(proposal) == [("number_format", "", "1,234")]
    assert proposal.mapping is not None
    thousands = answered(proposal.mapping, proposal.questions[0], ".")
    decimals = answered(proposal.mapping, proposal.questions[0], ",")
    for said, number in ((thousands, 1234.0), (decimals, 1.234)):
        after = converted(read, said, catalogue)
        assert after.frame is not None
        assert after.frame["obs_value"].to_list() == [number]


def test_a_word_among_numbers_is_asked_for(catalogue: Catalogue) -> None:
    read = raw({"ref_area": ["FR101", "FR102"], "year": ["2024"] * 2, "beds": ["1", "secret"]})

    assert ("unmatched", "obs_value", "secret") in asked(propose(read, catalogue, BEDS))


def test_a_table_about_something_else_is_refused_and_not_asked_about(catalogue: Catalogue) -> None:
    read = raw(as_text(frame(ROWS).with_columns(measure=pl.lit("hospitals") + pl.col("measure"))))

    proposal = propose(read, catalogue, BEDS)

    assert proposal.questions == ()
    assert proposal.mapping is not None
    (found,) = converted(read, proposal.mapping, catalogue).findings
    assert (found.rule, found.column) == (Rule.OFF_SUBJECT, "measure")


def test_insee_codes_of_an_unknown_level_are_asked_for(catalogue: Catalogue) -> None:
    read = raw({"ref_area": ["75", "93"], "year": ["2024"] * 2, "beds": ["1", "2"]})

    questions = [one for one in propose(read, catalogue, BEDS).questions if one.kind is QuestionKind.UNMATCHED]

    assert [(one.subject, one.spelling, one.proposed) for one in questions] == [
        ("ref_area", "75", None),
        ("ref_area", "93", None),
    ]


# --- which dataset


def test_the_long_form_says_its_dataset_by_its_measures_and_asks_nothing(catalogue: Catalogue) -> None:
    for read in (raw(frame(ROWS), Content.PARQUET), raw(as_text(frame(ROWS)))):
        proposal = propose(read, catalogue)

        assert (proposal.dataset, proposal.questions) == (BEDS, ())


def test_columns_of_labels_beside_the_long_form_are_ignored(catalogue: Catalogue) -> None:
    read = raw(as_text(frame(ROWS)).with_columns(label_ref_area=pl.lit("Paris")))

    proposal = propose(read, catalogue)

    assert proposal.questions == ()
    assert proposal.mapping is not None
    after = converted(read, proposal.mapping, catalogue)
    assert after.frame is not None
    assert after.frame.equals(frame(ROWS))


@pytest.mark.parametrize(
    ("metadata", "sheets"), [(((DATASET_KEY, JOBS),), ()), ((), (JOBS, "Explications")), ((("other", JOBS),), (JOBS,))]
)
def test_a_footer_or_a_sheet_may_name_the_dataset(
    metadata: tuple[tuple[str, str], ...], sheets: tuple[str, ...]
) -> None:
    read = RawTable(
        content=Content.XLSX,
        frame=pl.DataFrame({"x": ["1"]}),
        layout=Layout(),
        sheets=sheets,
        metadata=metadata,
    )

    assert propose(read, SHIPPED).dataset == JOBS


def test_a_dataset_that_nothing_names_is_asked_for() -> None:
    proposal = propose(raw({"x": ["1"]}), SHIPPED)

    assert proposal.mapping is None
    assert [(one.kind, one.proposed) for one in proposal.questions] == [(QuestionKind.DATASET, None)]
    assert proposal.questions[0].choices == tuple(SHIPPED.declarations)


# --- answers


def test_an_answer_that_is_no_choice_is_refused() -> None:
    said = Mapping(dataset=BEDS, shape="0" * 12)
    with pytest.raises(ValueError, match="none of"):
        answered(said, Question(kind=QuestionKind.STATUS, choices=("A", "P")), "Z")


def test_a_column_may_be_told_to_hold_a_measure_or_a_role() -> None:
    said = Mapping(dataset=BEDS, shape="0" * 12)
    question = Question(kind=QuestionKind.COLUMN_ROLE, subject="Valeur")

    measure = answered(said, question, measure_choice("beds"))
    role = answered(measure, question, "obs_value")

    assert measure.values["Valeur"].measure == "beds"
    assert (role.values, role.columns) == ({}, {"Valeur": "obs_value"})
