"""A plot by itself, for the screen: what stands around it on a sheet is said by whoever shows it."""

from dataclasses import dataclass

from components.palette import Palette
from components.print.drawing import plot_of
from components.print.outlines import with_outlines
from components.print.plot import Space, TooSmallError
from components.print.png_file import png_bytes
from components.print.scene import Scene
from components.print.sheet import Type
from components.print.vega_lite import svg_text
from loaders.exhibit import Exhibit
from loaders.language import language_from, wording

#: A plot that finds no place in its height may be so many times as high.
_HIGHER = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BarePlot:
    """A plot as a PNG, and how many marks found no room on it."""

    content: bytes
    left_out: int


def bare_plot(
    exhibit: Exhibit, size: tuple[float, float], kind: Type, palette: Palette, *, dots_per_inch: float
) -> BarePlot:
    """The plot of an exhibit in a width and height, with its sizes of type (all in points), in the colours given.

    It is higher where it could not be read otherwise.

    Raises:
        TooSmallError: it cannot be read in that width.
    """
    width, height = size
    words = wording(language_from(exhibit.language))
    space = Space(width=width, height=height, tallest=height, type=kind, palette=palette, words=words)
    try:
        plot = plot_of(exhibit, space)
    except TooSmallError:
        higher = Space(width=width, height=None, tallest=_HIGHER * height, type=kind, palette=palette, words=words)
        plot = plot_of(exhibit, higher)
    scene = Scene(width=width, height=plot.height, ground=palette.paper, shapes=plot.shapes, left_out=plot.left_out)
    drawn = with_outlines(svg_text(scene))
    return BarePlot(content=png_bytes(drawn, exhibit, None, dots_per_inch), left_out=plot.left_out)
