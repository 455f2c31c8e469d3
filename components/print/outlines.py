"""Texts of an SVG as outlines.

An SVG may carry its typeface along, but Illustrator, Inkscape, InDesign and LibreOffice do not read it and set the text
in another one. Outlines look the same everywhere. The words stay in the file: as the label of each outline, in the
title and in the description.
"""

import re
from html import escape, unescape

from components.print.typeface import Face, outlined, width

_TEXT = re.compile(
    r'<text text-anchor="(?P<anchor>\w+)" transform="translate\((?P<x>[-\d.e]+),(?P<y>[-\d.e]+)\)" '
    r'font-family="(?P<family>[^"]+)" font-weight="(?P<weight>\d+)" font-size="(?P<size>[\d.]+)px" '
    r'fill="(?P<fill>[^"]+)">(?P<text>[^<]*)</text>'
)
_FACES = {(face.value.family, str(face.value.weight)): face for face in Face}


class UnknownTextError(ValueError):
    """The drawing holds a text in a form that is not expected, which would be lost."""


def with_outlines(svg: str) -> str:
    """The SVG with every text as the outlines of its letters.

    Raises:
        UnknownTextError: a text is not of the form that the drawing makes.
    """
    done = _TEXT.sub(_outline, svg)
    if "<text" in done:
        raise UnknownTextError(done[done.index("<text") :][:200])
    return done


def _outline(found: re.Match[str]) -> str:
    text = unescape(found["text"])
    face, size = _FACES[found["family"], found["weight"]], float(found["size"])
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[found["anchor"]] * width(text, size, face)
    path = outlined(text, float(found["x"]) - shift, float(found["y"]), size, face)
    return f'<path aria-label="{escape(text)}" fill="{found["fill"]}" d="{path}"/>'
