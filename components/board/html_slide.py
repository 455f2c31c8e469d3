"""One slide of the HTML document: heading, picture, words, and below them its table and its sources."""

from collections.abc import Iterator

from components.board.dossier import Dossier
from components.board.html_text import data_address, element, text, title_text
from components.board.page_picture import has_picture, page_picture
from components.board.slide_texts import (
    SlideTexts,
    filter_line,
    notice_parts,
    slide_texts,
)
from components.print.outlines import with_outlines
from components.print.sheet import Tone
from loaders.boards.change_titles import changed_slide, changes_title
from loaders.boards.changes import BoardChanges
from loaders.boards.resolved import ResolvedSlide
from loaders.exhibit import Exhibit
from loaders.language import Wording
from loaders.notice import Notice
from loaders.table import Table, table_of, without_empty_columns
from loaders.view import ViewKind

#: What plotly does not draw; the document shows these as they are printed.
_STILL = frozenset({ViewKind.METRIC, ViewKind.TABLE, ViewKind.COLUMN_MAP})


def is_interactive(exhibit: Exhibit) -> bool:
    """Whether its picture answers to the pointer."""
    return exhibit.kind not in _STILL


def slide_html(slide: ResolvedSlide, dossier: Dossier) -> str:
    """The slide as a section of the document."""
    words = dossier.words
    if slide.is_section:
        return section(slide.number, slide.title, [_heading(slide), _comment(slide, words)], kind="opening")
    if slide.exhibit:
        texts = slide_texts(slide.exhibit, words, dossier.base)
        return section(slide.number, slide.title, _exhibit(slide, slide.exhibit, texts, words))
    parts = [_heading(slide), *([_trouble(slide.trouble, words)] if slide.trouble else []), _comment(slide, words)]
    return section(slide.number, slide.title, parts)


def changes_html(number: int, changes: BoardChanges, words: Wording) -> str:
    """What has changed since an earlier state, as the last slide."""
    title = changes_title(changes, words)
    parts = [element("h2", text(title)), *(element("p", text(one), class_="reading") for one in changes.summary)]
    for one in changes.slides:
        heading = changed_slide(one, words)
        parts.append(element("h3", text(heading)))
        parts += [element("p", text(sentence)) for sentence in one.sentences]
        parts += [table_html(one.table, heading)] if one.table else []
    parts += [table_html(changes.versions, words.say("Data versions"))] if changes.versions.rows else []
    return section(number, title, parts)


def section(number: int, title: str, parts: list[str] | Iterator[str], kind: str = "figure") -> str:
    """A slide; the script names its place among the others."""
    attributes = {"id": f"slide-{number}", "class_": f"slide {kind}", "aria_label": title, "tabindex": "-1"}
    return element("section", "\n".join(filter(None, parts)), **attributes)


def table_html(table: Table, caption: str) -> str:
    """A table whose first column names its rows."""
    sides = ["number" if place in table.numbers else "" for place in range(len(table.columns))]
    head = "".join(_cell("th", text(one), side, "col") for one, side in zip(table.columns, sides, strict=True))
    rows = "".join(
        "<tr>"
        + "".join(
            _cell("td" if place else "th", text(one), sides[place], "" if place else "row")
            for place, one in enumerate(row)
        )
        + "</tr>"
        for row in table.rows
    )
    named = element("caption", text(caption))
    whole = f"<table>{named}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return element("div", whole, class_="wide", tabindex="0", role="region", aria_label=caption)


def _cell(name: str, content: str, side: str, scope: str) -> str:
    attributes = {"class_": side} if side else {}
    return element(name, content, **(attributes | ({"scope": scope} if scope else {})))


def _heading(slide: ResolvedSlide) -> str:
    return element("h2", title_text(slide.title))


def _exhibit(slide: ResolvedSlide, exhibit: Exhibit, texts: SlideTexts, words: Wording) -> Iterator[str]:
    yield _heading(slide)
    yield element("p", text(exhibit.subtitle), class_="subtitle") if exhibit.subtitle else ""
    filters = filter_line(texts, words)
    yield element("p", text(filters), class_="filters") if filters else ""
    table = table_html(without_empty_columns(table_of(exhibit, words)), slide.title)
    yield _picture(exhibit) if has_picture(exhibit) else table
    yield element("p", text(slide.reading), class_="reading")
    yield _comment(slide, words)
    notes = "".join(element("p", text(note)) for note in texts.notes)
    yield element("div", notes + element("p", text(texts.source), class_="source"), class_="notes")
    below = _details(words.say("Table"), table) if has_picture(exhibit) else ""
    yield element("div", below + _details(words.say("Sources and method"), _method(texts)), class_="more")


def _picture(exhibit: Exhibit) -> str:
    """The place of the interactive picture, and the printed one for paper, for the overview and without scripts."""
    still = element("picture", _dark(exhibit) + _image(exhibit), class_="still")
    if not is_interactive(exhibit):
        return element("div", still, class_="picture only")
    live = element("div", "", class_="live", role="figure", aria_label=exhibit.alt)
    return element("div", live + still, class_="picture")


def _image(exhibit: Exhibit) -> str:
    return f'<img alt="{text(exhibit.alt)}" src="{_drawn(exhibit, "light")}">'


def _dark(exhibit: Exhibit) -> str:
    if is_interactive(exhibit):
        return ""
    return f'<source media="screen and (prefers-color-scheme: dark)" srcset="{_drawn(exhibit, "dark")}">'


def _drawn(exhibit: Exhibit, tone: Tone) -> str:
    return data_address(with_outlines(page_picture(exhibit, tone).svg).encode(), "image/svg+xml")


def _comment(slide: ResolvedSlide, words: Wording) -> str:
    lines = "".join(element("p", text(line)) for line in slide.comment.splitlines() if line.strip())
    return element("aside", lines, class_="comment", aria_label=words.say("Comment")) if lines else ""


def _details(name: str, content: str) -> str:
    return element("details", element("summary", text(name)) + content)


def _method(texts: SlideTexts) -> str:
    points = "".join(element("li", text(one)) for one in (*texts.method, *texts.studies))
    link = element("p", element("a", text(texts.link), href=texts.link)) if texts.link else ""
    return element("ul", points) + element("p", text(texts.terms)) + link


def _trouble(notice: Notice, words: Wording) -> str:
    parts = "".join(element("dt", text(name)) + element("dd", text(said)) for name, said in notice_parts(notice, words))
    return element("div", element("p", text(notice.what)) + element("dl", parts), class_="trouble")
