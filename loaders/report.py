"""The report of a verdict that an analyst takes away: a workbook with one sheet for each rule."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from loaders.files.spreadsheet_text import workbook_text
from loaders.finding import Finding
from loaders.language import Wording
from loaders.notice import notice
from loaders.verdict import SEVERITIES, Verdict, summary

_WIDTHS = {"A": 34, "B": 80}
_LIST_WIDTH = 34


def report_workbook(verdict: Verdict, words: Wording) -> bytes:
    """The verdict as XLSX: a first sheet that sums up, then one sheet for each rule with all its findings.

    Every cell is text, whatever it begins with.
    """
    book = Workbook(write_only=True)
    first = book.create_sheet(words.say("Verdict"))
    first.column_dimensions["A"].width, first.column_dimensions["B"].width = _WIDTHS["A"], _WIDTHS["B"]
    _row(first, [summary(verdict, words)], bold=True)
    _row(first, [words.say("File"), verdict.file])
    _row(first, [words.say("Dataset"), verdict.dataset or ""])
    _row(first, [])
    _row(first, [words.say("Rule"), words.say("Severity"), words.say("Findings")], bold=True)
    rules = list(dict.fromkeys(one.rule for one in verdict.findings))
    for rule in rules:
        under = [one for one in verdict.findings if one.rule is rule]
        _row(first, [rule.value, words.say(SEVERITIES[under[0].severity]), str(len(under))])
    for rule in rules:
        _rule_sheet(book, [one for one in verdict.findings if one.rule is rule], words)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _rule_sheet(book: Workbook, findings: list[Finding], words: Wording) -> None:
    sheet = book.create_sheet(findings[0].rule.value)
    headings = [
        words.say("Severity"),
        words.say("What is wrong"),
        words.say("Where"),
        words.say("Expected"),
        words.say("What to do"),
        words.say("Column"),
        words.say("Rows"),
        words.say("First rows"),
        words.say("Found"),
    ]
    for place in range(len(headings)):
        sheet.column_dimensions["ABCDEFGHI"[place]].width = _LIST_WIDTH
    _row(sheet, headings, bold=True)
    for one in findings:
        parts = notice(one, words)
        severity = words.say(SEVERITIES[one.severity])
        count = "" if one.count is None else str(one.count)
        rows = ", ".join(map(str, one.rows))
        cells = [severity, parts.what, parts.where, parts.expected, parts.remedy, one.column or "", count, rows]
        _row(sheet, [*cells, "; ".join(one.found)])


def _row(sheet: WriteOnlyWorksheet, texts: list[str], *, bold: bool = False) -> None:
    cells = []
    for text in texts:
        cell = WriteOnlyCell(sheet, value=workbook_text(text))
        cell.data_type = "s"  # a text that begins with an equals sign is no formula
        cell.font = Font(bold=bold)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cells.append(cell)
    sheet.append(cells)
