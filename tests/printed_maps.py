"""What the tests of maps on paper have in common: exhibits, spaces, and what stands on a plot."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest

from components.print.ink import ink
from components.print.plot import Plot, Space, value_text
from components.print.scene import Text
from components.print.sheet import Preset, preset_sheet
from loaders.exhibit import Exhibit, Item
from loaders.language import wording
from loaders.view import ViewKind
from tests import sample_maps

EXHIBITS = {
    "departements": sample_maps.departements(),
    "estimates": sample_maps.estimated_departements(),
    "countries": sample_maps.countries(),
    "regions": sample_maps.regions(),
    "many regions": sample_maps.fdi_regions(),
    "French regions": sample_maps.french_regions(),
}
KINDS = (ViewKind.CHOROPLETH, ViewKind.SYMBOL_MAP, ViewKind.COLUMN_MAP)
#: Width and height in points between margins, head and foot, at each preset.
ROOMS = {
    Preset.COLUMN: (233.0, None),
    Preset.TWO_COLUMNS: (488.0, None),
    Preset.SQUARE: (323.0, 200.0),
    Preset.SLIDE: (912.0, 290.0),
}
every_exhibit = pytest.mark.parametrize("exhibit", EXHIBITS.values(), ids=EXHIBITS)
every_kind = pytest.mark.parametrize("kind", KINDS)
every_preset = pytest.mark.parametrize("preset", ROOMS)


def space(preset: Preset = Preset.COLUMN, height: float | None = None) -> Space:
    """The room of a plot on a sheet of a preset."""
    width, own = ROOMS[preset]
    kind = preset_sheet(preset).type
    room = own if height is None else height
    return Space(width=width, height=room, tallest=500.0, type=kind, palette=ink("light"), words=wording("fr"))


def texts(plot: Plot) -> list[Text]:
    """The texts of a plot."""
    return [shape for shape in plot.shapes if isinstance(shape, Text)]


def values(plot: Plot) -> Counter[tuple[str, str]]:
    """Names and written values of a plot."""
    return Counter((text.stands_for.label, text.text) for text in texts(plot) if text.stands_for)


def expected(exhibit: Exhibit, left_out: int = 0) -> Counter[tuple[str, str]]:
    """Names and values of an exhibit without the last marks."""
    marks = exhibit.marks[: len(exhibit.marks) - left_out]
    return Counter((mark.category.label, value_text(exhibit, mark.figure)) for mark in marks)


def renamed(exhibit: Exhibit, prefix: str) -> Exhibit:
    """The exhibit with longer names."""
    marks = tuple(
        replace(mark, category=Item(mark.category.code, prefix + mark.category.label)) for mark in exhibit.marks
    )
    return replace(exhibit, marks=marks)


def overlapping(plot: Plot) -> list[tuple[str, str]]:
    """Pairs of texts that cover each other."""
    return [
        (one.text, other.text)
        for one, other in combinations(texts(plot), 2)
        if one.box[0] < other.box[2] and other.box[0] < one.box[2]
        if one.box[1] < other.box[3] and other.box[1] < one.box[3]
    ]
