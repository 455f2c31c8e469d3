"""The slide of an exhibit below its title: subtitle, body, reading sentence, notes and source."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from components.layout.looks import ESTIMATED, FORECAST
from components.pptx.body import Body
from components.pptx.canvas import Canvas, Frame
from components.pptx.drawing import body_of
from components.pptx.style import FINE, PALETTE, READING, SUBTITLE
from components.pptx.text import Paragraph, Run, height
from loaders.boards.resolved import ResolvedSlide
from loaders.exhibit import Exhibit
from loaders.observation import QUALIFIERS

_GAP = 8.0
_SMALLER = 8.5
_MOST_FOOT = 0.3
#: The least height of a body, whatever has to be said below it.
_LEAST = 90.0
#: The looks of what a legend explains.
_SIGNS = {ESTIMATED: "▢", FORECAST: "▢", "L": "▨", "M": "▨"}


@dataclass(frozen=True, slots=True)
class _Layout:
    """The texts around a body, in the room below the title."""

    slide: ResolvedSlide
    exhibit: Exhibit
    room: Frame

    def reading(self) -> Paragraph:
        return Paragraph(runs=(Run(text=self.slide.reading, size=READING, colour=PALETTE.ink),))

    def subtitle(self) -> Paragraph:
        return Paragraph(runs=(Run(text=self.exhibit.subtitle, size=SUBTITLE, colour=PALETTE.muted),))


def draw_exhibit(canvas: Canvas, slide: ResolvedSlide, exhibit: Exhibit, room: Frame) -> Body:
    """Draw everything below the title; gives the body that was drawn."""
    top, layout = room.top, _Layout(slide, exhibit, room)
    if exhibit.subtitle:
        high = height(exhibit.subtitle, room.width, SUBTITLE)
        canvas.text(replace(room, height=high), canvas.style.words.say("Subtitle"), (layout.subtitle(),))
        top += high + _GAP
    # What is said below the body takes room from it, and what is said depends on the room.
    body = body_of(exhibit, replace(room, top=top, height=room.bottom - top), canvas.style)
    for _ in range(2):
        foot = tuple(_foot(canvas, exhibit, body))
        size = _foot_size(foot, room)
        below = sum(height(text, room.width, size) for text, _ in foot) + _GAP
        below += height(slide.reading, room.width, READING) + 2 * _GAP if slide.reading else 0.0
        frame = replace(room, top=top, height=max(_LEAST, room.bottom - top - below - _GAP))
        body = body_of(exhibit, frame, canvas.style)
    foot = tuple(_foot(canvas, exhibit, body))
    size = _foot_size(foot, room)
    body.put(canvas)
    high = sum(height(text, room.width, size) for text, _ in foot)
    start = room.bottom - high
    if slide.reading:
        reading = height(slide.reading, room.width, READING)
        place = replace(room, top=start - _GAP - reading, height=reading)
        canvas.text(place, canvas.style.words.say("Reading sentence"), (layout.reading(),))
    paragraphs = [Paragraph(runs=(Run(text=text, size=size, colour=colour),)) for text, colour in foot]
    canvas.text(replace(room, top=start, height=high), canvas.style.words.say("Source line"), paragraphs)
    return body


def _foot_size(foot: tuple[tuple[str, str], ...], room: Frame) -> float:
    """The usual small type, or a smaller one where there is very much to say."""
    high = sum(height(text, room.width, FINE) for text, _ in foot)
    return FINE if high <= room.height * _MOST_FOOT else _SMALLER


def _foot(canvas: Canvas, exhibit: Exhibit, body: Body) -> Iterator[tuple[str, str]]:
    """The lines below the picture with their colours."""
    words, ink, muted = canvas.style.words, PALETTE.ink, PALETTE.muted
    if body.left_out:
        shown = words.say(
            "{shown} of {all} figures are shown; the notes of this slide hold all.",
            shown=body.all - body.left_out,
            all=body.all,
        )
        yield shown, ink
    legend = [_explained(exhibit, item.code, item.label) for item in exhibit.legend]
    extra = " · ".join([*body.notes, *legend])
    if extra:
        yield extra, muted
    coverage = words.say("Coverage: {coverage}.", coverage=exhibit.coverage.text) if exhibit.coverage.text else ""
    said = " ".join(filter(None, (coverage, exhibit.coverage.together, exhibit.note)))
    if said:
        yield said, muted
    for warning in exhibit.warnings:
        yield f"† {warning}", muted
    yield exhibit.source_line, ink
    licence = " · ".join(filter(None, (exhibit.licence, body.credit)))
    if licence:
        yield licence, muted


def _explained(exhibit: Exhibit, code: str, label: str) -> str:
    between = "\N{NO-BREAK SPACE}: " if exhibit.language == "fr" else ": "
    if code in QUALIFIERS:
        return f"{code}{between}{label}"
    gap = next(
        (figure.text for mark in exhibit.marks for figure in mark.figures if figure and figure.status == code), code
    )
    if code in {"L", "M"}:
        return f"{gap}{between}{label}"
    return f"{_SIGNS.get(code, code)} {label}"
