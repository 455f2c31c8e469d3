"""Names and values in a row over or under what they belong to, each tied to it by a hairline that crosses no other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.layout.apart import apart
from components.print.plot import Plot, Space
from components.print.scene import Rule, Shape, Stroke, Text
from components.print.typeface import Face, widest, width, wrapped

#: In parts of the type size: between texts side by side, between hairlines, and where hairlines lean towards a target.
_BETWEEN, _STEP, _LEAN, _TOUCH = 0.6, 0.7, 0.9, 0.25
_MOST_LINES = 3
#: The most of the width that a name may ask for where names stand under one another.
_SHARE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """What is written for the thing at `x`: a name that may be wrapped, and a value that may not; either may be empty.

    `line` is the colour of the hairline, `colour` that of the name. Only colour, size, face and text of `value` count.
    """

    x: float
    line: str
    colour: str
    name: str = ""
    face: Face = Face.REGULAR
    value: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """The lines of a callout, where its left side and its hairline stand, and how far from the target it begins."""

    callout: Callout
    lines: tuple[Text, ...]
    left: float
    stem: float
    away: float = 0.0


@dataclass(frozen=True, slots=True)
class _Writer:
    space: Space

    @property
    def size(self) -> float:
        return self.space.type.body

    @property
    def line(self) -> float:
        return self.space.type.line

    def lines(self, callout: Callout, room: float) -> tuple[Text, ...]:
        name = wrapped(callout.name, room, self.size, callout.face) if callout.name else ()
        texts = [Text(x=0, y=0, text=text, size=self.size, colour=callout.colour, face=callout.face) for text in name]
        return (*texts, callout.value) if callout.value else tuple(texts)

    def side_by_side(self, callouts: Sequence[Callout]) -> list[_Block] | None:
        """All at one height, in as few lines as there is room for; None where there is none."""
        for count in range(1, _MOST_LINES + 1):
            found = [self.lines(one, _balanced(one, count, self.size)) for one in callouts]
            widths = [_width(lines) + self.size * _BETWEEN for lines in found]
            if sum(widths) + 4 * len(widths) <= self.space.width:
                return [
                    self._beside(callout, lines, middle)
                    for callout, lines, middle in zip(
                        callouts, found, apart([one.x for one in callouts], widths, self.space.width), strict=True
                    )
                ]
        return None

    def _beside(self, callout: Callout, lines: tuple[Text, ...], middle: float) -> _Block:
        half = _width(lines) / 2
        left = min(max(middle - half, 0.0), self.space.width - 2 * half)
        inner = min(half, self.size * _TOUCH)
        stem = min(max(callout.x, left + inner), left + 2 * half - inner)
        return _Block(callout=callout, lines=lines, left=left, stem=stem)

    def under_one_another(self, callouts: Sequence[Callout]) -> list[_Block]:
        """Each to the right of its hairline, the leftmost the farthest away."""
        room, gap = self.space.width, self.size * _STEP
        stems: list[float] = []
        for callout in reversed(callouts):
            value = (callout.value,) if callout.value else ()
            natural = max(width(callout.name, self.size, callout.face), _width(value))
            latest = room - min(natural, room * _SHARE) - self.size * _TOUCH
            stems.insert(0, min([callout.x, latest, *(stem - gap for stem in stems[:1])]))
        blocks: list[_Block] = []
        for index, (callout, stem) in enumerate(zip(callouts, stems, strict=True)):
            place = max(stem, gap * index)
            left = place + self.size * _TOUCH
            blocks.append(_Block(callout=callout, lines=self.lines(callout, room - left), left=left, stem=place))
        away = 0.0
        for index in reversed(range(len(blocks))):
            blocks[index] = replace(blocks[index], away=away)
            away += len(blocks[index].lines) * self.line
        return blocks


def callouts(wanted: Sequence[Callout], space: Space, *, below: bool = False) -> Plot:
    """Texts that stand over what lies at the lower edge, or with `below` under what lies at the upper edge."""
    if not wanted:
        return Plot(shapes=(), height=0.0)
    writer = _Writer(space)
    ordered = sorted(wanted, key=lambda one: one.x)
    blocks = writer.side_by_side(ordered) or writer.under_one_another(ordered)
    lean = space.type.body * _LEAN
    height = lean + max(block.away + len(block.lines) * writer.line for block in blocks)
    shapes: list[Shape] = []
    for block in blocks:
        start = lean + block.away
        end = start + len(block.lines) * writer.line
        is_flag = block.stem <= block.left
        stroke = Stroke(colour=block.callout.line)
        foot = lean if is_flag else start

        def down(distance: float) -> float:
            return distance if below else height - distance

        shapes.append(Rule(start=(block.callout.x, down(0)), end=(block.stem, down(foot)), stroke=stroke))
        if is_flag:
            shapes.append(Rule(start=(block.stem, down(foot)), end=(block.stem, down(end)), stroke=stroke))
        top = start if below else height - end
        for number, text in enumerate(block.lines):
            baseline = top + number * writer.line + space.type.body
            shapes.append(replace(text, x=block.left, y=baseline, anchor="start"))
    return Plot(shapes=tuple(shapes), height=height)


def _balanced(callout: Callout, count: int, size: float) -> float:
    """The least width at which the name takes `count` lines, or the width of its longest word."""
    words = max((width(word, size, callout.face) for word in callout.name.split(" ")), default=0.0)
    whole = width(callout.name, size, callout.face)
    room = max(words, whole / count)
    while room < whole and len(wrapped(callout.name, room, size, callout.face)) > count:
        room += size / 2
    return min(room, whole) + 0.01


def _width(lines: Sequence[Text]) -> float:
    return max((widest((one.text,), one.size, one.face) for one in lines), default=0.0)
