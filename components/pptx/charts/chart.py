"""A whole chart: plots and axes around which stand neither title nor frame, and what PowerPoint is handed of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.xmlchemy import BaseOxmlElement

from components.pptx.canvas import Canvas, Frame, describe
from components.pptx.charts.parts import type_of
from components.pptx.charts.workbook import Rows, workbook_bytes
from components.pptx.style import LABEL, PALETTE
from components.pptx.xml import document, tag
from loaders.exhibit import Exhibit


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart before it is on a slide.

    `plots` are the plots and then their axes; `inner` is the part of the chart inside of the axes (left, top, width
    and height from 0 to 1), None to leave it to the program that shows it. `rows` are the cells of the workbook.
    `left_out` counts the marks that found no room, `notes` are to stand below it.
    """

    plots: tuple[BaseOxmlElement, ...]
    rows: Rows
    frame: Frame
    inner: tuple[float, float, float, float] | None = None
    has_legend: bool = False
    spans_gaps: bool = False
    left_out: int = 0
    notes: tuple[str, ...] = ()


class _Ready(CategoryChartData):
    """Chart data that are written already."""

    def __init__(self, chart: bytes, workbook: bytes) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library types its data in part
        self._chart, self._workbook = chart, workbook

    def xml_bytes(self, chart_type: XL_CHART_TYPE) -> bytes:
        """The chart, which is of its own type."""
        del chart_type
        return self._chart

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook."""
        return self._workbook


def add_chart(canvas: Canvas, exhibit: Exhibit, chart: Chart) -> None:
    """Put a chart with its workbook on a slide."""
    ready = _Ready(document(_space(chart, canvas.style.tag)), workbook_bytes(exhibit, chart.rows))
    shapes, any_type = canvas.slide.shapes, XL_CHART_TYPE.BAR_CLUSTERED
    shapes.add_chart(any_type, *chart.frame.units, ready)  # type: ignore[arg-type]  # typed as less than it takes
    describe(shapes[-1], exhibit.title, exhibit.alt)


def _space(chart: Chart, language: str) -> BaseOxmlElement:
    legend = None
    if chart.has_legend:
        legend = tag("c:legend", tag("c:legendPos", val="t"), tag("c:overlay", val=False))
    content = tag(
        "c:chart",
        tag("c:autoTitleDeleted", val=True),
        tag("c:plotArea", _layout(chart.inner), *chart.plots, tag("c:spPr", tag("a:noFill"))),
        legend,
        tag("c:plotVisOnly", val=True),
        tag("c:dispBlanksAs", val="span" if chart.spans_gaps else "gap"),
    )
    return tag(
        "c:chartSpace",
        tag("c:date1904", val=False),
        tag("c:lang", val=language),
        tag("c:roundedCorners", val=False),
        content,
        tag("c:spPr", tag("a:noFill"), tag("a:ln", tag("a:noFill"))),
        type_of(LABEL, PALETTE.ink, language),
    )


def _layout(inner: Sequence[float] | None) -> BaseOxmlElement:
    if inner is None:
        return tag("c:layout")
    sides = [tag(f"c:{name}", val=f"{value:.5f}") for name, value in zip("xywh", inner, strict=True)]
    modes = [tag("c:layoutTarget", val="inner"), tag("c:xMode", val="edge"), tag("c:yMode", val="edge")]
    return tag("c:layout", tag("c:manualLayout", *modes, *sides))
