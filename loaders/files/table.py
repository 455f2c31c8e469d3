"""A table as files hold it: columns with names for machines and for people, cells of text and of numbers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the decimals that it is written with, never fewer than it has."""

    value: float
    decimals: int = 0


Cell = str | Number | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: `name` for machines (ASCII), `title` for people; `concept` is the address of its SDMX concept."""

    name: str
    title: str
    is_number: bool = False
    is_key: bool = False
    concept: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTable:
    """Columns, none with the name or the title of another, and rows with a cell for each of them; None is a gap."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def distinct(columns: Iterable[Column]) -> tuple[Column, ...]:
    """The columns with a number behind each name or title that an earlier one has."""
    listed = tuple(columns)
    names = numbered((one.name for one in listed), "_{n}")
    titles = numbered((one.title for one in listed), " ({n})")
    return tuple(replace(one, name=name, title=title) for one, name, title in zip(listed, names, titles, strict=True))


def numbered(texts: Iterable[str], ending: str, fold: Callable[[str], str] = str) -> list[str]:
    """The texts with a number behind each that an earlier one equals once both are folded."""
    taken: set[str] = set()
    made = []
    for wanted in texts:
        text, number = wanted, 1
        while fold(text) in taken:
            number += 1
            text = wanted + ending.format(n=number)
        taken.add(fold(text))
        made.append(text)
    return made


def number_cell(value: float) -> str:
    """A number with all its digits and a decimal point, whole numbers without one."""
    return repr(value).removesuffix(".0")
