"""The ledger of corrections: what it may say, what it changes, and when it gives way to the source."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.contract import check
from loaders.editions.corrections import Corrected, apply
from loaders.editions.ledger import Correction, Ledger, read_ledger
from loaders.finding import Rule, Severity
from loaders.folder import DataFolder
from tests.corruptions import valid_rows
from tests.sample_data import BEDS, ROWS, Row, declaration, frame, library, row

KEY = {"ref_area": "FR101", "specialty": "surgery", "time_period": "2024"}
GAP = {**KEY, "ref_area": "FR103"}


def correction(**said: Any) -> Correction:  # noqa: ANN401 what a ledger may say, also wrongly
    """A correction of the beds of FR101, or one that differs from it as said."""
    why = {"reason": "misprint", "author": "ada", "date": "2025-06-01"}
    return Correction.model_validate({"key": KEY, "measure": "beds", "expected": 120, **why, **said})


def corrected(*corrections: Correction, rows: list[Row] = ROWS) -> Corrected:
    """The rows with a ledger applied."""
    return apply(frame(rows), Ledger(dataset=BEDS, corrections=corrections))


def test_a_value_is_corrected_and_nothing_else() -> None:
    found = corrected(correction(value=102))

    assert found.frame.rows(named=True) == [row("FR101", "beds", 102.0), *ROWS[1:]]
    assert [one.reason for one in found.applied] == ["misprint"]
    assert found.findings == ()


def test_a_row_is_dropped() -> None:
    assert corrected(correction(drop=True)).frame.rows(named=True) == ROWS[1:]


def test_a_gap_is_filled_with_the_status_that_the_ledger_gives() -> None:
    found = corrected(correction(key=GAP, expected=None, value=7, status="E"))

    assert found.frame.rows(named=True)[-1] == row("FR103", "beds", 7.0, obs_status="E", obs_qualifier="=")
    assert check(found.frame, declaration(), library().catalogue.areas, "beds") == ()


def test_a_value_is_withdrawn_with_the_status_that_the_ledger_gives() -> None:
    found = corrected(correction(value=None, status="O"))

    assert found.frame.rows(named=True)[0] == row("FR101", "beds", None, obs_status="O")
    assert check(found.frame, declaration(), library().catalogue.areas, "beds") == ()


def test_a_status_and_a_qualifier_are_corrected_without_the_value() -> None:
    found = corrected(correction(status="P", qualifier="≈"))

    assert found.frame.rows(named=True)[0] == row("FR101", "beds", 120.0, obs_status="P", obs_qualifier="≈")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(125.0, "125", id="the source has another value"),
        pytest.param(102.0, "102", id="the source is now right"),
        pytest.param(None, "∅", id="the source has a gap now"),
    ],
)
def test_a_source_that_has_changed_keeps_its_value_and_the_ledger_says_so(value: float | None, text: str) -> None:
    rows = [ROWS[1], row("FR101", "beds", value)]

    found = corrected(correction(value=102), rows=rows)

    assert found.frame.rows(named=True) == rows
    assert found.applied == ()
    (only,) = found.findings
    assert (only.rule, only.severity) == (Rule.CORRECTION_SUPERSEDED, Severity.NOTE)
    assert (only.dataset, only.file, only.rows) == (BEDS, f"{BEDS}.yaml", (2,))
    assert only.found == (f"FR101 surgery 2024 beds: {text}",)
    assert only.expected == ("120",)


def test_a_row_that_the_source_no_longer_has_is_said() -> None:
    (only,) = corrected(correction(drop=True), rows=ROWS[1:]).findings

    assert (only.rule, only.count, only.rows) == (Rule.CORRECTION_SUPERSEDED, 0, ())


def test_of_contradicting_rows_the_one_with_the_page_is_corrected() -> None:
    rows = [row("FR101", "beds", 120.0), row("FR101", "beds", 120.0, source_page="30")]

    unclear = corrected(correction(value=102), rows=rows)
    clear = corrected(correction(value=102, page="30"), rows=rows)

    assert [one.rule for one in unclear.findings] == [Rule.CORRECTION_SUPERSEDED]
    assert unclear.frame["obs_value"].to_list() == [120.0, 120.0]
    assert clear.frame["obs_value"].to_list() == [120.0, 102.0]


def test_a_value_that_was_scaled_is_still_the_expected_one() -> None:
    rows = [row("FR101", "beds_share", 0.587 * 100)]

    assert len(corrected(correction(measure="beds_share", expected=58.7, value=57.8), rows=rows).applied) == 1


def test_corrections_of_one_row_build_on_each_other() -> None:
    found = corrected(correction(value=102), correction(expected=102, value=103))

    assert found.frame["obs_value"][0] == 103.0
    assert len(found.applied) == 2


def test_a_key_that_the_table_lacks_blocks() -> None:
    (only,) = corrected(correction(key={"colour": "red"}, drop=True)).findings

    assert (only.rule, only.severity) == (Rule.DECLARATION_INVALID, Severity.BLOCKS)
    assert only.found == ("corrections.1.key: column colour is not in the table",)


@given(valid_rows())
def test_an_empty_ledger_changes_nothing(rows: list[Row]) -> None:
    found = corrected(rows=rows)

    assert found.frame.equals(frame(rows))


@given(valid_rows(), st.data())
def test_applying_twice_is_noticed(rows: list[Row], data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from([one for one in rows if one["obs_value"] is not None]))
    key = {name: chosen[name] for name in KEY}
    ledger = Ledger(
        dataset=BEDS,
        corrections=(correction(key=key, measure=chosen["measure"], expected=chosen["obs_value"], value=-5.25e12),),
    )

    once = apply(frame(rows), ledger)
    twice = apply(once.frame, ledger)

    assert len(once.applied) == 1
    assert twice.frame.equals(once.frame)
    assert [one.rule for one in twice.findings] == [Rule.CORRECTION_SUPERSEDED]


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        pytest.param({}, "either 'drop' or", id="nothing"),
        pytest.param({"value": 1, "drop": True}, "either 'drop' or", id="both"),
        pytest.param({"value": None}, "needs its 'status'", id="a gap without status"),
        pytest.param({"expected": None, "value": 3}, "needs its 'status'", id="a filled gap without status"),
        pytest.param({"value": None, "status": "A"}, "does not fit", id="a gap with the status of a value"),
        pytest.param({"value": 3, "status": "O"}, "does not fit", id="a value with the status of a gap"),
        pytest.param({"value": None, "status": "O", "qualifier": "="}, "has no qualifier", id="a qualified gap"),
        pytest.param({"status": "?"}, "status . is not known", id="an unknown status"),
        pytest.param({"qualifier": "~"}, "qualifier ~ is not known", id="an unknown qualifier"),
        pytest.param({"value": float("nan")}, "finite", id="not a number"),
        pytest.param({"value": 1, "reason": " "}, "at least 1", id="no reason"),
        pytest.param({"value": 1, "colour": "red"}, "Extra", id="an unknown key"),
    ],
)
def test_a_correction_says_one_thing_and_says_it_whole(said: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        correction(**said)


LEDGER = """
dataset: hospital_beds
corrections:
  - key: {ref_area: FR101, specialty: surgery, time_period: "2024"}
    measure: beds
    expected: 120
    value: 102
    reason: The digits are swapped on page 12.
    author: ada
    date: 2025-06-01
"""


def laid(root: Path, text: str) -> DataFolder:
    """A data folder with this ledger alone."""
    folder = DataFolder(root)
    folder.corrections.mkdir()
    (folder.corrections / f"{BEDS}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_ledger_is_read_from_its_file(tmp_path: Path) -> None:
    read = read_ledger(laid(tmp_path, LEDGER), BEDS)

    assert read.findings == ()
    assert read.ledger is not None
    (only,) = read.ledger.corrections
    assert (only.expected, only.value, only.date) == (120.0, 102.0, date(2025, 6, 1))


def test_a_dataset_without_ledger_has_an_empty_one(tmp_path: Path) -> None:
    assert read_ledger(DataFolder(tmp_path), BEDS).ledger == Ledger(dataset=BEDS)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("dataset: [", id="no YAML"),
        pytest.param(LEDGER.replace("hospital_beds", "hospital_bed"), id="of another dataset"),
        pytest.param(LEDGER.replace("value: 102", ""), id="nothing corrected"),
        pytest.param(LEDGER.replace("2025-06-01", "2025-02-30"), id="a date that does not exist"),
        pytest.param(LEDGER.replace("reason", "why"), id="an unknown key"),
        pytest.param("!!python/object/apply:os.system [false]", id="code"),
    ],
)
def test_a_ledger_that_cannot_be_read_is_a_finding(tmp_path: Path, text: str) -> None:
    read = read_ledger(laid(tmp_path, text), BEDS)

    assert read.ledger is None
    (only,) = read.findings
    assert (only.rule, only.dataset, only.file) == (Rule.DECLARATION_INVALID, BEDS, f"{BEDS}.yaml")
    assert all(only.found)
