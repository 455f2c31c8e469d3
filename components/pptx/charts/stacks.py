"""Stacked bars as a native chart: values inside of their segments, names in the first stack or in a legend."""

from dataclasses import dataclass, field, replace

from components.layout.looks import look
from components.layout.scale import Extent
from components.layout.series import marks_of, series_colours
from components.pptx.canvas import Frame
from components.pptx.charts.bar_chart import Bar, Bars, Series, bar_chart, gap_name, gap_texts
from components.pptx.charts.chart import Chart
from components.pptx.style import LABEL, PALETTE, SMALL
from components.pptx.text import Run
from components.print.plot import value_text
from components.print.typeface import Face, widest, width, wrapped
from loaders.exhibit import Exhibit, Item, Mark

_HIGHEST, _LOWEST = 96.0, 22.0
_NAME_LINES = 2
_MARGIN = 8.0
#: The room between stacks, in hundredths of their height.
_SPACE = 50


def stacked_bars_chart(exhibit: Exhibit, frame: Frame, language: str) -> Chart:
    """One stack for each category; what was not printed has no segment and is named after its category."""
    shown = exhibit.categories[: max(1, int(frame.height // _LOWEST))]
    groups = {item: marks_of(exhibit, item) for item in shown}
    height = min(frame.height, len(shown) * _HIGHEST)
    low = replace(frame, height=height, top=frame.top + (frame.height - height) * 0.4)
    total = max((sum(mark.figure.value or 0 for mark in marks) for marks in groups.values()), default=0) or 1.0
    names = tuple(gap_name(item.label, gap_texts(marks, named=True)) for item, marks in groups.items())
    bars = Bars(categories=names, series=(), size=LABEL, frame=low, grouping="stacked", gap=_SPACE)
    unit = (low.width - bars.names) / total
    up = (height / len(shown) / (1 + _SPACE / 100) / 2 + LABEL * 0.65) / height
    first = next(iter(groups.values()))
    named = height / len(shown) >= LABEL * 5 and all(_holds(mark, unit) for mark in first if mark.series)
    named = named and {mark.series for mark in first if mark.figure.value is not None} >= set(exhibit.series)
    colours = series_colours(exhibit, PALETTE)
    series = tuple(
        Series(
            name=item.label,
            colour=colours[item.code],
            bars=tuple(
                _segment(exhibit, marks, item, _Dress(colours[item.code], unit, up, named=named and not number))
                for number, marks in enumerate(groups.values())
            ),
        )
        for item in exhibit.series
    )
    full = replace(bars, series=series, has_legend=not named)
    chart = bar_chart(exhibit, full, Extent(low=0, high=total), language)
    return replace(chart, left_out=len(exhibit.marks) - sum(map(len, groups.values())))


def _holds(mark: Mark, unit: float) -> bool:
    """Whether the name of a segment finds room in it."""
    room = (mark.figure.value or 0) * unit - _MARGIN
    if mark.series is None or room <= 0:
        return False
    lines = wrapped(mark.series.label, room, SMALL)
    return len(lines) <= _NAME_LINES and widest(lines, SMALL, Face.BOLD) <= room


@dataclass(frozen=True, slots=True)
class _Dress:
    """How a segment is drawn: its colour, points for one of its unit, where a text stands that does not fit into it."""

    colour: str
    unit: float
    up: float
    named: bool = field(kw_only=True)


def _segment(exhibit: Exhibit, marks: tuple[Mark, ...], series: Item, dress: _Dress) -> Bar | None:
    mark = next((one for one in marks if one.series == series), None)
    if mark is None:
        return None
    worn, text = look(mark.figure, dress.colour, PALETTE), value_text(exhibit, mark.figure)
    fits = width(text, LABEL, Face.BOLD) <= (mark.figure.value or 0) * dress.unit
    ink = PALETTE.text_on(worn.fill) if fits else PALETTE.ink
    value = (Run(text=text, size=LABEL if fits else SMALL, colour=ink, bold=True),)
    name = (Run(text=series.label, size=SMALL, colour=ink),)
    return Bar(
        value=mark.figure.value,
        look=worn,
        lines=(name, value) if dress.named else (value,),
        side="ctr",
        moved=(0.0, 0.0 if fits else -dress.up),
    )
