"""A dossier as a workbook: cover with contents, the figures of each slide on a sheet of its own, sources, notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from components.board.dossier import Dossier, Progress
from components.board.slide_texts import filter_line, notice_parts, slide_texts
from loaders.boards.change_titles import changed_slide, changes_title
from loaders.boards.changes import BoardChanges
from loaders.boards.resolved import ResolvedSlide
from loaders.exhibit import Exhibit
from loaders.files.sheet_layout import lay_out
from loaders.files.sheets import BOLD, append, set_widths, write_table
from loaders.files.shown_table import shown_table
from loaders.files.spreadsheet_text import workbook_text
from loaders.files.table import Column, FileTable
from loaders.files.timeless import EPOCH, timeless_workbook
from loaders.language import Wording
from loaders.table import Table

_TITLE, _HEADING = Font(bold=True, size=16), Font(bold=True, size=12)
_LINK = Font(color="0B57A4", underline="single")
_COVER_WIDTHS, _NOTE_WIDTHS, _CHANGE_WIDTHS = (26, 60, 60), (26, 120), (40, 30, 30, 30, 30)
#: What Excel refuses in the name of a sheet, and how long such a name may be.
_REFUSED, _LONGEST = re.compile(r"[\[\]:*?/\\'\x00-\x1f\s]+"), 31


@dataclass(frozen=True, slots=True)
class _Entry:
    """A slide with its exhibit and the name of its sheet."""

    sheet: str
    slide: ResolvedSlide
    exhibit: Exhibit


def xlsx_bytes(dossier: Dossier, progress: Progress) -> bytes:
    """The workbook; the same dossier gives the same bytes.

    Numbers are numbers, gaps are empty cells, qualifier and status stand beside each.
    """
    words, book = dossier.words, Workbook()
    book.remove(book.worksheets[0])
    _describe(book, dossier)
    entries = _entries(dossier)
    named = [words.say("Cover"), *(one.sheet for one in entries), words.say("Sources"), words.say("Notes")]
    sheets = [book.create_sheet(name) for name in named]
    for one, sheet in zip(entries, sheets[1:-2], strict=True):
        if one.exhibit.marks:
            write_table(sheet, shown_table(one.exhibit, words), f"slide_{one.slide.number}")
        progress(one.slide.number)
    _write_cover(sheets[0], dossier, {one.slide.number: one.sheet for one in entries})
    write_table(sheets[-2], _sources(entries, words), "sources")
    _write_notes(sheets[-1], entries, dossier)
    if dossier.changes:
        _write_changes(book.create_sheet(words.say("Changes")), dossier.changes, words)
    for sheet in book.worksheets:
        lay_out(sheet)
    written = BytesIO()
    book.save(written)
    progress(len(dossier.board.slides))
    return timeless_workbook(written.getvalue())


def _entries(dossier: Dossier) -> list[_Entry]:
    return [
        _Entry(_sheet_name(slide), slide, slide.exhibit) for slide in dossier.board.slides if slide.exhibit is not None
    ]


def _sheet_name(slide: ResolvedSlide) -> str:
    """A name that Excel takes and no other slide has: its number, and the first words of its title."""
    name = f"{slide.number} {workbook_text(_REFUSED.sub(' ', slide.title))}"
    return name if len(name) <= _LONGEST else name[: _LONGEST + 1].rpartition(" ")[0][:_LONGEST]


def _describe(book: Workbook, dossier: Dossier) -> None:
    book.properties.creator = workbook_text(dossier.words.say("Observatory of regional health innovation"))
    book.properties.title = workbook_text(dossier.title)
    book.properties.subject = workbook_text(dossier.when_and_where)
    book.properties.language = dossier.board.language
    book.properties.created = EPOCH


def _write_cover(sheet: Worksheet, dossier: Dossier, sheets: dict[int, str]) -> None:
    words = dossier.words
    set_widths(sheet, _COVER_WIDTHS)
    append(sheet, (dossier.title,), font=_TITLE, wrap=False)
    if dossier.when_and_where:
        append(sheet, (dossier.when_and_where,), wrap=False)
    if dossier.edition:
        append(sheet, (dossier.edition_name,), wrap=False)
    append(sheet, (words.say("Contents"),), font=_HEADING, wrap=False)
    for slide in dossier.board.slides:
        if slide.is_section:
            append(sheet, (slide.title,), font=BOLD, wrap=False)
        elif slide.number in sheets:
            name = sheets[slide.number]
            linked = append(sheet, (name, slide.title, slide.reading))[0]
            linked.hyperlink = Hyperlink(ref=linked.coordinate, location=f"'{name}'!A1")
            linked.font = _LINK
        elif slide.trouble:
            said = (f"{name}: {text}" for name, text in notice_parts(slide.trouble, words))
            append(sheet, (str(slide.number), slide.title, "\n".join((slide.trouble.what, *said))))
    append(sheet, (words.say("Data versions"),), font=_HEADING, wrap=False)
    for dataset, version in dossier.versions:
        append(sheet, (dataset, version))


def _sources(entries: list[_Entry], words: Wording) -> FileTable:
    titles = (
        words.say("Sheet"),
        words.say("Study"),
        words.say("Producer"),
        words.say("Page"),
        words.say("Note"),
        words.say("Licence"),
    )
    rows = (
        (one.sheet, reference.title, reference.producer, reference.page, reference.note, one.exhibit.licence)
        for one in entries
        for reference in one.exhibit.references
    )
    return FileTable(columns=tuple(Column(name="source", title=title) for title in titles), rows=tuple(rows))


def _write_notes(sheet: Worksheet, entries: list[_Entry], dossier: Dossier) -> None:
    set_widths(sheet, _NOTE_WIDTHS)
    for one in entries:
        append(sheet, (one.slide.title,), font=_HEADING, wrap=False)
        for name, text in _notes(one, dossier):
            append(sheet, (name, text), font=BOLD)
    append(sheet, (dossier.words.say("An empty cell is a gap: its status says why. It is never zero."),), wrap=False)


def _write_changes(sheet: Worksheet, changes: BoardChanges, words: Wording) -> None:
    set_widths(sheet, _CHANGE_WIDTHS)
    append(sheet, (changes_title(changes, words),), font=_HEADING, wrap=False)
    for sentence in changes.summary:
        append(sheet, (sentence,), wrap=False)
    for one in changes.slides:
        append(sheet, (changed_slide(one, words),), font=BOLD, wrap=False)
        for sentence in one.sentences:
            append(sheet, (sentence,), wrap=False)
        _append_table(sheet, one.table)
    append(sheet, (words.say("Data versions"),), font=BOLD, wrap=False)
    _append_table(sheet, changes.versions)


def _append_table(sheet: Worksheet, table: Table | None) -> None:
    if table and table.rows:
        for row in (table.columns, *table.rows):
            append(sheet, row)


def _notes(entry: _Entry, dossier: Dossier) -> Iterator[tuple[str, str]]:
    words = dossier.words
    texts = slide_texts(entry.exhibit, words, dossier.base)
    said = (
        (words.say("Figures"), entry.exhibit.subtitle),
        (words.say("Choices"), filter_line(texts, words)),
        (words.say("Reading sentence"), entry.slide.reading),
        (words.say("Comment"), entry.slide.comment),
        (words.say("Notes"), "\n".join(texts.notes)),
        (words.say("Source"), texts.source),
        (words.say("Method"), "\n".join(texts.method)),
        (words.say("Licence"), texts.terms),
        (words.say("Link"), texts.link),
    )
    return ((name, text) for name, text in said if text)
