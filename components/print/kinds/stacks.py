"""The segments of stacked bars: where they lie, how they look, and where their values stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from components.layout.looks import look
from components.layout.scale import STUB
from components.layout.series import has_several_roles, marks_of, series_colours
from components.print.boxes import Edges, box
from components.print.callouts import Callout, callouts
from components.print.plot import Plot, Space, value_text
from components.print.rows import Row
from components.print.scale import Scale
from components.print.scene import Shape, Text, drawn
from components.print.typeface import Face, width
from loaders.exhibit import Exhibit, Mark, Role

_PADDING = 0.5
#: Half of the paper between two segments, in points; and the least width of a segment, also of one that is nothing.
_SEAM, _THINNEST = 0.4, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A mark in its stack, from `start` to `end` in points; what has no value stands after the others as a stub."""

    mark: Mark
    start: float
    end: float

    @property
    def middle(self) -> float:
        """Half way."""
        return (self.start + self.end) / 2

    @property
    def is_gap(self) -> bool:
        """Whether there is no value."""
        return self.mark.figure.value is None


@dataclass(frozen=True, slots=True)
class Stacks:
    """Draws the stacks of an exhibit."""

    exhibit: Exhibit
    space: Space

    def segments(self, scale: Scale) -> Iterator[tuple[Segment, ...]]:
        """The segments of each category."""
        stub = (scale.end - scale.start) * STUB
        for category in self.exhibit.categories:
            marks = marks_of(self.exhibit, category)
            found, sums = [], [0.0, 0.0]
            for mark in marks:
                value = mark.figure.value
                if value is not None:
                    side = value < 0
                    found.append(Segment(mark=mark, start=scale.place(sums[side]), end=scale.place(sums[side] + value)))
                    sums[side] += value
            place = scale.place(sums[0])
            for mark in marks:
                if mark.figure.value is None:
                    found.append(Segment(mark=mark, start=place, end=place + stub))
                    place += stub
            yield tuple(found)

    def under(self, segments: Sequence[Segment]) -> Plot:
        """The values that do not fit into their segments, and what is said of gaps."""
        outside = [one for one in segments if not self.fits(one)]
        return callouts([self._value(one) for one in outside], self.space, below=True)

    def fits(self, segment: Segment) -> bool:
        """Whether a value fits into its segment."""
        text = value_text(self.exhibit, segment.mark.figure)
        room = abs(segment.end - segment.start) - 2 * _SEAM - self.space.type.body * _PADDING
        return not segment.is_gap and width(text, self.space.type.body, self.face(segment)) <= room

    def face(self, segment: Segment) -> Face:
        """Bold for Île-de-France among others."""
        stands_out = segment.mark.role is Role.ACCENT and has_several_roles(self.exhibit) and not segment.is_gap
        return Face.BOLD if stands_out else Face.REGULAR

    def value(self, segment: Segment, colour: str) -> Text:
        """The value of a segment, still without a place."""
        return Text(
            x=segment.middle,
            y=0.0,
            text=value_text(self.exhibit, segment.mark.figure),
            size=self.space.type.body,
            colour=colour,
            face=self.face(segment),
            anchor="middle",
            stands_for=drawn(segment.mark),
        )

    def _value(self, segment: Segment) -> Callout:
        palette, series = self.space.palette, segment.mark.series
        return Callout(
            x=segment.middle,
            line=palette.muted,
            colour=palette.muted,
            name=series.label if series and segment.is_gap else "",
            value=self.value(segment, palette.muted if segment.is_gap else palette.ink),
        )

    def bars(self, segments: Sequence[Segment], row: Row) -> Iterator[Shape]:
        """One stack in its row."""
        palette = self.space.palette
        colours = series_colours(self.exhibit, palette)
        for one in segments:
            colour = colours[one.mark.series.code] if one.mark.series else palette.role(one.mark.role)
            dress = look(one.mark.figure, colour, palette)
            left, right = sorted((one.start, one.end))
            seam = min(_SEAM, max(0.0, right - left - _THINNEST) / 2)
            edges = Edges(left=left + seam, top=row.top, right=max(left + _THINNEST, right - seam), bottom=row.bottom)
            yield from box(edges, dress, drawn(one.mark))
            if self.fits(one):
                text = self.value(one, palette.text_on(dress.fill))
                yield replace(text, y=row.centre + self.space.type.body * 0.35)
