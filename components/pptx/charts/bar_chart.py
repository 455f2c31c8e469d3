"""Horizontal bars as a native chart: beside each other or stacked, the first on top."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

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
    numbers,
    texts,
)
from components.pptx.charts.workbook import column_of
from components.pptx.style import LABEL, PALETTE, dressed, filled, stroke
from components.pptx.text import Run
from components.pptx.xml import tag
from components.print.typeface import Face, width, wrapped
from loaders.exhibit import Exhibit, Figure, Item, Mark

_AIR = 10.0
_WIDEST_NAME = 0.34
Lines = tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A figure as a bar, and what is written on it (`moved` from there); a gap has neither value nor label."""

    value: float | None
    look: Look
    lines: Lines
    side: Side = "outEnd"
    moved: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Bars of one name and colour, one for each category, None where there is no figure at all."""

    name: str
    colour: str
    bars: tuple[Bar | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """What a bar chart shows."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    size: float
    frame: Frame
    grouping: Literal["clustered", "stacked"] = "clustered"
    gap: int = 45
    has_legend: bool = False

    @property
    def values(self) -> tuple[float | None, ...]:
        """All values, gaps included."""
        return tuple(bar.value for one in self.series for bar in one.bars if bar)

    @property
    def names(self) -> float:
        """The width that the names of the categories take."""
        widest = max((width(name, LABEL) for name in self.categories), default=0.0)
        return min(self.frame.width * _WIDEST_NAME, widest + _AIR)

    def room(self, *, negative: bool) -> float:
        """The width that labels take beyond the longest bar, to the left or to the right."""
        found = (bar for one in self.series for bar in one.bars if bar and bar.value is not None)
        beyond = [bar for bar in found if (bar.value or 0) < 0 or not negative]
        return max((_width(bar.lines) + _AIR for bar in beyond), default=0.0)


def _width(lines: Lines) -> float:
    return max((sum(width(run.text, run.size or LABEL, Face.BOLD) for run in line) for line in lines), default=0.0)


def gap_name(name: str, gaps: Sequence[str]) -> str:
    """The name of a category with what is missing in it: "Spain (not printed)"."""
    return f"{name} ({', '.join(dict.fromkeys(gaps))})" if gaps else name


def gap_texts(marks: Sequence[Mark], *, named: bool) -> list[str]:
    """What is said of the gaps of a category; with the names of the series where there are several."""
    gaps = [(mark.series, mark.figure) for mark in marks if mark.figure.value is None]
    if not named or (len(gaps) == len(marks) and len({figure.text for _, figure in gaps}) == 1):
        return [figure.text for _, figure in gaps]
    return [_said(series, figure) for series, figure in gaps]


def _said(series: Item | None, figure: Figure) -> str:
    return f"{series.label}\N{NO-BREAK SPACE}: {figure.text}" if series else figure.text


def bar_chart(exhibit: Exhibit, bars: Bars, extent: Extent, language: str) -> Chart:
    """The chart; the axis is so long that the label of the longest bar finds room beside it."""
    frame = bars.frame
    inner = frame.width - bars.names - 2
    before, after = bars.room(negative=True), bars.room(negative=False)
    if bars.grouping == "stacked":
        before = after = 0.0
    unit = (extent.high - extent.low) / max(inner - before - after, inner * 0.25)
    longer = Extent(low=extent.low - before * unit, high=extent.high + after * unit)
    top = 0.09 if bars.has_legend else 0.0
    return Chart(
        plots=(
            tag(
                "c:barChart",
                tag("c:barDir", val="bar"),
                tag("c:grouping", val=bars.grouping),
                tag("c:varyColors", val=False),
                *(_series(number, one, bars, language) for number, one in enumerate(bars.series)),
                tag("c:gapWidth", val=bars.gap),
                tag("c:overlap", val=100 if bars.grouping == "stacked" else 0),
                tag("c:axId", val=CATEGORIES),
                tag("c:axId", val=VALUES),
            ),
            axis(
                "c:catAx",
                AxisParts(
                    own=CATEGORIES,
                    other=VALUES,
                    position="l",
                    language=language,
                    reversed=True,
                    line=PALETTE.muted,
                    size=_name_size(bars),
                ),
            ),
            axis(
                "c:valAx",
                AxisParts(own=VALUES, other=CATEGORIES, position="t", language=language, extent=longer, hidden=True),
            ),
        ),
        rows=tuple(_rows(exhibit, bars)),
        frame=frame,
        inner=(1 - inner / frame.width, top, inner / frame.width, 1.0 - top),
        has_legend=bars.has_legend,
    )


def _name_size(bars: Bars) -> float:
    """The type of the names: smaller where they would take more height than their bars."""
    pitch = bars.frame.height / max(1, len(bars.categories))
    for size in (LABEL, 12.0, 11.0, 10.0):
        high = max((len(wrapped(name, bars.names * 0.92, size)) for name in bars.categories), default=1) * size * 1.2
        if high <= pitch:
            return size
    return 9.0


def _rows(exhibit: Exhibit, bars: Bars) -> Iterator[tuple[str | float | None, ...]]:
    yield (exhibit.category_label, *(one.name for one in bars.series))
    for index, name in enumerate(bars.categories):
        cells = (one.bars[index] for one in bars.series)
        yield (name, *(bar.value if bar else None for bar in cells))


def _series(number: int, one: Series, bars: Bars, language: str) -> BaseOxmlElement:
    count = len(bars.categories)
    known = [(index, bar) for index, bar in enumerate(one.bars) if bar and bar.value is not None]
    points = [
        Point(index=index, look=bar.look, label=Label(lines=bar.lines, side=bar.side, value=bar.value, moved=bar.moved))
        for index, bar in known
    ]
    edge = PALETTE.paper if bars.grouping == "stacked" else None
    return tag(
        "c:ser",
        tag("c:idx", val=number),
        tag("c:order", val=number),
        texts("c:tx", column_of(number + 1, 0, 0), [one.name]),
        tag("c:spPr", filled(one.colour), stroke(edge)),
        tag("c:invertIfNegative", val=False),
        *(_point(point, edge) for point in points),
        labels(points, language),
        texts("c:cat", column_of(0, 1, count), bars.categories),
        numbers("c:val", column_of(number + 1, 1, count), [bar.value if bar else None for bar in one.bars]),
    )


def _point(point: Point, edge: str | None) -> BaseOxmlElement | None:
    if point.look is None:
        return None
    return tag(
        "c:dPt",
        tag("c:idx", val=point.index),
        tag("c:invertIfNegative", val=False),
        tag("c:bubble3D", val=False),
        tag("c:spPr", *dressed(point.look, edge=edge)),
    )
