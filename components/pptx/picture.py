"""What Office has no counterpart for: the picture of print, with the table beside it."""

from functools import partial
from io import BytesIO

from components.pptx.body import Body
from components.pptx.canvas import Canvas, Frame, describe
from components.pptx.style import FINE, PALETTE, SMALL, SUBTITLE, Style
from components.pptx.tables.listing import listing
from components.print.drawing import plot_of
from components.print.outlines import with_outlines
from components.print.plot import Space, TooSmallError
from components.print.scene import Scene
from components.print.sheet import Type
from components.print.vega_lite import png, svg_text
from loaders.boundary import layer_named
from loaders.exhibit import Exhibit

_SHARE, _GAP = 0.56, 20.0
_DOTS_PER_INCH = 200.0


def picture_with_table(exhibit: Exhibit, frame: Frame, style: Style) -> Body:
    """The picture on the left, its table on the right; the table alone where the room is too small for a picture."""
    left = Frame(left=frame.left, top=frame.top, width=frame.width * _SHARE, height=frame.height)
    space = Space(
        width=left.width,
        height=left.height,
        tallest=left.height,
        type=Type(body=SMALL, small=FINE, title=SUBTITLE),
        palette=PALETTE,
        words=style.words,
    )
    try:
        plot = plot_of(exhibit, space)
    except TooSmallError:
        return listing(exhibit, frame, style)
    scene = Scene(width=left.width, height=left.height, ground=PALETTE.paper, shapes=plot.shapes)
    start = left.right + _GAP
    table = listing(exhibit, Frame(left=start, top=frame.top, width=frame.right - start, height=frame.height), style)
    return Body(
        put=partial(_put, exhibit=exhibit, frame=left, scene=scene, table=table),
        left_out=table.left_out,
        all=table.all,
        spoken=(style.words.say("Office has no chart of this kind: the slide holds a picture of it, and its table."),),
        credit=layer_named(exhibit.layer).attribution if exhibit.layer else "",
    )


def _put(canvas: Canvas, exhibit: Exhibit, frame: Frame, scene: Scene, table: Body) -> None:
    bitmap = png(with_outlines(svg_text(scene)), _DOTS_PER_INCH)
    picture = canvas.slide.shapes.add_picture(BytesIO(bitmap), *frame.units)
    describe(picture, exhibit.title, exhibit.alt)
    table.put(canvas)
