"""The look that every figure shares: an explicit plotly template for a palette, and the empty figure to draw on."""

from dataclasses import dataclass

import plotly.graph_objects as go

from components.layout.text_width import FONT_SIZE, SMALL_SIZE
from components.palette import Palette

FONT_FAMILY = "Inter, sans-serif"
TRANSPARENT = "rgba(0,0,0,0)"
#: Decimal sign, then thousands separator, by language.
SEPARATORS = {"fr": ",\u202f", "en": ".,"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """The room around the plot in pixels; fixed, so that labels keep theirs on a phone."""

    left: float = 12
    right: float = 12
    top: float = 8
    bottom: float = 8


def template(palette: Palette) -> go.layout.Template:
    """The plotly template of a palette: transparent ground, Inter, hairlines, no legend, no dragging."""
    axis = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "automargin": False,
        "gridcolor": palette.rule,
        "gridwidth": 1,
        "linecolor": palette.rule,
        "tickfont": {"color": palette.muted, "size": SMALL_SIZE + 1},
        "exponentformat": "none",
        "separatethousands": True,
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT_FAMILY, "size": FONT_SIZE, "color": palette.ink},
            "paper_bgcolor": TRANSPARENT,
            "plot_bgcolor": TRANSPARENT,
            "colorway": list(palette.series),
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "barmode": "overlay",
            "hoverlabel": {
                "bgcolor": palette.paper,
                "bordercolor": palette.muted,
                "align": "left",
                "font": {"family": FONT_FAMILY, "size": SMALL_SIZE + 1, "color": palette.ink},
            },
            "xaxis": axis,
            "yaxis": axis,
            "annotationdefaults": {"showarrow": False, "font": {"color": palette.ink}},
        }
    )


def canvas(language: str, palette: Palette, *, height: float, margins: Margins) -> go.Figure:
    """An empty figure of the project; `height` is that of the plot itself, without margins."""
    return go.Figure(
        layout={
            "template": template(palette),
            "height": round(height + margins.top + margins.bottom),
            "margin": {"l": margins.left, "r": margins.right, "t": margins.top, "b": margins.bottom, "pad": 0},
            "separators": SEPARATORS.get(language, SEPARATORS["fr"]),
        }
    )
