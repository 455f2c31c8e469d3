"""Maps on paper of odd data: unknown areas, long names, very many, none, one, no room."""

from dataclasses import replace

import pytest

from components.print.drawing import plot_of
from components.print.plot import TooSmallError
from components.print.sheet import Preset
from loaders.boundary import layer_named
from loaders.exhibit import Item
from loaders.view import ViewKind
from tests import sample_maps
from tests.printed_maps import (
    every_kind,
    every_preset,
    expected,
    overlapping,
    renamed,
    space,
    texts,
    values,
)
from tests.sample_exhibits import printed


@every_kind
def test_an_area_that_the_map_does_not_have_is_listed_below_it(kind: ViewKind) -> None:
    exhibit = sample_maps.departements(kind)
    stray = replace(exhibit.marks[0], category=Item("XX", "Ailleurs"))
    plot = plot_of(replace(exhibit, marks=(*exhibit.marks, stray)), space())

    assert "Absents de cette carte\N{NO-BREAK SPACE}:" in [text.text for text in texts(plot)]
    assert ("Ailleurs", "39") in values(plot)


@every_kind
def test_a_map_of_nothing_but_unknown_areas_still_says_their_values(kind: ViewKind) -> None:
    exhibit = sample_maps.departements(kind)
    marks = tuple(replace(mark, category=Item(f"X{n}", f"Zone {n}")) for n, mark in enumerate(exhibit.marks))
    strange = replace(exhibit, marks=marks)

    assert values(plot_of(strange, space())) == expected(strange)


@every_kind
def test_two_marks_of_one_area_are_both_told(kind: ViewKind) -> None:
    exhibit = sample_maps.departements(kind)
    again = replace(exhibit, marks=(*exhibit.marks, exhibit.marks[0]))

    assert values(plot_of(again, space())) == expected(again)


@every_kind
@every_preset
def test_long_names_are_listed_or_counted_as_left_out(kind: ViewKind, preset: Preset) -> None:
    exhibit = renamed(sample_maps.fdi_regions(kind), "Une très longue désignation administrative " * 2)
    plot = plot_of(exhibit, space(preset))

    assert values(plot) == expected(exhibit, plot.left_out)
    assert overlapping(plot) == []


@every_kind
def test_a_map_of_ninety_areas_holds_them_all_on_a_page(kind: ViewKind) -> None:
    model = sample_maps.departements().marks[0]
    shapes = layer_named("fr_departements").shapes
    marks = tuple(replace(model, category=Item(shape.area, shape.name)) for shape in shapes)
    exhibit = replace(sample_maps.departements(kind), marks=marks, layer="fr_departements")

    plot = plot_of(exhibit, replace(space(), tallest=650.0))

    assert values(plot) == expected(exhibit)
    assert overlapping(plot) == []


@every_kind
def test_a_map_without_any_value_is_all_gaps(kind: ViewKind) -> None:
    exhibit = sample_maps.departements(kind)
    gap = printed(sample_maps.JOBS_SHARE, None)
    empty = replace(exhibit, marks=tuple(replace(mark, figures=(gap,)) for mark in exhibit.marks))

    assert values(plot_of(empty, space())) == expected(empty)


@every_kind
def test_a_map_of_one_area_is_drawn(kind: ViewKind) -> None:
    exhibit = sample_maps.countries(kind)
    single = replace(exhibit, marks=exhibit.marks[:1])

    assert values(plot_of(single, space())) == expected(single)


@every_kind
def test_a_space_that_is_too_small_is_refused_with_one_that_works(kind: ViewKind) -> None:
    exhibit = sample_maps.departements(kind)
    with pytest.raises(TooSmallError) as refused:
        plot_of(exhibit, space(height=30.0))

    plot = plot_of(exhibit, space(height=refused.value.height + 0.1))
    assert values(plot) == expected(exhibit, plot.left_out)
