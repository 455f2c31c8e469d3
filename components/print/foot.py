"""The foot of a sheet, which nobody can switch off: what its signs mean, coverage, doubts, source, licence."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.palette import Palette
from components.print.boxes import level
from components.print.legend import legend
from components.print.plot import Plot
from components.print.scene import Shape, Text, moved
from components.print.sheet import Sheet
from components.print.typeface import wrapped
from loaders.boundary import layer_named
from loaders.exhibit import Exhibit, Item
from loaders.language import Wording
from loaders.observation import QUALIFIERS

#: Between paragraphs, in parts of the type size.
PARAGRAPH = 0.3
_TOP = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Shapes from (0, 0) down, and where they end."""

    shapes: tuple[Shape, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Foot:
    """Writes the foot of an exhibit on a sheet."""

    exhibit: Exhibit
    sheet: Sheet
    palette: Palette
    words: Wording

    def longest(self, *, is_short: bool = False) -> Block:
        """All that may have to be said; `is_short` where something is left out as well, which is said in a line."""
        left_out = len(self.exhibit.marks) - 1 if is_short else 0
        return self._block(self.exhibit.legend, left_out, has_doubts=True)

    def under(self, plot: Plot) -> Block:
        """What has to be said of a plot: of signs that it shows, and of figures that it holds."""
        seen = _Seen.of(self.exhibit, plot)
        signs = tuple(item for item in self.exhibit.legend if seen.shows(item))
        return self._block(signs, plot.left_out, has_doubts=seen.has_doubts)

    def _block(self, signs: tuple[Item, ...], left_out: int, *, has_doubts: bool) -> Block:
        kind, room = self.sheet.type, self.sheet.room
        key = legend(self.exhibit, signs, room, kind, self.palette)
        if not self.sheet.framed:
            return Block(shapes=key.shapes, height=key.height)
        top = kind.small * _TOP
        shapes: list[Shape] = [level(0, room, 0, self.palette.rule)]
        shapes += [moved(shape, 0, top) for shape in key.shapes]
        y = top + key.height
        for text, colour in self._notes(left_out, has_doubts=has_doubts):
            y += kind.small * PARAGRAPH
            for line in wrapped(text, room, kind.small):
                y += kind.small_line
                shapes.append(Text(x=0, y=y - kind.small * 0.3, text=line, size=kind.small, colour=colour))
        return Block(shapes=tuple(shapes), height=y)

    def _notes(self, left_out: int, *, has_doubts: bool) -> Iterator[tuple[str, str]]:
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
        if has_doubts:
            for warning in exhibit.warnings:
                yield f"† {warning}", muted
        yield exhibit.source_line, ink_colour
        licence = exhibit.licence if exhibit.licence.endswith(".") else f"{exhibit.licence}."
        version = words.say("{licence} Data version {version}.", licence=licence, version=exhibit.data_version)
        yield " ".join(filter(None, (version, self._attribution()))), muted

    def _attribution(self) -> str:
        return layer_named(self.exhibit.layer).attribution if self.exhibit.layer else ""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a plot shows: statuses of its figures, its texts of values, and whether a figure of it is doubted."""

    statuses: frozenset[str]
    texts: tuple[str, ...]
    has_doubts: bool

    @classmethod
    def of(cls, exhibit: Exhibit, plot: Plot) -> "_Seen":
        drawn = {id(shape.stands_for.figure) for shape in plot.shapes if shape.stands_for}
        marks = [mark for mark in exhibit.marks if any(id(figure) in drawn for figure in mark.figures)]
        figures = [figure for mark in marks for figure in mark.figures if figure]
        texts = tuple(shape.text for shape in plot.shapes if isinstance(shape, Text) and shape.stands_for)
        return cls(
            statuses=frozenset(figure.status for figure in figures),
            texts=texts,
            # The doubts are about figures: a part of them that shows none of the doubted does not need the words.
            has_doubts=not plot.left_out or any(figure.is_doubted for figure in figures),
        )

    def shows(self, item: Item) -> bool:
        """Whether there is something that the entry of the legend explains."""
        if item.code in QUALIFIERS:
            return any(item.code in text for text in self.texts)
        return item.code in self.statuses
