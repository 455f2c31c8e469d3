"""Workbooks: the cells of one sheet as text, nothing taken for empty that is not, nothing unpacked that is a bomb."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from loaders.finding import Rule
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Content, Layout
from loaders.intake.workbook import METADATA_SHEET
from tests.decoded_here import cells_of, finding_of, table_of

Rows = list[list[object]]


def lay(folder: Path, sheets: dict[str, Rows], hidden: tuple[str, ...] = ()) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for row in rows:
            sheet.append(row)
    path = folder / "book.xlsx"
    book.save(path)
    return path


def test_cells_become_text_as_python_writes_them(tmp_path: Path) -> None:
    rows: Rows = [
        ["area", "value", "day", "moment", "yes"],
        [75, 0.1, dt.date(2024, 3, 1), dt.datetime(2024, 3, 1, 8, 30), True],  # noqa: DTZ001 - a sheet has no zones
        ["075", 1e300, None, None, False],
    ]
    read = table_of(lay(tmp_path, {"Data": rows}))

    assert read.content is Content.XLSX
    assert cells_of(read) == [
        ("75", "0.1", "2024-03-01", "2024-03-01 08:30:00", "TRUE"),
        ("075", "1e+300", None, None, "FALSE"),
    ]


def test_the_table_is_found_below_a_title_and_beside_empty_columns(tmp_path: Path) -> None:
    rows: Rows = [[], [None, "Emploi 2024"], [], [None, "area", "jobs"], [None, "Paris", 3], [], [None, "Lyon", None]]
    read = table_of(lay(tmp_path, {"Data": rows}))

    assert cells_of(read) == [("Paris", "3"), (None, None), ("Lyon", None)]
    assert (read.layout.header_row, read.first_row) == (4, 5)


def test_the_first_visible_sheet_with_cells_is_read_unless_another_is_named(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "notes": [["a", "b"], ["x", 1]],
        "empty": [],
        " Data": [["a", "b"], ["y", 2]],
        "More": [["a", "b"], ["z", 3]],
    }
    path = lay(tmp_path, sheets, hidden=("notes",))

    read = table_of(path)
    assert (cells_of(read), read.layout.sheet, read.sheets) == ([("y", "2")], " Data", tuple(sheets))
    assert cells_of(table_of(path, Layout(sheet="More"))) == [("z", "3")]
    refused = finding_of(path, Layout(sheet="data"))
    assert (refused.rule, refused.expected) == (Rule.SHEET_UNKNOWN, ("notes", "empty", "Data", "More"))


def test_what_a_template_says_of_itself_is_metadata(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Data": [["a", "b"], ["y", 2]], METADATA_SHEET: [["dataset", "employment"]]}

    assert table_of(lay(tmp_path, sheets, hidden=(METADATA_SHEET,))).metadata == (("dataset", "employment"),)


@pytest.mark.parametrize(
    ("cells", "wanted", "decimal", "thousands"),
    [
        ([1.234, "1,5"], Layout(), ".", None),
        ([1.234, "1,5"], Layout(decimal=",", thousands="."), ".", None),
        ([1, "1,5"], Layout(), ",", None),
        ([1, "1 234,5"], Layout(), ",", " "),
        ([1, "1,234"], Layout(), None, None),
        ([1, "1,234"], Layout(decimal=",", thousands=""), ",", ""),
    ],
)
def test_a_number_of_the_sheet_has_a_point_whatever_is_said_of_its_texts(
    tmp_path: Path, cells: list[object], wanted: Layout, decimal: str | None, thousands: str | None
) -> None:
    layout = table_of(lay(tmp_path, {"Data": [["a", "b"], *(["x", cell] for cell in cells)]}), wanted).layout

    assert (layout.decimal, layout.thousands) == (decimal, thousands)


def test_errors_of_a_sheet_are_not_taken_for_empty_cells(tmp_path: Path) -> None:
    path = lay(tmp_path, {"Data": [["a", "b"], ["#N/A", 1], ["x", "#DIV/0!"]]})

    assert cells_of(table_of(path)) == [("#N/A", "1"), ("x", "#DIV/0!")]


def test_formulas_that_were_never_calculated_are_refused_with_their_cells(tmp_path: Path) -> None:
    finding = finding_of(lay(tmp_path, {"Data": [["a", "b"], ["x", "=1+1"], ["y", 2]]}))

    assert (finding.rule, finding.found, finding.count) == (Rule.TEXT_UNREADABLE, ("B2: =1+1",), 1)


def test_formulas_as_text_stay_text(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["a", "b"])
    sheet.append(["=1+1", 1])
    sheet["A2"].data_type = "s"
    path = tmp_path / "book.xlsx"
    book.save(path)

    assert cells_of(table_of(path)) == [("=1+1", "1")]


@pytest.mark.parametrize(
    ("rows", "rule"),
    [
        ([], Rule.FILE_EMPTY),
        ([["a", "b"]], Rule.FILE_EMPTY),
        ([["a", "a"], [1, 2]], Rule.HEADER_REPEATED),
        ([["a", None, "c"], [1, 2, 3]], Rule.HEADER_REPEATED),
        ([["Paris", 12.5], ["Lyon", 3.5]], Rule.HEADER_MISSING),
    ],
)
def test_a_sheet_that_is_no_table_is_refused_under_its_rule(tmp_path: Path, rows: Rows, rule: Rule) -> None:
    assert finding_of(lay(tmp_path, {"Data": rows})).rule is rule


@pytest.mark.parametrize(
    ("limits", "rule"),
    [
        (Limits(columns=1), Rule.TABLE_TOO_WIDE),
        (Limits(rows=1), Rule.TABLE_TOO_LONG),
        (Limits(unpacked_bytes=100), Rule.TABLE_UNPACKS_TOO_LARGE),
        (Limits(file_bytes=100), Rule.FILE_TOO_LARGE),
    ],
)
def test_limits_hold_for_workbooks(tmp_path: Path, limits: Limits, rule: Rule) -> None:
    path = lay(tmp_path, {"Data": [["a", "b"], ["x", 1], ["y", 2]]})

    assert finding_of(path, limits=limits).rule is rule


def test_a_part_that_packs_hundreds_of_times_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = lay(tmp_path, {"Data": [["a", "b"], ["x", 1]]})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/bomb.bin", bytes(60_000_000))

    assert finding_of(path).rule is Rule.TABLE_UNPACKS_TOO_LARGE


def test_archives_that_are_no_workbooks_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

    assert finding_of(path).rule is Rule.FILE_NOT_DATA


@pytest.mark.parametrize(
    ("stream", "rule"), [("EncryptedPackage", Rule.FILE_ENCRYPTED), ("Workbook", Rule.FILE_NOT_DATA)]
)
def test_protected_workbooks_are_told_from_old_ones(tmp_path: Path, stream: str, rule: Rule) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(100))

    assert finding_of(path).rule is rule
