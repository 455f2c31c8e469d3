"""What holds of every sheet: no text leaves it, none covers another, none is too small to be read on paper."""

from itertools import combinations

from components.print.frame import composed
from components.print.plot import TooSmallError
from components.print.scene import Drawn, Scene, Text
from components.print.sheet import PRESETS, SMALLEST_TYPE, Preset, Sheet, preset_sheet
from loaders.exhibit import Exhibit

_ROUNDING = 0.05
SHEETS = [preset_sheet(preset) for preset in PRESETS]
COLUMN = preset_sheet(Preset.COLUMN)


def texts(scene: Scene) -> list[Text]:
    """The lines of text of a sheet."""
    return [shape for shape in scene.shapes if isinstance(shape, Text)]


def shown(scene: Scene) -> set[int]:
    """The figures that some shape stands for, by identity: two marks may have equal ones."""
    return {id(one.figure) for one in _meanings(scene)}


def values(scene: Scene, exhibit: Exhibit) -> set[str]:
    """What is written as a value: every text that stands for a figure."""
    known = {id(figure) for mark in exhibit.marks for figure in mark.figures}
    return {text.text for text in texts(scene) if text.stands_for and id(text.stands_for.figure) in known}


def _meanings(scene: Scene) -> list[Drawn]:
    return [shape.stands_for for shape in scene.shapes if shape.stands_for]


def assert_legible(scene: Scene) -> None:
    """Check a sheet."""
    lines = texts(scene)
    for text in lines:
        left, top, right, bottom = text.box
        assert left >= -_ROUNDING, text.text
        assert top >= -_ROUNDING, text.text
        assert right <= scene.width + _ROUNDING, text.text
        assert bottom <= scene.height + _ROUNDING, text.text
        assert text.size >= SMALLEST_TYPE, text.text
    for one, other in combinations(lines, 2):
        wide = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
        high = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
        assert min(wide, high) <= _ROUNDING, (one.text, other.text)


def legible_or_too_small(exhibit: Exhibit, sheet: Sheet) -> Scene | None:
    """The checked sheet; None where it is said that the sheet is too small, which is an answer too."""
    try:
        scene = composed(exhibit, sheet)
    except TooSmallError:
        return None
    assert_legible(scene)
    return scene
