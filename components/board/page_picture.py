"""The picture of a slide as documents show it: at the width of a page, without the words that stand around it."""

from dataclasses import dataclass, replace
from functools import lru_cache

from components.print.frame import composed
from components.print.plot import TooSmallError
from components.print.scene import Scene
from components.print.sheet import POINTS_PER_MM, Sheet, Tone
from components.print.vega_lite import svg_text
from loaders.exhibit import Exhibit
from loaders.view import ViewKind

#: The sheet that pictures are drawn on; documents show it larger, so that its type is as large as theirs.
WIDTH_MM = 145.0
#: Key figures have no more to show than a number.
_WIDTH_OF_METRICS_MM, _SHARE_OF_METRICS = 85.0, 0.6
#: A page has room for no more beside its words; with less than half of it, it looks empty.
TALLEST_MM, _LOWEST_MM = 105.0, 85.0
#: How much a picture may be stretched towards that.
_STRETCH = 1.8
_KEPT = 64


@dataclass(frozen=True, slots=True)
class PagePicture:
    """An SVG whose texts are text, a point being a unit of it; the part of a page that it is as wide as.

    `left_out` counts the marks that found no room.
    """

    svg: str
    share: float
    left_out: int


def has_picture(exhibit: Exhibit) -> bool:
    """Whether documents draw it; tables are set as tables."""
    return exhibit.kind is not ViewKind.TABLE


@lru_cache(maxsize=_KEPT)
def page_picture(exhibit: Exhibit, tone: Tone) -> PagePicture:
    """The picture, drawn once for all formats; marks beyond the height of the page are left out and counted."""
    scene = _scene(exhibit, tone)
    share = _SHARE_OF_METRICS if exhibit.kind is ViewKind.METRIC else 1.0
    return PagePicture(svg_text(scene), share, scene.left_out)


def _scene(exhibit: Exhibit, tone: Tone) -> Scene:
    width = _WIDTH_OF_METRICS_MM if exhibit.kind is ViewKind.METRIC else WIDTH_MM
    sheet = Sheet(width=width * POINTS_PER_MM, height=None, tone=tone, titled=False, framed=False)
    natural = composed(exhibit, sheet)
    lowest, tallest = (side * POINTS_PER_MM for side in (_LOWEST_MM, TALLEST_MM))
    if lowest <= natural.height <= tallest or exhibit.kind is ViewKind.METRIC:
        return natural
    wanted = tallest if natural.height > tallest else min(lowest, natural.height * _STRETCH)
    try:
        sized = composed(exhibit, replace(sheet, height=wanted))
    except TooSmallError:
        # Nothing may be left out of it: the document shows the whole of it smaller.
        return natural
    return natural if sized.left_out and natural.height < tallest else sized
