"""The legend of statuses and qualifiers: a small picture of each look, and what it means, one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.layout.looks import ESTIMATED, FORECAST, Look
from components.palette import Palette
from components.print.boxes import Edges, box, dot, ring
from components.print.maps.edges import EDGE_WIDTH, EDGES
from components.print.scene import Rect, Shape, Stroke, Text
from components.print.sheet import Type
from components.print.typeface import width, wrapped
from loaders.exhibit import Exhibit, Item
from loaders.observation import QUALIFIERS
from loaders.view import ViewKind

_TINT = 0.14
#: Kinds whose values are dots.
_DOTS = frozenset({ViewKind.DUMBBELL, ViewKind.TREND, ViewKind.SCATTER, ViewKind.SYMBOL_MAP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """Shapes from (0, 0), and how high they are."""

    shapes: tuple[Shape, ...]
    height: float


def legend(exhibit: Exhibit, signs: Sequence[Item], room: float, kind: Type, palette: Palette) -> Legend:
    """The meanings of `signs`, those that the picture shows, in as many lines as the room asks for."""
    gaps = {figure.status for mark in exhibit.marks for figure in mark.figures if figure and figure.value is None}
    shapes: list[Shape] = []
    x, y = 0.0, kind.small
    for item in signs:
        look = None if exhibit.kind is ViewKind.METRIC else _look(item, gaps, palette)
        before = kind.small * (1.6 if look else 0)
        text = item.label if look or exhibit.kind is ViewKind.METRIC else _explained(exhibit, item)
        lines = wrapped(text, room - before, kind.small)
        extent = before + max(width(line, kind.small) for line in lines)
        if x and x + extent > room:
            x, y = 0.0, y + kind.small_line
        if look:
            edges = Edges(left=x, top=y - kind.small * 0.75, right=x + kind.small * 1.2, bottom=y + kind.small * 0.1)
            shapes += _picture(exhibit, item, edges, look, palette)
        for number, line in enumerate(lines):
            place = y + number * kind.small_line
            shapes.append(Text(x=x + before, y=place, text=line, size=kind.small, colour=palette.muted))
        y += (len(lines) - 1) * kind.small_line
        x += extent + kind.small * 1.5
    return Legend(shapes=tuple(shapes), height=y + kind.small * 0.3 if signs else 0.0)


def _picture(exhibit: Exhibit, item: Item, edges: Edges, look: Look, palette: Palette) -> Iterator[Shape]:
    """What wears the look in this kind of picture: a box, a dot, or an area with its edge."""
    if exhibit.kind is ViewKind.CHOROPLETH and item.code in EDGES:
        yield _edged(edges, item.code, palette)
    elif exhibit.kind in _DOTS and not look.hatched:
        centre, radius = (
            ((edges.left + edges.right) / 2, (edges.top + edges.bottom) / 2),
            (edges.bottom - edges.top) / 2,
        )
        if exhibit.kind is ViewKind.SYMBOL_MAP:
            yield ring(centre, radius, look)
        else:
            yield from dot(centre, radius, look)
    else:
        yield from box(edges, look)


def _look(item: Item, gaps: set[str], palette: Palette) -> Look | None:
    """The look that the item explains, None for a sign that is written."""
    if item.code in QUALIFIERS:
        return None
    if item.code in gaps:
        return Look(fill=palette.paper, line=palette.gap, width=1, hatched=True)
    line = palette.muted
    if item.code == ESTIMATED:
        return Look(fill=palette.tint(line, _TINT), line=line, width=1.5)
    if item.code == FORECAST:
        return Look(fill=palette.tint(line, _TINT), line=line, width=1.5, dashed=True)
    return None


def _edged(edges: Edges, status: str, palette: Palette) -> Rect:
    """An area whose edge tells its status, as maps draw it."""
    stroke = Stroke(colour=palette.ink, width=EDGE_WIDTH, dash=EDGES[status])
    return Rect(
        left=edges.left,
        top=edges.top,
        right=edges.right,
        bottom=edges.bottom,
        fill=palette.tint(palette.muted, _TINT),
        stroke=stroke,
    )


def _explained(exhibit: Exhibit, item: Item) -> str:
    between = "\N{NO-BREAK SPACE}: " if exhibit.language == "fr" else ": "
    return f"{item.code}{between}{item.label}"
