"""Charts outside of the application: plotly's own script, and a figure as the text that it draws from."""

from functools import cache
from pathlib import Path

import plotly
from plotly.io.json import to_json_plotly

from components.charts.drawing import draw
from components.charts.modebar import config
from components.palette import Palette
from loaders.exhibit import Exhibit


@cache
def plotly_script() -> str:
    """The script of the installed plotly, all of it: there is no smaller bundle in the package."""
    return (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_text(encoding="utf-8")


def figure_json(exhibit: Exhibit, palette: Palette) -> str:
    """The figure of an exhibit: `data` and `layout`."""
    return str(draw(exhibit, palette).to_json())


def config_json(exhibit: Exhibit) -> str:
    """What plotly's own controls may do and say in the language of the exhibit; its size is not theirs to change."""
    return str(to_json_plotly(config(exhibit) | {"responsive": False}))
