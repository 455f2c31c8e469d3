"""A sheet composed: title and subtitle, the plot, and below it what a picture may never lose."""

from dataclasses import dataclass

from components.palette import Palette
from components.print.drawing import plot_of
from components.print.foot import PARAGRAPH, Block, Foot
from components.print.ink import ink
from components.print.plot import Plot, Space, TooSmallError
from components.print.scene import Scene, Text, moved
from components.print.sheet import POINTS_PER_MM, TALLEST_MM, Sheet
from components.print.typeface import Face, wrapped
from loaders.exhibit import Exhibit
from loaders.language import Wording, language_from, wording

#: Narrower than this no picture can be read, in points.
NARROWEST = 150.0
#: Room between the parts of a sheet, in parts of the type size.
_GAP = 0.9


@dataclass(frozen=True, slots=True)
class _Composer:
    exhibit: Exhibit
    sheet: Sheet
    palette: Palette
    words: Wording

    def head(self) -> Block:
        """Title, if it is wanted, and subtitle: what is measured, and in which unit, is no ornament."""
        kind, shapes, y = self.sheet.type, [], 0.0
        if not self.sheet.framed:
            return Block(shapes=(), height=0.0)
        if self.sheet.titled:
            for text in wrapped(self.exhibit.title, self.sheet.room, kind.title, Face.TITLE):
                y += kind.title * 1.18
                place = y - kind.title * 0.25
                shapes.append(Text(x=0, y=place, text=text, size=kind.title, colour=self.palette.ink, face=Face.TITLE))
        if self.exhibit.subtitle:
            y += kind.body * PARAGRAPH
            for text in wrapped(self.exhibit.subtitle, self.sheet.room, kind.body):
                y += kind.line
                shapes.append(Text(x=0, y=y - kind.body * 0.3, text=text, size=kind.body, colour=self.palette.muted))
        return Block(shapes=tuple(shapes), height=y)

    def plot(self, around: float) -> Plot:
        """The plot in what head and foot leave."""
        sheet, room = self.sheet, self.sheet.room
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


def composed(exhibit: Exhibit, sheet: Sheet) -> Scene:
    """The exhibit on the sheet.

    Raises:
        TooSmallError: the sheet is too small to be read; the error says the least that works, in points.
    """
    if sheet.width < NARROWEST:
        raise TooSmallError(NARROWEST, sheet.height or NARROWEST)
    palette, words = ink(sheet.tone), wording(language_from(exhibit.language))
    composer, feet = _Composer(exhibit, sheet, palette, words), Foot(exhibit, sheet, palette, words)
    head, gap, margin = composer.head(), sheet.type.body * _GAP, sheet.margin
    around = head.height + 2 * gap + 2 * margin
    plot, foot = _fitted(composer, feet, around)
    around += foot.height
    height = sheet.height or around + plot.height
    # A low plot on a high sheet stands in the middle of what is free.
    down = margin + head.height + gap + (height - around - plot.height) / 2
    shapes = [
        *(moved(shape, margin, margin) for shape in head.shapes),
        *(moved(shape, margin, down) for shape in plot.shapes),
        *(moved(shape, margin, height - margin - foot.height) for shape in foot.shapes),
    ]
    return Scene(width=sheet.width, height=height, ground=palette.paper, shapes=tuple(shapes), left_out=plot.left_out)


def _fitted(composer: _Composer, feet: Foot, around: float) -> tuple[Plot, Block]:
    """The plot with the foot that it needs: a foot that explains less leaves more room."""
    longest = feet.longest()
    plot = composer.plot(around + longest.height)
    if plot.left_out:
        # To say that something is left out takes a line more, for which something more may have to be left out.
        longest = feet.longest(is_short=True)
        plot = composer.plot(around + longest.height)
    foot = feet.under(plot)
    if foot.height < longest.height and (composer.sheet.height or plot.left_out):
        higher = composer.plot(around + foot.height)
        needed = feet.under(higher)
        if needed.height <= foot.height:
            return higher, needed
    return plot, foot
