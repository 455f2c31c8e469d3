"""A sheet composed: title and subtitle, the plot, and below it what a picture may never lose."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.palette import Palette
from components.print.boxes import level
from components.print.drawing import plot_of
from components.print.ink import ink
from components.print.legend import legend
from components.print.plot import Plot, Space, TooSmallError
from components.print.scene import Scene, Shape, Text, moved
from components.print.sheet import POINTS_PER_MM, TALLEST_MM, Sheet
from components.print.typeface import Face, wrapped
from loaders.boundary import layer_named
from loaders.exhibit import Exhibit
from loaders.language import Wording, language_from, wording

#: Narrower than this no picture can be read, in points.
NARROWEST = 150.0
#: Room between the parts of a sheet, in parts of the type size.
_GAP, _PARAGRAPH = 0.9, 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """Shapes from (0, 0) down, and where they end."""

    shapes: tuple[Shape, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Composer:
    exhibit: Exhibit
    sheet: Sheet
    palette: Palette
    words: Wording

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.sheet.width - 2 * self.sheet.margin

    def head(self) -> _Block:
        """Title, if it is wanted, and subtitle: what is measured, and in which unit, is no ornament."""
        kind, shapes, y = self.sheet.type, [], 0.0
        if not self.sheet.framed:
            return _Block(shapes=(), height=0.0)
        if self.sheet.titled:
            for text in wrapped(self.exhibit.title, self.room, kind.title, Face.TITLE):
                y += kind.title * 1.18
                place = y - kind.title * 0.25
                shapes.append(Text(x=0, y=place, text=text, size=kind.title, colour=self.palette.ink, face=Face.TITLE))
        if self.exhibit.subtitle:
            y += kind.body * _PARAGRAPH
            for text in wrapped(self.exhibit.subtitle, self.room, kind.body):
                y += kind.line
                shapes.append(Text(x=0, y=y - kind.body * 0.3, text=text, size=kind.body, colour=self.palette.muted))
        return _Block(shapes=tuple(shapes), height=y)

    def plot(self, around: float) -> Plot:
        """The plot in what head and foot leave."""
        sheet, room = self.sheet, self.room
        free = sheet.height - around if sheet.height else None
        tallest = TALLEST_MM * POINTS_PER_MM - around
        least = sheet.type.line * 4
        if (tallest if free is None else free) < least:
            raise TooSmallError(sheet.width, around + least)
        space = Space(width=room, height=free, tallest=tallest, type=sheet.type, palette=self.palette, words=self.words)
        try:
            return plot_of(self.exhibit, space)
        except TooSmallError as error:
            raise TooSmallError(max(error.width + sheet.width - room, NARROWEST), error.height + around) from None

    def foot(self, left_out: int) -> _Block:
        """The legend and the notes."""
        kind = self.sheet.type
        key = legend(self.exhibit, self.room, kind, self.palette)
        if not self.sheet.framed:
            return _Block(shapes=key.shapes, height=key.height)
        top = kind.small * 0.6
        shapes: list[Shape] = [level(0, self.room, 0, self.palette.rule)]
        shapes += [moved(shape, 0, top) for shape in key.shapes]
        y = top + key.height
        for text, colour in self._notes(left_out):
            y += kind.small * _PARAGRAPH
            for line in wrapped(text, self.room, kind.small):
                y += kind.small_line
                shapes.append(Text(x=0, y=y - kind.small * 0.3, text=line, size=kind.small, colour=colour))
        return _Block(shapes=tuple(shapes), height=y)

    def _notes(self, left_out: int) -> Iterator[tuple[str, str]]:
        """The lines of the foot, each with its colour; none of them can be switched off but the reading sentence."""
        exhibit, words, ink_colour, muted = self.exhibit, self.words, self.palette.ink, self.palette.muted
        if left_out:
            count = len(exhibit.marks)
            yield (
                words.say(
                    "{shown} of {all} figures are shown; the data file holds all.", shown=count - left_out, all=count
                ),
                ink_colour,
            )
        if self.sheet.titled and exhibit.reading:
            yield exhibit.reading, ink_colour
        coverage = words.say("Coverage: {coverage}.", coverage=exhibit.coverage.text)
        yield " ".join(filter(None, (coverage, exhibit.coverage.together, exhibit.note))), muted
        for warning in exhibit.warnings:
            yield f"† {warning}", muted
        yield exhibit.source_line, ink_colour
        licence = exhibit.licence if exhibit.licence.endswith(".") else f"{exhibit.licence}."
        version = words.say("{licence} Data version {version}.", licence=licence, version=exhibit.data_version)
        yield " ".join(filter(None, (version, self._attribution()))), muted

    def _attribution(self) -> str:
        return layer_named(self.exhibit.layer).attribution if self.exhibit.layer else ""


def composed(exhibit: Exhibit, sheet: Sheet) -> Scene:
    """The exhibit on the sheet.

    Raises:
        TooSmallError: the sheet is too small to be read; the error says the least that works, in points.
    """
    if sheet.width < NARROWEST:
        raise TooSmallError(NARROWEST, sheet.height or NARROWEST)
    composer = _Composer(exhibit, sheet, ink(sheet.tone), wording(language_from(exhibit.language)))
    head, gap, margin = composer.head(), sheet.type.body * _GAP, sheet.margin
    foot = composer.foot(0)
    around = head.height + foot.height + 2 * gap + 2 * margin
    plot = composer.plot(around)
    if plot.left_out:
        # To say that something is left out takes a line more, for which something more may have to be left out.
        longer = composer.foot(len(exhibit.marks) - 1)
        around += longer.height - foot.height
        plot = composer.plot(around)
        foot = _Block(shapes=composer.foot(plot.left_out).shapes, height=longer.height)
    height = sheet.height or around + plot.height
    # A low plot on a high sheet stands in the middle of what is free.
    down = margin + head.height + gap + (height - around - plot.height) / 2
    shapes = [
        *(moved(shape, margin, margin) for shape in head.shapes),
        *(moved(shape, margin, down) for shape in plot.shapes),
        *(moved(shape, margin, height - margin - foot.height) for shape in foot.shapes),
    ]
    return Scene(
        width=sheet.width, height=height, ground=composer.palette.paper, shapes=tuple(shapes), left_out=plot.left_out
    )
