"""What a mark wears, whoever draws it: its colour, and how its status shows. The exhibit and the layout say what."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from components.layout.bands import strength
from components.layout.bubble import bubble_look
from components.layout.ends import ends_of
from components.layout.line import lines_of
from components.layout.looks import Look, look
from components.layout.map_scene import MapScene, column_look, map_scene
from components.layout.series import series_colours
from components.layout.signs import kind_of, share_of
from components.palette import Palette
from loaders.exhibit import Exhibit, Figure, Mark
from loaders.measure import MeasureKind
from loaders.view import ViewKind


class Wear(StrEnum):
    """How the status of a figure shows on its mark."""

    PLAIN = "a full surface"
    HOLLOW = "a pale surface with an outline"
    DASHED = "a pale surface with a broken outline, or a core"
    HATCHED = "lines across the surface"
    CROSSED = "a cross: its size is not known"
    DASHED_EDGE = "a shade with a dashed edge"
    DOTTED_EDGE = "a shade with a dotted edge"
    SOLID_LINE = "a line between two points"
    DASHED_LINE = "a line to a forecast"
    DOTTED_LINE = "a line over a period without a value"
    ODD = "none of these"


@dataclass(frozen=True, slots=True)
class Worn:
    """A mark as it is seen: codes of category and series, its value where its place or length tells it, its dress.

    The colour is that of the surface, or of the outline where the surface is pale, or of the hatching.
    """

    category: str
    series: str
    value: float | None
    colour: str
    wear: Wear


#: The stretches of a trend by the name of their dash.
LINES = {"solid": Wear.SOLID_LINE, "dash": Wear.DASHED_LINE, "dot": Wear.DOTTED_LINE}
#: Everything that is seen; two marks may look the same.
Wardrobe = Counter[Worn]
#: Kinds whose marks tell their value by their length or their place; on the others it is written.
MEASURED = frozenset(
    {
        ViewKind.RANKING,
        ViewKind.GROUPED_BARS,
        ViewKind.STACKED_BARS,
        ViewKind.DUMBBELL,
        ViewKind.TREND,
        ViewKind.SCATTER,
    }
)


def worn(mark: Mark, value: float | None, colour: str, wear: Wear) -> Worn:
    """What is seen of a mark; the value only where the kind of picture shows it."""
    shown = None if value is None or wear is Wear.HATCHED else round(value, 6)
    return Worn(mark.category.code, mark.series.code if mark.series else "", shown, colour, wear)


def wear_of(dress: Look) -> tuple[str, Wear]:
    """The colour and the wear of a dress of the layout."""
    if dress.hatched:
        return dress.line, Wear.HATCHED
    if dress.symbol == "circle-x":
        return dress.line, Wear.CROSSED
    if not dress.width:
        return dress.fill, Wear.PLAIN
    return dress.line, Wear.DASHED if dress.dashed else Wear.HOLLOW


def expected(exhibit: Exhibit, palette: Palette) -> Wardrobe:
    """What the marks of an exhibit have to wear in the colours of a palette."""
    return Counter(DRESSES[exhibit.kind](exhibit, palette))


def _each(dress: Callable[[Exhibit, Mark, Palette], Look]) -> Callable[[Exhibit, Palette], Iterator[Worn]]:
    """The rule of kinds that draw one figure of each mark."""

    def all_of(exhibit: Exhibit, palette: Palette) -> Iterator[Worn]:
        for mark in exhibit.marks:
            value = mark.figure.value if exhibit.kind in MEASURED else None
            yield worn(mark, value, *wear_of(dress(exhibit, mark, palette)))

    return all_of


def _ranked(exhibit: Exhibit, mark: Mark, palette: Palette) -> Look:
    if exhibit.measures[0].kind is MeasureKind.RANK:
        return look(mark.figure, palette.stroke(mark.role), palette)
    return look(mark.figure, palette.role(mark.role), palette, outline=palette.stroke(mark.role))


def _grouped(exhibit: Exhibit, mark: Mark, palette: Palette) -> Look:
    code = (mark.series or mark.category).code
    outline = series_colours(exhibit, palette, thin=True)[code]
    return look(mark.figure, series_colours(exhibit, palette)[code], palette, outline=outline)


def _stacked(exhibit: Exhibit, mark: Mark, palette: Palette) -> Look:
    colours = series_colours(exhibit, palette)
    return look(mark.figure, colours[mark.series.code] if mark.series else palette.role(mark.role), palette)


def _banded(exhibit: Exhibit, mark: Mark, palette: Palette) -> Look:
    values = [one.figure.value for one in exhibit.marks if one.figure.value is not None]
    value = mark.figure.value
    colour = palette.ramp(0 if value is None else strength(value, values, exhibit.measures[0]))
    return look(mark.figure, colour, palette, outline=palette.accent)


def _bubbled(exhibit: Exhibit, palette: Palette) -> Iterator[Worn]:
    """A bubble for each mark that has a place, and below the plot a note for each figure without a value."""
    for mark in exhibit.marks:
        for figure in filter(None, mark.figures):
            if figure.value is None:
                yield worn(mark, None, palette.gap, Wear.HATCHED)
        x, y, *size = mark.figures
        if x and y and x.value is not None and y.value is not None:
            has_size = all(one and one.value is not None for one in size)
            yield worn(mark, x.value, *wear_of(bubble_look(mark, palette, has_size=has_size)))


def _paired(exhibit: Exhibit, palette: Palette) -> Iterator[Worn]:
    for category in exhibit.categories:
        for end in ends_of(exhibit, category):
            dress = look(end.figure, palette.nth(end.index), palette)
            yield worn(end.mark, end.figure.value, *wear_of(dress))


def _lined(exhibit: Exhibit, palette: Palette) -> Iterator[Worn]:
    for line in lines_of(exhibit, palette):
        for point in line.points:
            dress = look(point.figure, line.colour, palette)
            yield worn(point.mark, point.figure.value, *wear_of(dress))
        for _, _, dash in line.stretches():
            yield stretch(line.colour, LINES[dash])


def stretch(colour: str, wear: Wear) -> Worn:
    """A part of a line, which belongs to no mark alone."""
    return Worn("", "", None, colour, wear)


def _signed(exhibit: Exhibit, palette: Palette) -> Iterator[Worn]:
    """An arrow for each sign, with its direction as its value, and a strip for each percentage."""
    for mark in exhibit.marks:
        share = share_of(exhibit, mark)
        if share:
            yield worn(mark, None, *wear_of(look(share, palette.stroke(mark.role), palette)))
        for figure in filter(None, mark.figures):
            if kind_of(exhibit, figure) is MeasureKind.SIGN and figure.value is not None:
                colour = palette.accent if figure.value > 0 else palette.nth(1)
                yield worn(mark, (figure.value > 0) - (figure.value < 0), colour, Wear.PLAIN)


def _shaded(exhibit: Exhibit, palette: Palette) -> Iterator[Worn]:
    scene = map_scene(exhibit, palette, has_shades=True)
    edges = {"E": Wear.DASHED_EDGE, "F": Wear.DOTTED_EDGE}
    for mark, figure in _on_map(scene):
        fill = next(scene.fill(area) for area in scene.areas if area.mark is mark)
        dress = (palette.gap, Wear.HATCHED) if figure.value is None else (fill, edges.get(figure.status, Wear.PLAIN))
        yield worn(mark, None, *dress)


def _circled(exhibit: Exhibit, palette: Palette) -> Iterator[Worn]:
    scene = map_scene(exhibit, palette, has_shades=False)
    for mark, figure in _on_map(scene):
        role = next(scene.role(area) for area in scene.areas if area.mark is mark)
        dress = look(figure, palette.role(role), palette, outline=palette.stroke(role))
        yield worn(mark, None, *wear_of(dress))


def _raised(exhibit: Exhibit, palette: Palette) -> Iterator[Worn]:
    scene = map_scene(exhibit, palette, has_shades=False)
    for mark, _ in _on_map(scene):
        yield worn(mark, None, *wear_of(column_look(mark, scene.layer, palette)))


def _on_map(scene: MapScene) -> Iterator[tuple[Mark, Figure]]:
    for area in scene.areas:
        if area.figure:
            yield area.mark, area.figure


def _listed(exhibit: Exhibit, palette: Palette) -> Iterator[Worn]:
    """Tables say values and statuses in words; on paper what is no normal value has a square as well."""
    for mark in exhibit.marks:
        if mark.figure.value is None or mark.figure.status in {"E", "F"}:
            yield worn(mark, None, *wear_of(look(mark.figure, palette.muted, palette)))


#: What each kind has to draw.
DRESSES: dict[ViewKind, Callable[[Exhibit, Palette], Iterator[Worn]]] = {
    ViewKind.RANKING: _each(_ranked),
    ViewKind.GROUPED_BARS: _each(_grouped),
    ViewKind.STACKED_BARS: _each(_stacked),
    ViewKind.DUMBBELL: _paired,
    ViewKind.TREND: _lined,
    ViewKind.SCATTER: _bubbled,
    ViewKind.HEAT_TABLE: _each(_banded),
    ViewKind.SIGN_MATRIX: _signed,
    ViewKind.CHOROPLETH: _shaded,
    ViewKind.SYMBOL_MAP: _circled,
    ViewKind.COLUMN_MAP: _raised,
    ViewKind.TABLE: _listed,
    # A key figure is a text, on paper in the colour of what it stands for.
    ViewKind.METRIC: lambda *_: iter(()),
}
