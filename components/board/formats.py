"""The formats in which a dossier is handed out: one registry for the page, the command and the tests."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from components.board.dossier import Dossier, Progress
from loaders.language import mark


class DossierFormat(StrEnum):
    """A format; the value is the ending of its file."""

    PPTX = "pptx"
    PDF = "pdf"
    HTML = "html"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatFacts:
    """What the page says of a format (both texts are messages), and its MIME type."""

    label: str
    help: str
    mime: str


FORMATS: Mapping[DossierFormat, FormatFacts] = {
    DossierFormat.PPTX: FormatFacts(
        label=mark("Presentation (PPTX)"),
        help=mark("For PowerPoint and LibreOffice: charts, maps and tables that can be edited."),
        mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    DossierFormat.PDF: FormatFacts(
        label=mark("Document (PDF)"),
        help=mark("To print and to hand out: one figure a page, with comment, sources, methods and data."),
        mime="application/pdf",
    ),
    DossierFormat.HTML: FormatFacts(
        label=mark("Slides in one file (HTML)"),
        help=mark("Opens in any browser without network: interactive pictures, tables and sources."),
        mime="text/html",
    ),
    DossierFormat.XLSX: FormatFacts(
        label=mark("Figures (XLSX)"),
        help=mark("All figures of the dossier, one sheet a slide."),
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}
#: Loaded when they are needed: what draws takes memory. Each has the function of that name.
_WRITERS: Mapping[DossierFormat, tuple[str, str]] = {
    DossierFormat.PPTX: ("components.board.dossier_pptx", "pptx_bytes"),
    DossierFormat.PDF: ("components.board.dossier_pdf", "pdf_bytes"),
    DossierFormat.HTML: ("components.board.dossier_html", "html_bytes"),
    DossierFormat.XLSX: ("components.board.dossier_xlsx", "xlsx_bytes"),
}


def dossier_file(dossier: Dossier, form: DossierFormat, progress: Progress) -> bytes:
    """The dossier as a file; the same dossier gives the same bytes. `progress` is told after each slide.

    Raises:
        RefusedError: a template of the user's own cannot be used.
    """
    module, name = _WRITERS[form]
    write: Callable[[Dossier, Progress], bytes] = getattr(importlib.import_module(module), name)
    return write(dossier, progress)


def dossier_file_name(dossier: Dossier, form: DossierFormat) -> str:
    """The name of the file: dossier, edition, language."""
    return f"{dossier.stem}.{form}"
