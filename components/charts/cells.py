"""Grids of cells: rows by category, columns by series; what heat tables and sign matrices have in common."""

from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.labels import block, for_role
from components.charts.rows import Row, row_canvas, stack_rows
from components.layout.series import category_roles, series_roles
from components.layout.text_width import LINE_HEIGHT, SMALL_SIZE, widest, wrapped
from components.palette import Palette
from loaders.exhibit import Exhibit, Mark, Role

_PAD = 0.025
_LABEL_WIDTH = 106
#: What a phone of 360 pixels leaves for all columns, beside the labels of the rows.
_NARROWEST = 216
#: Up to here headings stay horizontal on a phone; more of them turn there, and there only.
_MOST_HORIZONTAL = 3
_HEADING = SMALL_SIZE + 1
_TURNED_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a cell lies: its row, and its column counted from zero; `mark` is None where there is nothing."""

    row: Row
    column: int
    mark: Mark | None

    @property
    def left(self) -> float:
        """The left edge on the x axis."""
        return self.column + _PAD

    @property
    def right(self) -> float:
        """The right edge on the x axis."""
        return self.column + 1 - _PAD


def cell_width(exhibit: Exhibit) -> float:
    """The width of a cell in pixels on a phone of 360 pixels: its text is wrapped to it."""
    return _NARROWEST / max(1, len(exhibit.series))


def grid_figure(exhibit: Exhibit, palette: Palette, *, height: float) -> tuple[go.Figure, tuple[Place, ...]]:
    """A figure with the names of rows and columns, and the places to draw cells in, `height` pixels high or more."""
    roles, column_roles = category_roles(exhibit), series_roles(exhibit) or {}
    rows = stack_rows(((item.label, roles[item.code]) for item in exhibit.categories), least=height, width=_LABEL_WIDTH)
    headings = [heading_lines(item.label, exhibit) for item in exhibit.series]
    flat = max((len(lines) for lines in headings), default=1) * (LINE_HEIGHT - 1) + 8
    turned = max((widest(lines, _HEADING) for lines in headings), default=0) + 10
    figure = row_canvas(exhibit.language, palette, rows, right=4)
    # Where they are turned, headings push the plot down within the same height: this much is kept for them.
    kept = max(0, turned - flat) if len(exhibit.series) > _MOST_HORIZONTAL else 0
    plot = rows[-1].top + rows[-1].height if rows else 0
    figure.update_layout(height=round(plot + flat + kept + 8), margin={"t": round(flat)}, minreducedheight=40)
    figure.update_xaxes(
        range=[0, len(exhibit.series)],
        tickvals=[column + 0.5 for column in range(len(exhibit.series))],
        ticktext=[
            for_role(block(lines), column_roles.get(item.code, Role.OTHER))
            for item, lines in zip(exhibit.series, headings, strict=True)
        ],
        tickfont={"color": palette.ink, "size": _HEADING},
        showticklabels=True,
        side="top",
        autotickangles=[0] if len(exhibit.series) <= _MOST_HORIZONTAL else [0, -90],
        automargin=len(exhibit.series) > _MOST_HORIZONTAL,
    )
    # One size for all cells: the largest that fits the fullest one, at this width.
    figure.update_layout(uniformtext={"minsize": 8, "mode": "show"})
    found = {(mark.category.code, mark.series.code): mark for mark in exhibit.marks if mark.series}
    places = tuple(
        Place(row=row, column=column, mark=found.get((category.code, item.code)))
        for category, row in zip(exhibit.categories, rows, strict=True)
        for column, item in enumerate(exhibit.series)
    )
    return figure, places


def heading_lines(label: str, exhibit: Exhibit) -> tuple[str, ...]:
    """A column's name: as narrow as a cell on a phone, or in two lines where it has to be turned there."""
    if len(exhibit.series) <= _MOST_HORIZONTAL:
        return wrapped(label, cell_width(exhibit) - 4, _HEADING)
    attempts = (wrapped(label, width, _HEADING) for width in range(60, 400, 10))
    return next((lines for lines in attempts if len(lines) <= _TURNED_LINES), (label,))
