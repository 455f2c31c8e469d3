"""What a map shows of its layer: which areas belong to marks, what is in view, and the inset of the petite couronne."""

from dataclasses import dataclass

from loaders.boundary import AreaShape, Box, Layer, Point, box_around
from loaders.exhibit import Exhibit, Figure, Mark

#: The narrowest picture, in pixels, at which labels and keys must still stand clear of each other: a phone.
NARROWEST = 340
#: Paris and the three departements around it, too small to be read at regional scale.
PETITE_COURONNE = frozenset({"FR101", "FR105", "FR106", "FR107"})
#: The inset and the space beside it, as shares of the width of the map.
INSET_SHARE, INSET_GAP = 0.62, 0.035
#: The height of one row of the key, in pixels at the narrowest.
ROW_PIXELS = 17
FLATTEST, STEEPEST = 0.78, 1.15


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnArea:
    """An area with its mark and the figure that it shows; the figure is None where the study has no such row."""

    shape: AreaShape
    mark: Mark
    figure: Figure | None

    @property
    def is_gap(self) -> bool:
        """Whether the value is missing."""
        return self.figure is None or self.figure.value is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inset:
    """An enlarged part of the map: what it shows (`source`) and where that stands on the canvas (`target`).

    `marked` is the part of the source that holds the areas; the rest of it is room for labels.
    """

    areas: frozenset[str]
    marked: Box
    source: Box
    target: Box

    @property
    def scale(self) -> float:
        """How many times larger than the map it is."""
        return self.target.width / self.source.width

    def moved(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the map stands in the inset."""
        return (
            self.target.left + (x - self.source.left) * self.scale,
            self.target.bottom + (y - self.source.bottom) * self.scale,
        )

    def axes_window(self, canvas: Box) -> Box:
        """The range of axes over the whole canvas that puts the source where the target is."""
        left = self.source.left - (self.target.left - canvas.left) / self.scale
        bottom = self.source.bottom - (self.target.bottom - canvas.bottom) / self.scale
        width, height = canvas.width / self.scale, canvas.height / self.scale
        return Box(left=left, bottom=bottom, right=left + width, top=bottom + height)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFrame:
    """The composition of a map, in the unit of its layer: the view, the room for the key, the inset, all of it."""

    view: Box
    canvas: Box
    key: Box
    inset: Inset | None
    across: float

    @property
    def pixel(self) -> float:
        """The length of a pixel in the unit of the layer, in a picture that is `across` pixels wide."""
        return self.canvas.width / self.across

    def inset_of(self, area: DrawnArea) -> Inset | None:
        """The inset, where it shows the area."""
        return self.inset if self.inset is not None and area.shape.area in self.inset.areas else None

    def place(self, area: DrawnArea) -> tuple[float, float]:
        """Where the label point of an area stands on the canvas: in the inset if it is shown there."""
        inset = self.inset_of(area)
        return inset.moved(*area.shape.label) if inset else area.shape.label


def drawn_areas(exhibit: Exhibit, layer: Layer) -> tuple[DrawnArea, ...]:
    """The areas of the layer that the exhibit speaks of, in its order."""
    found: dict[str, DrawnArea] = {}
    for mark in exhibit.marks:
        shape = layer.shape(mark.category.code)
        if shape is not None and shape.area not in found:
            found[shape.area] = DrawnArea(shape=shape, mark=mark, figure=next(iter(mark.figures), None))
    return tuple(found.values())


def has_inset(layer: Layer) -> bool:
    """Whether a part of the layer has to be enlarged."""
    return layer.name == "idf_departements"


def key_pixels(layer: Layer, across: float) -> float:
    """How wide the key may be in a picture that is `across` pixels wide."""
    return across * (1 - INSET_SHARE - INSET_GAP) if has_inset(layer) else across


def map_frame(layer: Layer, ground: Layer, areas: tuple[DrawnArea, ...], key_rows: int, across: float) -> MapFrame:
    """The composition that gives the areas the most room; the key takes `key_rows` lines below or beside the inset.

    `ground` is the layer of the quiet neighbours, which the view does not leave; the picture is `across` pixels wide.
    """
    view = map_view(layer, ground, areas)
    row = view.width / across * ROW_PIXELS
    if has_inset(layer):
        return _with_inset(layer, view, key_rows, across)
    top = view.bottom - 0.5 * row
    key = Box(left=view.left, bottom=top - key_rows * row, right=view.right, top=top)
    canvas = Box(left=view.left, bottom=key.bottom - row, right=view.right, top=view.top)
    return MapFrame(view=view, canvas=canvas, key=key, inset=None, across=across)


def map_view(layer: Layer, ground: Layer, areas: tuple[DrawnArea, ...]) -> Box:
    """The part of the layer that holds the areas of the exhibit, neither very flat nor very steep."""
    whole = not layer.name.startswith("europe")
    shapes = layer.shapes if whole or not areas else tuple(area.shape for area in areas)
    corners = [corner for shape in shapes for corner in shape.box.corners]
    box = box_around(corners)
    box = box.grown(0.02 * box.width) if whole else box.grown(0.09 * max(box.width, box.height))
    (x, y), width, height = box.centre, box.width, box.height
    width, height = max(width, height / STEEPEST), max(height, width * FLATTEST)
    view = Box(left=x - width / 2, bottom=y - height / 2, right=x + width / 2, top=y + height / 2)
    return view if whole else _without_cut_edges(view, ground.box)


def _without_cut_edges(view: Box, ground: Box) -> Box:
    """The view without what lies beyond the ground; on the left that is the open sea, which has no edge."""
    right, top = min(view.right, ground.right), min(view.top, ground.top)
    return Box(left=view.left, bottom=max(view.bottom, ground.bottom), right=right, top=top)


def _with_inset(layer: Layer, view: Box, key_rows: int, across: float) -> MapFrame:
    """The inset stands below the map on the left, as high as the areas above it allow; the key is on its right."""
    row = view.width / across * ROW_PIXELS
    near, source = inset_source(layer, view)
    width, gap = INSET_SHARE * view.width, INSET_GAP * view.width
    height = width * source.height / source.width
    right = view.left + width
    points = [point for shape in layer.shapes for ring in shape.rings for point in ring]
    top = _lowest(points, right + gap) - gap
    target = Box(left=view.left, bottom=top - height, right=right, top=top)
    key_top = min(top, _lowest(points, view.right, right) - gap)
    key = Box(left=right + gap, bottom=key_top - key_rows * row, right=view.right, top=key_top)
    bottom = min(target.bottom, key.bottom) - row
    canvas = Box(left=view.left - 0.002 * view.width, bottom=bottom, right=view.right, top=view.top)
    inset = Inset(areas=PETITE_COURONNE, marked=near, source=source, target=target)
    return MapFrame(view=view, canvas=canvas, key=key, inset=inset, across=across)


def inset_source(layer: Layer, view: Box, beyond: float = 0.0) -> tuple[Box, Box]:
    """The petite couronne on the map, and the part of the map that the inset shows.

    `beyond` is the room for names on its right, in parts of its width.
    """
    shown = [shape for shape in layer.shapes if shape.area in PETITE_COURONNE]
    near = box_around([corner for shape in shown for corner in shape.box.corners]).grown(0.012 * view.width)
    # Room on the left for the name of the Hauts-de-Seine, whose crescent is too narrow to hold it.
    left, right = near.left - 0.34 * near.width, near.right + beyond * near.width
    return near, Box(left=left, bottom=near.bottom, right=right, top=near.top)


def _lowest(points: list[Point], right: float, left: float = float("-inf")) -> float:
    return min(y for x, y in points if left <= x <= right)
