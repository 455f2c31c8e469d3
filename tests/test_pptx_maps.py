"""Maps in presentations: one shape for each area, named, recolourable, hatched where there is no value."""

from dataclasses import replace

import pytest
from pptx.shapes.group import GroupShape

from loaders.exhibit import Item
from loaders.view import ViewKind
from tests import sample_maps
from tests.sample_exhibits import AMOUNT, mark, printed
from tests.sample_presentations import all_shapes, said, slide_of


def test_each_area_is_a_freeform_with_its_name_and_its_figure() -> None:
    exhibit = sample_maps.departements()
    slide = slide_of(exhibit)
    freeforms = {
        shape.name: shape
        for shape in all_shapes(slide)
        if shape.element.xpath(".//a:custGeom") and shape.shape_type != 6
    }

    for one in exhibit.marks:
        assert one.category.label in freeforms
        described = freeforms[one.category.label].element.xpath(".//p:cNvPr/@descr")[0]
        assert described.startswith(one.category.label)
        assert described.endswith(one.figure.spoken)


def test_an_area_without_a_value_is_hatched_and_others_have_a_plain_fill() -> None:
    exhibit = sample_maps.departements()
    gaps = {one.category.label for one in exhibit.marks if one.figure.value is None}
    shapes = [shape for shape in all_shapes(slide_of(exhibit)) if shape.element.xpath("./p:spPr/a:custGeom")]
    hatched = {shape.name for shape in shapes if shape.element.xpath("./p:spPr/a:pattFill")}

    assert gaps
    assert hatched == gaps


def test_the_petite_couronne_is_a_second_group() -> None:
    slide = slide_of(sample_maps.departements())
    groups = [shape for shape in slide.shapes if isinstance(shape, GroupShape)]
    named = [{one.name for one in group.shapes} for group in groups]

    assert len(groups) == 2
    assert {"Paris", "Hauts-de-Seine", "Val-de-Marne", "Seine-Saint-Denis"} <= named[0] & named[1]


def test_an_estimate_has_a_dashed_edge() -> None:
    shapes = list(all_shapes(slide_of(sample_maps.estimated_departements())))

    assert any(shape.element.xpath("./p:spPr[a:custGeom]/a:ln/a:prstDash") for shape in shapes)


def test_symbols_are_circles_named_after_their_areas() -> None:
    exhibit = sample_maps.fdi_regions(ViewKind.SYMBOL_MAP)
    shapes = [
        shape for shape in all_shapes(slide_of(exhibit)) if shape.element.xpath("./p:spPr/a:prstGeom[@prst='ellipse']")
    ]

    assert {shape.name for shape in shapes} == {one.category.label for one in exhibit.marks}


@pytest.mark.parametrize("made", [sample_maps.countries, sample_maps.regions, sample_maps.french_regions])
def test_every_figure_of_a_map_is_written_on_its_slide(made: object) -> None:
    exhibit = made()  # type: ignore[operator]  # functions of one module
    text = said(slide_of(exhibit))

    assert [one.category.label for one in exhibit.marks if one.figure.text not in text] == []


def test_an_area_that_the_layer_does_not_hold_is_said_below_the_map() -> None:
    exhibit = sample_maps.departements()
    lost = mark(Item("XX999", "Atlantide"), printed(AMOUNT, 7))
    text = said(slide_of(replace(exhibit, marks=(*exhibit.marks, lost))))

    assert "Atlantide" in text


def test_whose_boundaries_they_are_is_said() -> None:
    assert "IGN" in said(slide_of(sample_maps.departements()))
