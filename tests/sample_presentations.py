"""Dossiers and exhibits as presentations, opened again."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import openpyxl
from lxml import etree
from pptx import Presentation
from pptx.parts.chart import ChartPart
from pptx.presentation import Presentation as Document
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as ShownSlide

from components.pptx.presentation import presentation_bytes
from loaders.boards.board import Board, Cover, Slide
from loaders.boards.resolved import ResolvedBoard, ResolvedSlide, resolved
from loaders.exhibit import Exhibit
from loaders.language import Language, language_from
from tests.sample_data import library

COVER = Cover(title="Conseil d’orientation", date=date(2026, 11, 26), place="Saint-Ouen")
TWELVE = (
    "private_funding/country_amount",
    "private_funding/segments",
    "private_funding/ticket_trend",
    "private_funding/first_half_2025",
    "private_funding/region_map",
    "employment_by_department/map",
    "employment_by_department/jobs_and_establishments",
    "innovation_projects/patent_institutions",
    "fdi_rankings/volume_and_size",
    "university_rankings/rank_bands",
    "ai_startup_challenges/challenge_matrix",
    "fdi_rankings/all_figures",
)


def board_of(*views: str, language: Language = "fr") -> ResolvedBoard:
    """A dossier of views in their default selection."""
    slides = tuple(Slide(view=view, comment=f"Commentaire sur {view}") for view in views)
    return resolved("try", Board(cover=COVER, slides=slides), library(), language)


def shown(dataset: str, view: str, language: Language = "fr") -> Exhibit:
    """What a view shows in its default selection."""
    exhibit = board_of(f"{dataset}/{view}", language=language).slides[0].exhibit
    assert exhibit is not None
    return exhibit


def board_with(exhibit: Exhibit, *, title: str | None = None, comment: str = "") -> ResolvedBoard:
    """A dossier with this exhibit alone."""
    slide = ResolvedSlide(
        number=1,
        slide=Slide(view="sample/view"),
        title=title or exhibit.title,
        reading=exhibit.reading,
        comment=comment,
        exhibit=exhibit,
    )
    return ResolvedBoard(name="one", cover=COVER, language=language_from(exhibit.language), slides=(slide,))


def reopened(content: bytes) -> Document:
    """A file as python-pptx reads it."""
    return Presentation(BytesIO(content))


def slides_of(board: ResolvedBoard) -> list[ShownSlide]:
    """The slides of a dossier after its cover."""
    return list(reopened(presentation_bytes(board)).slides)[1:]


def slide_of(exhibit: Exhibit) -> ShownSlide:
    """The slide of an exhibit."""
    return slides_of(board_with(exhibit))[0]


def chart_part(slide: ShownSlide) -> ChartPart:
    """The chart of a slide."""
    frame = next(shape for shape in slide.shapes if isinstance(shape, GraphicFrame) and shape.has_chart)
    return frame.chart_part


def chart_xml(slide: ShownSlide) -> etree._Element:
    """The chart of a slide as XML."""
    return etree.fromstring(chart_part(slide).blob)


def workbook(slide: ShownSlide) -> openpyxl.Workbook:
    """The workbook of the chart of a slide."""
    return openpyxl.load_workbook(BytesIO(chart_part(slide).chart_workbook.xlsx_part.blob))


def workbook_rows(slide: ShownSlide, sheet: int = 0) -> list[tuple[object, ...]]:
    """The rows of a sheet of the workbook of the chart of a slide."""
    return list(workbook(slide).worksheets[sheet].iter_rows(values_only=True))


def all_shapes(slide: ShownSlide) -> Iterator[BaseShape]:
    """The shapes of a slide, those in groups included."""
    waiting = list(slide.shapes)
    while waiting:
        shape = waiting.pop()
        yield shape
        waiting += list(getattr(shape, "shapes", ()))


def said(slide: ShownSlide) -> str:
    """All text of a slide, tables included."""
    return "\n".join(node.text or "" for node in slide.element.iter("{*}t"))


def spoken(slide: ShownSlide) -> str:
    """The notes of a slide."""
    frame = slide.notes_slide.notes_text_frame
    return frame.text if frame else ""
