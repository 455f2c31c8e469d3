"""The commands of the data desk: the way of the analyst from the empty form to an edition, and back."""

from pathlib import Path

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from loaders.folder import DataFolder
from loaders.intake.mapping import read_mapping
from loaders.language import LANGUAGES, Language
from loaders.parquet_file import write_parquet
from tests.analyst import EMPLOYMENT, MAPPING, MISSING_SHARES, Said, filled_form, project_copy, told
from tests.published import shown
from tests.sample_data import BEDS, ROWS, frame, row, sample_folder, visible

ACCEPTED, REFUSED = 0, 1
#: More than a third of the beds of one département are gone: a jump, which needs a decision.
JUMPED = [row("FR101", "beds", 12.0), *ROWS[1:]]

TABLE = "Nombre de lits\nDépartement;Service;Année;Lits\nParis;Chirurgie;2024;{paris}\nYvelines;Médecine;2024;80,5\n"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with the invented dataset, never published."""
    return sample_folder(tmp_path / "data")


@pytest.fixture
def jumped(tmp_path: Path) -> Path:
    """A file with a finding that needs a decision."""
    path = tmp_path / "new.parquet"
    write_parquet(frame(JUMPED), path)
    return path


def published(folder: DataFolder, path: Path, *more: str) -> Said:
    """Publishes a file as ada."""
    return told(folder, "publish", path, "--label", "Q2", "--comment", "new figures", "--author", "ada", *more)


def test_an_analyst_fills_the_form_in_publishes_it_and_goes_back(tmp_path: Path) -> None:
    folder = project_copy(tmp_path / "data")
    built = folder.parquet(EMPLOYMENT).read_bytes()
    form = filled_form(folder, tmp_path / "form.xlsx")

    checked = told(folder, "validate", form)
    compared = told(folder, "diff", form)
    done = published(folder, form)
    listed = told(folder, "history", EMPLOYMENT, "--json")
    again = published(folder, form)
    back = told(folder, "rollback", EMPLOYMENT, "0", "--author", "bob", "--comment", "too early")

    assert (checked.code, checked.out) == (ACCEPTED, f"form.xlsx: accepted as {EMPLOYMENT}.\n")
    assert compared.code == ACCEPTED
    assert "0 added, 0 removed, 8 revised, 10 unchanged." in compared.out
    assert "Coverage of Share of jobs, Q1 2025: 4/8 before, 8/8 after." in visible(compared.out).replace("~", " ")
    assert (done.code, done.out) == (ACCEPTED, f"Published as edition 1 of {EMPLOYMENT}.\n")
    assert [(one["number"], one["label"], one["areas"]) for one in listed.content] == [(0, "", 4), (1, "Q2", 8)]
    assert (again.code, again.out) == (ACCEPTED, "Edition 1 has these very figures already; nothing was done.\n")
    assert (back.code, back.out) == (ACCEPTED, "Edition 2 brings edition 0 back.\n")
    assert folder.parquet(EMPLOYMENT).read_bytes() == built
    assert len(told(folder, "history", EMPLOYMENT, "--json").content) == 3


def test_what_is_published_is_what_the_form_holds(tmp_path: Path) -> None:
    folder = project_copy(tmp_path / "data")
    published(folder, filled_form(folder, tmp_path / "form.xlsx"))

    rows = pl.read_parquet(folder.parquet(EMPLOYMENT)).filter(pl.col("ref_area").is_in(list(MISSING_SHARES)))

    held = {area: dict(one.select("measure", "obs_value").iter_rows()) for (area,), one in rows.group_by("ref_area")}
    assert held == MISSING_SHARES
    assert set(rows["obs_status"]) == {"A"}


def test_the_difference_as_json_has_every_changed_row(tmp_path: Path) -> None:
    folder = project_copy(tmp_path / "data")
    form = filled_form(folder, tmp_path / "form.xlsx")

    found = told(folder, "diff", form, "--json").content["difference"]

    assert found["counts"] == {"before": 18, "after": 18, "added": 0, "removed": 0, "revised": 8, "unchanged": 10}
    assert len(found["revised"]) == 8
    assert {one["before"]["obs_value"] for one in found["revised"]} == {None}
    assert {
        (cell["measure"], cell["before"]["known"], cell["after"]["known"], cell["after"]["total"])
        for cell in found["coverage"]
        if cell["measure"].endswith("share")
    } == {("jobs_share", 4, 8, 8), ("establishments_share", 4, 8, 8)}


def test_a_finding_that_needs_a_decision_holds_the_file_until_it_is_confirmed(folder: DataFolder, jumped: Path) -> None:
    before = shown(folder)

    without = published(folder, jumped)
    held = shown(folder)
    confirmed = published(folder, jumped, "--confirm", "jump", "--confirm", "areas_fewer")

    assert (without.code, held) == (REFUSED, before)
    assert without.out.startswith(f"new.parquet: waits for a decision before it can become {BEDS}.\nneeds a decision: ")
    assert (confirmed.code, confirmed.out) == (ACCEPTED, f"Published as edition 1 of {BEDS}.\n")
    assert shown(folder) != before


def test_the_history_names_what_was_confirmed_and_nothing_else(folder: DataFolder, jumped: Path) -> None:
    published(folder, jumped, "--confirm", "jump", "--confirm", "areas_fewer")

    edition = told(folder, "history", BEDS, "--json").content[-1]

    assert edition["accepted"] == ["jump"]
    assert (edition["label"], edition["comment"], edition["author"]) == ("Q2", "new figures", "ada")


@pytest.mark.parametrize("command", ["validate", "diff"])
def test_looking_at_a_file_publishes_nothing(folder: DataFolder, jumped: Path, command: str) -> None:
    before = {path: path.read_bytes() for path in folder.root.rglob("*") if path.is_file()}

    told(folder, command, jumped, "--confirm", "jump")

    assert {path: path.read_bytes() for path in folder.root.rglob("*") if path.is_file()} == before


def test_the_report_is_written_beside_the_verdict(folder: DataFolder, jumped: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.xlsx"

    said = told(folder, "validate", jumped, "--report", report)

    assert said.code == REFUSED
    assert CalamineWorkbook.from_path(str(report)).sheet_names == ["Verdict", "jump"]


def test_bringing_back_what_is_in_force_says_so(folder: DataFolder) -> None:
    said = told(folder, "rollback", BEDS, "0")

    assert (said.code, said.out) == (ACCEPTED, "Edition 0 is in force already; nothing was done.\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["parquet", "xlsx", "csv"])
def test_the_form_as_it_is_needs_no_answer_and_changes_nothing(
    folder: DataFolder, tmp_path: Path, form: str, language: Language
) -> None:
    path = tmp_path / f"form.{form}"

    written = told(folder, "template", BEDS, "--format", form, "--out", path, "--lang", language)
    compared = told(folder, "diff", path, "--json")

    assert written.code == ACCEPTED
    assert str(path) in written.out
    assert (compared.code, compared.rules) == (ACCEPTED, [])
    assert compared.content["difference"]["counts"]["unchanged"] == 6


def test_an_import_keeps_the_mapping_so_that_the_next_file_needs_none(folder: DataFolder, tmp_path: Path) -> None:
    first, second, mapping, out = (tmp_path / name for name in ("t1.csv", "t2.csv", "map.yaml", "out.parquet"))
    first.write_text(TABLE.format(paris="1 120"), encoding="utf-8")
    second.write_text(TABLE.format(paris="1 121"), encoding="utf-8")
    mapping.write_text(MAPPING, encoding="utf-8")

    asked = told(folder, "import", second, "--dataset", BEDS, "--out", out, "--json")
    answered = told(folder, "import", first, "--mapping", mapping, "--out", out)
    once = pl.read_parquet(out)
    again = told(folder, "import", second, "--out", out)

    assert (asked.code, asked.rules) == (REFUSED, ["mapping_incomplete"])
    assert answered.code == again.code == ACCEPTED
    assert answered.out.endswith(f"Written: 2 rows to {out}.\n")
    assert once["obs_value"].to_list() == [1120.0, 80.5]
    assert pl.read_parquet(out)["obs_value"].to_list() == [1121.0, 80.5]
    assert pl.read_parquet(out)["ref_area"].to_list() == ["FR101", "FR103"]
    (kept,) = folder.mappings.glob("*.yaml")
    assert read_mapping(kept).mapping is not None


def test_an_unknown_file_gets_a_declaration_to_complete(folder: DataFolder, tmp_path: Path) -> None:
    path = tmp_path / "doctors.csv"
    path.write_text("ref_area,time_period,doctors\nFR101,2024,12\nFR102,2024,13\n", encoding="utf-8")

    said = told(folder, "declare", path)
    content = told(folder, "declare", path, "--json").content

    assert said.code == ACCEPTED
    assert said.out.strip() == content["declaration"].strip()
    assert "id: doctors" in said.out
    assert "TODO" in said.out
    assert content["open"]
