"""One row of a dumbbell: dots on a line, the outer values beside them, what has no value where there is room."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.layout.ends import End
from components.layout.looks import look
from components.layout.series import has_several_roles
from components.print.boxes import dot
from components.print.callouts import Callout, callouts
from components.print.kinds.dumbbell_gaps import Gaps
from components.print.plot import Plot, Space, value_text
from components.print.scale import Scale
from components.print.scene import Anchor, Dot, Rule, Shape, Stroke, Text, drawn
from components.print.typeface import Face, width
from loaders.exhibit import Exhibit, Role

#: In parts of the type size.
RADIUS = 0.42
_AIR, _SEAM, _SMALLER = 0.8, 0.8, 0.62
_JOIN = 0.15
_ROUNDING = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class DumbbellRow:
    """The ends of a category on a scale; `names` are what the ends are called.

    With `gaps_below` what is said of gaps stands in lines of its own under the dots.
    """

    exhibit: Exhibit
    ends: tuple[End, ...]
    names: tuple[str, ...]
    space: Space
    scale: Scale
    gaps_below: bool = False

    @property
    def size(self) -> float:
        """The size of its type."""
        return self.space.type.body

    @property
    def known(self) -> list[End]:
        """The ends that have a value, from the lowest to the highest."""
        ends = [end for end in self.ends if end.figure.value is not None]
        return sorted(ends, key=lambda end: end.figure.value or 0.0)

    @property
    def gaps(self) -> Gaps:
        """The ends that have none."""
        return Gaps(exhibit=self.exhibit, ends=self.ends, names=self.names, space=self.space)

    @property
    def places(self) -> list[tuple[End, float]]:
        """The known ends and where they lie."""
        return [(end, self.scale.place(end.figure.value or 0.0)) for end in self.known]

    @property
    def before(self) -> float:
        """The room that a value needs to the left of its dot."""
        return self._reach(self.known[0]) if len(self.known) > 1 else self.size * RADIUS

    @property
    def after(self) -> float:
        """The room that a value needs to the right of its dot."""
        return self._reach(self.known[-1]) if self.known else 0.0

    @property
    def gap_width(self) -> float:
        """The room that the stubs of gaps and their texts need beside the dots."""
        return self.gaps.width + (self.size * _AIR if self.known else 0.0) if self.gaps.groups else 0.0

    @property
    def has_room(self) -> bool:
        """Whether the gaps find room to the left or to the right of the dots."""
        return self._gap_start() is not None

    def shapes(self, y: float) -> Iterator[Shape]:
        """Everything in the row, whose middle is at `y`."""
        places = self.places
        if len(places) > 1:
            stroke = Stroke(colour=self.space.palette.muted, width=self.size * _JOIN)
            yield Rule(start=(places[0][1], y), end=(places[-1][1], y), stroke=stroke)
        for number, (end, x) in enumerate(places):
            yield from self._dot(
                end, x, y, hides=any(abs(x - other) < self.size * RADIUS for _, other in places[:number])
            )
        for end, x in places[:1] + places[1:][-1:]:
            yield self._value(end, (x, y), is_last=end is places[-1][0])
        if not self.gaps_below:
            yield from self.gaps.shapes(self.gaps.groups, self._gap_start() or self.scale.start, y)

    def _dot(self, end: End, x: float, y: float, *, hides: bool) -> Iterator[Shape]:
        # A ring of paper keeps dots apart that touch; a smaller dot leaves visible what it lies upon.
        palette, radius = self.space.palette, self.size * RADIUS * (_SMALLER if hides else 1.0)
        yield Dot(centre=(x, y), radius=radius + _SEAM, fill=palette.paper)
        yield from dot((x, y), radius, look(end.figure, palette.nth(end.index), palette), drawn(end.mark, end.figure))

    def under(self) -> Plot:
        """What stands below the dots: values between the lowest and the highest, tied to their dots, and gaps."""
        muted = self.space.palette.muted
        inner = [Callout(x=x, line=muted, colour=muted, value=self._text(end, x, 0.0)) for end, x in self.places[1:-1]]
        values = callouts(inner, self.space, below=True)
        if not self.gaps_below:
            return values
        shapes, y = list(values.shapes), values.height
        for group in self.gaps.groups:
            shapes += self.gaps.shapes((group,), self.scale.start - self.size * RADIUS, y + self.size * 0.7)
            y += self.space.type.line
        return Plot(shapes=tuple(shapes), height=y)

    def _value(self, end: End, centre: tuple[float, float], *, is_last: bool) -> Text:
        """The highest value stands on the right, the lowest on the left."""
        (x, y), air = centre, self.size * (_AIR * 0.5 + RADIUS)
        return self._text(end, x + (air if is_last else -air), y + self.size * 0.35, "start" if is_last else "end")

    def _text(self, end: End, x: float, y: float, anchor: Anchor = "start") -> Text:
        stands_out = end.mark.role is Role.ACCENT and has_several_roles(self.exhibit) and end.figure.value is not None
        return Text(
            x=x,
            y=y,
            text=value_text(self.exhibit, end.figure),
            size=self.size,
            colour=self.space.palette.muted if end.figure.value is None else self.space.palette.ink,
            face=Face.BOLD if stands_out else Face.REGULAR,
            anchor=anchor,
            stands_for=drawn(end.mark, end.figure),
        )

    def _reach(self, end: End) -> float:
        return self.size * (RADIUS + _AIR) + width(value_text(self.exhibit, end.figure), self.size, Face.BOLD)

    def _gap_start(self) -> float | None:
        """Where the gaps begin: where the dots would, or at the end of the row; None where there is no room."""
        need, end = self.gap_width, self.space.width
        if not need or not self.known:
            start = self.scale.start - self.size * RADIUS
            return start if start + need <= end + _ROUNDING else None
        last = self.places[-1][1] + self._reach(self.known[-1])
        return end - need + self.size * _AIR if last + need <= end + _ROUNDING else None
