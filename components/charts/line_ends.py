"""The names and last values of lines, written at their ends and moved apart where they would overlap."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.labels import block, bold, coloured, value_text
from components.layout.apart import apart
from components.layout.line import Line
from components.layout.status_code import with_status
from components.layout.text_width import LINE_HEIGHT, widest, wrapped
from components.palette import Palette
from loaders.exhibit import Role

#: Widest name of a line, in pixels.
_WIDTH = 112
_ARM = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class EndLabel:
    """The label of a line: its wrapped name, and where its middle should be in pixels from the top."""

    line: Line
    name: tuple[str, ...]
    ideal: float

    @property
    def height(self) -> float:
        """The room that the label takes, in pixels."""
        return (len(self.name) + 1) * LINE_HEIGHT if self.line.name else LINE_HEIGHT


def end_label(line: Line, ideal: float) -> EndLabel:
    """The label of a line whose last known point is `ideal` pixels from the top."""
    return EndLabel(line=line, name=wrapped(line.name, _WIDTH), ideal=ideal)


def label_room(labels: Sequence[EndLabel]) -> float:
    """The width in pixels that the labels need to the right of the plot."""
    texts = [(*label.name, with_status(label.line.known[-1].figure) + "†") for label in labels]
    return max((widest(text) for text in texts), default=0) + _ARM + 8


def add_end_labels(figure: go.Figure, labels: Sequence[EndLabel], last: int, room: float, palette: Palette) -> None:
    """Write the labels to the right of the last place, each tied to its point by a hairline."""
    middles = apart([label.ideal for label in labels], [label.height for label in labels], room)
    for label, middle in zip(labels, middles, strict=True):
        point = label.line.known[-1]
        if point.place < last:
            _reach(figure, label, last, palette)
        figure.add_annotation(
            x=last,
            y=point.value,
            text=_text(label),
            align="left",
            xanchor="left",
            yanchor="middle",
            showarrow=True,
            arrowhead=0,
            arrowwidth=1,
            arrowcolor=label.line.colour,
            standoff=6,
            ax=_ARM,
            ay=round(middle - label.ideal),
        )


def _text(label: EndLabel) -> str:
    value = bold(value_text(label.line.known[-1].figure))
    name = block(label.name)
    name = bold(name) if label.line.role is Role.ACCENT else name
    return coloured(f"{name}<br>{value}" if label.line.name else value, label.line.colour)


def _reach(figure: go.Figure, label: EndLabel, last: int, palette: Palette) -> None:
    point = label.line.known[-1]
    figure.add_shape(
        type="line",
        x0=point.place,
        x1=last,
        y0=point.value,
        y1=point.value,
        layer="below",
        line={"color": palette.rule, "width": 1, "dash": "dot"},
    )
