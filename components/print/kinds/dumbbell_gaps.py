"""What has no value in a row of a dumbbell: hatched stubs and what is said of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.layout.ends import End, Group, gap_groups, names_of_gaps
from components.layout.looks import look
from components.print.boxes import Edges, box
from components.print.plot import Space, value_text
from components.print.scene import Shape, Text, drawn
from components.print.typeface import width, wrapped
from loaders.exhibit import Exhibit

#: In parts of the type size: a stub, air around its text, and the most of a name.
_STUB, _AIR, _NAME = 1.2, 0.8, 7
_SEAM = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """The gaps among the ends of a row; `names` are what all ends are called."""

    exhibit: Exhibit
    ends: tuple[End, ...]
    names: tuple[str, ...]
    space: Space

    @property
    def groups(self) -> tuple[Group, ...]:
        """The ends without a value, of which the same is said."""
        return gap_groups(self.ends)

    @property
    def width(self) -> float:
        """The room that all of them need beside one another."""
        size = self.space.type.body
        texts = [f"{self._whose(group)} {self._text(group[0])}" for group in self.groups]
        stubs = sum(len(group) * _STUB + _AIR for group in self.groups)
        return size * stubs + sum(width(text, size) for text in texts)

    def shapes(self, groups: tuple[Group, ...], x: float, y: float) -> Iterator[Shape]:
        """Groups beside one another from `x` on, around `y`."""
        palette, size = self.space.palette, self.space.type.body
        for group in groups:
            for end in group:
                right = x + size * _STUB
                edges = Edges(left=x, top=y - size * 0.5, right=right - _SEAM, bottom=y + size * 0.5)
                yield from box(edges, look(end.figure, palette.gap, palette), drawn(end.mark, end.figure))
                x = right
            x += size * _AIR / 2
            whose, baseline = self._whose(group), y + size * 0.35
            if whose:
                yield Text(x=x, y=baseline, text=whose, size=size, colour=palette.muted)
                x += width(f"{whose} ", size)
            text = Text(
                x=x,
                y=baseline,
                text=self._text(group[0]),
                size=size,
                colour=palette.muted,
                stands_for=drawn(group[0].mark, group[0].figure),
            )
            yield text
            x = text.box[2] + size * _AIR / 2

    def _text(self, end: End) -> str:
        return value_text(self.exhibit, end.figure)

    def _whose(self, group: Group) -> str:
        """The names of the ends, where it could be others."""
        return ", ".join(self._short(name) for name in names_of_gaps(group, self.ends, self.names))

    def _short(self, name: str) -> str:
        """A name that stands in full over the first row, cut where it would take the room of the dots."""
        size = self.space.type.body
        first = wrapped(name, size * _NAME, size)[0]
        return name if first == name else f"{first}…"
