"""The logo of a cover: a small PNG or SVG in data/boards/logos/, taken in only if it can do no harm."""

import re
import struct
from pathlib import Path

from loaders.boards.board_text import slug
from loaders.finding import Finding, Rule
from loaders.folder import DataFolder
from loaders.writing import write_whole

LARGEST_LOGO = 1_000_000
LOGOS = "logos"
_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_PIXELS = 4_000
#: Elements and attributes of an SVG that run, fetch or embed something; an entity could grow without end.
_ACTIVE = re.compile(
    r"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet|<(?:\w+:)?(?:script|foreignObject|iframe|image|use|a|style|animate\w*|set)\b"
    r"|\bon\w+\s*=|(?:href|src)\s*=\s*[\"'](?!#)|url\(\s*[\"']?(?!#)|javascript:|@import",
    re.IGNORECASE,
)
_SVG = re.compile(r"\A\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:\w+:)?svg\b", re.DOTALL)


def logo_problem(name: str, content: bytes) -> Finding | None:
    """Why a file cannot be a logo; None where it can."""
    if len(content) > LARGEST_LOGO:
        return _refused(name, f"{len(content)} bytes")
    if name.lower().endswith(".png"):
        return _png_problem(name, content)
    if name.lower().endswith(".svg"):
        return _svg_problem(name, content)
    return _refused(name, Path(name).suffix or name)


def keep_logo(folder: DataFolder, name: str, content: bytes) -> str | Finding:
    """Keeps a logo under a plain name and gives that name, or says why it cannot be one.

    Raises:
        OSError: the file could not be written.
    """
    problem = logo_problem(name, content)
    if problem:
        return problem
    kept = f"{slug(Path(name).stem) or 'logo'}{Path(name).suffix.lower()}"
    write_whole(folder.boards / LOGOS / kept, content)
    return kept


def logo_content(folder: Path, logo: str | None) -> bytes | None:
    """The bytes of a logo below `folder` (that of the dossiers, or a frozen edition); None where there is none."""
    content = read_logo(folder, logo) if logo else None
    return content if isinstance(content, bytes) else None


def read_logo(folder: Path, logo: str) -> bytes | Finding:
    """The bytes of a logo that a cover names, or why it cannot be shown."""
    try:
        content = (folder / LOGOS / logo).read_bytes()
    except OSError:
        return Finding(rule=Rule.LOGO_MISSING, dataset=None, file=logo, found=(logo,))
    return logo_problem(logo, content) or content


def _png_problem(name: str, content: bytes) -> Finding | None:
    if not content.startswith(_PNG) or content[12:16] != b"IHDR" or not content.rstrip().endswith(b"IEND\xaeB`\x82"):
        return _refused(name, "PNG?")
    width, height = struct.unpack(">II", content[16:24])
    if not 0 < width <= _MOST_PIXELS or not 0 < height <= _MOST_PIXELS:
        return _refused(name, f"{width} × {height}")
    return None


def _svg_problem(name: str, content: bytes) -> Finding | None:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return _refused(name, "SVG?")
    if not _SVG.match(text):
        return _refused(name, "SVG?")
    found = _ACTIVE.search(text)
    return _refused(name, found[0]) if found else None


def _refused(name: str, found: str) -> Finding:
    return Finding(rule=Rule.LOGO_INVALID, dataset=None, file=name, found=(found,), expected=(str(LARGEST_LOGO),))
