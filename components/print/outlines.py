"""Texts of an SVG as outlines.

An SVG may carry its typeface along, but Illustrator, Inkscape, InDesign and LibreOffice do not read it and set the text
in another one. Outlines look the same everywhere. The words stay in the file: as the label of each outline, in the
title and in the description.
"""

import re
from html import escape, unescape

from components.print.typeface import Face, outline, shaped, units, width

_TEXT = re.compile(
    r'<text text-anchor="(?P<anchor>\w+)" transform="translate\((?P<x>[-\d.e]+),(?P<y>[-\d.e]+)\)" '
    r'font-family="(?P<family>[^"]+)" font-weight="(?P<weight>\d+)" font-size="(?P<size>[\d.]+)px" '
    r'fill="(?P<fill>[^"]+)">(?P<text>[^<]*)</text>'
)
_FACES = {(face.value.family, str(face.value.weight)): face for face in Face}


class UnknownTextError(ValueError):
    """The drawing holds a text in a form that is not expected, which would be lost."""


def with_outlines(svg: str) -> str:
    """The SVG with every text as the outlines of its letters, each letter drawn once and used wherever it stands.

    Raises:
        UnknownTextError: a text is not of the form that the drawing makes.
    """
    used: dict[str, str] = {}
    done = _TEXT.sub(lambda found: _placed(found, used), svg)
    if "<text" in done:
        raise UnknownTextError(done[done.index("<text") :][:200])
    letters = "".join(f'<path id="{name}" d="{path}"/>' for name, path in used.items())
    return done.replace("</svg>", f"<defs>{letters}</defs></svg>")


def _placed(found: re.Match[str], used: dict[str, str]) -> str:
    text = unescape(found["text"])
    face, size = _FACES[found["family"], found["weight"]], float(found["size"])
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[found["anchor"]] * width(text, size, face)
    unit = units(face)
    letters = []
    for glyph in shaped(text, face)[0]:
        path = outline(glyph.number, face)
        if path:
            name = f"{face.name.lower()}{glyph.number}"
            used[name] = path
            up = f' y="{glyph.y * unit:g}"' if glyph.y else ""
            letters.append(f'<use xlink:href="#{name}" x="{glyph.x * unit:g}"{up}/>')
    scale = f"{size / unit:.6f}"
    place = f"translate({float(found['x']) - shift:.2f},{float(found['y']):.2f}) scale({scale},-{scale})"
    return f'<g aria-label="{escape(text)}" fill="{found["fill"]}" transform="{place}">{"".join(letters)}</g>'
