"""The PDF file of a picture: one page of the size of its sheet, tagged, typefaces embedded, words selectable."""

from base64 import urlsafe_b64encode

from components.print.scene import Scene
from components.print.typesetting import typeset
from loaders.exhibit import Exhibit
from loaders.provenance import PROVENANCE_KEY, UNSEALED, Provenance

#: Every text comes in as an input: nothing that data say becomes part of the program.
_SOURCE = """
#set document(
  title: sys.inputs.title, author: sys.inputs.author, description: sys.inputs.description,
  keywords: (sys.inputs.provenance, sys.inputs.seal, sys.inputs.licence), date: none,
)
#set text(lang: sys.inputs.language)
#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, alt: sys.inputs.description)
"""


def pdf_bytes(svg: str, scene: Scene, exhibit: Exhibit, provenance: Provenance) -> bytes:
    """The file, made of an SVG whose texts are text."""
    carried = urlsafe_b64encode(provenance.text.encode("ascii")).decode("ascii").rstrip("=")
    inputs = {
        "title": exhibit.title,
        "author": provenance.source,
        "description": exhibit.alt,
        "provenance": f"{PROVENANCE_KEY}={carried}",
        "seal": f"observatory:seal={UNSEALED}",
        "licence": exhibit.licence,
        "language": exhibit.language,
        "width": f"{scene.width:.3f}",
        "height": f"{scene.height:.3f}",
        "svg": svg,
    }
    return typeset(_SOURCE.encode(), inputs)
