"""The figures of a file as a workbook, as statisticians expect it: cover sheet, one table a sheet, notes."""

from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from loaders.files.content import Content
from loaders.files.facts import facts_of
from loaders.files.long_table import long_table
from loaders.files.sheet_layout import lay_out
from loaders.files.sheets import BOLD, append, set_widths, write_table
from loaders.files.spreadsheet_text import workbook_text
from loaders.files.table import FileTable
from loaders.files.timeless import EPOCH, timeless_workbook
from loaders.language import Wording
from loaders.provenance import PROVENANCE_KEY, Provenance

_TITLE, _HEADING = Font(bold=True, size=16), Font(bold=True, size=12)
_LINK = Font(color="0B57A4", underline="single")
_COVER_WIDTHS, _NOTE_WIDTHS = (26, 100), (95,)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """A sheet that holds a table: its name, what it holds, the name of its table."""

    name: str
    text: str
    table_name: str
    table: FileTable


def file_bytes(content: Content, provenance: Provenance, words: Wording) -> bytes:
    """The figures of a file as XLSX.

    The cover says what the file is and links to its sheets. Then comes the table of the picture, if it is of one; then
    every figure with codes, labels and source; then the notes. Numbers are numbers, gaps are empty cells, and qualifier
    and status stand beside each. The property `observatory:provenance` holds the provenance.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    _describe(book, content, provenance, words)
    cover = book.create_sheet(words.say("Cover"))
    sheets = _tables(content, words)
    for one in sheets:
        write_table(book.create_sheet(one.name), one.table, one.table_name)
    notes = words.say("Notes")
    _write_notes(book.create_sheet(notes), content, words)
    contents = [*((one.name, one.text) for one in sheets), (notes, words.say("Method, warnings and gaps"))]
    _write_cover(cover, content, provenance, contents, words)
    for sheet in book.worksheets:
        lay_out(sheet)
    written = BytesIO()
    book.save(written)
    return timeless_workbook(written.getvalue())


def _describe(book: Workbook, content: Content, provenance: Provenance, words: Wording) -> None:
    book.properties.creator = workbook_text(words.say("Observatory of regional health innovation"))
    book.properties.title = workbook_text(content.title)
    book.properties.subject = workbook_text(content.subtitle)
    keywords = [content.dataset, content.view, *(one.label for one in content.measures)]
    book.properties.keywords = workbook_text(", ".join(filter(None, keywords)))
    book.properties.language = content.language
    book.properties.created = EPOCH
    said = StringProperty(name=PROVENANCE_KEY, value=provenance.text)
    book.custom_doc_props.append(said)  # type: ignore[attr-defined]  # openpyxl has it, its type stubs do not


def _tables(content: Content, words: Wording) -> list[_Sheet]:
    figures = _Sheet(
        name=words.say("Figures"),
        text=words.say("Every figure with its codes, source and page, one a row"),
        table_name="figures",
        table=long_table(content, words),
    )
    if content.shown is None:
        return [figures]
    text = words.say("The table of the picture")
    return [_Sheet(name=words.say("Table"), text=text, table_name="shown", table=content.shown), figures]


def _write_cover(
    sheet: Worksheet, content: Content, provenance: Provenance, contents: list[tuple[str, str]], words: Wording
) -> None:
    set_widths(sheet, _COVER_WIDTHS)
    append(sheet, (content.title,), font=_TITLE, wrap=False)
    if content.subtitle:
        append(sheet, (content.subtitle,), wrap=False)
    append(sheet, (words.say("In short"), content.summary), font=BOLD)
    for name, text in facts_of(content, provenance, words):
        append(sheet, (name, text), font=BOLD)
    append(sheet, (words.say("Contents"),), font=_HEADING, wrap=False)
    for name, text in contents:
        linked = append(sheet, (name, text), font=_LINK)[0]
        linked.hyperlink = Hyperlink(ref=linked.coordinate, location=f"'{name}'!A1")
        linked.font = _LINK
    append(sheet, (words.say("Statuses and qualifiers"),), font=_HEADING, wrap=False)
    for item in content.legend:
        append(sheet, (item.code, item.label))


def _write_notes(sheet: Worksheet, content: Content, words: Wording) -> None:
    set_widths(sheet, _NOTE_WIDTHS)
    append(sheet, (words.say("Notes"),), font=_HEADING)
    for note in content.notes:
        append(sheet, (note,))
    append(sheet, (words.say("An empty cell is a gap: its status says why. It is never zero."),))
