"""The template as a workbook: the form, an explanation, a sheet for each code list, and lists to choose from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import cast

import polars as pl
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from loaders.declaration import Declaration
from loaders.files.spreadsheet_text import workbook_text
from loaders.files.timeless import EPOCH, timeless_workbook
from loaders.language import Wording
from loaders.observation import CONFIDENTIALITY, MISSING_STATUSES, QUALIFIER, STATUS, VALUE
from loaders.subjects.code_sheets import CodeSheet
from loaders.subjects.explanation import column_lines, steps
from loaders.subjects.self_declared import DATASET_KEY

#: The hidden sheet that says of the file what the footer of a Parquet file says: keys and their values.
MARKER_SHEET = "observatory"
#: What Excel allows for the name of a sheet.
_LONGEST_NAME = 31
#: Rows below the form that have lists to choose from, too.
_FREE_ROWS = 500
_WIDTHS = {VALUE: 14, "obs_note": 50}
_BOLD = Font(bold=True)
_GREY = PatternFill("solid", start_color="F0EDE5", end_color="F0EDE5")
_GREY_TEXT = Font(color="5C6670")
_RED = PatternFill("solid", start_color="F6D5D0", end_color="F6D5D0")


@dataclass(frozen=True, kw_only=True)
class FormSheet:
    """The sheet to fill in: its rows, and how columns begin that only explain."""

    dataset: str
    frame: pl.DataFrame
    ready_labels: str

    @property
    def last_row(self) -> int:
        """The last row that has lists to choose from."""
        return self.frame.height + 1 + _FREE_ROWS


def workbook_bytes(form: FormSheet, codes: tuple[CodeSheet, ...], declaration: Declaration, words: Wording) -> bytes:
    """The workbook of a form; the first sheet is the form and bears the name of the dataset. Nothing is protected."""
    book = Workbook()
    book.properties.creator = "observatory"
    book.properties.title = words.of(declaration.title)
    book.properties.created = EPOCH
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(_sheet_name(form.dataset, (MARKER_SHEET,)))
    _write_form(sheet, form)
    explanation = _sheet_name(words.say("Explanation"), (MARKER_SHEET, *book.sheetnames))
    _write_explanation(book.create_sheet(explanation), declaration, words)
    for codelist in codes:
        name = _sheet_name(codelist.column, (MARKER_SHEET, *book.sheetnames))
        _write_codes(book.create_sheet(name), codelist, words)
        if codelist.column in form.frame.columns:
            _offer(sheet, form, codelist, name, words)
    _mark_disagreement(sheet, form)
    marker = book.create_sheet(MARKER_SHEET)
    marker.sheet_state = "hidden"
    _append(marker, (DATASET_KEY, form.dataset))
    content = BytesIO()
    book.save(content)
    return timeless_workbook(content.getvalue())


def _sheet_name(wanted: str, taken: Sequence[str]) -> str:
    """A name that Excel takes and that no sheet has yet, capitals apart."""
    used = {name.casefold() for name in taken}
    name, number = wanted[:_LONGEST_NAME], 1
    while name.casefold() in used:
        number += 1
        name = f"{wanted[: _LONGEST_NAME - 4]}_{number}"
    return name


def _append(sheet: Worksheet, cells: Iterable[str | float | None]) -> list[Cell]:
    """Writes a row below the others; no text becomes a formula, an error or a date."""
    row = sheet.max_row + 1 if sheet.cell(1, 1).value is not None else 1
    return [_write(sheet, row, column, value) for column, value in enumerate(cells, start=1)]


def _write(sheet: Worksheet, row: int, column: int, value: str | float | None) -> Cell:
    cell = cast("Cell", sheet.cell(row, column))  # the form has no merged cells
    if isinstance(value, str):
        cell.value = workbook_text(value)
        cell.data_type = "s"
        cell.number_format = "@"
    elif value is not None:
        cell.value = int(value) if value.is_integer() else value
    return cell


def _write_form(sheet: Worksheet, form: FormSheet) -> None:
    frame = form.frame
    for column, name in enumerate(frame.columns, start=1):
        letter = get_column_letter(column)
        _write(sheet, 1, column, name).font = _BOLD
        longest = max([len(name), *(len(str(cell)) for cell in frame[name].drop_nulls().to_list())])
        sheet.column_dimensions[letter].width = _WIDTHS.get(name, min(longest + 2, 40))
        if frame.schema[name] == pl.String:  # or Excel makes a number of the period 2024, and a date of the page 2-3
            sheet.column_dimensions[letter].number_format = "@"
    for number, row in enumerate(frame.iter_rows(), start=2):
        for column, value in enumerate(row, start=1):
            cell = _write(sheet, number, column, value)
            if frame.columns[column - 1].startswith(form.ready_labels):
                cell.fill, cell.font = _GREY, _GREY_TEXT
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(frame.width)}{frame.height + 1}"


def _write_explanation(sheet: Worksheet, declaration: Declaration, words: Wording) -> None:
    _append(sheet, (words.of(declaration.title),))[0].font = _BOLD
    for text in (words.of(declaration.summary), *steps(words)):
        _append(sheet, (text,))
    heading = (words.say("Column"), words.say("Name"), words.say("Meaning"), words.say("Required"))
    for cell in _append(sheet, heading):
        cell.font = _BOLD
    for line in column_lines(declaration, words):
        for cell in _append(sheet, (line.column, line.label, line.meaning, line.needed)):
            cell.alignment = Alignment(wrap_text=cell.column == 3, vertical="top")  # noqa: PLR2004
    for letter, width in zip("ABCD", (20, 30, 90, 18), strict=True):
        sheet.column_dimensions[letter].width = width


def _write_codes(sheet: Worksheet, codelist: CodeSheet, words: Wording) -> None:
    for cell in _append(sheet, (words.say("Code"), words.say("Label"), *codelist.headings)):
        cell.font = _BOLD
    for line in codelist.codes:
        _append(sheet, (line.code, line.label, *line.facts))
    sheet.column_dimensions["A"].width = 40
    sheet.column_dimensions["B"].width = 60
    sheet.freeze_panes = "A2"


def _offer(sheet: Worksheet, form: FormSheet, codelist: CodeSheet, name: str, words: Wording) -> None:
    """A list to choose from in each cell of a column of codes."""
    offered = DataValidation(
        type="list", formula1=f"'{name}'!$A$2:$A${len(codelist.codes) + 1}", allow_blank=True, showErrorMessage=True
    )
    offered.errorTitle = codelist.column[:_LONGEST_NAME]
    offered.error = words.say("Choose one of the codes of the sheet {sheet}.", sheet=name)
    letter = _letter(form, codelist.column)
    offered.add(f"{letter}2:{letter}{form.last_row}")
    sheet.add_data_validation(offered)


def _letter(form: FormSheet, column: str) -> str:
    return get_column_letter(form.frame.columns.index(column) + 1)


def _mark_disagreement(sheet: Worksheet, form: FormSheet) -> None:
    """Red cells where value, status and qualifier disagree, as the contract sees it."""
    value, status, qualifier, hidden = (
        f"${_letter(form, name)}2" for name in (VALUE, STATUS, QUALIFIER, CONFIDENTIALITY)
    )
    missing = ",".join(f'{status}="{code}"' for code in sorted(MISSING_STATUSES))
    without = f'OR({missing},{hidden}="C")'
    wrong = {
        STATUS: f'AND({status}&{value}<>"",({value}="")<>{without})',
        QUALIFIER: f'AND({status}&{value}<>"",({value}="")<>({qualifier}=""))',
    }
    for column, formula in wrong.items():
        letter = _letter(form, column)
        rule = Rule(type="expression", dxf=DifferentialStyle(fill=_RED), formula=[formula])
        sheet.conditional_formatting.add(f"{letter}2:{letter}{form.last_row}", rule)
