"""What stands in a printed table: the text table of the exhibit, whole or with its columns drawn together."""

from collections import Counter
from dataclasses import dataclass, replace

from components.layout.series import category_roles, has_several_roles
from components.print.scene import Drawn, drawn
from loaders.exhibit import Exhibit, Mark, Role
from loaders.language import Wording
from loaders.table import Part, Table, table_of

_BETWEEN = " · "
#: So many signs of page numbers stay on one line.
_UNBROKEN = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading, what its cells hold, and whether they stand to the right."""

    heading: str
    part: Part
    is_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The text of a cell, what it is a value of, and a smaller text below it."""

    text: str
    stands_for: Drawn | None = None
    below: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row: its cells, the name of a group above it, its own note, numbers of shared ones, how many marks it holds."""

    cells: tuple[Entry, ...]
    marks: int = 1
    is_accent: bool = False
    group: str = ""
    note: str = ""
    numbers: tuple[int, ...] = ()

    @property
    def signs(self) -> str:
        """The numbers of its notes as they stand behind its name."""
        return "".join(f"({number})" for number in self.numbers if number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Columns, rows, and the notes that several rows share, by their number; 0 is a note to all rows."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    notes: dict[int, str]


def whole(exhibit: Exhibit, words: Wording) -> Content:
    """Every column of the text table but empty ones; a note that several rows share is told once."""
    table = table_of(exhibit, words)
    columns = tuple(
        Column(heading=heading, part=part, is_number=_is_number(exhibit, table, place))
        for place, (heading, part) in enumerate(zip(table.columns, table.parts, strict=True))
    )
    lines = [_line(exhibit, table, number) for number in range(len(table.rows))]
    return without_empty(_shared_notes(Content(columns=columns, lines=tuple(lines), notes={})))


def with_notes_below(content: Content) -> Content:
    """The same with the notes below their rows instead of beside them."""
    kept = [place for place, column in enumerate(content.columns) if column.part is not Part.NOTE]
    noted = [place for place, column in enumerate(content.columns) if column.part is Part.NOTE]

    def below(line: Line) -> Line:
        note = " ".join(line.cells[place].text for place in noted)
        return replace(line, cells=tuple(line.cells[place] for place in kept), note=note)

    return replace(
        content,
        columns=tuple(content.columns[place] for place in kept),
        lines=tuple(map(below, content.lines)),
    )


def drawn_together(content: Content) -> Content:
    """The same with further names in small type below the first, the status below the value, notes below their rows."""
    named = _folded(_folded(with_notes_below(content), Part.NAME, Part.NAME), Part.NAME, Part.STUDY)
    return _folded(named, Part.VALUE, Part.STATUS)


def _folded(content: Content, into: Part, part: Part) -> Content:
    """The first column of one part with those of another as small text below it."""
    first = next(place for place, column in enumerate(content.columns) if column.part is into)
    folded = [place for place, column in enumerate(content.columns) if column.part is part and place != first]
    kept = [place for place in range(len(content.columns)) if place not in folded]

    def together(line: Line) -> Line:
        texts = [line.cells[first].below, *(line.cells[place].text for place in folded)]
        below = _BETWEEN.join(filter(None, texts))
        cells = {first: replace(line.cells[first], below=below)}
        return replace(line, cells=tuple(cells.get(place, line.cells[place]) for place in kept))

    heading = _BETWEEN.join(content.columns[place].heading for place in (first, *folded))
    columns = {first: replace(content.columns[first], heading=heading)}
    return Content(
        columns=tuple(columns.get(place, content.columns[place]) for place in kept),
        lines=tuple(map(together, content.lines)),
        notes=content.notes,
    )


def one_below_the_other(content: Content, exhibit: Exhibit, words: Wording) -> Content:
    """A table with series as columns turned into one with a row for each value, under the name of its category."""
    values = [place for place, column in enumerate(content.columns) if column.part is Part.VALUE]
    pages = [place for place, column in enumerate(content.columns) if column.part is Part.PAGE]
    lines = []
    for line in content.lines:
        filled = [place for place in values if line.cells[place].stands_for]
        for number, place in enumerate(filled):
            cells = (Entry(text=content.columns[place].heading), line.cells[place])
            pages_of = tuple(line.cells[page] for page in pages)
            group = "" if number else line.cells[0].text
            lines.append(Line(cells=(*cells, *pages_of), is_accent=line.is_accent, group=group))
    value = Column(heading=words.say("Value"), part=Part.VALUE, is_number=True)
    heading = _BETWEEN.join(filter(None, (exhibit.category_label, exhibit.series_label)))
    columns = (Column(heading=heading, part=Part.NAME), value, *(content.columns[page] for page in pages))
    return Content(columns=columns, lines=tuple(lines), notes={})


def _is_number(exhibit: Exhibit, table: Table, place: int) -> bool:
    return place in table.numbers or (table.parts[place] is Part.VALUE and bool(exhibit.unit))


def _line(exhibit: Exhibit, table: Table, number: int) -> Line:
    """A row with what its values stand for: a mark a row, or a mark a value where series are columns."""
    texts = table.rows[number]
    places = [place for place, part in enumerate(table.parts) if part is Part.VALUE]
    if exhibit.series:
        category = exhibit.categories[number]
        found = {mark.series: mark for mark in exhibit.marks if mark.category == category}
        marks: list[Mark | None] = [found.get(series) for series in exhibit.series]
        is_accent = category_roles(exhibit)[category.code] is Role.ACCENT
    else:
        marks = [exhibit.marks[number]]
        is_accent = has_several_roles(exhibit) and exhibit.marks[number].role is Role.ACCENT
    stand_for = dict(zip(places, marks, strict=True))
    cells = []
    for place, text in enumerate(texts):
        mark = stand_for.get(place)
        plain = " ".join(text.split("\n"))
        if table.parts[place] is Part.PAGE and len(plain) <= _UNBROKEN:
            plain = plain.replace(" ", "\N{NO-BREAK SPACE}")
        cells.append(Entry(text=plain, stands_for=drawn(mark) if mark else None))
    return Line(cells=tuple(cells), is_accent=is_accent, marks=sum(mark is not None for mark in marks))


def _shared_notes(content: Content) -> Content:
    """Notes that several rows share, and studies, become numbers behind the names and are told once, at the end."""
    places = [place for place, column in enumerate(content.columns) if column.part in {Part.STUDY, Part.NOTE}]
    counts = Counter(line.cells[place].text for line in content.lines for place in places)
    shared = [text for text, count in counts.items() if text and count > 1]
    is_common = len(shared) == 1 and counts[shared[0]] == len(content.lines)
    numbers = {text: 0 if is_common else number for number, text in enumerate(shared, 1)}

    def numbered(line: Line) -> Line:
        told = {place: line.cells[place].text for place in places if line.cells[place].text in numbers}
        cells = (Entry(text="") if place in told else entry for place, entry in enumerate(line.cells))
        return replace(line, cells=tuple(cells), numbers=tuple(numbers[text] for text in told.values()))

    notes = {number: text for text, number in numbers.items()}
    return replace(content, lines=tuple(map(numbered, content.lines)), notes=notes)


def without_empty(content: Content) -> Content:
    """The same without columns beside names and values in which nothing stands."""
    kept = [
        place
        for place, column in enumerate(content.columns)
        if column.part in {Part.NAME, Part.VALUE} or any(line.cells[place].text for line in content.lines)
    ]
    return replace(
        content,
        columns=tuple(content.columns[place] for place in kept),
        lines=tuple(replace(line, cells=tuple(line.cells[place] for place in kept)) for line in content.lines),
    )
