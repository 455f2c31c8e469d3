"""Entries of keys and lists, one after the other on lines or under one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.layout.map_classes import ValueClass
from components.layout.map_scene import MapScene
from components.print.plot import Space
from components.print.scene import Rect, Shape, Stroke, Text, drawn, moved
from components.print.typeface import Face, widest, width, wrapped
from loaders.exhibit import Figure, Mark

_GAP = 1.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One entry: its shapes from (0, 0), and its extent."""

    shapes: tuple[Shape, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A mark to be listed: its name, how its value is written, and what marks its place on the map, if anything."""

    mark: Mark
    figure: Figure | None
    value: str
    name: str
    sign: str = ""


def flowed(cells: Sequence[Cell], room: float, space: Space) -> Cell:
    """Entries one after the other, in as many lines as the room asks for."""
    gap = space.type.body * _GAP
    shapes: list[Shape] = []
    x, y, line, widest_line = 0.0, 0.0, 0.0, 0.0
    for cell in cells:
        if x and x + cell.width > room:
            x, y, line = 0.0, y + line, 0.0
        shapes += [moved(shape, x, y) for shape in cell.shapes]
        x += cell.width + gap
        line = max(line, cell.height)
        widest_line = max(widest_line, x - gap)
    return Cell(shapes=tuple(shapes), width=widest_line, height=y + line)


def key_cells(scene: MapScene, classes: Sequence[ValueClass], space: Space, room: float) -> tuple[Cell, ...]:
    """The unit and the shades that occur, each with the values that wear it."""
    kind, palette = space.type, space.palette
    unit = scene.exhibit.unit or scene.exhibit.measures[0].unit
    cells = [_lines(wrapped(unit, room, kind.small), 0.0, space, palette.muted)] if classes and unit else []
    side = kind.small * 1.15
    for shade in classes:
        swatch = Rect(
            left=0.0,
            top=kind.small_line / 2 - side / 2,
            right=side * 1.4,
            bottom=kind.small_line / 2 + side / 2,
            fill=scene.shade(shade.darkness, is_accent=not scene.has_accent),
            stroke=Stroke(colour=palette.muted, width=0.35),
        )
        before = side * 1.4 + kind.small * 0.5
        text = _lines(wrapped(shade.text, room - before, kind.small), before, space, palette.ink)
        cells.append(Cell(shapes=(swatch, *text.shapes), width=text.width, height=text.height + kind.small * 0.2))
    return tuple(cells)


def heading(text: str, space: Space, room: float) -> Cell:
    """What is said before a list."""
    size, line = space.type.body, space.type.line
    lines = wrapped(text, room, size)
    shapes = [
        Text(x=0, y=number * line + size, text=one, size=size, colour=space.palette.muted)
        for number, one in enumerate(lines)
    ]
    return Cell(shapes=tuple(shapes), width=widest(lines, size), height=len(lines) * line)


def listed_cell(listed: Listed, space: Space, room: float) -> Cell:
    """A mark in words: the sign that stands on the map, its name, its value."""
    size, line = space.type.body, space.type.line
    before = width(f"{listed.sign} ", size, Face.BOLD) if listed.sign else 0.0
    lines = wrapped(listed.name, room - before, size)
    after = before + width(f"{lines[-1]} ", size)
    value = width(listed.value, size, Face.BOLD)
    if after + value > room:
        lines, after = (*lines, ""), before
    shapes = tuple(_listed(listed, lines, (before, after), space))
    return Cell(shapes=shapes, width=max(before + widest(lines, size), after + value), height=len(lines) * line)


def _listed(listed: Listed, lines: tuple[str, ...], starts: tuple[float, float], space: Space) -> Iterator[Text]:
    size, line, palette = space.type.body, space.type.line, space.palette
    before, after = starts
    if listed.sign:
        yield Text(x=0, y=size, text=listed.sign, size=size, colour=palette.muted, face=Face.BOLD)
    for number, text in enumerate(lines):
        if text:
            yield Text(x=before, y=size + number * line, text=text, size=size, colour=palette.ink)
    if listed.figure is not None:
        yield Text(
            x=after,
            y=size + (len(lines) - 1) * line,
            text=listed.value,
            size=size,
            colour=palette.muted if listed.figure.value is None else palette.ink,
            face=Face.REGULAR if listed.figure.value is None else Face.BOLD,
            stands_for=drawn(listed.mark, listed.figure),
        )


def _lines(lines: tuple[str, ...], left: float, space: Space, colour: str) -> Cell:
    size, line = space.type.small, space.type.small_line
    shapes = [
        Text(x=left, y=number * line + line / 2 + size * 0.35, text=text, size=size, colour=colour)
        for number, text in enumerate(lines)
    ]
    return Cell(shapes=tuple(shapes), width=left + widest(lines, size), height=len(lines) * line)
