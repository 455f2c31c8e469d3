"""How a file is read: proposed, changed on the page with ordinary widgets, and kept for the next file."""

from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from loaders.finding import Rule
from loaders.folder import DataFolder
from loaders.intake.desk import Told
from loaders.intake.intake import take_in
from loaders.intake.mapping import mapping_path, read_mapping, write_mapping
from loaders.intake.raw_table import Content, Layout
from loaders.language import LANGUAGES, Language
from tests.analyst import desk_of, told
from tests.desk_page import choose, chooser, lay_down, press, publish, says, serve
from tests.raw_tables import answer_all
from tests.sample_data import BEDS, sample_folder

ANSWERS = {
    "unit": "bed",
    "scale": "1",
    "source": "mediscope-2025",
    "status": "A",
    "qualifier": "=",
    "Service": "specialty",
    "Lits": "measure:beds",
}
#: What is asked about the table on the page, and the answers.
QUESTIONS = {
    "Which study do the figures come from?": "mediscope-2025",
    "Which status do the values have?": "A",
    "How does the source print the values?": "=",
    "In which unit does the file give “Beds”?": "bed",
    "By what must the numbers of “Beds” be multiplied to be in that unit?": "1",
}
TABLE = "Département;Service;Année;Lits\nParis;Chirurgie;2024;120,5\nEssonne;Chirurgie;2024;80,5\n"
#: Neither the comma nor the semicolon is more likely than the other.
UNDECIDED = "Lits, Paris\nAnnée;Lits, total\n2024;1,5\n2023;2,5\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """A data folder with the invented dataset, which the application reads."""
    made = sample_folder(tmp_path / "data")
    serve(made, monkeypatch)
    return made


def text_file(path: Path, content: str, encoding: str = "utf-8") -> Path:
    """A file with this text."""
    path.write_bytes(content.encode(encoding))
    return path


def workbook(path: Path, beds: float = 120.5) -> Path:
    """A workbook whose second sheet has the beds of two départements, below a title."""
    book = openpyxl.Workbook()
    notes = book.active
    assert notes is not None
    notes.title = "Notes"
    for row in (["Année", "Enquête"], ["2023", "SAE"], ["2024", "SAE"]):
        notes.append(row)
    sheet = book.create_sheet("Lits")
    for cells in (["Enquête"], [], ["Département", "Service", "Année", "Lits"], ["Paris", "Chirurgie", 2024, beds]):
        sheet.append(cells)
    book.create_sheet("Vide")
    book.save(path)
    return path


def is_open(page: AppTest) -> bool:
    """Whether the way of reading lies open."""
    (found,) = (one for one in page.expander if "read" in one.label or "Lecture" in one.label)
    return bool(found.proto.expanded)


def columns(page: AppTest) -> list[str]:
    """The columns that are asked about."""
    return [one.label for one in page.selectbox if one.label.startswith("What does the column")]


def test_a_plain_table_leaves_the_way_of_reading_closed(folder: DataFolder, tmp_path: Path) -> None:
    page = lay_down(text_file(tmp_path / "table.csv", TABLE), desk_dataset=BEDS)

    assert not is_open(page)
    assert chooser(page, "Sign between the cells").value == ";"
    assert chooser(page, "Encoding").value == "utf-8"
    assert chooser(page, "Sign before the decimals").value == ","
    assert chooser(page, "Row with the names of the columns").value == "1"
    assert folder.catalogue.is_dir()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("folder")
def test_lines_above_a_table_are_said_and_shown(tmp_path: Path, language: Language) -> None:
    page = lay_down(text_file(tmp_path / "table.csv", f"Enquête\n\n{TABLE}"), language)

    note = {"en": "read from row 3.", "fr": "lus à la ligne 3."}[language]
    assert is_open(page)
    assert says(page, note)
    assert says(page, "Département;Service;Année;Lits")


@pytest.mark.usefixtures("folder")
def test_another_sheet_is_read_and_its_columns_are_asked_about(tmp_path: Path) -> None:
    page = lay_down(workbook(tmp_path / "beds.xlsx"))
    assert says(page, "Several sheets hold a table. This one is read: Notes")
    press(page, "Continue")
    before = columns(page)

    choose(page, "Sheet", "Lits")

    assert before == ["What does the column “Enquête” hold?"]
    assert columns(page) == []
    assert says(page, "In which unit does the file give “Beds”?")
    assert not says(page, "Several sheets hold a table.")
    assert says(page, "read from row 3.")
    assert is_open(page)
    press(page, "Read the file as it was found")
    assert columns(page) == before


@pytest.mark.usefixtures("folder")
def test_a_file_that_cannot_be_read_alone_is_read_as_the_analyst_says(tmp_path: Path) -> None:
    page = lay_down(text_file(tmp_path / "table.csv", UNDECIDED))
    before = says(page, Rule.TEXT_UNREADABLE.value)

    choose(page, "Sign between the cells", ";")

    assert before
    assert not says(page, Rule.TEXT_UNREADABLE.value)
    assert chooser(page, "Sign between the cells").value == ";"
    assert says(page, "Which dataset does the file belong to?")


@pytest.mark.usefixtures("folder")
def test_another_encoding_shows_at_once_in_the_first_rows(tmp_path: Path) -> None:
    page = lay_down(text_file(tmp_path / "table.csv", TABLE, "mac-roman"))
    before = says(page, "Département;Service")

    choose(page, "Encoding", "mac-roman")

    assert not before
    assert says(page, "Département;Service;Année;Lits")


@pytest.mark.usefixtures("folder")
def test_a_decimal_sign_that_was_chosen_is_not_asked_for(tmp_path: Path) -> None:
    table = TABLE.replace("120,5", "1,120").replace("80,5", "1,080")
    page = lay_down(text_file(tmp_path / f"{BEDS}.csv", table))
    assert says(page, "The file does not show which sign stands before the decimals.")

    choose(page, "Sign before the decimals", ".")

    assert not says(page, "Which sign stands before the decimals?")
    assert chooser(page, "Sign between thousands").value == ","


def answered(page: AppTest) -> AppTest:
    """The page after all questions about the table were answered."""
    for question, answer in QUESTIONS.items():
        chooser(page, question).set_value(answer)
    return press(page, "Continue")


@pytest.mark.usefixtures("folder")
def test_answers_are_forgotten_with_the_columns_that_they_were_about(tmp_path: Path) -> None:
    page = answered(lay_down(text_file(tmp_path / f"{BEDS}.csv", TABLE)))
    verdict = says(page, "Verdict")

    choose(page, "Sign between thousands", " ")
    kept = says(page, "What the file does not say")
    choose(page, "Encoding", "windows-1252")

    assert (verdict, kept) == (True, False)
    assert says(page, "What the file does not say")


def test_an_edition_is_published_from_the_sheet_that_was_chosen(folder: DataFolder, tmp_path: Path) -> None:
    page = lay_down(workbook(tmp_path / f"{BEDS}.xlsx"))

    publish(answered(choose(page, "Sheet", "Lits")))

    assert says(page, "Published as edition 1")
    (kept,) = folder.mappings.glob("*.yaml")
    mapping = read_mapping(kept).mapping
    assert kept.name == f"{BEDS}-{mapping.shape if mapping else ''}.yaml"
    assert mapping is not None
    assert mapping.layout.sheet == "Lits"


def test_a_way_of_reading_is_kept_with_the_answers_for_the_next_file(folder: DataFolder, tmp_path: Path) -> None:
    desk = desk_of(folder)
    asked = take_in(workbook(tmp_path / "t1.xlsx"), desk, Told(dataset=BEDS, layout=Layout(sheet="Lits")))
    assert asked.table is not None
    mapping, _ = answer_all(asked.table, desk.catalogue, BEDS, ANSWERS)
    write_mapping(mapping, mapping_path(mapping, folder))

    later = take_in(workbook(tmp_path / "t2.xlsx", 121.5), desk_of(folder))

    kept = read_mapping(mapping_path(mapping, folder)).mapping
    assert kept is not None
    assert (kept.layout.sheet, kept.layout.header_row) == ("Lits", None)
    assert later.frame is not None
    assert later.frame["obs_value"].to_list() == [121.5]
    assert later.mapping == mapping


def test_a_kept_way_of_reading_that_does_not_fit_is_left_aside(folder: DataFolder, tmp_path: Path) -> None:
    desk = desk_of(folder)
    first = text_file(tmp_path / "t1.csv", f"Enquête\n{TABLE}")
    asked = take_in(first, desk, Told(dataset=BEDS, layout=Layout(header_row=2)))
    assert asked.table is not None
    mapping, _ = answer_all(asked.table, desk.catalogue, BEDS, ANSWERS)
    write_mapping(mapping, mapping_path(mapping, folder))

    later = take_in(text_file(tmp_path / "t2.csv", f"Enquête\nJuin\n\n{TABLE}"), desk_of(folder))

    assert later.frame is not None
    assert later.table is not None
    assert later.table.layout.header_row == 4


def test_the_command_line_reads_what_the_mapping_says(folder: DataFolder, tmp_path: Path) -> None:
    mapping, out = tmp_path / "map.yaml", tmp_path / "out.parquet"
    asked = take_in(workbook(tmp_path / "t.xlsx"), desk_of(folder), Told(dataset=BEDS, layout=Layout(sheet="Lits")))
    assert asked.table is not None
    assert asked.table.content is Content.XLSX
    said, _ = answer_all(asked.table, desk_of(folder).catalogue, BEDS, ANSWERS)
    write_mapping(said, mapping)

    done = told(folder, "import", tmp_path / "t.xlsx", "--mapping", mapping, "--out", out)

    assert done.code == 0
    assert out.exists()
