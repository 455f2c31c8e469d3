"""A tilted map on a slide: drawn as for print, with names and values, because nobody turns a map in a meeting."""

from components.palette import Theme, palette
from components.print.bare_plot import BarePlot, bare_plot
from components.print.sheet import Type
from loaders.exhibit import Exhibit

#: Pixels of the slide, which are taken for points.
_SIZE = (548.0, 346.0)
_TYPE = Type(body=12.5, small=11.5, title=20.0)
_DOTS_PER_INCH = 216.0


def tilted_map(exhibit: Exhibit, theme: Theme) -> BarePlot:
    """The map of an exhibit.

    Raises:
        TooSmallError: it cannot be read in the width of a slide.
    """
    return bare_plot(exhibit, _SIZE, _TYPE, palette(theme), dots_per_inch=_DOTS_PER_INCH)
