"""What can be chosen of how a file is read, with names for people, and what a choice does to the layout."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.intake.raw_table import Content, Glimpse, Layout
from loaders.language import Wording, mark
from loaders.table import Table

#: The code of "nobody has said it".
_OPEN = "?"
_LABELS = {
    "sheet": mark("Sheet"),
    "header_row": mark("Row with the names of the columns"),
    "separator": mark("Sign between the cells"),
    "encoding": mark("Encoding"),
    "decimal": mark("Sign before the decimals"),
    "thousands": mark("Sign between thousands"),
}
_SEPARATORS = {
    ";": mark("semicolon"),
    ",": mark("comma"),
    "\t": mark("tab"),
    "|": mark("vertical bar"),
}
_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "windows-1252": "Windows-1252",
    "iso-8859-1": "ISO 8859-1",
    "iso-8859-15": "ISO 8859-15",
    "mac-roman": "Mac Roman",
    "cp850": "CP850",
}
_DECIMALS = {",": mark("the comma: 1,5"), ".": mark("the point: 1.5")}
_THOUSANDS = {
    "": mark("none: 1234"),
    " ": mark("a space: 1 234"),
    ".": mark("the point: 1.234"),
    ",": mark("the comma: 1,234"),
    "'": mark("an apostrophe: 1’234"),
}
_OTHER = {",": ".", ".": ","}
_WIDE, _NARROW = 480, 230
#: So many of the first rows are shown, or more where the header stands further down.
_SHOWN = 12
_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to choose: the key of the layout, its options by code with their names, and the code in force."""

    field: str
    options: dict[str, str]
    current: str | None
    width: int = _NARROW

    @property
    def label(self) -> str:
        """What is chosen, in English."""
        return _LABELS[self.field]

    def applied(self, layout: Layout, code: str) -> Layout:
        """The layout with another choice; what depends on it is open again."""
        said: dict[str, object] = {self.field: None if code == _OPEN else code}
        if self.field == "sheet":
            said["header_row"] = None
        elif self.field == "header_row":
            said = {"header_row": int(code)}
        elif self.field == "decimal":
            said["thousands"] = _OTHER.get(code)
        elif self.field == "thousands" and code == layout.decimal:
            said["decimal"] = _OTHER[code]
        return layout.model_copy(update=said)


def choices(content: Content | None, used: Layout, seen: Glimpse, words: Wording) -> Iterator[Choice]:
    """What can be chosen for a file of this content, None where it could not be read."""
    is_book = content is Content.XLSX or bool(seen.sheets)
    if is_book:
        sheets = tuple(dict.fromkeys((*seen.sheets, *((used.sheet,) if used.sheet else ()))))
        yield Choice(field="sheet", options={name: name for name in sheets}, current=used.sheet)
    yield _header(used, seen)
    if not is_book:
        separators = {code: words.say(name) for code, name in _SEPARATORS.items()}
        yield _known("separator", separators, used.separator)
        yield _known("encoding", dict(_ENCODINGS), used.encoding)
    if content in {Content.CSV, Content.XLSX, None}:
        open_sign = {_OPEN: words.say("as the cells show it")}
        decimals = open_sign | {code: words.say(name) for code, name in _DECIMALS.items()}
        yield _known("decimal", decimals, used.decimal or _OPEN)
        thousands = open_sign | {code: words.say(name) for code, name in _THOUSANDS.items()}
        yield _known("thousands", thousands, _OPEN if used.thousands is None else used.thousands)


def preview(seen: Glimpse, header_row: int | None, words: Wording) -> Table:
    """The first rows of a file, each with what it is taken for."""
    shown = seen.rows[: max(_SHOWN, (header_row or 1) + 2)]
    rows = tuple(
        (str(number), _taken_for(number, header_row, words), text) for number, text in enumerate(shown, start=1)
    )
    return Table(columns=(words.say("Row"), words.say("Read as"), words.say("Content")), rows=rows)


def _taken_for(number: int, header_row: int | None, words: Wording) -> str:
    if header_row is None:
        return "–"
    if number < header_row:
        return words.say("above the table")
    return words.say("names of the columns") if number == header_row else words.say("figures")


def _header(used: Layout, seen: Glimpse) -> Choice:
    rows = {str(number): f"{number}: {_short(text)}" for number, text in enumerate(seen.rows, start=1)}
    current = str(used.header_row) if used.header_row else None
    if current:
        rows.setdefault(current, current)
    return Choice(field="header_row", options=rows, current=current, width=_WIDE)


def _known(field: str, options: dict[str, str], current: str | None) -> Choice:
    """A choice in which the code in force is always there, whatever a mapping says."""
    if current is not None:
        options.setdefault(current, current)
    return Choice(field=field, options=options, current=current)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
