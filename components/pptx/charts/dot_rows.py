"""Dots on lines, one line a row, as a native chart: a series for each column, and others for the lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pptx.oxml.xmlchemy import BaseOxmlElement

from components.layout.looks import Look
from components.layout.scale import Extent
from components.pptx.canvas import Frame
from components.pptx.charts.chart import Chart
from components.pptx.charts.parts import (
    CATEGORIES,
    VALUES,
    AxisParts,
    Label,
    Point,
    Side,
    axis,
    labels,
    marker,
    numbers,
    texts,
)
from components.pptx.charts.workbook import column_of
from components.pptx.style import LABEL, PALETTE, stroke
from components.pptx.text import Run
from components.pptx.xml import tag
from components.print.typeface import Face, width
from loaders.exhibit import Exhibit

_RADIUS, _AIR = 6.5, 20.0
_WIDEST_NAME = 0.34
_INSIDE = 0.001
_CLEAR = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A figure on its row: in which column of the workbook it stands, its look, its text and where that stands."""

    column: int
    value: float | None
    look: Look
    runs: tuple[Run, ...]
    side: Side = "r"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A name, and the dots of its line."""

    name: str
    dots: tuple[Dot, ...]
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DotRows:
    """Rows from top to bottom, what the columns of the workbook are called, and the ends of the scale."""

    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    extent: Extent
    frame: Frame

    @property
    def names(self) -> float:
        """The width of the names of the rows."""
        widest = max((width(row.name, LABEL, Face.BOLD) for row in self.rows), default=0.0) + _AIR
        return min(widest, self.frame.width * _WIDEST_NAME)

    def room(self, side: Side) -> float:
        """The width that texts take on one side of the dots."""
        found = (dot for row in self.rows for dot in row.dots if dot.value is not None and dot.side == side)
        return max((sum(width(run.text, LABEL, Face.BOLD) for run in dot.runs) for dot in found), default=0.0) + _AIR


def dot_rows_chart(exhibit: Exhibit, drawn: DotRows, language: str) -> Chart:
    """The chart; its scale is so long that the texts beside the outermost dots find room."""
    inner = drawn.frame.width - drawn.names
    before, after = drawn.room("l"), drawn.room("r")
    unit = (drawn.extent.high - drawn.extent.low) / max(inner - before - after, inner * 0.2)
    extent = Extent(low=drawn.extent.low - before * unit, high=drawn.extent.high + after * unit)
    across = AxisParts(own=CATEGORIES, other=VALUES, position="b", language=language, extent=extent, hidden=True)
    rows = Extent(low=0.5, high=len(drawn.rows) + 0.5)
    down = AxisParts(
        own=VALUES, other=CATEGORIES, position="l", language=language, extent=rows, reversed=True, hidden=True
    )
    lines = _lines(drawn, extent, unit)
    return Chart(
        plots=(
            tag(
                "c:scatterChart",
                tag("c:scatterStyle", val="lineMarker"),
                tag("c:varyColors", val=False),
                *(_line_series(number, line, language) for number, line in enumerate(lines)),
                *(_series(number, drawn, language) for number in range(len(drawn.columns))),
                tag("c:axId", val=CATEGORIES),
                tag("c:axId", val=VALUES),
            ),
            axis("c:valAx", across),
            axis("c:valAx", down),
        ),
        rows=tuple(_cells(exhibit, drawn, lines)),
        frame=drawn.frame,
        inner=(drawn.names / drawn.frame.width, 0.0, inner / drawn.frame.width, 1.0),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lines:
    """A series of level lines: for each a beginning, an end, and an empty cell that keeps it apart from the next."""

    column: int
    places: tuple[tuple[float, float | None], ...]
    colour: str
    width: float
    labels: tuple[Point, ...] = ()


def _lines(drawn: DotRows, extent: Extent, unit: float) -> tuple[_Lines, _Lines]:
    """A hairline from the name of each row to its first text, and the lines between the dots of a row.

    They end where dots and texts begin, because not every program draws lines behind dots. `unit` is a point.
    """
    # LibreOffice leaves out a point that stands exactly where the scale begins.
    start = extent.low + (extent.high - extent.low) * _INSIDE
    first = 2 * len(drawn.columns) + 1
    rules: list[tuple[float, float | None]] = []
    joins: list[tuple[float, float | None]] = []
    for number, row in enumerate(drawn.rows, start=1):
        known = sorted((dot.value, _left(dot)) for dot in row.dots if dot.value is not None)
        end = max(start, known[0][0] - (known[0][1] + _RADIUS + _CLEAR) * unit) if known else extent.high
        rules += [(start, number), (end, number), (end, None)]
        left, right = (known[0][0] + _RADIUS * unit, known[-1][0] - _RADIUS * unit) if known else (start, start)
        place = number if left < right else None
        joins += [(left, place), (right, place), (right, None)]
    names = tuple(
        Point(index=3 * index, label=Label(lines=((_name(row),),), side="l")) for index, row in enumerate(drawn.rows)
    )
    return (
        _Lines(column=first, places=tuple(rules), colour=PALETTE.rule, width=0.75, labels=names),
        _Lines(column=first + 2, places=tuple(joins), colour=PALETTE.muted, width=1.5),
    )


def _left(dot: Dot) -> float:
    """The width of the text on the left of a dot."""
    return sum(width(run.text, LABEL, Face.BOLD) for run in dot.runs) if dot.side == "l" else 0.0


def _cells(exhibit: Exhibit, drawn: DotRows, lines: Sequence[_Lines]) -> Iterator[tuple[str | float | None, ...]]:
    """Values, then the number of the row for each of them, then the lines in columns of their own."""
    places = [f"y{number}" for number in range(1, len(drawn.columns) + 1)]
    yield (exhibit.category_label, *drawn.columns, *places, *("x", "y") * len(lines))
    for index in range(3 * len(drawn.rows)):
        ends = [cell for line in lines for cell in line.places[index]]
        if index >= len(drawn.rows):
            yield (*[None] * (2 * len(drawn.columns) + 1), *ends)
            continue
        values = _values(drawn.rows[index], drawn)
        numbered = [None if value is None else index + 1 for value in values]
        yield (drawn.rows[index].name, *values, *numbered, *ends)


def _values(row: Row, drawn: DotRows) -> list[float | None]:
    values: list[float | None] = [None] * len(drawn.columns)
    for dot in row.dots:
        values[dot.column] = dot.value
    return values


def _series(number: int, drawn: DotRows, language: str) -> BaseOxmlElement:
    count, columns = len(drawn.rows), len(drawn.columns)
    found = {index: dot for index, row in enumerate(drawn.rows) for dot in row.dots if dot.column == number}
    dots = {index: dot for index, dot in found.items() if dot.value is not None}
    points = [
        Point(index=index, look=dot.look, label=Label(lines=(dot.runs,), side=dot.side)) for index, dot in dots.items()
    ]
    first = next(iter(dots.values()), None)
    return tag(
        "c:ser",
        tag("c:idx", val=number + 2),
        tag("c:order", val=number + 2),
        texts("c:tx", column_of(number + 1, 0, 0), [drawn.columns[number]]),
        tag("c:spPr", stroke(None)),
        marker(first.look if first else None, _RADIUS),
        *(
            tag("c:dPt", tag("c:idx", val=one.index), marker(one.look, _RADIUS), tag("c:bubble3D", val=False))
            for one in points
        ),
        labels(points, language),
        numbers("c:xVal", column_of(number + 1, 1, count), [_values(row, drawn)[number] for row in drawn.rows]),
        numbers(
            "c:yVal",
            column_of(columns + number + 1, 1, count),
            [float(index + 1) if index in dots else None for index in range(count)],
        ),
        tag("c:smooth", val=False),
    )


def _line_series(number: int, line: _Lines, language: str) -> BaseOxmlElement:
    count = len(line.places)
    return tag(
        "c:ser",
        tag("c:idx", val=number),
        tag("c:order", val=number),
        texts("c:tx", column_of(line.column + 1, 0, 0), ["y"]),
        tag("c:spPr", stroke(line.colour, line.width)),
        marker(None, _RADIUS),
        labels(line.labels, language),
        numbers("c:xVal", column_of(line.column, 1, count), [x for x, _ in line.places]),
        numbers("c:yVal", column_of(line.column + 1, 1, count), [y for _, y in line.places]),
        tag("c:smooth", val=False),
    )


def _name(row: Row) -> Run:
    return Run(text=row.name, size=LABEL, colour=PALETTE.ink, bold=row.bold)
