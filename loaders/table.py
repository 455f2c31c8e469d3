"""The table of an exhibit: the same figures as its picture, as text in rows and columns."""

from dataclasses import dataclass
from enum import StrEnum

from loaders.exhibit import Exhibit, Figure, Mark
from loaders.language import Wording
from loaders.observation import MEASURE, STATUSES
from loaders.view import ViewKind


class Part(StrEnum):
    """What the cells of a column say of a row."""

    NAME = "name"
    VALUE = "value"
    STATUS = "status"
    STUDY = "study"
    PAGE = "page"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Column headings and rows of plain text; every row has as many cells as there are columns.

    `numbers` are the positions of the columns that hold numbers in one unit, which stand to the right; `parts` says
    what each column of the table of an exhibit holds.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    parts: tuple[Part, ...] = ()


def table_of(exhibit: Exhibit, words: Wording) -> Table:
    """The table of an exhibit: one row for each mark, or for each category where the view sets series side by side."""
    if exhibit.kind is ViewKind.TABLE and exhibit.series:
        return _grid(exhibit, words)
    if exhibit.kind is ViewKind.TABLE:
        return _listing(exhibit, words)
    return _marks(exhibit, words)


def without_empty_columns(table: Table) -> Table:
    """The table without the columns in which no row says anything."""
    kept = [place for place in range(len(table.columns)) if any(row[place] for row in table.rows)]
    return Table(
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
        numbers=tuple(index for index, place in enumerate(kept) if place in table.numbers),
        parts=tuple(table.parts[place] for place in kept) if table.parts else (),
    )


def status_text(figure: Figure, words: Wording) -> str:
    """The status of a figure in words, empty where it is a normal value."""
    return "" if figure.status == "A" else words.say(STATUSES[figure.status])


def _heading(label: str, unit: str) -> str:
    return f"{label} ({unit})" if unit and unit.casefold() not in label.casefold() else label


def _page(one: Mark) -> str:
    pages = dict.fromkeys(figure.reference.page or "" for figure in one.figures if figure)
    return ", ".join(filter(None, pages))


def _marks(exhibit: Exhibit, words: Wording) -> Table:
    merged = any(len(one.figures) != len(exhibit.measures) for one in exhibit.marks)
    labels = [_heading(one.label, one.unit) for one in exhibit.measures]
    series = (exhibit.series_label,) if exhibit.series else ()
    rows = []
    for one in exhibit.marks:
        cells = [_cell(figure, figure.spoken if merged else figure.text) if figure else "" for figure in one.figures]
        statuses = dict.fromkeys(filter(None, (status_text(figure, words) for figure in one.figures if figure)))
        name = (one.category.label, one.series.label) if one.series else (one.category.label,)
        rows.append((*name, *cells, ", ".join(statuses), _page(one)))
    values = [words.say("Value")] if merged else labels
    first = 1 + len(series)
    return Table(
        columns=(exhibit.category_label, *series, *values, words.say("Status"), words.say("Page")),
        rows=tuple(rows),
        numbers=() if merged else tuple(range(first, first + len(values))),
        parts=(*[Part.NAME] * first, *[Part.VALUE] * len(values), Part.STATUS, Part.PAGE),
    )


def _grid(exhibit: Exhibit, words: Wording) -> Table:
    cells = {(one.category, one.series): one.figure for one in exhibit.marks}
    units = {one.code: one.unit for one in exhibit.measures}
    rows = []
    for category in exhibit.categories:
        found = [cells.get((category, item)) for item in exhibit.series]
        pages = dict.fromkeys(one.reference.page for one in found if one and one.reference.page)
        rows.append((category.label, *map(_with_status, found), ", ".join(pages)))
    headings = (_heading(item.label, units.get(item.code, "")) for item in exhibit.series)
    return Table(
        columns=(exhibit.category_label, *headings, words.say("Page")),
        rows=tuple(rows),
        numbers=tuple(range(1, 1 + len(exhibit.series))),
        parts=(Part.NAME, *[Part.VALUE] * len(exhibit.series), Part.PAGE),
    )


def _with_status(figure: Figure | None) -> str:
    """A figure in a cell that has no room for its status but the code."""
    if figure is None:
        return ""
    is_plain = figure.status == "A" or figure.value is None
    return _cell(figure, figure.text if is_plain else f"{figure.text} ({figure.status})")


def _cell(figure: Figure, text: str) -> str:
    """The text of a figure, with the sign that warns of a contradiction."""
    return f"{text}†" if figure.is_doubted else text


def _listing(exhibit: Exhibit, words: Wording) -> Table:
    names = [name for name, _ in exhibit.marks[0].key]
    varying = [
        name
        for name in names
        if len({dict(one.key)[name] for one in exhibit.marks}) > 1
        and any(dict(one.key)[name] != one.category for one in exhibit.marks)
    ]
    measure_labels = {one.code: one.label for one in exhibit.measures}
    several = len(measure_labels) > 1 and any(one.category.code not in measure_labels for one in exhibit.marks)
    studies = len({reference.source_id for reference in exhibit.references}) > 1
    columns = (
        exhibit.category_label,
        *(exhibit.dimension_labels[name] for name in varying),
        *((exhibit.dimension_labels[MEASURE],) if several else ()),
        words.say("Value"),
        words.say("Status"),
        *((words.say("Study"),) if studies else ()),
        words.say("Page"),
        words.say("Note"),
    )
    parts = (
        *[Part.NAME] * (1 + len(varying) + several),
        Part.VALUE,
        Part.STATUS,
        *[Part.STUDY] * studies,
        Part.PAGE,
        Part.NOTE,
    )
    rows = []
    for one in exhibit.marks:
        figure, key = one.figure, dict(one.key)
        rows.append(
            (
                one.category.label,
                *(key[name].label for name in varying),
                *((measure_labels[figure.measure],) if several else ()),
                _cell(figure, figure.spoken),
                status_text(figure, words),
                *((figure.reference.title,) if studies else ()),
                figure.reference.page or "",
                figure.reference.note or "",
            )
        )
    return Table(columns=columns, rows=tuple(rows), parts=parts)
