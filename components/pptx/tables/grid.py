"""A native table without the style of Office: hairlines under the rows, fills where cells mean something."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement

from components.pptx.canvas import Canvas, Frame, describe
from components.pptx.style import LINE, PALETTE, stroke
from components.pptx.text import Align, Paragraph, Run, fill_body, lines, points
from components.pptx.xml import tag

_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
SIDE_MARGIN, MARGIN = 6.0, 2.5
_SIDES = ("a:lnL", "a:lnR", "a:lnT", "a:lnB")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The text of a cell as lines of runs, where it stands, its ground and the colour of its hairlines."""

    lines: tuple[tuple[Run, ...], ...]
    align: Align = "l"
    ground: BaseOxmlElement | None = None
    rule: str | None = PALETTE.rule
    is_boxed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Rows of cells, the first being the headings; widths of columns and heights of rows in points."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    name: str
    alternative: str


def text_height(cell: Cell, width: float) -> float:
    """How high a cell is in a column of a width, margins included."""
    inner = width - 2 * SIDE_MARGIN
    total = 0.0
    for runs in cell.lines:
        size = max((run.size or 0 for run in runs), default=0.0)
        # Bold letters are wider.
        wider = 0.94 if any(run.bold for run in runs) else 1.0
        total += lines("".join(run.text for run in runs), inner * wider, size) * size * LINE
    return total + 2 * MARGIN


def add_grid(canvas: Canvas, frame: Frame, grid: Grid) -> None:
    """Put a table on a slide, its upper left corner that of the frame."""
    high = Frame(left=frame.left, top=frame.top, width=sum(grid.widths), height=sum(grid.heights))
    shape = canvas.slide.shapes.add_table(len(grid.rows), len(grid.widths), *high.units)
    describe(shape, grid.name, grid.alternative)
    table = shape.element.xpath(".//a:tbl")[0]
    properties = table.find(qn("a:tblPr"))
    properties.set("bandRow", "0")
    properties.find(qn("a:tableStyleId")).text = _PLAIN_STYLE
    for column, width in zip(table.iter(qn("a:gridCol")), grid.widths, strict=True):
        column.set("w", str(points(width)))
    for row, cells, height in zip(table.findall(qn("a:tr")), grid.rows, grid.heights, strict=True):
        row.set("h", str(points(height)))
        for place, cell in zip(row.findall(qn("a:tc")), cells, strict=True):
            _fill(place, cell, canvas.style.tag)


def _fill(place: BaseOxmlElement, cell: Cell, language: str) -> None:
    paragraphs = [Paragraph(runs=runs, align=cell.align) for runs in cell.lines]
    fill_body(place.find(qn("a:txBody")), paragraphs, language)
    for old in place.findall(qn("a:tcPr")):
        place.remove(old)
    place.append(
        tag(
            "a:tcPr",
            *_edges(cell),
            tag("a:noFill") if cell.ground is None else cell.ground,
            marL=points(SIDE_MARGIN),
            marR=points(SIDE_MARGIN),
            marT=points(MARGIN),
            marB=points(MARGIN),
            anchor="ctr" if cell.is_boxed else "t",
        )
    )


def _edges(cell: Cell) -> Sequence[BaseOxmlElement]:
    """Hairlines of a cell: below it, or on its four sides where it is a box."""
    edges = []
    for name in _SIDES:
        is_drawn = cell.rule is not None and (cell.is_boxed or name == "a:lnB")
        line = stroke(cell.rule if is_drawn else None, 3.0 if cell.is_boxed else 0.75)
        edge = tag(name, w=float(line.get("w", "0")))
        for part in list(line):
            edge.append(part)
        edges.append(edge)
    return edges
