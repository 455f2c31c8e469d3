"""The scene of a map: all that its drawing needs, resolved once from the exhibit, and the colour of each area."""

from dataclasses import dataclass

from components.layout.looks import Look, look
from components.layout.map_classes import ValueScale, value_scale
from components.layout.map_frame import NARROWEST, DrawnArea, MapFrame, drawn_areas, has_inset, key_pixels, map_frame
from components.layout.map_key import PlacedEntry, key_entries, laid_out, row_count
from components.palette import Palette
from loaders.boundary import Layer, layer_named
from loaders.exhibit import Exhibit, Mark, Role

#: Layers on which areas are only the ground for quiet neighbours of the same plane.
NEIGHBOURS = {"europe_regions": "europe_countries"}
PALE = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class MapScene:
    """A map that is ready to be drawn; `scale` is None where symbols and not shades carry the values."""

    exhibit: Exhibit
    palette: Palette
    layer: Layer
    neighbours: Layer
    areas: tuple[DrawnArea, ...]
    frame: MapFrame
    key: tuple[PlacedEntry, ...]
    scale: ValueScale | None

    @property
    def has_accent(self) -> bool:
        """Whether Île-de-France is one area among others, so that the shades of the others are grey."""
        return any(area.mark.role is Role.ACCENT for area in self.areas) and not has_inset(self.layer)

    @property
    def ground(self) -> str:
        """The fill of areas that carry no value of their own."""
        return self.palette.tint(self.palette.rule, PALE)

    def is_hatched(self, area: DrawnArea) -> bool:
        """Whether the area itself shows that its value is missing; otherwise its symbol does."""
        return self.scale is not None and area.is_gap

    def fill(self, area: DrawnArea) -> str:
        """The colour of an area with a value: its shade, or the ground below a symbol."""
        if self.scale is None:
            return self.palette.tint(self.palette.rule, 2 * PALE)
        if area.figure is None or area.figure.value is None:
            return self.palette.paper
        is_accent = not self.has_accent or area.mark.role is Role.ACCENT
        return self.shade(self.scale.darkness(area.figure.value), is_accent=is_accent)

    def shade(self, darkness: float, *, is_accent: bool) -> str:
        """A shade of the accent, or of the grey that leaves the accent to Île-de-France.

        Both start darker than the ground of the neighbours, so that the lightest is still seen to be an area.
        """
        if is_accent:
            return self.palette.shade(self.palette.accent, 0.24 + 0.76 * darkness)
        return self.palette.shade(self.palette.national, 0.3 + 0.5 * darkness)

    @property
    def top_axes(self) -> dict[str, str]:
        """The axes of what lies above everything, the inset included."""
        return {"xaxis": "x3", "yaxis": "y3"} if self.frame.inset else {"xaxis": "x", "yaxis": "y"}

    def role(self, area: DrawnArea) -> Role:
        """The role of an area; on the map of Île-de-France all departements stand for it."""
        return area_role(area.mark, self.layer)


def area_role(mark: Mark, layer: Layer) -> Role:
    """The role of the area of a mark; on the map of Île-de-France all departements stand for it."""
    return Role.ACCENT if has_inset(layer) else mark.role


def column_look(mark: Mark, layer: Layer, palette: Palette) -> Look:
    """The dress of a column on the area of a mark; columns are slim, so that they need more contrast than areas."""
    return look(mark.figure, palette.stroke(area_role(mark, layer)), palette)


def map_scene(exhibit: Exhibit, palette: Palette, *, has_shades: bool, across: float = NARROWEST) -> MapScene:
    """The scene of an exhibit; where it is drawn `across` pixels wide, its texts find room.

    Raises:
        ValueError: the exhibit is not a map.
    """
    if exhibit.layer is None:
        message = f"exhibit {exhibit.dataset}/{exhibit.view} names no layer: a map needs one"
        raise ValueError(message)
    layer = layer_named(exhibit.layer)
    areas = drawn_areas(exhibit, layer)
    figures = tuple(area.figure for area in areas if area.figure is not None)
    scale = value_scale(figures, exhibit.measures[0].kind) if has_shades else None
    entries = key_entries(exhibit, areas, scale.classes(figures) if scale else ())
    key = laid_out(entries, key_pixels(layer, across))
    neighbours = layer_named(NEIGHBOURS.get(layer.name, layer.name))
    return MapScene(
        exhibit=exhibit,
        palette=palette,
        layer=layer,
        neighbours=neighbours,
        areas=areas,
        frame=map_frame(layer, neighbours, areas, row_count(key), across),
        key=key,
        scale=scale,
    )
