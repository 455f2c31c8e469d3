"""Tilted maps: columns over quiet areas, drawn by deck.gl without a basemap, so that nothing is fetched."""

import json
from dataclasses import dataclass
from functools import cached_property
from math import cos, log2, radians

import pydeck as pdk

from components.layout.looks import Look
from components.layout.map_scene import column_look
from components.layout.status_code import with_status
from components.palette import Palette
from loaders.boundary import Box, box_around, layer_named
from loaders.exhibit import Exhibit, Figure, Mark
from loaders.outline import Outline, outlines

#: The placeholder stands for a text of the feature itself; data never become part of a template.
TOOLTIP = {"text": "{label}"}
NEIGHBOURS = {"europe_regions": "europe_countries"}
PITCH = {"idf_departements": 45.0, "fr_departements": 45.0, "fr_regions": 40.0}
EUROPEAN_PITCH = 35.0
#: The picture for which the camera is placed: narrow enough for a phone, wide enough for a page.
WIDTH, HEIGHT = 400, 420
#: The tallest column and the radius of all, as shares of what is in view.
TALLEST, RADIUS = 0.3, 0.017
TILE_PIXELS = 512
#: Where the boundary files of Europe end, in degrees.
EAST_END, SOUTH_END = 44.9, 34.1
METRES_PER_DEGREE = 111_320
#: How much of a column is seen, by the name of its layer: deck.gl knows neither hollow columns nor broken edges, so
#: that an estimate is seen through, and of a forecast hardly more than the edges.
OPACITIES = {"columns": 255, "estimates": 110, "forecasts": 30}

Colour = list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the map: where it stands, what it says, how high it is (in metres), and its dress."""

    outline: Outline
    label: str
    height: float
    look: Look

    @property
    def layer(self) -> str:
        """The name of the layer that shows its status."""
        return "forecasts" if self.look.dashed else "estimates" if self.look.width else "columns"


class CompactDeck(pdk.Deck):  # type: ignore[misc] # pydeck has no types
    """A deck that is sent without indentation, which takes four fifths of pydeck's own text of boundaries.

    It is written once: a deck is not changed after it was made.
    """

    @cached_property
    def text(self) -> str:
        """The deck as deck.gl reads it."""
        return json.dumps(json.loads(super().to_json()), ensure_ascii=False, separators=(",", ":"))

    def to_json(self) -> str:
        """The deck as deck.gl reads it."""
        return self.text


def column_deck(exhibit: Exhibit, palette: Palette) -> CompactDeck:
    """A column on each area of the exhibit, as high as its value; a gap has no column and only an outline.

    Raises:
        ValueError: the exhibit is not a map.
    """
    if exhibit.layer is None:
        message = f"exhibit {exhibit.dataset}/{exhibit.view} names no layer: a map needs one"
        raise ValueError(message)
    shapes = {outline.area: outline for outline in outlines(exhibit.layer)}
    marks = {mark.category.code: mark for mark in reversed(exhibit.marks) if mark.category.code in shapes}
    view = _view([shapes[area].box for area in marks] or [outline.box for outline in shapes.values()])
    columns = _columns(exhibit, marks, shapes, view, palette)
    ground = outlines(NEIGHBOURS.get(exhibit.layer, exhibit.layer))
    quiet = [one for one in ground if one.area not in marks and one.box.meets(view) and not _is_cut_off(one)]
    layers = [
        _ground(quiet, palette),
        _areas(marks, shapes, palette),
        *(_column_layer(name, [one for one in columns if one.layer == name], view, palette) for name in OPACITIES),
    ]
    # Without `map_style` and with no provider deck.gl draws no basemap; any other pair makes the browser ask for one.
    return CompactDeck(
        layers=layers,
        views=[pdk.View(type="MapView", controller=True)],
        initial_view_state=_camera(view, PITCH.get(exhibit.layer, EUROPEAN_PITCH)),
        map_provider=None,
        tooltip={
            **TOOLTIP,
            "style": {"backgroundColor": palette.ink, "color": palette.paper, "whiteSpace": "pre-line"},
        },
    )


def _view(boxes: list[Box]) -> Box:
    around = box_around([corner for box in boxes for corner in box.corners])
    return around.grown(0.06 * max(around.width, around.height))


def _is_cut_off(outline: Outline) -> bool:
    """Whether the file ends inside of an area: the camera can be turned until the straight cut is seen."""
    return outline.box.right >= EAST_END or outline.box.bottom <= SOUTH_END


def _columns(
    exhibit: Exhibit, marks: dict[str, Mark], shapes: dict[str, Outline], view: Box, palette: Palette
) -> list[Column]:
    """The columns of the areas that have a value, the highest `TALLEST` of the width of the view."""
    figures = {area: mark.figures[0] for area, mark in marks.items() if mark.figures}
    values = {area: abs(figure.value) for area, figure in figures.items() if figure and figure.value is not None}
    top = max(values.values(), default=0.0) or 1.0
    layer = layer_named(exhibit.layer or "")
    return [
        Column(
            outline=shapes[area],
            label=_label(marks[area], figures[area]),
            height=round(value / top * TALLEST * _metres_across(view)),
            look=column_look(marks[area], layer, palette),
        )
        for area, value in values.items()
    ]


def _label(mark: Mark, figure: Figure | None) -> str:
    """The words of the tooltip: the area, the figure in a sentence with its status, and what must be known of it."""
    if figure is None:
        return mark.category.label
    lines = (
        mark.category.label,
        with_status(figure, figure.spoken, has_look=False),
        figure.derived_from,
        figure.reference.note,
    )
    return "\n".join(line for line in lines if line)


def _ground(shapes: list[Outline], palette: Palette) -> pdk.Layer:
    """The neighbours: without words and without an answer to the pointer."""
    return pdk.Layer(
        "GeoJsonLayer",
        id="neighbours",
        data=_features([(shape, {}) for shape in shapes]),
        filled=True,
        stroked=True,
        get_fill_color=_rgb(palette.tint(palette.rule, 0.35)),
        get_line_color=_rgb(palette.paper),
        line_width_min_pixels=1,
        pickable=False,
    )


def _areas(marks: dict[str, Mark], shapes: dict[str, Outline], palette: Palette) -> pdk.Layer:
    """The areas of the exhibit: filled where there is a value, only outlined where it is missing."""
    known, gap, rows = _rgb(palette.tint(palette.rule, 0.8)), _rgb(palette.paper), []
    for area, mark in marks.items():
        figure = mark.figures[0] if mark.figures else None
        is_gap = figure is None or figure.value is None
        line = _rgb(palette.gap if is_gap else palette.muted)
        words: dict[str, object] = {"label": _label(mark, figure), "area": area}
        rows.append((shapes[area], {**words, "fill": gap if is_gap else known, "line": line}))
    return pdk.Layer(
        "GeoJsonLayer",
        id="areas",
        data=_features(rows),
        filled=True,
        stroked=True,
        get_fill_color="properties.fill",
        get_line_color="properties.line",
        line_width_min_pixels=1,
        pickable=True,
    )


def _column_layer(name: str, columns: list[Column], view: Box, palette: Palette) -> pdk.Layer:
    """Columns of one kind; estimates and forecasts are seen through and show their edges."""
    return pdk.Layer(
        "ColumnLayer",
        id=name,
        data=[
            {
                "position": list(column.outline.point),
                "height": column.height,
                "label": column.label,
                "area": column.outline.area,
                "colour": [*_rgb(column.look.line), OPACITIES[name]],
            }
            for column in columns
        ],
        get_position="position",
        get_elevation="height",
        get_fill_color="colour",
        get_line_color=_rgb(palette.ink),
        radius=round(RADIUS * _metres_across(view)),
        disk_resolution=24,
        extruded=True,
        wireframe=name != "columns",
        pickable=True,
        auto_highlight=False,
    )


def _features(rows: list[tuple[Outline, dict[str, object]]]) -> dict[str, object]:
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": properties,
                "geometry": {"type": "MultiPolygon", "coordinates": outline.polygons},
            }
            for outline, properties in rows
        ],
    }


def _metres_across(view: Box) -> float:
    return view.width * METRES_PER_DEGREE * cos(radians(view.centre[1]))


def _camera(view: Box, pitch: float) -> pdk.ViewState:
    """The camera that has the whole view in sight; a tilted view needs less height and a little more distance."""
    lon, lat = view.centre
    wide = view.width
    high = view.height / cos(radians(lat)) * cos(radians(pitch))
    zoom = min(log2(WIDTH * 360 / (TILE_PIXELS * wide)), log2(HEIGHT * 360 / (TILE_PIXELS * high)))
    return pdk.ViewState(longitude=round(lon, 4), latitude=round(lat, 4), zoom=round(zoom - 0.15, 2), pitch=pitch)


def _rgb(colour: str) -> Colour:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
