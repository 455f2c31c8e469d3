"""What stands to the right of a trend: the names and last values of its lines, and what is said of its gaps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from components.layout.apart import apart
from components.layout.line import Line, Point
from components.layout.looks import look
from components.palette import READABLE, contrast
from components.print.boxes import Edges, box, level
from components.print.plot import Space, value_text
from components.print.scene import Rule, Shape, Stroke, Text, drawn
from components.print.typeface import Face, wrapped
from loaders.exhibit import Exhibit, Role

#: The most of the width that a name takes; in parts of the type size: the way to a name, and a stub.
_SHARE, ARM, _TOUCH, _STUB = 0.3, 1.4, 0.3, 1.2
_DOTTED = (0.8, 1.6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Lines of text for a line of the trend, still without a place."""

    line: Line
    texts: tuple[Text, ...]
    points: tuple[Point, ...]

    def height(self, space: Space) -> float:
        """The room that it takes."""
        return len(self.texts) * space.type.line

    @property
    def width(self) -> float:
        """The width of its longest line."""
        return max(text.box[2] - text.box[0] for text in self.texts)

    def written(self, x: float, middle: float, space: Space) -> Iterator[Text]:
        """The texts from `x` on, around `middle`."""
        top = middle - self.height(space) / 2 + space.type.body
        for number, text in enumerate(self.texts):
            yield replace(text, x=x, y=top + number * space.type.line)


def end_label(exhibit: Exhibit, line: Line, space: Space) -> Label:
    """The name of a line and its last value."""
    palette, last = space.palette, line.known[-1]
    colour = line.colour if contrast(line.colour, palette.paper) >= READABLE else palette.ink
    return _label(exhibit, line, (last,), space, colour)


def gap_labels(exhibit: Exhibit, lines: Sequence[Line], space: Space) -> list[Label]:
    """Whose gaps they are, and what is said of them: one label for each line and each thing said."""
    labels = []
    for line in lines:
        for text in dict.fromkeys(value_text(exhibit, point.figure) for point in line.gaps):
            points = tuple(point for point in line.gaps if value_text(exhibit, point.figure) == text)
            labels.append(_label(exhibit, line, points, space, space.palette.muted))
    return labels


def _label(exhibit: Exhibit, line: Line, points: tuple[Point, ...], space: Space, colour: str) -> Label:
    size, point = space.type.body, points[0]
    face = Face.BOLD if line.role is Role.ACCENT else Face.REGULAR
    name = wrapped(line.name, space.width * _SHARE, size, face) if line.name else ()
    value = Text(
        x=0,
        y=0,
        text=value_text(exhibit, point.figure),
        size=size,
        colour=colour,
        face=Face.REGULAR if point.figure.value is None else Face.BOLD,
        stands_for=drawn(point.mark, point.figure),
    )
    texts = tuple(Text(x=0, y=0, text=text, size=size, colour=colour, face=face) for text in name)
    return Label(line=line, texts=(*texts, value), points=points)


def ends(
    labels: Sequence[Label], tips: Sequence[tuple[float, float]], right: float, room: float, space: Space
) -> Iterator[Shape]:
    """The labels moved apart, each with a hairline from the last point of its line; `right` is the end of the plot."""
    size = space.type.body
    middles = apart([tip[1] for tip in tips], [label.height(space) for label in labels], room)
    for label, (x, y), middle in zip(labels, tips, middles, strict=True):
        if x < right:
            dotted = Stroke(colour=label.line.colour, width=0.6, dash=_DOTTED)
            yield Rule(start=(x, y), end=(right, y), stroke=dotted)
        start, end = max(x, right) + size * 0.6, right + size * ARM
        yield Rule(start=(start, y), end=(end, middle), stroke=Stroke(colour=label.line.colour))
        yield from label.written(end + size * _TOUCH, middle, space)


def lane(labels: Sequence[Label], places: Sequence[float], right: float, top: float, space: Space) -> Iterator[Shape]:
    """A row for each label: hatched stubs at the periods without a value, and the words at the end."""
    size, palette, y = space.type.body, space.palette, top
    for label in labels:
        height = label.height(space)
        middle = y + height / 2
        first = min(places[point.place] for point in label.points)
        yield level(first, right + size * ARM, middle, palette.rule)
        for point in label.points:
            x, half = places[point.place], size * _STUB / 2
            edges = Edges(left=x - half, top=middle - size * 0.45, right=x + half, bottom=middle + size * 0.45)
            yield from box(edges, look(point.figure, palette.gap, palette), drawn(point.mark, point.figure))
        yield from label.written(right + size * (ARM + _TOUCH), middle, space)
        y += height + size * _TOUCH


def lane_height(labels: Sequence[Label], space: Space) -> float:
    """The height of the lane."""
    return sum(label.height(space) + space.type.body * _TOUCH for label in labels)
