"""The speaker's notes of a slide: comment, method, link, version of the data, and the table where the slide cuts it."""

from collections.abc import Iterator

from pptx.oxml.ns import qn
from pptx.slide import Slide

from components.pptx.body import Body
from components.pptx.style import Style
from components.pptx.text import Paragraph, Run, fill_body
from loaders.boards.resolved import ResolvedSlide
from loaders.exhibit import Exhibit
from loaders.provenance import exhibit_address
from loaders.table import table_of


def write_notes(slide: Slide, lines: list[str], style: Style) -> None:
    """Put lines into the notes of a slide; where there are none it gets no notes."""
    placeholder = slide.notes_slide.notes_placeholder if lines else None
    if placeholder is None:
        return
    body = placeholder.element.find(qn("p:txBody"))
    fill_body(body, [Paragraph(runs=(Run(text=line),)) for line in lines], style.tag)


def notes_of(resolved: ResolvedSlide, exhibit: Exhibit, body: Body, base: str, style: Style) -> Iterator[str]:
    """The lines of the notes of an exhibit; `base` is the address of the application."""
    words = style.words
    between = "\N{NO-BREAK SPACE}: " if style.language == "fr" else ": "
    if resolved.comment:
        yield from (*resolved.comment.splitlines(), "")
    if body.spoken:
        yield from (*body.spoken, "")
    if exhibit.method:
        yield words.say("Method, warnings and gaps")
        yield from (*exhibit.method, "")
    selection = tuple((name, item.code) for name, item in exhibit.selection)
    address = exhibit_address(exhibit.dataset, exhibit.view, selection, exhibit.language, exhibit.data_version)
    yield f"{words.say('Link')}{between}{base}{address}"
    yield f"{words.say('Data version')}{between}{exhibit.data_version}"
    if body.needs_table:
        table = table_of(exhibit, words)
        yield ""
        yield from (" | ".join(row) for row in (table.columns, *table.rows))
