"""The SVG file of a picture: its size on paper, its name and description for who does not see it, its provenance."""

import re
from html import escape

from components.print.sheet import POINTS_PER_MM
from loaders.exhibit import Exhibit
from loaders.provenance import PROVENANCE_KEY, Provenance

_ROOT = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*>')
#: What Vega says of its own parts, which would be read aloud one by one; the picture is one thing with one description.
_PARTS = re.compile(r' (?:role="graphics-\w+"|aria-roledescription="[^"]*"|aria-hidden="true")')
_DRAWING = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"'
_NAMESPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:cc="http://creativecommons.org/ns#"'
)


def svg_bytes(outlined: str, exhibit: Exhibit, provenance: Provenance) -> bytes:
    """The file; a point is a unit of its drawing, its width and height are in millimetres."""
    drawing = _PARTS.sub("", outlined)
    return _ROOT.sub(lambda found: _root(found, exhibit, provenance), drawing, count=1).encode()


def _root(found: re.Match[str], exhibit: Exhibit, provenance: Provenance) -> str:
    width, height = float(found[1]), float(found[2])
    size = f'width="{width / POINTS_PER_MM:.3f}mm" height="{height / POINTS_PER_MM:.3f}mm"'
    view = f'viewBox="0 0 {width:g} {height:g}"'
    named = f'role="img" lang="{exhibit.language}" aria-labelledby="title" aria-describedby="description"'
    return (
        f"<svg {_DRAWING} {size} {view} {named}>"
        f'<title id="title">{escape(exhibit.title)}</title>'
        f'<desc id="description">{escape(exhibit.alt)}</desc>'
        f'<metadata><rdf:RDF {_NAMESPACES}><cc:Work rdf:about="">'
        f"<dc:title>{escape(exhibit.title)}</dc:title>"
        f"<dc:source>{escape(exhibit.source_line)}</dc:source>"
        f"<dc:rights>{escape(exhibit.licence)}</dc:rights>"
        f"<dc:language>{exhibit.language}</dc:language>"
        f"<dc:identifier>{escape(provenance.link)}</dc:identifier>"
        "</cc:Work></rdf:RDF>"
        f'<provenance xmlns="{PROVENANCE_KEY}">{escape(provenance.text, quote=False)}</provenance></metadata>'
    )
