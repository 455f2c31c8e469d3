"""The names of bubbles: beside them, or, where there is no room, a number beside them and the name below the plot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.print.kinds.bubbles import Bubble
from components.print.plot import Space
from components.print.scene import Point, Shape, Text
from components.print.spots import ABOVE, BELOW, CORNERS, LEFT, RIGHT, Box, Obstacles, Piece, Target, spot
from components.print.typeface import Face
from loaders.exhibit import Role

_SIDES = (RIGHT, LEFT, ABOVE, BELOW, *CORNERS)
_RINGS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A bubble on the sheet."""

    bubble: Bubble
    centre: Point
    radius: float

    @property
    def box(self) -> Box:
        """The square around it."""
        (x, y), radius = self.centre, self.radius
        return x - radius, y - radius, x + radius, y + radius


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names as shapes, and the places in order of the bubbles that found no room for theirs."""

    shapes: tuple[Shape, ...]
    nameless: tuple[int, ...]


def bubble_name(bubble: Bubble) -> str:
    """The name of a bubble; a dagger says that the study contradicts one of its figures."""
    doubted = any(figure.is_doubted for figure in bubble.mark.figures if figure)
    return bubble.mark.category.label + ("†" if doubted else "")


def names(placed: Sequence[Placed], numbers: Mapping[int, str], frame: Box, space: Space) -> Names:
    """A name for each bubble, or its number where it has one, clear of all bubbles and of one another."""
    shapes: list[Shape] = []
    texts: list[Box] = []
    ties: list[Piece] = []
    nameless = []
    for place, one in enumerate(placed):
        boxes = (*texts, *(other.box for other in placed if other is not one))
        obstacles = Obstacles(frame=frame, boxes=boxes, lines=tuple(ties))
        text = _text(one, numbers.get(place), space)
        found = spot(text, Target(centre=one.centre, radius=one.radius), obstacles, _SIDES, rings=_RINGS)
        if found is None:
            nameless.append(place)
            continue
        texts.append(found.text.box)
        if found.tie:
            ties.append((found.tie.start, found.tie.end))
            shapes.append(found.tie)
        shapes.append(found.text)
    return Names(shapes=tuple(shapes), nameless=tuple(nameless))


def _text(one: Placed, number: str | None, space: Space) -> Text:
    is_accent = one.bubble.mark.role is Role.ACCENT
    return Text(
        x=0,
        y=0,
        text=number or bubble_name(one.bubble),
        size=space.type.body,
        colour=space.palette.ink,
        face=Face.BOLD if is_accent else Face.REGULAR,
    )
