"""Maps: what is hatched, enlarged, labelled and said, on the flat and on the tilted ones."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import plotly.graph_objects as go
import pytest

from components.charts.area_map import choropleth_figure, symbol_map_figure
from components.decks import column_deck
from components.layout.map_classes import value_scale
from components.layout.map_labels import text_size
from components.layout.map_naming import map_labels
from components.layout.map_scene import map_scene
from components.palette import Theme, palette
from loaders.boundary import Box
from loaders.exhibit import Exhibit, Item
from loaders.measure import MeasureKind
from loaders.view import ViewKind
from tests import sample_maps
from tests.sample_exhibits import AMOUNT, RANK, printed

LIGHT = palette("light")
EXHIBITS = {
    "departements": sample_maps.departements(),
    "estimates": sample_maps.estimated_departements(),
    "countries": sample_maps.countries(),
    "regions": sample_maps.regions(),
    "many regions": sample_maps.fdi_regions(),
    "French regions": sample_maps.french_regions(),
}
GAPS = ["FR102", "FR103", "FR106", "FR108"]
every_exhibit = pytest.mark.parametrize("exhibit", EXHIBITS.values(), ids=EXHIBITS)


def traces(figure: go.Figure, name: str) -> list[dict[str, object]]:
    """The traces of a figure with this name, as plain values."""
    return [trace for trace in figure.to_plotly_json()["data"] if trace.get("name") == name]


def texts(value: object) -> Iterator[str]:
    """Every text in a nested value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from (key, *texts(inner))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


@pytest.mark.parametrize("area", GAPS)
def test_a_gap_is_hatched(area: str) -> None:
    drawn = traces(choropleth_figure(sample_maps.departements(), LIGHT), area)

    assert drawn
    assert all(trace["fillpattern"]["shape"] == "/" for trace in drawn)  # type: ignore[index]


def test_a_printed_value_is_not_hatched() -> None:
    drawn = traces(choropleth_figure(sample_maps.departements(), LIGHT), "FR105")

    assert [trace.get("fillpattern") for trace in drawn] == [None, None]


def test_the_inset_holds_paris_and_its_neighbours() -> None:
    figure = choropleth_figure(sample_maps.departements(), LIGHT).to_plotly_json()

    enlarged = [trace["name"] for trace in figure["data"] if trace.get("xaxis") == "x2"]
    assert sorted(enlarged) == ["FR101", "FR105", "FR106", "FR107"]
    assert figure["layout"]["xaxis2"]["scaleanchor"] == "y2"


def test_only_the_map_of_departements_has_an_inset() -> None:
    figure = choropleth_figure(sample_maps.countries(), LIGHT).to_plotly_json()

    assert "xaxis2" not in figure["layout"]


@every_exhibit
@pytest.mark.parametrize("has_shades", [True, False], ids=["shades", "symbols"])
def test_no_label_covers_another_or_leaves_the_picture(exhibit: Exhibit, *, has_shades: bool) -> None:
    scene = map_scene(exhibit, LIGHT, has_shades=has_shades)
    pixel, boxes = scene.frame.pixel, []
    for label in map_labels(scene):
        width, height = (side * pixel / 2 for side in text_size(label.lines))
        boxes.append(Box(left=label.x - width, bottom=label.y - height, right=label.x + width, top=label.y + height))

    assert boxes
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    room = scene.frame.canvas.grown(pixel)
    assert all(room.holds(x, y) for box in boxes for x, y in box.corners)


@every_exhibit
def test_ile_de_france_is_always_labelled(exhibit: Exhibit) -> None:
    drawn = {area.shape.area for area in map_scene(exhibit, LIGHT, has_shades=False).areas}
    labels = {label.area for label in map_labels(map_scene(exhibit, LIGHT, has_shades=False))}

    assert ("FR10" in labels) == ("FR10" in drawn)


@every_exhibit
def test_a_click_on_an_area_reports_its_code(exhibit: Exhibit) -> None:
    (points,) = traces(choropleth_figure(exhibit, LIGHT), "areas")

    assert points["customdata"] == [mark.category.code for mark in exhibit.marks]
    assert points["hoverinfo"] == "text"


@every_exhibit
def test_axes_keep_the_shape_of_the_land(exhibit: Exhibit) -> None:
    layout = choropleth_figure(exhibit, LIGHT).to_plotly_json()["layout"]

    assert layout["xaxis"]["scaleanchor"] == "y"
    assert not layout["xaxis"]["visible"]
    assert not layout["yaxis"]["visible"]


@every_exhibit
def test_a_figure_with_its_boundaries_stays_light(exhibit: Exhibit) -> None:
    assert len(choropleth_figure(exhibit, LIGHT).to_json()) < 125_000


@every_exhibit
def test_the_owner_of_the_boundaries_is_named(exhibit: Exhibit) -> None:
    written = " ".join(texts(choropleth_figure(exhibit, LIGHT).to_plotly_json()["data"]))

    assert ("IGN, ADMIN EXPRESS COG, Licence Ouverte 2.0" in written) != ("Natural Earth" in written)


def test_the_key_names_ranges_of_the_values_their_unit_and_the_gap() -> None:
    scene = map_scene(sample_maps.countries(), LIGHT, has_shades=True)

    assert [placed.entry.text for placed in scene.key] == [
        "M€",
        "3\u202f500–3\u202f800",
        ">\u00a05\u202f000",
        "11\u202f600",
        "non imprimé dans l’étude",
    ]


def test_estimates_have_a_dashed_edge_in_the_map_and_in_the_inset() -> None:
    drawn = traces(choropleth_figure(sample_maps.estimated_departements(), LIGHT), "edges")

    assert [trace["line"]["dash"] for trace in drawn] == ["4px,3px"] * 2  # type: ignore[index]
    assert [trace.get("xaxis") for trace in drawn] == [None, "x2"]


def test_other_regions_are_grey_where_ile_de_france_is_one_of_them() -> None:
    scene = map_scene(sample_maps.regions(), LIGHT, has_shades=True)
    fills = {area.shape.area: scene.fill(area) for area in scene.areas}

    assert fills["FR10"] == scene.shade(scene.scale.darkness(3000.0), is_accent=True)  # type: ignore[union-attr]
    assert fills["UKI"] == scene.shade(1.0, is_accent=False)


def test_the_surface_of_a_symbol_is_its_value() -> None:
    figure = symbol_map_figure(sample_maps.regions(), LIGHT)
    (largest,), (smaller,) = traces(figure, "UKI symbol"), traces(figure, "FR10 symbol")

    widths = [max(trace["x"]) - min(trace["x"]) for trace in (largest, smaller)]  # type: ignore[call-overload]
    assert (widths[1] / widths[0]) ** 2 == pytest.approx(3000 / 5000, rel=0.02)


def test_a_gap_has_a_hatched_symbol() -> None:
    (symbol,) = traces(symbol_map_figure(sample_maps.countries(), LIGHT), "ES symbol")

    assert symbol["fillpattern"]["shape"] == "/"  # type: ignore[index]


def test_shades_are_in_proportion_to_the_values() -> None:
    scale = value_scale(tuple(printed(AMOUNT, value) for value in (0.0, 40.0, 100.0)), MeasureKind.AMOUNT)

    assert [scale.darkness(value) for value in (0.0, 40.0, 100.0)] == [0.0, 0.5, 1.0]


def test_the_first_rank_is_the_darkest() -> None:
    scale = value_scale(tuple(printed(RANK, float(rank)) for rank in (1, 2, 9)), MeasureKind.RANK)

    assert scale.darkness(1.0) == 1.0
    assert scale.darkness(9.0) == 0.0


def test_an_exhibit_without_a_layer_is_refused() -> None:
    with pytest.raises(ValueError, match="names no layer"):
        choropleth_figure(replace(sample_maps.departements(), layer=None), LIGHT)
    with pytest.raises(ValueError, match="names no layer"):
        column_deck(replace(sample_maps.departements(), layer=None), LIGHT)


def test_markup_in_a_label_is_shown_as_text() -> None:
    exhibit = sample_maps.regions()
    marks = tuple(replace(mark, category=Item(code=mark.category.code, label="<a href='x'>")) for mark in exhibit.marks)

    written = list(texts(choropleth_figure(replace(exhibit, marks=marks), LIGHT).to_plotly_json()))

    assert any("&lt;a href" in text for text in written)
    assert not any("<a href" in text for text in written)


@every_exhibit
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_deck_names_no_address_and_no_basemap(exhibit: Exhibit, theme: Theme) -> None:
    deck = column_deck(exhibit, palette(theme)).to_json()

    assert "://" not in deck
    assert "mapProvider" not in json.loads(deck)
    # pydeck's mark for "no style given": Streamlit then draws none. A null would make it ask for its default.
    assert json.loads(deck)["mapStyle"] == "__MAP_STYLE__"


@every_exhibit
def test_the_tooltip_of_a_deck_holds_placeholders_only(exhibit: Exhibit) -> None:
    deck = column_deck(replace(exhibit, kind=ViewKind.COLUMN_MAP), LIGHT)

    template = deck._tooltip  # noqa: SLF001 - pydeck offers no other way to read it
    assert set(template) == {"text", "style"}
    assert re.fullmatch(r"\{label\}", template["text"])


def test_a_gap_has_an_outline_and_no_column() -> None:
    layers = {
        layer["id"]: layer for layer in json.loads(column_deck(sample_maps.departements(), LIGHT).to_json())["layers"]
    }

    columns = {column["area"] for column in layers["columns"]["data"]}
    outlined = {feature["properties"]["area"] for feature in layers["areas"]["data"]["features"]}
    assert columns == {"FR101", "FR104", "FR105", "FR107"}
    assert outlined == columns | set(GAPS)


def test_columns_are_as_high_as_their_values() -> None:
    layers = {
        layer["id"]: layer for layer in json.loads(column_deck(sample_maps.departements(), LIGHT).to_json())["layers"]
    }

    heights = {column["area"]: column["height"] for column in layers["columns"]["data"]}
    assert heights["FR101"] / heights["FR105"] == pytest.approx(18 / 39, rel=1e-3)


def test_estimates_are_columns_that_are_seen_through() -> None:
    deck = json.loads(column_deck(sample_maps.estimated_departements(), LIGHT).to_json())
    layers = {layer["id"]: layer for layer in deck["layers"]}

    assert layers["columns"]["data"] == []
    assert layers["estimates"]["wireframe"]
    assert {column["colour"][3] for column in layers["estimates"]["data"]} == {110}
