"""What holds of every sheet: nothing leaves it, no text covers another, none is too small to be read on paper."""

from collections.abc import Sequence
from itertools import combinations

from components.print.frame import composed
from components.print.plot import TooSmallError
from components.print.scene import Area, Dot, Drawn, Point, Rect, Rule, Scene, Shape, Text
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
        assert text.size >= SMALLEST_TYPE, text.text
    for shape in scene.shapes:
        left, top, right, bottom = _extent(shape)
        assert left >= -_ROUNDING, shape
        assert top >= -_ROUNDING, shape
        assert right <= scene.width + _ROUNDING, shape
        assert bottom <= scene.height + _ROUNDING, shape
    for one, other in combinations(lines, 2):
        wide = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
        high = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
        assert min(wide, high) <= _ROUNDING, (one.text, other.text)


def _extent(shape: Shape) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape."""
    match shape:
        case Text():
            return shape.box
        case Rect():
            return shape.left, shape.top, shape.right, shape.bottom
        case Dot():
            (x, y), radius = shape.centre, shape.radius
            return x - radius, y - radius, x + radius, y + radius
        case Rule():
            return _around((shape.start, shape.end))
        case Area():
            return _around([point for ring in shape.rings for point in ring])


def _around(points: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def legible_or_too_small(exhibit: Exhibit, sheet: Sheet) -> Scene | None:
    """The checked sheet; None where it is said that the sheet is too small, which is an answer too."""
    try:
        scene = composed(exhibit, sheet)
    except TooSmallError:
        return None
    assert_legible(scene)
    return scene
