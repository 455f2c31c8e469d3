"""A key figure: the number in large type, and what it is a number of."""

from components.print.plot import Plot, Space, TooSmallError
from components.print.scene import Shape, Text, drawn
from components.print.typeface import Face, width, wrapped
from loaders.exhibit import Exhibit, Role

_LARGEST, _SMALLEST = 4.0, 1.6
#: On a high sheet the number grows into the room, up to so many times its usual size.
_STRETCH, _SHARE = 2.2, 0.45
_LINE = 1.15


def metric_plot(exhibit: Exhibit, space: Space) -> Plot:
    """The figure as its headline, as large as the width allows, above its name."""
    mark, palette = exhibit.marks[0], space.palette
    figure = mark.figure
    text = figure.headline + ("†" if figure.is_doubted else "")
    kind = space.type
    largest = kind.body * _LARGEST
    if space.height is not None:
        largest = max(largest, min(largest * _STRETCH, space.height * _SHARE))
    # A hair less than the width: what fills it exactly may be too wide by rounding, and be broken.
    size = max(largest * min(1.0, 0.999 * space.width / width(text, largest, Face.BOLD)), kind.body * _SMALLEST)
    lines = wrapped(text, space.width, size, Face.BOLD)
    names = wrapped(mark.category.label, space.width, kind.body)
    height = len(lines) * size * _LINE + len(names) * kind.line
    if height > space.room:
        raise TooSmallError(space.width, height)
    accented = palette.accent if mark.role is Role.ACCENT else palette.ink
    colour = palette.muted if figure.value is None else accented
    shapes: list[Shape] = []
    for number, line in enumerate(lines):
        y = (number + 1) * size * _LINE - size * 0.3
        shapes.append(Text(x=0, y=y, text=line, size=size, colour=colour, face=Face.BOLD, stands_for=drawn(mark)))
    for number, line in enumerate(names):
        y = len(lines) * size * _LINE + (number + 1) * kind.line - kind.body * 0.25
        shapes.append(Text(x=0, y=y, text=line, size=kind.body, colour=palette.ink))
    return Plot(shapes=tuple(shapes), height=height)
