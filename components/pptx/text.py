"""Text of slides, charts and tables: paragraphs of runs, each with its language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement

from components.pptx.style import LINE, POINT, filled
from components.pptx.xml import tag
from components.print.typeface import Face, wrapped

Align = Literal["l", "ctr", "r"]
#: The widths of Georgia and Arial beside those of the typefaces that are measured.
_TITLE_WIDTH, _TEXT_WIDTH = 1.1, 0.96
#: Fields have a name, which nothing refers to.
_FIELD = "{6F1B6D52-3C0E-4B0C-9E55-5D1C7C0A9B31}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of text; what is None is left to the layout. `link` makes the typeface that of titles."""

    text: str
    size: float | None = None
    colour: str | None = None
    bold: bool = False
    titled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Runs on one or several lines; `before` is the room above in points."""

    runs: tuple[Run, ...]
    align: Align | None = None
    before: float = 0.0


def paragraph(content: Paragraph, language: str, *, value: str | None = None) -> BaseOxmlElement:
    """A paragraph as XML; in the label of a chart, the run whose text is `value` follows the value of its point."""
    spacing = tag("a:spcBef", tag("a:spcPts", val=content.before * 100)) if content.before else None
    properties = tag("a:pPr", spacing, algn=content.align)
    runs = [_run(run, language, is_field=run.text == value) for run in content.runs if run.text]
    size = next((run.size for run in content.runs if run.size), None)
    end = tag("a:endParaRPr", lang=language, sz=size * 100 if size else None)
    return tag("a:p", properties, *runs, None if runs else end)


def _run(run: Run, language: str, *, is_field: bool) -> BaseOxmlElement:
    properties = tag(
        "a:rPr",
        filled(run.colour) if run.colour else None,
        tag("a:latin", typeface="+mj-lt") if run.titled else None,
        lang=language,
        sz=run.size * 100 if run.size else None,
        b=True if run.bold else None,
        dirty=False,
    )
    if is_field:
        return tag("a:fld", properties, tag("a:t", run.text), id=_FIELD, type="VALUE")
    return tag("a:r", properties, tag("a:t", run.text))


def fill_body(body: BaseOxmlElement, paragraphs: Sequence[Paragraph], language: str) -> None:
    """Put paragraphs into a text body in the place of those that it has."""
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for content in paragraphs or (Paragraph(runs=()),):
        body.append(paragraph(content, language))


def lines(text: str, width: float, size: float, face: Face = Face.REGULAR) -> int:
    """How many lines a text takes in a width, in points; a little more than in the usual typefaces."""
    wider = _TITLE_WIDTH if face is Face.TITLE else _TEXT_WIDTH
    return len(wrapped(text, max(width / wider, size), size, face))


def height(text: str, width: float, size: float) -> float:
    """The height of a text in a width, in points."""
    return lines(text, width, size) * size * LINE


def points(value: float) -> int:
    """Points as the whole units of Office documents."""
    return round(value * POINT)
