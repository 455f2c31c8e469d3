"""Rankings and grouped bars as native charts; every bar carries its value, in groups also its name."""

from dataclasses import replace

from components.layout.looks import look
from components.layout.scale import bar_extent
from components.layout.series import has_several_roles, marks_of, series_colours
from components.pptx.canvas import Frame
from components.pptx.charts.bar_chart import Bar, Bars, Series, bar_chart, gap_name, gap_texts
from components.pptx.charts.chart import Chart
from components.pptx.style import LABEL, PALETTE
from components.pptx.text import Run
from components.print.plot import value_text
from loaders.exhibit import Exhibit, Item, Mark, Role

#: Heights of a bar with the room around it, in points: at most, and at least.
_HIGHEST, _LOWEST = 64.0, 17.0
_LOWEST_IN_GROUP = 13.0
_SMALLEST = 9.0
#: The type of labels, in parts of the height of a bar and the room around it.
_TYPE = 0.68


def ranking_chart(exhibit: Exhibit, frame: Frame, language: str) -> Chart:
    """The marks of a ranking, Île-de-France in the accent colour; a gap is named with what is said of it."""
    count = min(len(exhibit.marks), int(frame.height // _LOWEST))
    shown = exhibit.marks[:count]
    low = _low(frame, count)
    size = max(_SMALLEST, min(LABEL, low.height / max(1, count) * _TYPE))
    bars = Bars(
        categories=tuple(gap_name(mark.category.label, gap_texts([mark], named=False)) for mark in shown),
        series=(
            Series(
                name=exhibit.measures[0].label if len(exhibit.measures) == 1 else exhibit.title,
                colour=PALETTE.role(Role.OTHER),
                bars=tuple(_ranked(exhibit, mark, size) for mark in shown),
            ),
        ),
        size=size,
        frame=low,
    )
    chart = bar_chart(exhibit, bars, bar_extent(bars.values), language)
    return replace(chart, left_out=len(exhibit.marks) - count)


def _low(frame: Frame, rows: int) -> Frame:
    """The frame no higher than some bars need, in the middle of the room."""
    height = min(frame.height, rows * _HIGHEST)
    return replace(frame, height=height, top=frame.top + (frame.height - height) * 0.4)


def _ranked(exhibit: Exhibit, mark: Mark, size: float) -> Bar:
    dress = look(mark.figure, PALETTE.role(mark.role), PALETTE, outline=PALETTE.stroke(mark.role))
    stands_out = mark.role is Role.ACCENT and has_several_roles(exhibit)
    run = Run(text=value_text(exhibit, mark.figure), size=size, colour=PALETTE.ink, bold=stands_out)
    return Bar(value=mark.figure.value, look=dress, lines=((run,),))


def grouped_bars_chart(exhibit: Exhibit, frame: Frame, language: str) -> Chart:
    """Groups of bars; what was not printed is named after its group."""
    most = int(frame.height // (_LOWEST_IN_GROUP * max(1, len(exhibit.series))))
    shown = exhibit.categories[: max(1, most)]
    groups = {item: marks_of(exhibit, item) for item in shown}
    low = _low(frame, sum(len(exhibit.series) + 1 for _ in shown))
    pitch = low.height / max(1, len(shown) * (len(exhibit.series) + 0.5))
    size = max(_SMALLEST, min(LABEL, pitch * _TYPE))
    colours = series_colours(exhibit, PALETTE)
    edges = series_colours(exhibit, PALETTE, thin=True)
    bars = Bars(
        categories=tuple(gap_name(item.label, gap_texts(marks, named=True)) for item, marks in groups.items()),
        series=tuple(
            Series(
                name=item.label,
                colour=colours[item.code],
                bars=tuple(
                    _grouped(exhibit, marks, item, (colours[item.code], edges[item.code]), size)
                    for marks in groups.values()
                ),
            )
            for item in exhibit.series
        ),
        size=size,
        frame=low,
        gap=50,
    )
    chart = bar_chart(exhibit, bars, bar_extent(bars.values), language)
    shown_marks = sum(map(len, groups.values()))
    return replace(chart, left_out=len(exhibit.marks) - shown_marks)


def _grouped(
    exhibit: Exhibit, marks: tuple[Mark, ...], series: Item, colours: tuple[str, str], size: float
) -> Bar | None:
    mark = next((one for one in marks if one.series == series), None)
    if mark is None:
        return None
    fill, edge = colours
    runs = (
        Run(text=value_text(exhibit, mark.figure), size=size, colour=PALETTE.ink, bold=True),
        Run(text=f"\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{series.label}", size=size, colour=PALETTE.muted),
    )
    return Bar(value=mark.figure.value, look=look(mark.figure, fill, PALETTE, outline=edge), lines=(runs,))
