"""A key figure: the number in large type, and what it is a number of."""

from functools import partial

from components.pptx.body import Body
from components.pptx.canvas import Canvas, Frame, Setting
from components.pptx.style import PALETTE, Style
from components.pptx.text import Paragraph, Run
from components.print.typeface import Face, width
from loaders.exhibit import Exhibit, Role

_LARGEST, _SMALLEST, _NAME = 96.0, 36.0, 20.0


def headline(exhibit: Exhibit, frame: Frame, style: Style) -> Body:
    """The figure as text, as large as the width allows."""
    del style
    return Body(put=partial(_put, exhibit=exhibit, frame=frame), all=1)


def _put(canvas: Canvas, exhibit: Exhibit, frame: Frame) -> None:
    mark = exhibit.marks[0]
    figure = mark.figure
    text = figure.headline + ("†" if figure.is_doubted else "")
    size = max(_SMALLEST, min(_LARGEST, _LARGEST * frame.width / width(text, _LARGEST, Face.BOLD)))
    accented = PALETTE.accent if mark.role is Role.ACCENT else PALETTE.ink
    number = Run(text=text, size=size, colour=PALETTE.muted if figure.value is None else accented, bold=True)
    name = Run(text=mark.category.label, size=_NAME, colour=PALETTE.ink)
    canvas.text(frame, exhibit.alt, (Paragraph(runs=(number,)), Paragraph(runs=(name,))), Setting(anchor="ctr"))
