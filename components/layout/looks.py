"""How the status of a figure shows on its mark: hatched for missing, hollow for estimated, dashed for forecast."""

from dataclasses import dataclass

from components.palette import Palette
from loaders.exhibit import Figure

ESTIMATED = "E"
FORECAST = "F"
#: How the edge of an area on a map says what its surface, which is a shade, cannot: as broken lines are named.
EDGES = {ESTIMATED: "dash", FORECAST: "dot"}
_TINT = 0.14


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The dress of one mark.

    Attributes:
        fill: the area's colour.
        line: the outline's colour.
        width: the outline's width in pixels; 0 is none.
        hatched: lines across the area: there is no value.
        dashed: the outline is dashed: the value is still to come.
        symbol: the plotly symbol, where the mark is a dot.
    """

    fill: str
    line: str
    width: float = 0.0
    hatched: bool = False
    dashed: bool = False
    symbol: str = "circle"


def look(figure: Figure, colour: str, palette: Palette, *, outline: str | None = None) -> Look:
    """The dress of a figure whose colour is `colour`; a thin outline may need a stronger one."""
    edge = outline or colour
    if figure.value is None:
        return Look(fill=palette.paper, line=palette.gap, width=1, hatched=True)
    if figure.status == ESTIMATED:
        return Look(fill=palette.tint(edge, _TINT), line=edge, width=1.5)
    if figure.status == FORECAST:
        return Look(fill=palette.tint(edge, _TINT), line=edge, width=1.5, dashed=True, symbol="circle-dot")
    return Look(fill=colour, line=edge)
