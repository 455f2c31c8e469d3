"""Maps on paper: every value stands on them or below them, nothing covers anything, gaps and estimates are seen."""

from dataclasses import replace
from itertools import pairwise

import pytest

from components.print.drawing import plot_of
from components.print.ink import ink
from components.print.kinds.maps import choropleth_plot, column_map_plot, symbol_map_plot
from components.print.plot import Plot
from components.print.scene import Area, Dot, Rect, Rule, Text
from components.print.sheet import SMALLEST_TYPE, Preset
from loaders.exhibit import Exhibit, Role
from loaders.view import ViewKind
from tests import sample_maps
from tests.printed_maps import (
    ROOMS,
    every_exhibit,
    every_kind,
    every_preset,
    expected,
    overlapping,
    space,
    texts,
    values,
)


@every_preset
@every_kind
@every_exhibit
def test_every_value_is_written_once_and_no_text_covers_another(
    exhibit: Exhibit, kind: ViewKind, preset: Preset
) -> None:
    room = space(preset)
    plot = plot_of(replace(exhibit, kind=kind), room)

    assert values(plot) == expected(exhibit, plot.left_out)
    assert plot.left_out == 0
    assert overlapping(plot) == []
    assert plot.height <= room.room + 0.1
    for text in texts(plot):
        left, top, right, bottom = text.box
        assert (left >= 0, top >= 0, right <= room.width, bottom <= plot.height) == (True,) * 4, text.text
        assert text.size >= SMALLEST_TYPE


@every_kind
@every_exhibit
def test_the_shape_of_each_figure_stands_for_it_once(exhibit: Exhibit, kind: ViewKind) -> None:
    plot = plot_of(replace(exhibit, kind=kind), space())

    drawn = [
        shape.stands_for.category.code for shape in plot.shapes if not isinstance(shape, Text) and shape.stands_for
    ]
    assert sorted(drawn) == sorted(mark.category.code for mark in exhibit.marks)


def test_a_gap_is_hatched_and_a_value_is_not() -> None:
    gaps = [mark for mark in sample_maps.departements().marks if mark.figure.value is None]
    hatched = choropleth_plot(replace(sample_maps.departements(), marks=tuple(gaps)), space())
    known = [mark for mark in sample_maps.departements().marks if mark.figure.value is not None]
    filled = choropleth_plot(replace(sample_maps.departements(), marks=tuple(known)), space())

    assert _slanted(hatched) > 50
    assert _slanted(filled) < 10


def _slanted(plot: Plot) -> int:
    rules = [shape for shape in plot.shapes if isinstance(shape, Rule)]
    gap = ink("light").gap
    return sum(rule.stroke.colour == gap and rule.start[0] != rule.end[0] for rule in rules)


def test_the_edge_of_estimates_is_dashed_on_the_map_and_in_the_inset() -> None:
    plot = choropleth_plot(sample_maps.estimated_departements(), space())

    edges = [shape for shape in plot.shapes if isinstance(shape, Area) and shape.fill is None]
    assert len(edges) == 2
    assert all(edge.stroke and edge.stroke.dash for edge in edges)


def test_no_piece_of_a_dashed_edge_is_drawn_twice() -> None:
    plot = choropleth_plot(sample_maps.estimated_departements(), space())
    edge = next(shape for shape in plot.shapes if isinstance(shape, Area) and shape.fill is None)

    steps = [frozenset(step) for ring in edge.rings for step in pairwise(ring)]
    assert len(steps) == len(set(steps))


def test_paris_and_its_neighbours_are_drawn_again_and_larger() -> None:
    plot = choropleth_plot(sample_maps.departements(), space())
    areas = [shape for shape in plot.shapes if isinstance(shape, Area)]
    (paris,) = [area for area in areas if area.stands_for and area.stands_for.category.code == "FR101"]

    def width(area: Area) -> float:
        across = [x for ring in area.rings for x, _ in ring]
        return max(across) - min(across)

    small = [area for area in areas if area.fill == paris.fill and not area.stands_for]
    assert min(width(area) for area in small) < width(paris) / 1.5


def test_neighbours_share_the_points_of_their_border() -> None:
    plot = choropleth_plot(sample_maps.french_regions(), space())
    points = {
        shape.stands_for.category.code: {point for ring in shape.rings for point in ring}
        for shape in plot.shapes
        if isinstance(shape, Area) and shape.stands_for
    }

    assert len(points["FR10"] & points["FRB"]) > 10


def test_a_map_has_few_points() -> None:
    for preset in ROOMS:
        plot = choropleth_plot(sample_maps.countries(), space(preset))
        count = sum(len(ring) for shape in plot.shapes if isinstance(shape, Area) for ring in shape.rings)
        assert count < 12_000


def test_the_surface_of_a_circle_is_its_value() -> None:
    plot = symbol_map_plot(sample_maps.regions(), space())
    radius = {
        shape.stands_for.category.code: shape.radius
        for shape in plot.shapes
        if isinstance(shape, Dot) and shape.stands_for
    }

    assert (radius["FR10"] / radius["UKI"]) ** 2 == pytest.approx(3000 / 5000, rel=0.01)


@every_preset
def test_columns_are_as_high_as_their_values(preset: Preset) -> None:
    plot = column_map_plot(sample_maps.departements(ViewKind.COLUMN_MAP), space(preset))
    heights = {
        shape.stands_for.category.code: shape.bottom - shape.top
        for shape in plot.shapes
        if isinstance(shape, Rect) and shape.stands_for
    }

    assert heights["FR104"] / heights["FR105"] == pytest.approx(10 / 39, rel=0.01)
    assert heights["FR101"] / heights["FR105"] == pytest.approx(18 / 39, rel=0.01)


def test_the_column_of_a_fall_hangs_down() -> None:
    exhibit = sample_maps.regions(ViewKind.COLUMN_MAP)
    rise, fall = exhibit.marks[0], exhibit.marks[1]
    fall = replace(fall, figures=(replace(fall.figure, value=-1000.0),))
    plot = column_map_plot(replace(exhibit, marks=(rise, fall)), space())

    feet = [shape.start[1] for shape in plot.shapes if isinstance(shape, Rule) and shape.stroke.width == 0.8]
    boxes = {
        shape.stands_for.category.code: shape for shape in plot.shapes if isinstance(shape, Rect) and shape.stands_for
    }
    assert boxes["UKI"].bottom == pytest.approx(feet[0])
    assert boxes["FR10"].top == pytest.approx(feet[1])


@every_preset
def test_the_key_names_each_shade_that_occurs(preset: Preset) -> None:
    plot = choropleth_plot(sample_maps.departements(), space(preset))

    written = [text.text for text in texts(plot)]
    assert [text for text in written if text in {"10", "17–18", "39"} and written.count(text)]
    assert "17–18" in written


def test_ile_de_france_alone_stands_out_among_regions() -> None:
    plot = choropleth_plot(sample_maps.french_regions(), space())
    bold = {text.text for text in texts(plot) if not text.stands_for and text.face.value.weight > 400}

    assert "Île-de-France" in bold
    assert not bold & {mark.category.label for mark in sample_maps.french_regions().marks if mark.role is Role.OTHER}


def test_a_map_without_a_layer_is_refused() -> None:
    with pytest.raises(ValueError, match="names no layer"):
        choropleth_plot(replace(sample_maps.departements(), layer=None), space())
