"""The logo of a cover, drawn for formats that cannot rely on what an SVG holds; or why it cannot be drawn."""

import re
from io import BytesIO
from pathlib import Path

from lxml import etree
from PIL import Image

from components.board.dossier import Logo
from components.print.vega_lite import png
from loaders.boards.logos import read_logo
from loaders.finding import Finding, Rule

#: The room that an SVG is drawn for, in points, and its resolution: sharp on every cover. What an SVG says of its own
#: size is only taken for its proportions, because a bitmap of any size could be asked for.
_WIDEST, _HIGHEST, _DOTS_PER_INCH = 198.0, 64.0, 300.0
#: What browsers take where an SVG says nothing of its size.
_USUAL_SIZE = (300.0, 150.0)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
_LENGTH = re.compile(r"\s*([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*", re.IGNORECASE)
_BOX = 4


def cover_logo(folder: Path, name: str | None) -> Logo | Finding | None:
    """The logo of that name below `folder` (that of the dossiers, or a frozen edition), or why there is none to show.

    None is for a cover that names no logo.
    """
    if name is None:
        return None
    content = read_logo(folder, name)
    if isinstance(content, Finding):
        return content
    try:
        bitmap = content if name.endswith(".png") else png(_sized(content), _DOTS_PER_INCH)
        is_seen = _is_seen(bitmap)
    except (RuntimeError, ValueError, OSError, SyntaxError) as error:
        said = error.msg if isinstance(error, SyntaxError) else str(error)
        return _undrawn(name, said.strip().partition("\n")[0][:200] or type(error).__name__)
    return Logo(content=content, bitmap=bitmap) if is_seen else _undrawn(name, "transparent")


def _sized(content: bytes) -> str:
    """The SVG with the size that it is drawn in.

    Raises:
        ValueError: it has no size, or texts, which would be left out or set in another typeface than is meant.
        SyntaxError: it is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    root = etree.fromstring(content.removeprefix(b"\xef\xbb\xbf"), parser)
    for text in root.iter("{*}text", "text"):
        letters = " ".join("".join(text.itertext()).split())
        if letters:
            message = f"<text> {letters}"
            raise ValueError(message)
    width, height = _proportions(root)
    scale = min(_WIDEST / width, _HIGHEST / height)
    root.set("width", f"{width * scale:.3f}")
    root.set("height", f"{height * scale:.3f}")
    drawn: str = etree.tostring(root, encoding="unicode")
    return drawn


def _proportions(root: etree._Element) -> tuple[float, float]:
    """Width and height of what an SVG shows, in its own units; the root gets the viewBox that it may lack."""
    box = [float(one) for one in root.get("viewBox", "").replace(",", " ").split()]
    if not box:
        width, height = (
            _length(root.get(side), usual) for side, usual in zip(("width", "height"), _USUAL_SIZE, strict=True)
        )
        box = [0.0, 0.0, width, height]
        root.set("viewBox", f"0 0 {width} {height}")
    if len(box) != _BOX or not (0 < box[2] < float("inf") and 0 < box[3] < float("inf")):
        message = f"viewBox {' '.join(f'{one:g}' for one in box)}"
        raise ValueError(message)
    return box[2], box[3]


def _length(text: str | None, usual: float) -> float:
    found = _LENGTH.fullmatch(text or "")
    unit = _PIXELS.get(found[2].lower()) if found else None
    return float(found[1]) * unit if found and unit else usual


def _is_seen(bitmap: bytes) -> bool:
    """Whether a bitmap has anything that is not transparent; reads all of it, so that a damaged one is found."""
    with Image.open(BytesIO(bitmap), formats=["PNG"]) as picture:
        return picture.convert("RGBA").getchannel("A").getbbox() is not None


def _undrawn(name: str, found: str) -> Finding:
    return Finding(rule=Rule.LOGO_UNDRAWN, dataset=None, file=name, found=(found,))
