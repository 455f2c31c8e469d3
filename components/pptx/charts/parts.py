"""The parts of which charts are made: references with their values, labels, axes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree
from pptx.oxml.xmlchemy import BaseOxmlElement

from components.layout.looks import Look
from components.layout.scale import Extent
from components.pptx.charts.value_field import ValueField, value_field
from components.pptx.style import LABEL, PALETTE, dressed, filled, stroke
from components.pptx.text import Paragraph, Run, paragraph
from components.pptx.xml import tag

Side = Literal["outEnd", "inEnd", "ctr", "inBase", "l", "r", "t", "b"]
_SHOWS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
_LATER = "http://schemas.microsoft.com/office/drawing/2012/chart"
_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
CATEGORIES, VALUES = 111, 222
_HOLLOW = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The text of a point: its lines, on which side of the point it stands, and how far it is moved from there.

    `moved` is in parts of the width and the height of the chart. Where the lines say the `value` of the point, they
    follow it when it is edited.
    """

    lines: tuple[tuple[Run, ...], ...]
    side: Side
    value: float | None = None
    moved: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of a series that has a look or a label of its own; `radius` is that of a marker, in points."""

    index: int
    look: Look | None = None
    label: Label | None = None
    radius: float | None = None


def texts(name: str, reference: str, values: Sequence[str]) -> BaseOxmlElement:
    """Cells that hold texts, under `c:cat`, `c:tx` and their like."""
    cache = tag("c:strCache", tag("c:ptCount", val=len(values)), *_points(values))
    return tag(name, tag("c:strRef", tag("c:f", reference), cache))


def numbers(name: str, reference: str, values: Sequence[float | None]) -> BaseOxmlElement:
    """Cells that hold numbers; an empty cell is no number, and never zero."""
    written = [None if value is None else repr(float(value)) for value in values]
    cache = tag("c:numCache", tag("c:formatCode", "General"), tag("c:ptCount", val=len(values)), *_points(written))
    return tag(name, tag("c:numRef", tag("c:f", reference), cache))


def _points(values: Iterable[str | None]) -> list[BaseOxmlElement]:
    return [tag("c:pt", tag("c:v", value), idx=index) for index, value in enumerate(values) if value is not None]


def properties(name: str, *children: BaseOxmlElement | None) -> BaseOxmlElement:
    """The look of a part of a chart."""
    return tag(name, *children)


def type_of(size: float, colour: str, language: str) -> BaseOxmlElement:
    """The type of an axis or of labels."""
    default = tag("a:defRPr", filled(colour), sz=size * 100, lang=language, b=False)
    content = tag("a:p", tag("a:pPr", default), tag("a:endParaRPr", lang=language))
    return tag("c:txPr", tag("a:bodyPr"), tag("a:lstStyle"), content)


def labels(points: Iterable[Point], language: str) -> BaseOxmlElement:
    """The labels of a series: the texts that the exhibit gives its points, and none for other points."""
    own = [_label(point.index, point.label, language) for point in points if point.label]
    return tag("c:dLbls", *own, *_shows(value=False), _without_leaders())


def _without_leaders() -> BaseOxmlElement:
    """No lines between labels and points from which they were moved; part of the format since 2012."""
    extension = tag("c:ext", uri=_EXTENSION)
    etree.SubElement(extension, f"{{{_LATER}}}showLeaderLines", {"val": "0"}, nsmap={"c15": _LATER})
    return tag("c:extLst", extension)


def _label(index: int, label: Label, language: str) -> BaseOxmlElement:
    moved = None
    if label.moved != (0.0, 0.0):
        x, y = label.moved
        moved = tag("c:layout", tag("c:manualLayout", tag("c:x", val=f"{x:.5f}"), tag("c:y", val=f"{y:.5f}")))
    field = _field(label, language)
    marked = field.text if field else None
    content = [paragraph(Paragraph(runs=line), language, value=marked) for line in label.lines]
    rich = tag("c:rich", tag("a:bodyPr", wrap="none", anchor="ctr"), tag("a:lstStyle"), *content)
    format_of_value = tag("c:numFmt", formatCode=field.format, sourceLinked=False) if field else None
    side = tag("c:dLblPos", val=label.side)
    shows, later = _shows(value=True), _with_fields() if field else None
    return tag("c:dLbl", tag("c:idx", val=index), moved, tag("c:tx", rich), format_of_value, side, *shows, later)


def _field(label: Label, language: str) -> ValueField | None:
    if label.value is None:
        return None
    said = (value_field(run.text, label.value, language) for line in label.lines for run in line)
    return next(filter(None, said), None)


def _with_fields() -> BaseOxmlElement:
    """Says that the text of a label has fields; part of the format since 2012."""
    extension = tag("c:ext", uri=_EXTENSION)
    etree.SubElement(extension, f"{{{_LATER}}}dlblFieldTable", nsmap={"c15": _LATER})
    etree.SubElement(extension, f"{{{_LATER}}}showDataLabelsRange", {"val": "0"}, nsmap={"c15": _LATER})
    return tag("c:extLst", extension)


def _shows(*, value: bool) -> list[BaseOxmlElement]:
    return [tag(f"c:{name}", val=value and name == "showVal") for name in _SHOWS]


def marker(dress: Look | None, radius: float) -> BaseOxmlElement:
    """The dot of a point, or none."""
    if dress is None:
        return tag("c:marker", tag("c:symbol", val="none"))
    if dress.width:
        # Not every program draws the outline of a dot: its fill has to be seen by itself.
        dress = replace(dress, fill=PALETTE.tint(dress.line, _HOLLOW))
    fill, line = dressed(dress, edge=dress.fill)
    size = min(72, max(2, 2 * radius))
    return tag("c:marker", tag("c:symbol", val="circle"), tag("c:size", val=size), tag("c:spPr", fill, line))


def axis(name: str, parts: "AxisParts") -> BaseOxmlElement:
    """An axis of the kind `c:catAx` or `c:valAx`."""
    is_value = name == "c:valAx"
    extent = parts.extent
    scaling = tag(
        "c:scaling",
        tag("c:logBase", val=10) if parts.logarithmic else None,
        tag("c:orientation", val="maxMin" if parts.reversed else "minMax"),
        tag("c:max", val=repr(extent.high)) if extent else None,
        tag("c:min", val=repr(extent.low)) if extent else None,
    )
    return tag(
        name,
        tag("c:axId", val=parts.own),
        scaling,
        tag("c:delete", val=parts.hidden),
        tag("c:axPos", val=parts.position),
        tag("c:majorGridlines", tag("c:spPr", stroke(PALETTE.rule, 0.5))) if parts.gridlines else None,
        _title(parts.title, parts.language) if parts.title else None,
        tag("c:numFmt", formatCode=parts.format, sourceLinked=False),
        tag("c:majorTickMark", val="none"),
        tag("c:minorTickMark", val="none"),
        tag("c:tickLblPos", val="low"),
        tag("c:spPr", tag("a:noFill"), stroke(parts.line, 0.75)),
        type_of(parts.size, parts.colour, parts.language),
        tag("c:crossAx", val=parts.other),
        tag("c:crosses", val=parts.crosses),
        *(
            [tag("c:crossBetween", val=parts.between), tag("c:majorUnit", val=repr(parts.step)) if parts.step else None]
            if is_value
            else [
                tag("c:auto", val=False),
                tag("c:lblAlgn", val="ctr"),
                tag("c:lblOffset", val=60),
                tag("c:noMultiLvlLbl", val=True),
            ]
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisParts:
    """What tells one axis from another; `between` is whether values stand between the marks of the other axis."""

    own: int
    other: int
    position: Literal["l", "b", "r", "t"]
    language: str
    extent: Extent | None = None
    reversed: bool = False
    hidden: bool = False
    logarithmic: bool = False
    gridlines: bool = False
    title: str = ""
    format: str = "General"
    line: str | None = None
    size: float = LABEL
    colour: str = PALETTE.ink
    crosses: Literal["autoZero", "min", "max"] = "autoZero"
    between: Literal["between", "midCat"] = "between"
    step: float | None = None


def _title(title: str, language: str) -> BaseOxmlElement:
    run = Run(text=title, size=12, colour=PALETTE.muted)
    rich = tag("c:rich", tag("a:bodyPr"), tag("a:lstStyle"), paragraph(Paragraph(runs=(run,)), language))
    return tag("c:title", tag("c:tx", rich), tag("c:overlay", val=False))
