"""Every view of the catalogue as exhibits, drawn once for each sheet: what the tests of printed pictures share."""

from collections.abc import Iterator
from functools import cache

import pytest

from components.layout.bands import band_text
from components.print.frame import composed
from components.print.picture import Picture
from components.print.picture_format import PictureFormat
from components.print.plot import value_text
from components.print.scene import Drawn, Scene, Text
from components.print.sheet import Preset, Tone, preset_sheet
from loaders.exhibit import Exhibit, Figure, Mark
from loaders.language import LANGUAGES, Language
from loaders.provenance import exhibit_provenance
from loaders.view import ViewKind
from tests.sample_data import exhibit_of, library, selections

VIEWS = [(name, view.id) for name, one in library().catalogue.declarations.items() for view in one.views]
#: Every view in both languages, and every view once, in the one language or the other.
BOTH = [(*view, language) for view in VIEWS for language in LANGUAGES]
ONCE = [(*view, LANGUAGES[place % len(LANGUAGES)]) for place, view in enumerate(VIEWS)]
in_both_languages = pytest.mark.parametrize(("dataset", "view", "language"), BOTH)
in_one_language = pytest.mark.parametrize(("dataset", "view", "language"), ONCE)


@cache
def shown(dataset: str, view: str, language: Language) -> Exhibit:
    """A view with its first choices."""
    declared = next(one for one in library().catalogue.declaration(dataset).views if one.id == view)
    return exhibit_of(dataset, view, next(selections(library(), dataset, declared)), language)


@cache
def picture(dataset: str, view: str, language: Language) -> Picture:
    """A view in one column, drawn once."""
    return Picture(shown(dataset, view, language), preset_sheet(Preset.COLUMN))


def scene(exhibit: Exhibit, preset: Preset, tone: Tone) -> Scene:
    """An exhibit on a named sheet."""
    return composed(exhibit, preset_sheet(preset, tone=tone))


def sheet(dataset: str, view: str, language: Language, preset: Preset) -> Scene:
    """A view on a named sheet in light; that of one column is drawn once."""
    if preset is Preset.COLUMN:
        return picture(dataset, view, language).scene
    return scene(shown(dataset, view, language), preset, "light")


def file(dataset: str, view: str, language: Language, form: PictureFormat) -> bytes:
    """A picture file of a view."""
    exhibit = shown(dataset, view, language)
    return picture(dataset, view, language).file(form, exhibit_provenance(exhibit, edition=1))


def figures(exhibit: Exhibit) -> Iterator[tuple[Mark, Figure]]:
    """Every figure of an exhibit with its mark, in drawing order."""
    for mark in exhibit.marks:
        yield from ((mark, figure) for figure in mark.figures if figure)


def name(mark: Mark) -> str:
    """What a drawing calls a mark."""
    return f"{mark.category.label}, {mark.series.label}" if mark.series else mark.category.label


def meanings(drawing: Scene) -> list[Drawn]:
    """What the shapes of a sheet stand for, from back to front."""
    return [shape.stands_for for shape in drawing.shapes if shape.stands_for]


def written(drawing: Scene) -> str:
    """Everything that stands on a sheet, as one line."""
    return " ".join(shape.text for shape in drawing.shapes if isinstance(shape, Text))


def as_written(exhibit: Exhibit, mark: Mark, figure: Figure) -> set[str]:
    """The ways to write a figure: short beside its axis, in words, as a headline, or with others of its mark."""
    dagger = "†" if figure.is_doubted else ""
    if exhibit.kind is ViewKind.METRIC:
        return {figure.headline + dagger}
    if exhibit.kind is ViewKind.HEAT_TABLE:
        return {band_text(mark, exhibit.measures[0]), figure.text + dagger}
    short = figure.text if figure.status == "A" else f"{figure.text} ({figure.status})"
    return {value_text(exhibit, figure), figure.text + dagger, short + dagger, figure.spoken + dagger}
