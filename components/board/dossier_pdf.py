"""A dossier as a PDF document to hand out: A4, tagged (PDF/UA-1), with bookmarks, typefaces and selectable text."""

from base64 import b64encode
from pathlib import Path

from components.board.dossier import Dossier, Progress
from components.board.page_picture import has_picture, page_picture
from components.board.pdf_content import laid_dossier, picture_name
from components.print.typesetting import typeset

_PROGRAM = Path(__file__).with_name("dossier.typ")


def pdf_bytes(dossier: Dossier, progress: Progress) -> bytes:
    """The document; the same dossier gives the same bytes."""
    inputs: dict[str, str] = {}
    for done, slide in enumerate(dossier.board.slides, start=1):
        if slide.exhibit and has_picture(slide.exhibit):
            inputs[picture_name(slide)] = page_picture(slide.exhibit, "light").svg
        progress(done)
    if dossier.logo:
        inputs["logo"] = _as_svg(dossier.logo.bitmap)
    inputs["dossier"] = laid_dossier(dossier).model_dump_json()
    return typeset(_PROGRAM.read_bytes(), inputs)


def _as_svg(bitmap: bytes) -> str:
    """The logo as an SVG that holds it: an input is a text."""
    width, height = (int.from_bytes(bitmap[start : start + 4], "big") for start in (16, 20))
    held = f"data:image/png;base64,{b64encode(bitmap).decode()}"
    size = f'width="{width}" height="{height}"'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {width} {height}" {size}><image {size} xlink:href="{held}"/></svg>'
    )
