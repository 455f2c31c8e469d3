"""Trends as native line charts: named at their ends, dashed to a forecast, dotted over a period without a value."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pptx.oxml.xmlchemy import BaseOxmlElement

from components.layout.apart import apart
from components.layout.line import DASHED, DOTTED, Line, lines_of
from components.layout.line import Point as LinePoint
from components.layout.looks import look
from components.layout.scale import Extent, point_extent
from components.pptx.canvas import Frame
from components.pptx.charts.bar_chart import gap_name
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
from components.print.plot import value_text
from components.print.typeface import Face, width
from loaders.exhibit import Exhibit
from loaders.measure import MeasureKind

_RADIUS, _WIDTH = 4.5, 2.25
_TOP, _BOTTOM, _LEFT = 26.0, 34.0, 30.0
_NAME_HEIGHT, _VALUE_HEIGHT = 18.0, 13.0
#: From a point to the middle of its value.
_BESIDE = 14.0
_WIDEST_END = 0.3
_ANY_ORIGIN = frozenset({MeasureKind.CHANGE, MeasureKind.RANK, MeasureKind.INDEX})
_DASHES = {DASHED: "dash", DOTTED: "sysDot"}


@dataclass(frozen=True, slots=True)
class _Trend:
    """A trend in its frame; heights are in points from the top of the plot."""

    exhibit: Exhibit
    lines: tuple[Line, ...]
    frame: Frame

    @property
    def extent(self) -> Extent:
        values = [point.value for line in self.lines for point in line.known] or [0.0, 1.0]
        return point_extent(values, from_zero=self.exhibit.measures[0].kind not in _ANY_ORIGIN)

    @property
    def is_reversed(self) -> bool:
        return self.exhibit.measures[0].kind is MeasureKind.RANK

    @property
    def height(self) -> float:
        return self.frame.height - _TOP - _BOTTOM

    @property
    def right(self) -> float:
        """The room for the names at the ends."""
        ends = [_end(self.exhibit, line, line.known[-1]) for line in self.lines if line.known]
        widest = max((sum(width(run.text, LABEL, Face.BOLD) for run in runs) for runs in ends), default=0.0)
        return min(widest + 24, self.frame.width * _WIDEST_END)

    def down(self, value: float) -> float:
        share = (value - self.extent.low) / (self.extent.high - self.extent.low)
        return self.height * (share if self.is_reversed else 1 - share)

    def shifts(self) -> dict[int, float]:
        """How far the name of each line is moved down from its end, so that names stand clear of each other."""
        ended = [index for index, line in enumerate(self.lines) if line.known]
        ideals = [self.down(self.lines[index].known[-1].value) for index in ended]
        places = apart(ideals, [_NAME_HEIGHT] * len(ended), self.height)
        return {index: place - ideal for index, place, ideal in zip(ended, places, ideals, strict=True)}


def trend_chart(exhibit: Exhibit, frame: Frame, language: str) -> Chart:
    """Lines over the exhibit's periods."""
    trend = _Trend(exhibit, lines_of(exhibit, PALETTE), frame)
    gaps = [_gaps_at(trend.lines, place) for place in range(len(exhibit.categories))]
    times = [gap_name(item.label, found) for item, found in zip(exhibit.categories, gaps, strict=True)]
    # The first period stands below the beginning of the axis, the last one below its end.
    left = max(_LEFT, min(width(times[0], LABEL), frame.width * _WIDEST_END) / 2 + 4) if times else _LEFT
    right = max(trend.right, min(width(times[-1], LABEL), frame.width * _WIDEST_END) / 2 + 4) if times else 0.0
    across = frame.width - left - right
    down = AxisParts(
        own=VALUES,
        other=CATEGORIES,
        position="l",
        language=language,
        extent=trend.extent,
        reversed=trend.is_reversed,
        hidden=True,
        between="midCat",
    )
    along = AxisParts(
        own=CATEGORIES,
        other=VALUES,
        position="b",
        language=language,
        line=PALETTE.muted,
        crosses="max" if trend.is_reversed else "autoZero",
    )
    shifts = trend.shifts()
    return Chart(
        plots=(
            tag(
                "c:lineChart",
                tag("c:grouping", val="standard"),
                tag("c:varyColors", val=False),
                *(
                    _series(number, trend, times, shifts.get(number, 0.0), language)
                    for number in range(len(trend.lines))
                ),
                tag("c:marker", val=True),
                tag("c:axId", val=CATEGORIES),
                tag("c:axId", val=VALUES),
            ),
            axis("c:catAx", along),
            axis("c:valAx", down),
        ),
        rows=tuple(_cells(trend, times)),
        frame=frame,
        inner=(left / frame.width, _TOP / frame.height, across / frame.width, trend.height / frame.height),
        spans_gaps=True,
    )


def _gaps_at(lines: Sequence[Line], place: int) -> list[str]:
    """What is said of the gaps of a period; with the names of the lines where only some have one."""
    found = [(line, point) for line in lines for point in line.gaps if point.place == place]
    if len(found) == len(lines):
        return [point.figure.text for _, point in found]
    return [f"{line.name}\N{NO-BREAK SPACE}: {point.figure.text}" for line, point in found]


def _cells(trend: _Trend, times: Sequence[str]) -> Iterator[tuple[str | float | None, ...]]:
    yield (trend.exhibit.category_label, *(line.name or trend.exhibit.measures[0].label for line in trend.lines))
    for place, time in enumerate(times):
        yield (time, *(_value(line, place) for line in trend.lines))


def _value(line: Line, place: int) -> float | None:
    return next((point.value for point in line.known if point.place == place), None)


def _series(number: int, trend: _Trend, times: Sequence[str], shift: float, language: str) -> BaseOxmlElement:
    line, count = trend.lines[number], len(times)
    dashes = {end.place: _DASHES.get(dash) for _, end, dash in line.stretches()}
    points = [_point(trend, line, point, shift) for point in line.known]
    first = line.known[0].figure if line.known else None
    return tag(
        "c:ser",
        tag("c:idx", val=number),
        tag("c:order", val=number),
        texts("c:tx", column_of(number + 1, 0, 0), [line.name or trend.exhibit.measures[0].label]),
        tag("c:spPr", stroke(line.colour, _WIDTH)),
        marker(look(first, line.colour, PALETTE) if first else None, _RADIUS),
        *(
            tag(
                "c:dPt",
                tag("c:idx", val=point.index),
                marker(point.look, _RADIUS),
                tag("c:bubble3D", val=False),
                tag("c:spPr", stroke(line.colour, _WIDTH, dashes.get(point.index))),
            )
            for point in points
        ),
        labels(points, language),
        texts("c:cat", column_of(0, 1, count), times),
        numbers("c:val", column_of(number + 1, 1, count), [_value(line, place) for place in range(count)]),
        tag("c:smooth", val=False),
    )


def _point(trend: _Trend, line: Line, point: LinePoint, shift: float) -> Point:
    dress = look(point.figure, line.colour, PALETTE)
    if point is line.known[-1]:
        moved = (0.0, shift / trend.frame.height)
        label = Label(lines=(_end(trend.exhibit, line, point),), side="r", value=point.value, moved=moved)
    else:
        run = Run(text=value_text(trend.exhibit, point.figure), size=LABEL, colour=line.colour)
        moved = (0.0, _clear(trend, line, point))
        label = Label(lines=((run,),), side=_side(trend, line, point), value=point.value, moved=moved)
    return Point(index=point.place, look=dress, label=label)


def _end(exhibit: Exhibit, line: Line, point: LinePoint) -> tuple[Run, ...]:
    value = Run(text=value_text(exhibit, point.figure), size=LABEL, colour=line.colour, bold=True)
    name = Run(text=f"\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{line.name}", size=LABEL, colour=line.colour)
    return (value, name) if line.name else (value,)


def _side(trend: _Trend, own: Line, point: LinePoint) -> Side:
    """Above a point, or below it where another line passes above, or where its own line comes from above."""
    passing = [line.value_at(point.place) for line in trend.lines if line is not own]
    here = trend.down(point.value)
    above = [here - trend.down(value) for value in passing if value is not None]
    return "b" if any(0 <= distance < 2 * _NAME_HEIGHT for distance in above) else "t"


def _clear(trend: _Trend, own: Line, point: LinePoint) -> float:
    """How far the value of a point is moved so that no value of its period covers another, in parts of the chart."""
    here = [(line, one) for line in trend.lines for one in line.known if one.place == point.place]
    inner = [(line, one) for line, one in here if one is not line.known[-1]]
    ideals = [trend.down(one.value) + (_BESIDE if _side(trend, line, one) == "b" else -_BESIDE) for line, one in inner]
    places = apart(ideals, [_VALUE_HEIGHT] * len(inner), trend.height)
    index = inner.index((own, point))
    return (places[index] - ideals[index]) / trend.frame.height
