"""Where colours of a sheet meet that a reader has to tell apart: shapes and ground, texts and ground, neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from components.palette import READABLE
from components.print.scene import Area, Drawn, Rule, Scene, Shape, Text
from components.print.surfaces import Stack, Surface, outside
from components.print.vision import SEEN
from loaders.exhibit import Exhibit

#: A type size from which on text is large, in points.
LARGE = 18.0
_ALONG = (0.02, 0.25, 0.5, 0.75, 0.98)
#: The heights at which a line of text is looked at, in parts of its size above the baseline.
_ABOVE = (0.1, 0.5)

Pair = tuple[str, str]


class Rules(StrEnum):
    """What is asked of a figure."""

    SHAPE = "shape"
    TEXT = "text"
    NEIGHBOURS = "neighbours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """Colours that meet, and the contrast that they need.

    `ways` are the ways in which they can be told apart: each is a set of pairs which all have to reach the contrast.
    `first` and `second` name what meets, `second` being empty for the ground. `is_written` says that both carry their
    value or name as text, so that no reader depends on the colours.
    """

    rule: Rules
    first: str
    second: str
    ways: tuple[tuple[Pair, ...], ...]
    needed: float
    is_written: bool = False


def encounters(scene: Scene, exhibit: Exhibit) -> tuple[Encounter, ...]:
    """Every encounter on a sheet, equal ones once."""
    looking = _Looking(Stack(scene), exhibit)
    return tuple(dict.fromkeys((*looking.shapes(), *looking.texts())))


@dataclass(frozen=True)
class _Looking:
    stack: Stack
    exhibit: Exhibit

    def shapes(self) -> Iterator[Encounter]:
        """Shapes of figures with what is around them."""
        written = {
            _mark(shape.stands_for) for shape in self.stack.scene.shapes if isinstance(shape, Text) and shape.stands_for
        }
        for shape in self.stack.scene.shapes:
            if isinstance(shape, Text) or shape.stands_for is None:
                continue
            around = {self.stack.visible(point, shape) for point in outside(shape)}
            for other in around:
                meant = other.shape.stands_for if other else None
                if other and meant and _key(meant) != _key(shape.stands_for):
                    yield self._beside(shape, other, {_mark(meant), _mark(shape.stands_for)} <= written)
                elif other and not meant and isinstance(shape, Area) and isinstance(other.shape, Area):
                    # Areas of a map border on others that only show where they lie.
                    yield self._beside(shape, other, _mark(shape.stands_for) in written)
                elif not meant:
                    yield self._on_ground(shape, shape.stands_for, self.stack.colour(other))

    def texts(self) -> Iterator[Encounter]:
        """Texts with what is under them."""
        for order, text in enumerate(self.stack.scene.shapes):
            if not isinstance(text, Text):
                continue
            left, _, right, _ = text.box
            points = [(left + (right - left) * part, text.y - text.size * above) for part in _ALONG for above in _ABOVE]
            for under in {self.stack.under(point, order) for point in points}:
                meant = under.shape.stands_for if under else None
                yield Encounter(
                    rule=Rules.TEXT,
                    first=text.text,
                    second=self._name(meant) if meant else "",
                    ways=(((text.colour, self.stack.colour(under)),),),
                    needed=SEEN if text.size >= LARGE else READABLE,
                )

    def _on_ground(self, shape: Shape, meant: Drawn, ground: str) -> Encounter:
        colours = (_body(shape), _edge(shape))
        return Encounter(
            rule=Rules.SHAPE,
            first=self._name(meant),
            second="",
            ways=tuple(((colour, ground),) for colour in colours if colour),
            needed=SEEN,
        )

    def _beside(self, shape: Shape, other: Surface, is_written: bool) -> Encounter:  # noqa: FBT001 - a fact
        one, two = _body(shape), other.fill
        edges = [edge for edge in (_edge(shape), _edge(other.shape)) if edge]
        names = sorted({self._name(meant) for meant in (shape.stands_for, other.shape.stands_for) if meant})
        return Encounter(
            rule=Rules.NEIGHBOURS if len(names) > 1 else Rules.SHAPE,
            first=names[0],
            second=names[-1] if len(names) > 1 else "",
            ways=(((one, two),), *(((edge, one), (edge, two)) for edge in edges)),
            needed=SEEN,
            is_written=is_written,
        )

    def _name(self, meant: Drawn) -> str:
        """The name of what a shape stands for, with its measure where there are several."""
        labels = [measure.label for measure in self.exhibit.measures if measure.code == meant.figure.measure]
        several = len(self.exhibit.measures) > 1 and labels and labels[0] != meant.category.label
        return f"{meant.label}, {labels[0]}" if several else meant.label


def _mark(meant: Drawn) -> tuple[str, str]:
    return meant.category.code, meant.series.code if meant.series else ""


def _key(meant: Drawn) -> tuple[str, str, str]:
    return *_mark(meant), meant.figure.measure


def _body(shape: Shape) -> str:
    """The colour of the inside of a shape, or of a line."""
    match shape:
        case Text():
            return shape.colour
        case Rule():
            return shape.stroke.colour
        case Area() if shape.fill is None:
            return shape.stroke.colour if shape.stroke else ""
        case _:
            return shape.fill or ""


def _edge(shape: Shape) -> str:
    """The colour of the outline of a filled shape, empty where it has none."""
    if isinstance(shape, Text | Rule) or shape.stroke is None or not shape.stroke.width:
        return ""
    return shape.stroke.colour
