"""Dumbbells, and rankings by rank, as native charts of dots."""

from collections.abc import Sequence
from dataclasses import replace

from components.layout.ends import End, end_names, ends_of
from components.layout.looks import look
from components.layout.scale import Extent, point_extent
from components.layout.series import category_roles, has_several_roles
from components.pptx.canvas import Frame
from components.pptx.charts.bar_chart import gap_name
from components.pptx.charts.chart import Chart
from components.pptx.charts.dot_rows import Dot, DotRows, Row, dot_rows_chart
from components.pptx.charts.parts import Side
from components.pptx.style import LABEL, PALETTE
from components.pptx.text import Run
from components.print.plot import value_text
from loaders.exhibit import Exhibit, Item, Role
from loaders.measure import MeasureKind

_HIGHEST, _LOWEST = 48.0, 18.0
_FREE = frozenset({MeasureKind.CHANGE, MeasureKind.RANK, MeasureKind.INDEX})


def places_chart(exhibit: Exhibit, frame: Frame, language: str) -> Chart:
    """A ranking by rank as dots on a scale that begins with the first place: a bar would show the worst as longest."""
    count = _fitting(frame, len(exhibit.marks))
    roles = category_roles(exhibit)
    shown = exhibit.marks[:count]
    last = max([2.0, *(mark.figure.value for mark in shown if mark.figure.value is not None)])
    rows = tuple(
        Row(
            name=gap_name(mark.category.label, [mark.figure.text] if mark.figure.value is None else []),
            bold=roles[mark.category.code] is Role.ACCENT,
            dots=(
                Dot(
                    column=0,
                    value=mark.figure.value,
                    look=look(mark.figure, PALETTE.stroke(mark.role), PALETTE),
                    runs=(Run(text=value_text(exhibit, mark.figure), size=LABEL, colour=PALETTE.ink),),
                ),
            ),
        )
        for mark in shown
    )
    drawn = DotRows(
        rows=rows,
        columns=(exhibit.measures[0].label,),
        extent=Extent(low=1.0, high=last),
        frame=_low(frame, count),
    )
    return replace(dot_rows_chart(exhibit, drawn, language), left_out=len(exhibit.marks) - count)


def dumbbell_chart(exhibit: Exhibit, frame: Frame, language: str) -> Chart:
    """Two or more values of a category on one line; the first row names what its dots stand for."""
    count = _fitting(frame, len(exhibit.categories))
    ends = [tuple(ends_of(exhibit, item)) for item in exhibit.categories[:count]]
    values = [end.figure.value for found in ends for end in found if end.figure.value is not None]
    extent = point_extent(values or [0.0, 1.0], from_zero=exhibit.measures[0].kind not in _FREE)
    named: set[int] = set()
    rows = []
    for item, found in zip(exhibit.categories, ends, strict=False):
        rows.append(_row(exhibit, item, found, named))
        named |= {end.index for end in found if end.figure.value is not None}
    drawn = DotRows(rows=tuple(rows), columns=end_names(exhibit), extent=extent, frame=_low(frame, count))
    chart = dot_rows_chart(exhibit, drawn, language)
    return replace(chart, left_out=len(exhibit.marks) - len({end.mark for found in ends for end in found}))


def _fitting(frame: Frame, rows: int) -> int:
    return min(rows, max(1, int(frame.height // _LOWEST) - 1))


def _low(frame: Frame, rows: int) -> Frame:
    height = min(frame.height, (rows + 1) * _HIGHEST)
    return replace(frame, height=height, top=frame.top + (frame.height - height) * 0.4)


def _row(exhibit: Exhibit, item: Item, ends: Sequence[End], named: set[int]) -> Row:
    known = sorted((end for end in ends if end.figure.value is not None), key=lambda end: end.figure.value or 0)
    gaps = [end.figure.text for end in ends if end.figure.value is None]
    if known:
        names = end_names(exhibit)
        gaps = [f"{names[end.index]}\N{NO-BREAK SPACE}: {end.figure.text}" for end in ends if end.figure.value is None]
    dots = [
        _dot(exhibit, end, _side(place, len(known)), is_named=end.index not in named) for place, end in enumerate(known)
    ]
    return Row(
        name=gap_name(item.label, gaps),
        bold=category_roles(exhibit)[item.code] is Role.ACCENT,
        dots=tuple(dots),
    )


def _side(place: int, count: int) -> Side:
    if place == count - 1:
        return "r"
    return "t" if place else "l"


def _dot(exhibit: Exhibit, end: End, side: Side, *, is_named: bool) -> Dot:
    bold = end.mark.role is Role.ACCENT and has_several_roles(exhibit)
    value = Run(text=value_text(exhibit, end.figure), size=LABEL, colour=PALETTE.ink, bold=bold)
    name = Run(text=end_names(exhibit)[end.index], size=LABEL, colour=PALETTE.nth(end.index), bold=True)
    between = Run(text="\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}", size=LABEL)
    runs: tuple[Run, ...] = (value,)
    if is_named:
        runs = (name, between, value) if side == "l" else (value, between, name)
    return Dot(
        column=end.index,
        value=end.figure.value,
        look=look(end.figure, PALETTE.nth(end.index), PALETTE),
        runs=runs,
        side=side,
    )
