"""A dossier as a presentation."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout

from components.pptx.canvas import Canvas, Frame, describe
from components.pptx.changes.drawing import draw_page, numbered
from components.pptx.changes.pages import change_pages
from components.pptx.exhibit_slide import draw_exhibit
from components.pptx.house import house_template
from components.pptx.logo import add_logo
from components.pptx.notes import notes_of, write_notes
from components.pptx.package import fixed
from components.pptx.slide_number import add_number
from components.pptx.style import LINE, PALETTE, POINT, READING, TITLES, Style
from components.pptx.template import Template, opened
from components.pptx.text import Paragraph, Run, lines
from components.pptx.xml import visible
from components.print.typeface import Face
from loaders.boards.change_titles import changes_title
from loaders.boards.changes import BoardChanges
from loaders.boards.occasion import occasion
from loaders.boards.resolved import ResolvedBoard, ResolvedSlide
from loaders.notice import Notice

_AIR, _FOOT = 6.0, 26.0
#: A title that ends lower than this part of the slide is no title on top, and the room starts here.
_LOWEST_TITLE, _USUAL_TOP = 0.4, 0.16


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a presentation has beside the slides of its dossier.

    `logo` is a PNG, JPEG or GIF picture for the cover, `base` the address of the application for the links in the
    notes, `changes` what has changed since an earlier state, for slides at the end.
    """

    logo: bytes | None = None
    base: str = ""
    changes: BoardChanges | None = None


_NOTHING = Beside()


def presentation_bytes(
    board: ResolvedBoard,
    template: bytes | None = None,
    beside: Beside = _NOTHING,
    progress: Callable[[int], None] | None = None,
) -> bytes:
    """The dossier as a .pptx file; the same dossier and template give the same bytes.

    Args:
        board: the dossier with what its slides show.
        template: a .pptx file whose masters and layouts are used; None for those of the house.
        beside: what it has beside its slides.
        progress: told after each slide how many are done.

    Raises:
        RefusedFileError: the template lacks a layout, or template or logo cannot be read; with a notice.
    """
    style = Style(board.language)
    made = _Deck(board, opened(house_template() if template is None else template, style.words), style, beside.base)
    made.add_cover(beside.logo)
    for slide in board.slides:
        made.add_slide(slide)
        if progress:
            progress(slide.number)
    if beside.changes:
        made.add_changes(beside.changes)
    made.name()
    # The cover is no slide of the dossier: the numbers are those that its changes and its editors name.
    made.template.document.element.set("firstSlideNum", "0")
    content = BytesIO()
    made.template.document.save(content)
    return fixed(content.getvalue())


@dataclass(frozen=True, slots=True)
class _Deck:
    board: ResolvedBoard
    template: Template
    style: Style
    base: str

    def add_cover(self, logo: bytes | None) -> None:
        """The first slide: title, place and date, logo."""
        cover = self.board.cover
        canvas = self._canvas(self.template.cover)
        self._fill(canvas, cover.title, occasion(cover, self.board.language))
        if logo:
            add_logo(canvas, logo, self._size(), self.style.words)

    def add_slide(self, resolved: ResolvedSlide) -> None:
        """A heading, an exhibit, or why there is none."""
        is_section = resolved.is_section
        canvas = self._canvas(self.template.section if is_section else self.template.exhibit)
        if is_section:
            self._fill(canvas, resolved.title, "")
            write_notes(canvas.slide, resolved.comment.splitlines(), self.style)
            return
        self._fill(canvas, resolved.title, "")
        room = self._room(canvas)
        if resolved.exhibit is not None:
            body = draw_exhibit(canvas, resolved, resolved.exhibit, room)
            spoken = list(notes_of(resolved, resolved.exhibit, body, self.base, self.style))
            write_notes(canvas.slide, spoken, self.style)
        elif resolved.trouble is not None:
            _say_trouble(canvas, resolved.trouble, room)
            write_notes(canvas.slide, resolved.comment.splitlines(), self.style)
        add_number(canvas.slide, self.style)

    def add_changes(self, changes: BoardChanges) -> None:
        """What has changed since an earlier state, on as many slides as it takes."""
        canvas = self._canvas(self.template.exhibit)
        title, pages = changes_title(changes, self.style.words), change_pages(changes, self._room(canvas), self.style)
        for number, page in enumerate(pages, start=1):
            canvas = canvas if number == 1 else self._canvas(self.template.exhibit)
            self._fill(canvas, numbered(title, number, len(pages), self.style.words), "")
            draw_page(canvas, page)
            write_notes(canvas.slide, list(page.notes), self.style)
            add_number(canvas.slide, self.style)

    def name(self) -> None:
        """Title, language and dates of the file: those of the meeting, so that they do not change."""
        about, cover = self.template.document.core_properties, self.board.cover
        moment = datetime.combine(cover.date, time(), UTC) if cover.date else datetime(2000, 1, 1, tzinfo=UTC)
        about.title, about.subject = visible(cover.title)[:255], visible(cover.place)[:255]
        about.language = self.style.tag
        about.author = about.last_modified_by = about.comments = about.keywords = ""
        about.revision = 1
        about.created = about.modified = moment.replace(tzinfo=None)

    def _canvas(self, layout: SlideLayout) -> Canvas:
        return Canvas(self.template.document.slides.add_slide(layout), self.style)

    def _size(self) -> Frame:
        document = self.template.document
        width, height = document.slide_width or 0, document.slide_height or 0
        return Frame(left=0, top=0, width=width / POINT, height=height / POINT)

    def _fill(self, canvas: Canvas, title: str, second: str) -> None:
        """Title and the line below it in their placeholders; placeholders that stay empty are taken away."""
        kept = None
        for shape in list(canvas.slide.placeholders):
            if shape == canvas.slide.shapes.title:
                size = (
                    _title_size(title, shape, self.template.exhibit)
                    if canvas.slide.slide_layout is self.template.exhibit
                    else None
                )
                canvas.write(shape, (Paragraph(runs=(Run(text=title, size=size),)),))
                describe(shape, self.style.words.say("Title"), title)
            elif second and kept is None and shape.placeholder_format.type in _SECOND:
                kept = shape
                canvas.write(shape, (Paragraph(runs=(Run(text=second),)),))
                describe(shape, self.style.words.say("Date and place"), second)
            else:
                shape.element.getparent().remove(shape.element)

    def _room(self, canvas: Canvas) -> Frame:
        """What a slide has below its title."""
        size, title = self._size(), canvas.slide.shapes.title
        left, width, top = size.width * 0.05, size.width * 0.9, size.height * _USUAL_TOP
        if title is not None:
            bottom = (title.top + title.height) / POINT
            left, width = title.left / POINT, title.width / POINT
            top = bottom if bottom <= size.height * _LOWEST_TITLE else top
        top += _AIR
        return Frame(left=left, top=top, width=width, height=size.height - top - _FOOT)


_SECOND = frozenset({PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.BODY})


def _title_size(title: str, shape: BaseShape, layout: SlideLayout) -> float | None:
    """None where the title fits in the type of the layout, else the largest in which it does."""
    own = _own_size(layout)
    room, high = shape.width / POINT, shape.height / POINT + 2
    for size in (own, *(size for size in TITLES if size < own)):
        if lines(title, room, size, Face.TITLE) * size * LINE <= high:
            return None if size == own else size
    return TITLES[-1]


def _own_size(layout: SlideLayout) -> float:
    """The type of titles in the master of a layout, in points."""
    found = layout.slide_master.element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr/@sz")
    return int(found[0]) / 100 if found else TITLES[0]


def _say_trouble(canvas: Canvas, notice: Notice, room: Frame) -> None:
    """The four parts of a notice in the place of an exhibit."""
    say = canvas.style.words.say
    parts = ((say("Where"), notice.where), (say("Expected"), notice.expected), (say("What to do"), notice.remedy))
    what = Paragraph(runs=(Run(text=notice.what, size=22, colour=PALETTE.ink, bold=True),))
    others = [
        Paragraph(
            runs=(
                Run(text=f"{label}\N{EN SPACE}", size=READING, colour=PALETTE.muted, bold=True),
                Run(text=text, size=READING, colour=PALETTE.ink),
            ),
            before=12,
        )
        for label, text in parts
    ]
    canvas.text(room, notice.what, (what, *others))
