"""The exhibit: one figure of the observatory with everything that belongs to it, as a frozen value.

Every picture, table, sentence and file is a drawing of an exhibit; nothing here knows how it is drawn.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from loaders.measure import MeasureKind
from loaders.view import ViewKind


class Role(StrEnum):
    """What a mark stands for, which decides its colour: Île-de-France, France, or the others."""

    ACCENT = "accent"
    NATIONAL = "national"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Item:
    """A code with its label in the language of the exhibit."""

    code: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureLabel:
    """A measure as an axis or a column names it: label, unit ("M€"), kind, and the direction that is better.

    `unit_code` is the code of the unit, `decimals` the least that its numbers are written with.
    """

    code: str
    label: str
    unit: str
    kind: MeasureKind
    polarity: str = "neutral"
    unit_code: str = ""
    decimals: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where a figure comes from: study, printed page, underlying producer, and what must be known of it."""

    source_id: str
    title: str
    page: str | None
    producer: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One observation, ready to be shown.

    `value` is None for a gap. `text` is what stands on the mark ("> 5 000", "not printed"); `spoken` is the figure in
    a sentence, with its unit ("more than €5,000M"), `headline` the same without a unit that its title names already
    ("more than 2,150"). `derived_from` says from what it was computed, where the observatory computed it. `key` names
    its dimensions with their codes. `printed_rank` is the rank that the study gives it ("2nd"). `alternatives` are the
    other values that the study prints for the same thing; `follows` is False where it does not follow from others.
    `confidentiality` is why a value is withheld, "F" where it is free.
    """

    measure: str
    value: float | None
    text: str
    spoken: str
    headline: str
    qualifier: str
    status: str
    reference: Reference
    derived_from: str | None = None
    alternatives: tuple["Figure", ...] = ()
    key: tuple[tuple[str, Item], ...] = ()
    printed_rank: str | None = None
    follows: bool = True
    confidentiality: str = "F"

    @property
    def is_doubted(self) -> bool:
        """Whether the study itself says something else, or prints totals from which the figure does not follow."""
        return bool(self.alternatives) or not self.follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One drawn thing: a bar, a point, a cell, an area. `figures` follow the order of the exhibit's measures."""

    category: Item
    series: Item | None
    role: Role
    figures: tuple[Figure | None, ...]

    @property
    def figure(self) -> Figure:
        """The first figure that exists."""
        return next(figure for figure in self.figures if figure is not None)

    @property
    def key(self) -> tuple[tuple[str, Item], ...]:
        """The dimensions of the mark with their codes: those of its first figure."""
        return self.figure.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many of the things that the picture is about have a value; `together` says what is known of the gaps."""

    known: int
    total: int
    text: str
    missing: tuple[Item, ...] = ()
    together: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One figure with everything that belongs to it, in one language.

    `marks` are in drawing order (first on top). `categories` and `series` are in order, gaps included. `unit` is the
    one that all measures share, or an empty string. `legend` explains the statuses and qualifiers that occur
    (code: status or qualifier, label: its meaning). `method` lists what a reader should know. `focus` is the code of
    the category that the picture is about, where it is about one of them.
    """

    dataset: str
    view: str
    kind: ViewKind
    language: str
    title: str
    subtitle: str
    unit: str
    measures: tuple[MeasureLabel, ...]
    category_label: str
    series_label: str
    categories: tuple[Item, ...]
    series: tuple[Item, ...]
    marks: tuple[Mark, ...]
    selection: tuple[tuple[str, Item], ...]
    source_line: str
    coverage: Coverage
    legend: tuple[Item, ...]
    reading: str
    alt: str
    method: tuple[str, ...]
    warnings: tuple[str, ...]
    data_version: str
    licence: str
    is_declared: bool = True
    layer: str | None = None
    note: str | None = None
    focus: str | None = None
    references: tuple[Reference, ...] = ()
    dimension_labels: Mapping[str, str] = field(default_factory=dict, hash=False)
