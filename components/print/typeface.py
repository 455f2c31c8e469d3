"""The typefaces of print, measured and outlined as they are: what fits here fits on paper."""

from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import normalize

import uharfbuzz as harfbuzz

FOLDER = Path(__file__).resolve().parents[2] / "static" / "fonts" / "print"
#: Stands for a sign that the typefaces lack.
MISSING = "□"
_KEPT = 3_000
#: What has no shape of its own: blanks of other kinds, and signs that only say where a line may end.
_SHAPELESS = {
    "\t": " ",
    "\n": "\n",
    "\r": "\n",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{SOFT HYPHEN}": "",
    "\N{WORD JOINER}": "",
}


@dataclass(frozen=True, slots=True)
class Cut:
    """One file of a typeface: its family and weight as CSS names them."""

    family: str
    weight: int
    file: str


class Face(Enum):
    """What text is set in."""

    REGULAR = Cut("Observatory Sans", 400, "ObservatorySans-Regular.ttf")
    BOLD = Cut("Observatory Sans", 600, "ObservatorySans-SemiBold.ttf")
    TITLE = Cut("Observatory Serif", 600, "ObservatorySerif-SemiBold.ttf")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shaped sign: its number in the typeface, and where its origin lies, in parts of the font size."""

    number: int
    x: float
    y: float


@cache
def _font(face: Face) -> harfbuzz.Font:
    return harfbuzz.Font(harfbuzz.Face(harfbuzz.Blob.from_file_path(str(FOLDER / face.value.file))))


@lru_cache(maxsize=_KEPT)
def shaped(text: str, face: Face) -> tuple[tuple[Glyph, ...], float]:
    """The signs of a line with kerning, and the width of the line, both for a font size of 1."""
    if not text:
        return (), 0.0
    font = _font(face)
    buffer = harfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    harfbuzz.shape(font, buffer)
    unit, pen, glyphs = font.face.upem, 0, []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append(Glyph(info.codepoint, (pen + position.x_offset) / unit, position.y_offset / unit))
        pen += position.x_advance
    return tuple(glyphs), pen / unit


@lru_cache(maxsize=_KEPT)
def displayable(text: str) -> str:
    """The text with a square for each sign that the typefaces lack: a PDF/UA must not hold one that nobody sees."""
    font = _font(Face.REGULAR)
    signs = (_SHAPELESS.get(sign, sign) for sign in normalize("NFC", text.replace("\r\n", "\n")))
    return "".join(
        sign if sign in ("", "\n") or font.get_nominal_glyph(ord(sign)) is not None else MISSING for sign in signs
    )


def width(text: str, size: float, face: Face = Face.REGULAR) -> float:
    """The width of a line, in the unit of `size`."""
    return shaped(text, face)[1] * size


@lru_cache(maxsize=_KEPT)
def wrapped(text: str, room: float, size: float, face: Face = Face.REGULAR) -> tuple[str, ...]:
    """The lines of a text, none wider than `room`: broken at spaces, a longer word at hyphens, at last anywhere."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, room, size, face):
        if line and width((line + piece).strip(" "), size, face) > room:
            lines.append(line.strip(" "))
            line = ""
        line += piece
    return tuple(one for one in (*lines, line.strip(" ")) if one) or ("",)


def widest(lines: tuple[str, ...], size: float, face: Face = Face.REGULAR) -> float:
    """The width of the longest of several lines."""
    return max((width(line, size, face) for line in lines), default=0.0)


def _pieces(text: str, room: float, size: float, face: Face) -> list[str]:
    """The parts between which a line may end: words with the space before them, or parts of words that are too long."""
    pieces: list[str] = []
    for number, word in enumerate(text.split(" ")):
        spaced = f" {word}" if number else word
        if width(word, size, face) <= room:
            pieces.append(spaced)
            continue
        parts = spaced.replace("-", "-\0").replace("/", "/\0").split("\0")
        for part in parts:
            pieces += [part] if width(part.strip(" "), size, face) <= room else list(part)
    return pieces


class _Pen:
    """Collects the outline of a glyph as SVG path data in font units, y pointing up."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def functions(self) -> harfbuzz.DrawFuncs:
        drawing = harfbuzz.DrawFuncs()
        drawing.set_move_to_func(lambda x, y, _: self._add("M", x, y))
        drawing.set_line_to_func(lambda x, y, _: self._add("L", x, y))
        drawing.set_quadratic_to_func(lambda a, b, x, y, _: self._add("Q", a, b, x, y))
        drawing.set_cubic_to_func(lambda a, b, c, d, x, y, _: self._add("C", a, b, c, d, x, y))
        drawing.set_close_path_func(lambda _: self._add("Z"))
        return drawing

    def _add(self, command: str, *values: float) -> None:
        self.parts.append(command + " ".join(f"{value:g}" for value in values))


@lru_cache(maxsize=_KEPT)
def outline(number: int, face: Face) -> str:
    """A glyph as SVG path data in units of the typeface, y pointing up; empty for a space."""
    pen = _Pen()
    _font(face).draw_glyph(number, pen.functions())
    return "".join(pen.parts)


def units(face: Face) -> int:
    """How many units of the typeface are its font size."""
    return int(_font(face).face.upem)
