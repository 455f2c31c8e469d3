"""The table below a picture, with numbers as numbers, and qualifier and status beside each of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from loaders.exhibit import Exhibit, Figure, Mark
from loaders.files.content import CODED, meaning_of
from loaders.files.table import Cell, Column, FileTable, Number, distinct
from loaders.language import Wording
from loaders.number import printed_decimals
from loaders.observation import CONFIDENTIALITIES, MEASURE, QUALIFIERS, STATUSES
from loaders.view import ViewKind

Row = tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """The columns of one figure of a row: its number, the word for it if it is coded, its qualifier, its status."""

    label: str
    heading: str
    is_coded: bool
    pick: Callable[[Row], Figure | None]


def shown_table(exhibit: Exhibit, words: Wording) -> FileTable:
    """The table of a picture: a row for each mark in drawing order, or for each category where series are columns.

    Columns: the names of a row; number, qualifier and status of each figure; then page, source, note, and other
    printed values where there are any.
    """
    is_grid = exhibit.kind is ViewKind.TABLE and bool(exhibit.series)
    rows: list[Row] = _grid_rows(exhibit) if is_grid else [(mark,) for mark in exhibit.marks]
    groups = tuple(_series_groups(exhibit) if is_grid else _measure_groups(exhibit, words))
    texts = (*_names(exhibit, is_grid=is_grid), *_units(exhibit, words, is_grid=is_grid))
    remarks = tuple(_remarks(rows, words))
    columns = [
        *(Column(name="name", title=title) for title, _ in texts),
        *(column for group in groups for column in _columns(group, words, alone=len(groups) == 1)),
        *(Column(name="remark", title=title) for title, _ in remarks),
    ]
    cells = tuple(
        (
            *(text(row) for _, text in texts),
            *(cell for group in groups for cell in _cells(group, row, exhibit, words)),
            *(text(row) for _, text in remarks),
        )
        for row in rows
    )
    return FileTable(columns=distinct(columns), rows=cells)


def _grid_rows(exhibit: Exhibit) -> list[Row]:
    found = {
        category: tuple(mark for mark in exhibit.marks if mark.category == category) for category in exhibit.categories
    }
    return [row for row in found.values() if row]


def _series_groups(exhibit: Exhibit) -> Iterator[_Group]:
    measures = {one.code: one for one in exhibit.measures}
    for item in exhibit.series:
        measure = measures.get(item.code) or exhibit.measures[0]

        def pick(row: Row, wanted: object = item) -> Figure | None:
            return next((mark.figure for mark in row if mark.series == wanted), None)

        heading = _heading(item.label, measure.unit)
        yield _Group(label=item.label, heading=heading, is_coded=measure.kind in CODED, pick=pick)


def _is_merged(exhibit: Exhibit) -> bool:
    return any(len(one.figures) != len(exhibit.measures) for one in exhibit.marks)


def _measure_groups(exhibit: Exhibit, words: Wording) -> Iterator[_Group]:
    if _is_merged(exhibit):
        coded = any(one.kind in CODED for one in exhibit.measures)
        value = words.say("Value")
        yield _Group(label=value, heading=value, is_coded=coded, pick=lambda row: row[0].figure)
        return
    for place, measure in enumerate(exhibit.measures):

        def pick(row: Row, place: int = place) -> Figure | None:
            return row[0].figures[place]

        heading = _heading(measure.label, measure.unit)
        yield _Group(label=measure.label, heading=heading, is_coded=measure.kind in CODED, pick=pick)


def _heading(label: str, unit: str) -> str:
    return f"{label} ({unit})" if unit and unit.casefold() not in label.casefold() else label


def _names(exhibit: Exhibit, *, is_grid: bool) -> Iterator[tuple[str, Callable[[Row], Cell]]]:
    yield exhibit.category_label, lambda row: row[0].category.label
    if is_grid:
        return
    if exhibit.series:
        yield exhibit.series_label, lambda row: row[0].series.label if row[0].series else None
    if exhibit.kind is ViewKind.TABLE:
        for name in _varying(exhibit):
            yield exhibit.dimension_labels[name], _label(name)


def _label(name: str) -> Callable[[Row], Cell]:
    return lambda row: dict(row[0].key)[name].label


def _varying(exhibit: Exhibit) -> list[str]:
    """The dimensions in which the rows of a list differ, that of its first column apart."""
    keys = [dict(one.key) for one in exhibit.marks]
    return [
        name
        for name in keys[0]
        if len({key[name] for key in keys}) > 1
        and any(key[name] != one.category for key, one in zip(keys, exhibit.marks, strict=True))
    ]


def _units(exhibit: Exhibit, words: Wording, *, is_grid: bool) -> Iterator[tuple[str, Callable[[Row], Cell]]]:
    """Indicator and unit of each row, where the rows differ in them."""
    if is_grid or not _is_merged(exhibit):
        return
    measures = {one.code: one for one in exhibit.measures}
    named = any(measures.keys() & {one.category.code, one.series.code if one.series else ""} for one in exhibit.marks)
    if not named:
        yield exhibit.dimension_labels[MEASURE], lambda row: measures[row[0].figure.measure].label
    yield words.say("Unit"), lambda row: measures[row[0].figure.measure].unit


def _columns(group: _Group, words: Wording, *, alone: bool) -> Iterator[Column]:
    qualifier = words.say("Qualifier") if alone else words.say("{label}: qualifier", label=group.label)
    status = words.say("Status") if alone else words.say("{label}: status", label=group.label)
    yield Column(name="value", title=group.heading, is_number=True)
    if group.is_coded:
        yield Column(
            name="meaning", title=words.say("Meaning") if alone else words.say("{label}: meaning", label=group.label)
        )
    yield Column(name="qualifier", title=qualifier)
    yield Column(name="status", title=status)


def _cells(group: _Group, row: Row, exhibit: Exhibit, words: Wording) -> Iterator[Cell]:
    figure = group.pick(row)
    has_value = figure is not None and figure.value is not None
    yield _number(figure, exhibit) if figure else None
    if group.is_coded:
        yield meaning_of(figure) if figure else None
    yield words.say(QUALIFIERS[figure.qualifier]) if figure and has_value else None
    yield _status(figure, words) if figure else None


def _status(figure: Figure, words: Wording) -> str:
    """The status, and why a value is withheld."""
    status, hidden = figure.status, figure.confidentiality
    told = f"{status} ({words.say(STATUSES[status])})"
    return told if hidden == "F" else f"{told}; {hidden} ({words.say(CONFIDENTIALITIES[hidden])})"


def _number(figure: Figure, exhibit: Exhibit) -> Number | None:
    if figure.value is None:
        return None
    least = next(one.decimals for one in exhibit.measures if one.code == figure.measure)
    return Number(figure.value, max(least, printed_decimals(figure.value)))


def _remarks(rows: list[Row], words: Wording) -> Iterator[tuple[str, Callable[[Row], Cell]]]:
    yield words.say("Page"), lambda row: _joined(figure.reference.page for figure in _figures(row))
    yield words.say("Source"), lambda row: _joined(figure.reference.title for figure in _figures(row))
    texts: tuple[tuple[str, Callable[[Figure], Iterator[str | None]]], ...] = (
        (words.say("Producer"), lambda figure: iter([figure.reference.producer])),
        (words.say("Note"), lambda figure: iter([figure.reference.note])),
        (words.say("Computed from"), lambda figure: iter([figure.derived_from])),
        (words.say("Other printed values"), lambda figure: (_other(one, words) for one in figure.alternatives)),
    )
    for title, said in texts:

        def text(row: Row, said: Callable[[Figure], Iterator[str | None]] = said) -> Cell:
            return _joined(one for figure in _figures(row) for one in said(figure))

        if any(text(row) for row in rows):
            yield title, text


def _other(figure: Figure, words: Wording) -> str:
    if not figure.reference.page:
        return figure.spoken
    page = words.say("p.\N{NO-BREAK SPACE}{pages}", pages=figure.reference.page)
    return f"{figure.spoken} ({page})"


def _figures(row: Row) -> list[Figure]:
    return [figure for mark in row for figure in mark.figures if figure]


def _joined(texts: Iterator[str | None]) -> str | None:
    return "; ".join(filter(None, dict.fromkeys(texts))) or None
