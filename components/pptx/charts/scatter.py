"""Scatters as native bubble charts: both axes titled, names beside the bubbles, what cannot be placed said below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt

from pptx.oxml.xmlchemy import BaseOxmlElement

from components.layout.axis import Axis, axis_for, named
from components.layout.bubble_labels import Bubble, free_sides
from components.layout.looks import look
from components.layout.scale import Extent, round_ticks
from components.layout.series import has_several_roles
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
from components.pptx.style import LABEL, PALETTE, dressed, filled
from components.pptx.text import Run
from components.pptx.xml import tag
from components.print.typeface import Face, width
from loaders.exhibit import Exhibit, Figure, Mark, Role
from loaders.language import language_from, wording

_LARGEST, _SMALLEST, _PLAIN = 26.0, 3.0, 6.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 62.0, 20.0, 34.0, 50.0
_SIDES: dict[str, Side] = {"middle right": "r", "middle left": "l", "top center": "t", "bottom center": "b"}
#: What PowerPoint draws the largest bubble as at a scale of 100: a quarter of the shorter side of the plot.
_FULL_SHARE = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A mark with both coordinates; the radius in points is the smallest where its size is not known."""

    mark: Mark
    x: float
    y: float
    size: float | None
    radius: float
    figures: tuple[Figure, Figure]


def scatter_chart(exhibit: Exhibit, frame: Frame, language: str) -> Chart:
    """Bubbles whose surface is the third measure; dots where there is none, or where it is not known of all."""
    words = wording(language_from(exhibit.language))
    placed = tuple(_placed(exhibit))
    x, y = (
        _rounded(axis_for(measure, [(one.x, one.y)[index] for one in placed]))
        for index, measure in enumerate(exhibit.measures[:2])
    )
    inner = Frame(left=_LEFT, top=_TOP, width=frame.width - _LEFT - _RIGHT, height=frame.height - _TOP - _BOTTOM)
    has_sizes = all(one.size is not None for one in placed) and bool(placed)
    points = tuple(_points(exhibit, placed, (x, y), inner))
    series = _series(exhibit, placed, points, language, has_sizes=has_sizes)
    if has_sizes:
        scale = 2 * _LARGEST / (_FULL_SHARE * min(inner.width, inner.height)) * 100
        plot = tag(
            "c:bubbleChart",
            tag("c:varyColors", val=False),
            series,
            tag("c:bubbleScale", val=min(300, scale)),
            tag("c:showNegBubbles", val=False),
            tag("c:sizeRepresents", val="area"),
            tag("c:axId", val=CATEGORIES),
            tag("c:axId", val=VALUES),
        )
    else:
        plot = tag(
            "c:scatterChart",
            tag("c:scatterStyle", val="lineMarker"),
            tag("c:varyColors", val=False),
            series,
            tag("c:axId", val=CATEGORIES),
            tag("c:axId", val=VALUES),
        )
    return Chart(
        plots=(
            plot,
            axis("c:valAx", _parts(x, (CATEGORIES, VALUES), "b", x.title(words), language)),
            axis("c:valAx", _parts(y, (VALUES, CATEGORIES), "l", y.title(words), language)),
        ),
        rows=tuple(_cells(exhibit, placed)),
        frame=frame,
        inner=(
            _LEFT / frame.width,
            _TOP / frame.height,
            inner.width / frame.width,
            inner.height / frame.height,
        ),
        notes=tuple(_notes(exhibit, placed)),
    )


def _placed(exhibit: Exhibit) -> Iterator[_Placed]:
    sizes = [figure.value or 0 for mark in exhibit.marks if (figure := _figure(mark, 2))]
    largest = max(sizes, default=0) or 1
    for mark in exhibit.marks:
        x, y, size = (_figure(mark, index) for index in range(3))
        if x and y and x.value is not None and y.value is not None:
            value = size.value if size else None
            radius = max(_SMALLEST, _LARGEST * sqrt(max(0.0, value or 0) / largest))
            radius = radius if len(exhibit.measures) > 2 else _PLAIN  # noqa: PLR2004 - x, y and size
            yield _Placed(mark=mark, x=x.value, y=y.value, size=value, radius=radius, figures=(x, y))


def _figure(mark: Mark, index: int) -> Figure | None:
    return mark.figures[index] if index < len(mark.figures) else None


def _rounded(found: Axis) -> Axis:
    """The axis with ends at which a tick stands, for that is where Office begins to count."""
    if found.logarithmic:
        extent = Extent(low=floor(found.extent.low), high=ceil(found.extent.high))
        return Axis(measure=found.measure, logarithmic=True, extent=extent)
    step = _step(found)
    low, high = floor(found.extent.low / step) * step, ceil(found.extent.high / step) * step
    return Axis(measure=found.measure, logarithmic=False, extent=Extent(low=low, high=high))


def _step(found: Axis) -> float:
    ticks = round_ticks(found.extent)
    return ticks[1] - ticks[0] if len(ticks) > 1 else found.extent.high - found.extent.low


def _parts(found: Axis, ids: tuple[int, int], position: Side, title: str, language: str) -> AxisParts:
    extent = found.extent
    if found.logarithmic:
        extent = Extent(low=10.0**extent.low, high=10.0**extent.high)
    return AxisParts(
        own=ids[0],
        other=ids[1],
        position="b" if position == "b" else "l",
        language=language,
        extent=extent,
        logarithmic=found.logarithmic,
        gridlines=True,
        title=title,
        format="#,##0" if extent.high >= 10 else "General",  # noqa: PLR2004 - smaller numbers may have decimals
        line=PALETTE.muted if position == "b" else None,
        size=11,
        colour=PALETTE.muted,
        crosses="min",
        between="midCat",
        step=None if found.logarithmic else _step(found),
    )


def _points(exhibit: Exhibit, placed: Sequence[_Placed], axes: tuple[Axis, Axis], inner: Frame) -> Iterator[Point]:
    bubbles = [
        Bubble(
            x=axes[0].share(one.x) * inner.width,
            y=(1 - axes[1].share(one.y)) * inner.height,
            radius=one.radius,
            name_width=width(one.mark.category.label, LABEL, Face.BOLD),
        )
        for one in placed
    ]
    stands_out = has_several_roles(exhibit)
    for index, (one, side) in enumerate(zip(placed, free_sides(bubbles, inner.width), strict=True)):
        doubted = any(figure.is_doubted for figure in one.mark.figures if figure)
        run = Run(
            text=one.mark.category.label + ("†" if doubted else ""),
            size=LABEL,
            colour=PALETTE.ink,
            bold=stands_out and one.mark.role is Role.ACCENT,
        )
        worst = next((figure for figure in one.figures if figure.status != "A"), one.figures[0])
        dress = look(worst, PALETTE.stroke(one.mark.role), PALETTE)
        label = Label(lines=((run,),), side=_SIDES[side])
        yield Point(index=index, look=dress, label=label, radius=one.radius)


def _series(
    exhibit: Exhibit, placed: Sequence[_Placed], points: Sequence[Point], language: str, *, has_sizes: bool
) -> BaseOxmlElement:
    count = max(1, len(placed))
    own = [
        tag(
            "c:dPt",
            tag("c:idx", val=point.index),
            tag("c:invertIfNegative", val=False) if has_sizes else marker(point.look, point.radius or _PLAIN),
            tag("c:bubble3D", val=False),
            tag("c:spPr", *dressed(point.look, edge=PALETTE.paper)) if has_sizes and point.look else None,
        )
        for point in points
    ]
    first = tag("c:invertIfNegative", val=False) if has_sizes else marker(points[0].look if points else None, _PLAIN)
    fill = tag("c:spPr", filled(PALETTE.quiet)) if has_sizes else tag("c:spPr", tag("a:ln", tag("a:noFill")))
    last = tag("c:smooth", val=False)
    if has_sizes:
        last = numbers("c:bubbleSize", column_of(3, 1, count), [one.size for one in placed])
    return tag(
        "c:ser",
        tag("c:idx", val=0),
        tag("c:order", val=0),
        texts("c:tx", column_of(2, 0, 0), [exhibit.measures[1].label]),
        fill,
        first,
        *own,
        labels(points, language),
        numbers("c:xVal", column_of(1, 1, count), [one.x for one in placed]),
        numbers("c:yVal", column_of(2, 1, count), [one.y for one in placed]),
        last,
        tag("c:bubble3D", val=False) if has_sizes else None,
    )


def _cells(exhibit: Exhibit, placed: Sequence[_Placed]) -> Iterator[tuple[str | float | None, ...]]:
    """The marks that are placed, then the others, whose cells the chart does not read."""
    yield (exhibit.category_label, *(one.label for one in exhibit.measures))
    shown = [one.mark for one in placed]
    for mark in (*shown, *(mark for mark in exhibit.marks if mark not in shown)):
        yield (mark.category.label, *(figure.value if figure else None for figure in mark.figures))


def _notes(exhibit: Exhibit, placed: Sequence[_Placed]) -> Iterator[str]:
    """What the surface means, then every figure of a mark that is not placed, or has no size."""
    words = wording(language_from(exhibit.language))
    if len(exhibit.measures) > 2:  # noqa: PLR2004 - x, y and size
        yield words.say("Area of the circles: {measure}", measure=named(exhibit.measures[2], words))
    shown = {one.mark for one in placed}
    for mark in exhibit.marks:
        for measure, figure in zip(exhibit.measures, mark.figures, strict=False):
            if figure is not None and (figure.value is None or mark not in shown):
                label = f"{mark.category.label} – {measure.label}"
                yield words.say("{label}: {value}", label=label, value=figure.spoken)
