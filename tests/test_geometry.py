"""Boundaries: projected once, the same bytes every time, borders that still meet."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
import shapely  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from loaders.boundary import AreaShape, Box, box_around, cut_ring, layer_named
from loaders.folder import PROJECT_DATA
from loaders.geometry import LAYERS, load_layer, project_layers
from loaders.outline import outlines

FIGURE_BYTES = 120_000


@pytest.fixture(scope="module")
def projected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    paths = project_layers(PROJECT_DATA.geo, tmp_path_factory.mktemp("projected"))
    return {path.stem: path for path in paths}


def polygon_of(shape: AreaShape) -> shapely.Geometry:
    """The area as shapely sees it: outer rings turn left, holes turn right."""
    rings = [shapely.LinearRing(ring) for ring in shape.rings]
    parts = shapely.make_valid(shapely.MultiPolygon([shapely.Polygon(ring) for ring in rings if ring.is_ccw]))
    for ring in rings:
        if not ring.is_ccw:
            parts = shapely.difference(parts, shapely.Polygon(ring))
    return parts


def test_projecting_twice_gives_the_same_bytes(projected: dict[str, Path], tmp_path: Path) -> None:
    again = project_layers(PROJECT_DATA.geo, tmp_path)

    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in projected.values()]


def test_the_project_holds_what_the_projection_gives(projected: dict[str, Path]) -> None:
    held = {name: (PROJECT_DATA.geo / "projected" / path.name).read_bytes() for name, path in projected.items()}

    assert held == {name: path.read_bytes() for name, path in projected.items()}


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_is_small_enough_for_a_figure(name: str, projected: dict[str, Path]) -> None:
    assert projected[name].stat().st_size < FIGURE_BYTES


@pytest.mark.parametrize("name", LAYERS)
def test_every_ring_is_closed_and_has_an_extent(name: str) -> None:
    for shape in layer_named(name).shapes:
        assert shape.rings, shape.area
        for ring in shape.rings:
            assert ring[0] == ring[-1]
            assert len(set(ring)) >= 3
            assert all(before != after for before, after in pairwise(ring))


@pytest.mark.parametrize("name", LAYERS)
def test_neighbours_still_share_their_borders(name: str) -> None:
    assert shapely.coverage_is_valid([polygon_of(shape) for shape in layer_named(name).shapes])


@pytest.mark.parametrize("name", LAYERS)
def test_label_points_lie_in_their_areas(name: str) -> None:
    outside = [
        shape.area for shape in layer_named(name).shapes if not shape.holds(shape.label[0], shape.label[1] + 0.25)
    ]

    assert outside == []


def test_every_area_of_the_code_list_is_drawn_by_its_layer() -> None:
    with (PROJECT_DATA.codelists / "areas.csv").open(encoding="utf-8", newline="") as file:
        wanted = {(row["layer"], row["area"]) for row in csv.DictReader(file) if row["layer"] in LAYERS}

    assert wanted
    assert wanted <= {(name, shape.area) for name in LAYERS for shape in layer_named(name).shapes}
    assert wanted <= {(name, outline.area) for name in LAYERS for outline in outlines(name)}


def test_departements_are_known_by_their_numbers() -> None:
    numbers = {shape.area: shape.number for shape in layer_named("idf_departements").shapes}

    assert numbers["FR101"] == "75"
    assert {shape.number for shape in layer_named("fr_regions").shapes} == {None}


def test_france_is_as_large_as_it_is() -> None:
    layer = layer_named("fr_regions")
    square_metres = sum(polygon_of(shape).area for shape in layer.shapes) * layer.step**2

    assert square_metres == pytest.approx(551_500e6, rel=0.02)


def test_a_stored_layer_is_read_back(projected: dict[str, Path]) -> None:
    layer = load_layer(projected["idf_departements"])

    assert layer == layer_named("idf_departements")
    assert layer.attribution.startswith("IGN")
    assert layer.box == box_around([point for shape in layer.shapes for ring in shape.rings for point in ring])
    assert layer.shape("FR999") is None


@given(
    st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=3, max_size=12),
)
def test_a_cut_ring_never_leaves_the_box(points: list[tuple[int, int]]) -> None:
    box = Box(left=-10, bottom=-20, right=30, top=25)

    cut = cut_ring([(float(x), float(y)) for x, y in points], box)

    assert all(box.grown(1e-9).holds(x, y) for x, y in cut)


def test_a_ring_inside_of_the_box_is_not_cut() -> None:
    ring = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0)]

    assert cut_ring(ring, Box(left=-1, bottom=-1, right=5, top=5)) == ring


def test_boxes_meet_where_they_touch() -> None:
    box = Box(left=0, bottom=0, right=2, top=2)

    assert box.meets(Box(left=2, bottom=2, right=3, top=3))
    assert not box.meets(Box(left=2.1, bottom=0, right=3, top=3))
