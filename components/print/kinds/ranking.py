"""Rankings: bars, first on top; ranks as dots on a scale that begins with the first place."""

from collections.abc import Iterator, Sequence

from components.layout.focus import category_name, is_focus
from components.layout.looks import look
from components.layout.scale import STUB
from components.layout.series import category_roles
from components.print.boxes import Edges, box, dot, level
from components.print.kinds.bars import Bar, bars
from components.print.plot import Plot, Space, TooSmallError, value_text
from components.print.rows import Name, Row, stacked
from components.print.scene import Shape, Text, drawn
from components.print.typeface import width
from loaders.exhibit import Exhibit, Mark
from loaders.measure import MeasureKind

_ROW, _AIR, _LEAST, _RADIUS = 2.1, 0.8, 6, 0.42


def ranking_plot(exhibit: Exhibit, space: Space) -> Plot:
    """The marks of a ranking in their order."""
    roles = category_roles(exhibit)
    names = [
        Name(text=category_name(exhibit, mark), role=roles[mark.category.code], is_focus=is_focus(exhibit, mark))
        for mark in exhibit.marks
    ]
    rows = stacked(names, space, least=space.type.body * _ROW)
    pairs = list(zip(exhibit.marks, rows.rows, strict=False))
    shapes: list[Shape] = list(rows.labels(space, space.palette.ink))
    if exhibit.measures[0].kind is MeasureKind.RANK:
        shapes += _places(exhibit, pairs, rows.names, space)
    else:
        palette = space.palette
        drawing = [
            Bar(mark=mark, row=row, fill=palette.role(mark.role), stroke=palette.stroke(mark.role))
            for mark, row in pairs
        ]
        shapes += bars(exhibit, drawing, space, start=rows.names)
    return Plot(shapes=tuple(shapes), height=rows.bottom, left_out=rows.left_out)


def _places(exhibit: Exhibit, pairs: Sequence[tuple[Mark, Row]], names: float, space: Space) -> Iterator[Shape]:
    # A bar would show the worst rank as the greatest value.
    size, palette = space.type.body, space.palette
    air = size * _AIR
    start = names + 2 * air
    end = space.width - max(width(value_text(exhibit, mark.figure), size) for mark, _ in pairs) - 2 * air
    if end - start < size * _LEAST:
        raise TooSmallError(space.width + size * _LEAST - (end - start), space.room)
    last = max([2.0, *(mark.figure.value for mark, _ in pairs if mark.figure.value is not None)])
    for mark, row in pairs:
        figure = mark.figure
        if figure.value is None:
            tip = start + (end - start) * STUB + size
            edges = Edges(left=start, top=row.centre - size * 0.5, right=tip, bottom=row.centre + size * 0.5)
            yield from box(edges, look(figure, palette.gap, palette), drawn(mark))
        else:
            tip = start + (figure.value - 1) / (last - 1) * (end - start)
            dress = look(figure, palette.stroke(mark.role), palette)
            yield from dot((tip, row.centre), size * _RADIUS, dress, drawn(mark))
        value = Text(
            x=tip + air,
            y=row.centre + size * 0.35,
            text=value_text(exhibit, figure),
            size=size,
            colour=palette.muted if figure.value is None else palette.ink,
            stands_for=drawn(mark),
        )
        # The line of the row stops for dot and value, so that it does not strike them through.
        for left, right in ((start, tip - size * _RADIUS), (value.box[2] + air / 2, end)):
            if left < right:
                yield level(left, right, row.centre, palette.rule)
        yield value
