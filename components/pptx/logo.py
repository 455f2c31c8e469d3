"""The logo on the cover."""

from io import BytesIO

from PIL import UnidentifiedImageError
from PIL.Image import DecompressionBombError
from pptx.util import Emu

from components.pptx.canvas import Canvas, Frame, describe
from components.pptx.template import RefusedFileError
from components.pptx.text import points
from loaders.language import Wording
from loaders.notice import Notice

_WIDEST, _HIGHEST, _MARGIN = 180.0, 64.0, 42.0
_UNREADABLE = (UnidentifiedImageError, DecompressionBombError, ValueError, OSError, KeyError)


def add_logo(canvas: Canvas, logo: bytes, size: Frame, words: Wording) -> None:
    """Put the logo into the upper right corner of a slide of a size.

    Raises:
        RefusedFileError: it is no picture that Office shows.
    """
    try:
        picture = canvas.slide.shapes.add_picture(BytesIO(logo), Emu(0), Emu(0))
    except _UNREADABLE as error:
        raise RefusedFileError(_refused(words)) from error
    scale = min(points(_WIDEST) / picture.width, points(_HIGHEST) / picture.height)
    picture.width, picture.height = Emu(round(picture.width * scale)), Emu(round(picture.height * scale))
    picture.left, picture.top = Emu(points(size.width - _MARGIN) - picture.width), Emu(points(_MARGIN))
    describe(picture, words.say("Logo"), words.say("Logo"))


def _refused(words: Wording) -> Notice:
    return Notice(
        what=words.say("The logo cannot be read."),
        where=words.say("logo of the cover"),
        expected=words.say("A picture in PNG, JPEG or GIF."),
        remedy=words.say("Save the logo as PNG and give it again, or leave it out."),
    )
