"""Where the labels of a map stand, so that none covers another or leaves the picture where it is narrowest."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from math import cos, pi, sin
from typing import Protocol

from components.layout.text_width import widest
from loaders.boundary import Box, Point

FONT_PIXELS = 11
LINE_PIXELS = 13
#: A text is held clear of an area along this many horizontal lines.
ROWS = 8
Leader = tuple[tuple[float, float], tuple[float, float]]
DISTANCES = (3, 8, 14, 22, 32, 44, 58, 74)
DIRECTIONS = tuple(turn * pi / 8 for turn in (0, 8, 4, 12, 2, 14, 6, 10, 1, 15, 7, 9, 3, 5, 11, 13))
LEADER_FROM = 14
#: Which of the distances are near, and from which on they are far.
NEAR, FAR = 3, 6


class Solid(Protocol):
    """An area as labels see it: its label point, the box around it, and where level lines cross it."""

    @property
    def label(self) -> Point:
        """The point where its label stands best."""

    @property
    def box(self) -> Box:
        """The box around it."""

    def chords(self, height: float) -> list[tuple[float, float]]:
        """The pieces of a horizontal line that lie inside, from left to right."""

    def chord(self, height: float) -> tuple[float, float] | None:
        """The piece around the label; None if there is none."""


def text_size(lines: tuple[str, ...]) -> tuple[float, float]:
    """About how wide and high a text is, in pixels."""
    return widest(lines, FONT_PIXELS) + 2, LINE_PIXELS * len(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Something that wants a label.

    `anchor` is its point on the canvas, `radius` what is drawn around it (in pixels). `names` are the texts that say
    all, `shorts` those that do with less, line by line and best first. `shape` is given where the label may stand
    inside of its area.
    """

    area: str
    anchor: tuple[float, float]
    room: "Room"
    names: tuple[tuple[str, ...], ...]
    shorts: tuple[tuple[str, ...], ...]
    radius: float = 0.0
    shape: Solid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A placed label: its lines, the middle of its text, whether it stands on its own area, and its leader if any."""

    area: str
    lines: tuple[str, ...]
    x: float
    y: float
    is_inside: bool
    leader: Leader | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A part of the canvas in which labels stand: its edges, and what they keep clear of.

    A point (0, 0) of the layer is drawn at `origin`, `scale` times enlarged. `areas` are not to be covered by labels
    of others, `blocked` not by any; `pixel` is the length of a pixel of the narrowest picture.
    `size` measures texts, in pixels.
    """

    box: Box
    pixel: float
    areas: tuple[Solid, ...] = ()
    blocked: tuple[Box, ...] = ()
    origin: tuple[float, float] = (0.0, 0.0)
    scale: float = 1.0
    size: Callable[[tuple[str, ...]], tuple[float, float]] = text_size

    def drawn(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the layer stands on the canvas."""
        return self.origin[0] + x * self.scale, self.origin[1] + y * self.scale

    def covers_an_area(self, box: Box) -> bool:
        """Whether something drawn in `box` would lie on one of the areas."""
        (x, y), scale = self.origin, self.scale
        flat = Box(
            left=(box.left - x) / scale,
            bottom=(box.bottom - y) / scale,
            right=(box.right - x) / scale,
            top=(box.top - y) / scale,
        )
        rows = [flat.bottom + flat.height * part / ROWS for part in range(ROWS + 1)]
        return any(
            left <= flat.right and right >= flat.left
            for area in self.areas
            if area.box.meets(flat)
            for row in rows
            for left, right in area.chords(row + 0.25)
        )


def placed_labels(subjects: tuple[Subject, ...]) -> tuple[Label, ...]:
    """A label for each subject, in their order; a subject for which no text finds room has none."""
    own = {subject.area: _box(subject.anchor, (2 * subject.radius,) * 2, subject.room.pixel) for subject in subjects}
    standing: list[Box] = []
    labels: list[Label] = []
    for subject in subjects:
        others = [box for area, box in own.items() if area != subject.area]
        fixed = [*others, *subject.room.blocked]
        leaders = [label.leader for label in labels if label.leader]
        possible = _possible(subject, [*standing, *fixed])
        label = next((label for label in possible if not _crosses(label, leaders, [*standing, *fixed])), None)
        if label is not None:
            labels.append(label)
            standing.append(_box((label.x, label.y), subject.room.size(label.lines), subject.room.pixel))
    return tuple(labels)


def _crosses(label: Label, leaders: list[Leader], standing: list[Box]) -> bool:
    """Whether the leader of a label runs across another leader, or across something that stands already."""
    if label.leader is None:
        return False
    sides = [side for box in standing for side in (box.corners, ((box.left, box.top), (box.right, box.bottom)))]
    return any(_meet(label.leader, other) for other in (*leaders, *sides))


def _meet(one: Leader, other: Leader) -> bool:
    return _turn(*one, other[0]) != _turn(*one, other[1]) and _turn(*other, one[0]) != _turn(*other, one[1])


def _turn(start: tuple[float, float], end: tuple[float, float], point: tuple[float, float]) -> bool:
    return (end[0] - start[0]) * (point[1] - start[1]) > (end[1] - start[1]) * (point[0] - start[0])


def _possible(subject: Subject, taken: list[Box]) -> Iterator[Label]:
    """Every place where the label could stand, best first: in its area, beside it, shorter, and at last far away."""
    near, middling, far = DISTANCES[:NEAR], DISTANCES[NEAR:FAR], DISTANCES[FAR:]
    yield from _inside(subject, subject.names, taken)
    yield from _outside(subject, subject.names, near, taken)
    yield from _outside(subject, subject.names, middling, taken)
    yield from _inside(subject, subject.shorts, taken)
    yield from _outside(subject, subject.shorts, near, taken)
    yield from _outside(subject, subject.names, far, taken)


def _inside(subject: Subject, variants: tuple[tuple[str, ...], ...], taken: list[Box]) -> Iterator[Label]:
    for lines in variants if subject.shape is not None else ():
        point = _point_inside(subject, subject.room.size(lines))
        if point is not None and _is_free(_box(point, subject.room.size(lines), subject.room.pixel), taken):
            yield Label(area=subject.area, lines=lines, x=point[0], y=point[1], is_inside=True)


def _outside(
    subject: Subject, variants: tuple[tuple[str, ...], ...], distances: tuple[int, ...], taken: list[Box]
) -> Iterator[Label]:
    room = subject.room
    for lines, distance, angle in product(variants, distances, DIRECTIONS):
        point = _beside(subject, room.size(lines), distance, angle)
        box = _box(point, room.size(lines), room.pixel)
        is_free = _is_within(box, room.box) and _is_free(box, taken) and _is_clear(subject, box)
        if is_free and not room.covers_an_area(box):
            leader = _leader(subject, box) if distance >= LEADER_FROM else None
            yield Label(area=subject.area, lines=lines, x=point[0], y=point[1], is_inside=False, leader=leader)


def _point_inside(subject: Subject, size: tuple[float, float]) -> tuple[float, float] | None:
    """The middle of the text where it fits into the area, near its label point."""
    if subject.shape is None:
        return None
    width, height = (side * subject.room.pixel / subject.room.scale for side in size)
    x, y = subject.shape.label
    for shift in (0, 0.25, -0.25, 0.5, -0.5):
        middle = y + shift * height
        pieces = [subject.shape.chord(middle + part * height + 0.25) for part in (-0.4, -0.2, 0, 0.2, 0.4)]
        held = [piece for piece in pieces if piece is not None]
        if len(held) < len(pieces):
            continue
        left, right = max(piece[0] for piece in held), min(piece[1] for piece in held)
        if right - left >= width:
            return subject.room.drawn(min(max(x, left + width / 2), right - width / 2), middle)
    return None


def _beside(subject: Subject, size: tuple[float, float], distance: float, angle: float) -> tuple[float, float]:
    away, pixel = subject.radius + distance, subject.room.pixel
    return (
        subject.anchor[0] + cos(angle) * (away + size[0] / 2) * pixel,
        subject.anchor[1] + sin(angle) * (away + size[1] / 2) * pixel,
    )


def _leader(subject: Subject, box: Box) -> Leader:
    """From the edge of what is drawn to the nearest point of the text."""
    x, y = subject.anchor
    end = min(max(x, box.left), box.right), min(max(y, box.bottom), box.top)
    length = ((end[0] - x) ** 2 + (end[1] - y) ** 2) ** 0.5 or 1.0
    start = subject.radius * subject.room.pixel / length
    return (x + (end[0] - x) * start, y + (end[1] - y) * start), end


def _box(middle: tuple[float, float], size: tuple[float, float], pixel: float) -> Box:
    (x, y), width, height = middle, size[0] * pixel / 2, size[1] * pixel / 2
    return Box(left=x - width, bottom=y - height, right=x + width, top=y + height)


def _is_clear(subject: Subject, box: Box) -> bool:
    """Whether a text keeps off what is drawn around its own anchor."""
    (x, y), away = subject.anchor, (subject.radius + 1) * subject.room.pixel
    across, along = min(max(x, box.left), box.right) - x, min(max(y, box.bottom), box.top) - y
    return not subject.radius or (across**2 + along**2) ** 0.5 >= away


def _is_within(box: Box, room: Box) -> bool:
    return room.holds(box.left, box.bottom) and room.holds(box.right, box.top)


def _is_free(box: Box, taken: list[Box]) -> bool:
    return not any(box.meets(other) for other in taken)
