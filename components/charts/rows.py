"""Rows: labels on the left of a y axis that counts pixels, so that heights are exact at any width."""

from collections.abc import Iterable
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.labels import block, bold, for_role
from components.charts.template import Margins, canvas
from components.layout.text_width import FONT_SIZE, LINE_HEIGHT, widest, wrapped
from components.palette import Palette
from loaders.exhibit import Role

#: Widest label on the left, in pixels: a phone of 360 pixels keeps half its width for the bars.
LABEL_WIDTH = 138
_PADDING = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a chart: its label in lines, its place from the top in pixels; whether the picture is about it."""

    label: tuple[str, ...]
    role: Role
    top: float
    height: float
    is_focus: bool = False

    @property
    def centre(self) -> float:
        """The middle of the row, in pixels from the top."""
        return self.top + self.height / 2


def stack_rows(
    labels: Iterable[tuple[str, Role]], *, start: float = 0, least: float = 32, width: float = LABEL_WIDTH
) -> tuple[Row, ...]:
    """Rows under one another, each as high as its wrapped label needs and at least `least` pixels."""
    rows: list[Row] = []
    top = start
    for text, role in labels:
        lines = wrapped(text, width)
        height = max(least, len(lines) * LINE_HEIGHT + _PADDING)
        rows.append(Row(label=lines, role=role, top=top, height=height))
        top += height
    return tuple(rows)


def row_canvas(
    language: str, palette: Palette, rows: tuple[Row, ...], *, right: float = 12, standoff: float = 0
) -> go.Figure:
    """A figure with the rows' labels; `standoff` keeps room between labels and plot, `right` beyond the plot."""
    height = max((row.top + row.height for row in rows), default=0)
    left = widest(tuple(line for row in rows for line in row.label)) + standoff + 12
    figure = canvas(language, palette, height=height, margins=Margins(left=round(left), right=round(right)))
    figure.update_yaxes(
        range=[height, 0],
        tickvals=[row.centre for row in rows],
        ticktext=[_label(row) for row in rows],
        ticklabelstandoff=round(standoff) + 4,
        tickfont={"color": palette.ink, "size": FONT_SIZE},
    )
    figure.update_xaxes(showticklabels=False)
    return figure


def _label(row: Row) -> str:
    text = block(row.label)
    return bold(text) if row.is_focus else for_role(text, row.role)
