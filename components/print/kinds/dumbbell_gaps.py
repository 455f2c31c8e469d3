"""What has no value in a row of a dumbbell: hatched stubs and what is said of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.layout.ends import End
from components.layout.looks import look
from components.print.boxes import Edges, box
from components.print.plot import Space, value_text
from components.print.scene import Shape, Text, drawn
from components.print.typeface import width, wrapped
from loaders.exhibit import Exhibit

#: In parts of the type size: a stub, air around its text, and the most of a name.
_STUB, _AIR, _NAME = 1.2, 0.8, 7
_SEAM, _TWO = 0.8, 2

Group = tuple[End, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """The gaps among the ends of a row; `names` are what all ends are called."""

    exhibit: Exhibit
    ends: tuple[End, ...]
    names: tuple[str, ...]
    space: Space

    @property
    def groups(self) -> tuple[Group, ...]:
        """The ends without a value; those of which the same is said stand together, and it is said once."""
        gaps = [end for end in self.ends if end.figure.value is None]
        texts = dict.fromkeys(self._text(end) for end in gaps)
        return tuple(tuple(end for end in gaps if self._text(end) == text) for text in texts)

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
        is_all = len(group) == len(self.ends)
        is_the_other = len(self.names) <= _TWO and len(self.groups) == 1
        return "" if is_all or is_the_other else ", ".join(self._short(self.names[end.index]) for end in group)

    def _short(self, name: str) -> str:
        """A name that stands in full over the first row, cut where it would take the room of the dots."""
        size = self.space.type.body
        first = wrapped(name, size * _NAME, size)[0]
        return name if first == name else f"{first}…"
