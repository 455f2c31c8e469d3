"""What is said of a file of no dataset becomes its declaration and its mapping."""

from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from loaders.declaration import Declaration
from loaders.dimension import DimensionKind
from loaders.finding import Rule
from loaders.folder import DataFolder
from loaders.intake.mapping import LEAVE_OUT
from loaders.intake.raw_table import Content, Layout, RawTable
from loaders.observation import MEASURE, SOURCE, VALUE
from loaders.subjects.subject_declaration import to_declaration
from loaders.subjects.subject_fields import Fault
from loaders.subjects.subject_form import CodeForm, fixed_dimension
from loaders.subjects.table_numbers import told_layout, with_numbers
from loaders.subjects.table_shape import Uses, shape_of
from tests.raw_tables import raw
from tests.sample_data import sample_folder
from tests.subject_answers import CATALOGUE, accepted, filled, form_of, long_file, table_of, taken, wide_file


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder in which nobody has heard of the subject."""
    return sample_folder(tmp_path / "data")


def test_years_above_the_columns_are_periods_of_one_measure(folder: DataFolder) -> None:
    table = raw({"Département": ["Paris", "Essonne"], "2022": ["1", "2"], "2023": ["3", None]})
    form = form_of(table)

    made = accepted(table, filled(form), folder)

    assert [(one.id, one.column) for one in form.measures] == [("value", None)]
    assert made.select("ref_area", "time_period", VALUE).rows() == [
        ("FR101", "2022", 1.0),
        ("FR101", "2023", 3.0),
        ("FR104", "2022", 2.0),
        ("FR104", "2023", None),
    ]


@pytest.mark.parametrize(
    ("columns", "measures"),
    [
        ({"dep": ["Paris"], "2022": ["1"]}, ["x_2022"]),
        ({"dep": ["Paris"], "2022": ["1"], "2023": ["1"], "beds": ["2"]}, ["x_2022", "x_2023", "beds"]),
        ({"dep": ["Paris"], "year": ["2020"], "2022": ["1"], "2023": ["1"]}, ["x_2022", "x_2023"]),
    ],
)
def test_years_above_columns_are_no_periods_where_something_else_is(
    columns: dict[str, list[str | None]], measures: list[str]
) -> None:
    assert [one.id for one in form_of(raw(columns)).measures] == measures


@pytest.mark.parametrize(
    ("spelt", "periods"),
    [
        (["T1 2025", "T2 2025"], ["2025-Q1", "2025-Q2"]),
        (["2024M01", "2024M02"], ["2024-01", "2024-02"]),
        (["2022-2024", "2023-2025"], ["2022/2024", "2023/2025"]),
        (["1000-1499", "1500-2000"], None),
        (["12-2024"], None),
    ],
)
def test_periods_are_known_however_they_are_certainly_spelt(
    spelt: list[str], periods: list[str] | None, folder: DataFolder
) -> None:
    table = raw({"quand": list(spelt), "lits": ["1" for _ in spelt]})
    form = form_of(table)

    made = accepted(table, filled(form), folder)

    assert (form.dimensions[0].kind is DimensionKind.PERIOD) == (periods is not None)
    if periods:
        assert made["time_period"].to_list() == periods


@pytest.mark.parametrize("values", [["2023.0", "2024.0"], [2023.0, 2024.0], [2023, 2024]])
def test_years_that_a_workbook_made_numbers_of_are_years(values: list[object]) -> None:
    shape = shape_of(pl.DataFrame({"Année": values}), CATALOGUE.areas)

    assert [[code.code for code in one.codes] for one in shape.dimensions] == [["2023", "2024"]]


def test_a_name_that_no_area_has_needs_an_answer(folder: DataFolder) -> None:
    table = raw({"Département": ["Paris", "Essonne", "St. Jean", "Paris Est"], "lits": ["1", "2", "3", "4"]})
    form = filled(form_of(table))
    areas = form.dimensions[0]

    refused = to_declaration(form, CATALOGUE)
    told = (CodeForm(spelling="St. Jean", code="FR107"), CodeForm(spelling="Paris Est", code=LEAVE_OUT))
    answered = replace(form, dimensions=(replace(areas, codes=(*areas.codes, *told)),))
    made = accepted(table, answered, folder)

    assert isinstance(refused, tuple)
    assert [(one.place, one.fault) for one in refused] == [
        ("dimensions.ref_area.St  Jean", Fault.MISSING),
        ("dimensions.ref_area.Paris Est", Fault.MISSING),
    ]
    assert made.select("ref_area", VALUE).rows() == [("FR101", 1.0), ("FR104", 2.0), ("FR107", 3.0)]


def test_a_period_that_the_file_does_not_say_holds_for_all_rows(folder: DataFolder) -> None:
    table = raw({"Département": ["Paris", "Essonne"], "lits": ["1", "2"]})
    form = filled(form_of(table))
    form = replace(form, dimensions=(*form.dimensions, fixed_dimension(DimensionKind.PERIOD, "2025-Q1", form)))

    assert set(accepted(table, form, folder)["time_period"]) == {"2025-Q1"}


def test_a_sign_that_could_be_either_is_asked_and_the_answer_is_used(folder: DataFolder) -> None:
    table = raw({"Département": ["Paris", "Essonne"], "lits": ["1,234", "2,345"]})

    values = {
        decimal: accepted(table, filled(form_of(table, decimal)), folder, decimal)[VALUE].to_list()
        for decimal in (",", ".")
    }

    assert told_layout(table) is None
    assert values == {",": [1.234, 2.345], ".": [1234.0, 2345.0]}


def test_what_a_person_says_of_the_columns_comes_first(folder: DataFolder) -> None:
    table = raw({"naf": ["21.10", "86.10"], "lits": ["1", "2"], "autre": ["3", "4"]})
    uses = Uses(keys=frozenset({"naf"}), figures=frozenset({"lits"}))

    told, said = form_of(table), form_of(table, uses=uses)
    made = accepted(table, filled(said), folder)

    assert [one.id for one in told.measures] == ["naf", "lits", "autre"]
    assert [one.id for one in said.measures] == ["lits"]
    assert made["naf"].to_list() == ["21.10", "86.10"]


def test_a_measure_that_is_left_out_of_a_long_file_is_left_out(tmp_path: Path, folder: DataFolder) -> None:
    table = table_of(long_file(tmp_path), folder)
    uses = Uses(keys=frozenset({"ref_area", "time_period"}), figures=frozenset({"nurses"}))

    made = accepted(table, filled(form_of(table, uses=uses), "mediscope-2025"), folder)

    assert made.select("ref_area", MEASURE, VALUE).rows() == [("FR101", "nurses", 300.5)]


@pytest.mark.parametrize(
    ("given", "chosen", "kept"),
    [
        (["mediscope-2025", "station-esante-2025"], "mediscope-2025", ["mediscope-2025", "station-esante-2025"]),
        (["mediscope-2025", "mediscope-2025"], "drees-2025", ["drees-2025", "drees-2025"]),
        (["drees-2025", "drees-2025"], "drees-2025", ["drees-2025", "drees-2025"]),
        (["mediscope-2025", None], "mediscope-2025", ["mediscope-2025", "mediscope-2025"]),
    ],
)
def test_sources_of_the_file_are_kept_where_the_form_has_them(
    given: list[str | None], chosen: str, kept: list[str], folder: DataFolder
) -> None:
    table = raw({"dep": ["Paris", "Essonne"], "lits": ["1", "2"], SOURCE: given})
    form = form_of(table)
    source = form.source if form.source.id == chosen else filled(form, chosen).source

    made = accepted(table, replace(filled(form), source=source), folder)

    assert made[SOURCE].to_list() == kept


@pytest.mark.parametrize(
    "name", ["unit", "flag", "mark", "sign", "row", "cell", "obs_value", "measure", "row of the file"]
)
def test_a_column_may_have_any_name(name: str, folder: DataFolder) -> None:
    table = raw({"dep": ["Paris", "Essonne"], name: ["one", "two"], "lits": ["1", "2"]})

    made = accepted(table, filled(form_of(table)), folder)

    assert made.height == 2
    assert made.width == len({*made.columns})


def test_a_flag_of_eurostat_stays_a_flag(folder: DataFolder) -> None:
    table = raw(
        {"geo": ["FR10", "DE3"], "TIME_PERIOD": ["2023", "2023"], "OBS_VALUE": ["1.5", "2"], "OBS_FLAG": ["p", None]}
    )
    form = form_of(table)

    made = accepted(table, filled(form), folder)

    assert [one.id for one in form.measures] == ["value"]
    assert made["obs_status"].to_list() == ["P", "A"]


def test_a_number_that_cannot_be_one_is_still_found(folder: DataFolder) -> None:
    table = RawTable(
        content=Content.PARQUET,
        frame=pl.DataFrame({"dep": ["Paris", "Essonne"], "lits": [1.0, float("nan")]}),
        layout=Layout(),
    )

    made = taken(table, filled(form_of(table)), folder)

    assert [one.rule for one in made.findings] == [Rule.VALUE_NOT_FINITE]


def test_a_plain_column_of_codes_stays_text() -> None:
    table = raw({"insee": ["75", "91"], "part": ["1,5 %", "2,5 %"], "date": ["12.03.2024", "13.03.2024"]})
    layout = told_layout(table)
    assert layout is not None

    assert [str(kind) for kind in with_numbers(table, layout).dtypes] == ["String", "Float64", "String"]


def test_pictures_of_one_period_begin_with_the_latest(tmp_path: Path, folder: DataFolder) -> None:
    subject = to_declaration(filled(form_of(table_of(wide_file(tmp_path), folder))), CATALOGUE)

    assert isinstance(subject, Declaration)
    assert {view.id: view.defaults for view in subject.views if "time_period" in view.choose} == {
        "default_map": {"time_period": "2024"},
        "default_ranking": {"time_period": "2024"},
    }
