"""Drawing a slide on changes: texts in boxes, tables as native tables."""

from components.pptx.canvas import Canvas
from components.pptx.changes.pages import Page, Tabled, Told
from components.pptx.tables.grid import add_grid
from loaders.language import Wording


def draw_page(canvas: Canvas, page: Page) -> None:
    """Put the parts of a page on a slide that has its title."""
    for part in page.parts:
        match part:
            case Told():
                first = "".join(run.text for run in part.paragraphs[0].runs)
                canvas.text(part.frame, first, part.paragraphs)
            case Tabled():
                add_grid(canvas, part.frame, part.grid)


def numbered(title: str, number: int, count: int, words: Wording) -> str:
    """The title of one of several slides, by which it can be told from the others."""
    return words.say("{title} ({n} of {all})", title=title, n=number, all=count) if count > 1 else title
