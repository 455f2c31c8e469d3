"""From a dossier to the values that its PDF lays out."""

from dataclasses import replace

from components.board.dossier import Dossier
from components.board.page_picture import has_picture, page_picture
from components.board.pdf_values import (
    LaidAppendix,
    LaidChange,
    LaidChanges,
    LaidDossier,
    LaidSlide,
    LaidTable,
    LaidWords,
)
from components.board.slide_texts import filter_line, notice_parts, slide_texts
from components.board.table_widths import column_widths
from components.print.sheet import POINTS_PER_MM
from components.print.typeface import displayable
from loaders.boards.change_titles import changed_slide, changes_title
from loaders.boards.changes import BoardChanges
from loaders.boards.resolved import ResolvedSlide
from loaders.exhibit import Exhibit
from loaders.language import Wording
from loaders.table import Table, table_of, without_empty_columns

#: A table longer than this begins on the page of its slide; the annex has all of it.
FEW_ROWS = 12
#: Sizes of type in points on the pages of slides and in the annex, and the room between the margins.
_ON_PAGES, _IN_ANNEX = 8.0, 7.4
_ROOM = 174.0 * POINTS_PER_MM
_LONGEST_HEADER = 90


def laid_dossier(dossier: Dossier) -> LaidDossier:
    """The values of the document, with a square for each sign that the typefaces lack."""
    words, title = dossier.words, dossier.title
    exhibits = [slide for slide in dossier.board.slides if slide.exhibit]
    laid = LaidDossier(
        language=dossier.board.language,
        region="FR" if dossier.board.language == "fr" else "GB",
        title=title,
        header=title if len(title) <= _LONGEST_HEADER else title[: _LONGEST_HEADER - 1] + "…",
        occasion=dossier.when_and_where,
        edition=dossier.edition_name,
        logo=dossier.logo is not None,
        words=_words(words),
        slides=tuple(_slide(slide, dossier) for slide in dossier.board.slides),
        changes=_changes(dossier.changes, words) if dossier.changes else None,
        annex=tuple(_appendix(slide, slide.exhibit, dossier) for slide in exhibits if slide.exhibit),
        versions=_table(
            Table(columns=(words.say("Dataset"), words.say("Data version")), rows=dossier.versions), _IN_ANNEX
        ),
    )
    return LaidDossier.model_validate(_shown(laid.model_dump()))


def _shown(value: object) -> object:
    """The same value with only signs that can be displayed."""
    if isinstance(value, str):
        return displayable(value)
    if isinstance(value, dict):
        return {key: _shown(one) for key, one in value.items()}
    return tuple(map(_shown, value)) if isinstance(value, tuple) else value


def _words(words: Wording) -> LaidWords:
    return LaidWords(
        observatory=words.say("Observatory of regional health innovation"),
        contents=words.say("Contents"),
        annex=words.say("Annex: sources, methods and data"),
        method=words.say("Method"),
        studies=words.say("Sources"),
        table=words.say("Data"),
        versions=words.say("Data versions"),
        logo=words.say("Logo"),
    )


def _slide(slide: ResolvedSlide, dossier: Dossier) -> LaidSlide:
    comment = _paragraphs(slide.comment)
    earlier = dossier.board.slides[: slide.number - 1]
    level = 2 if any(one.is_section for one in earlier) else 1
    if slide.is_section:
        return LaidSlide(kind="section", level=1, number=slide.number, title=slide.title, comment=comment)
    if slide.exhibit:
        return _exhibit(slide, slide.exhibit, level, dossier)
    parts = notice_parts(slide.trouble, dossier.words) if slide.trouble else ()
    what = slide.trouble.what if slide.trouble else ""
    return LaidSlide(
        kind="trouble",
        level=level,
        number=slide.number,
        title=slide.title,
        comment=comment,
        reading=what,
        parts=parts,
    )


def _exhibit(slide: ResolvedSlide, exhibit: Exhibit, level: int, dossier: Dossier) -> LaidSlide:
    words = dossier.words
    texts = slide_texts(exhibit, words)
    drawn = has_picture(exhibit)
    table = without_empty_columns(table_of(exhibit, words))
    shortened = ""
    if drawn and (left_out := page_picture(exhibit, "light").left_out):
        count = len(exhibit.marks)
        shortened = words.say(
            "{shown} of {all} figures are shown; the table in the annex holds all.",
            shown=count - left_out,
            all=count,
        )
    elif not drawn and len(table.rows) > FEW_ROWS:
        shortened = words.say(
            "{shown} of {all} rows are shown; the table in the annex holds all.",
            shown=FEW_ROWS,
            all=len(table.rows),
        )
    return LaidSlide(
        kind="exhibit",
        level=level,
        number=slide.number,
        title=slide.title,
        comment=_paragraphs(slide.comment),
        subtitle=exhibit.subtitle,
        filters=filter_line(texts, words),
        picture=picture_name(slide) if drawn else "",
        share=page_picture(exhibit, "light").share if drawn else 1.0,
        alt=exhibit.alt,
        shortened=shortened,
        reading=slide.reading,
        notes=texts.notes,
        source=texts.source,
        version=words.say("Data: {dataset}, version {version}", dataset=exhibit.dataset, version=exhibit.data_version),
        table=None if drawn else _table(replace(table, rows=table.rows[:FEW_ROWS]), _ON_PAGES),
    )


def picture_name(slide: ResolvedSlide) -> str:
    """The name of the input that holds the picture of a slide."""
    return f"picture-{slide.number}"


def _appendix(slide: ResolvedSlide, exhibit: Exhibit, dossier: Dossier) -> LaidAppendix:
    """The method is told once, at the first of the slides that share it."""
    first = next(one.number for one in dossier.board.slides if one.exhibit and one.exhibit.method == exhibit.method)
    words = dossier.words
    texts = slide_texts(exhibit, words, dossier.base)
    return LaidAppendix(
        heading=words.say("Slide {number}: {title}", number=slide.number, title=slide.title),
        subtitle=exhibit.subtitle,
        method=texts.method if first == slide.number else (words.say("As for slide {number}.", number=first),),
        studies=texts.studies,
        terms=texts.terms,
        link=texts.link,
        notes=texts.notes[1:],
        table=_table(table_of(exhibit, words), _IN_ANNEX),
    )


def _changes(changes: BoardChanges, words: Wording) -> LaidChanges:
    return LaidChanges(
        heading=changes_title(changes, words),
        summary=changes.summary,
        slides=tuple(
            LaidChange(
                heading=changed_slide(one, words),
                sentences=one.sentences,
                table=_table(one.table, _ON_PAGES) if one.table else None,
            )
            for one in changes.slides
        ),
        versions=_table(changes.versions, _ON_PAGES) if changes.versions.rows else None,
    )


def _table(table: Table, size: float) -> LaidTable:
    return LaidTable(
        columns=table.columns,
        rows=table.rows,
        numbers=table.numbers,
        widths=column_widths(table, size, _ROOM),
        size=size,
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
