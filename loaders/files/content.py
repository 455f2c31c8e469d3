"""What a data file holds, whatever its format: figures one by one, and what must be known of them."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from loaders.exhibit import Figure, Item, MeasureLabel, Reference
from loaders.files.table import FileTable
from loaders.language import Wording
from loaders.measure import MeasureKind
from loaders.observation import CONFIDENTIALITIES, QUALIFIERS, STATUSES

#: Kinds of measures whose numbers stand for words.
CODED = frozenset({MeasureKind.FLAG, MeasureKind.SIGN})
#: Column of the long form of a picture that says from what a value was computed.
DERIVATION = "derived_from"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One figure of a file, labels beside codes; `value` is None for a gap.

    `meaning` is the word for which the number of a sign or a flag stands. `qualifier` is that of a value, and says
    nothing for a gap.
    """

    key: tuple[tuple[str, Item], ...]
    measure: MeasureLabel
    value: float | None
    meaning: str
    qualifier: str
    status: str
    confidentiality: str
    reference: Reference
    derived_from: str | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Content:
    """The content of a data file.

    `view` is empty for a whole dataset. `dimensions` are in the order of the keys. `frame` has the columns of the long
    form: what a dataset stores, or what a picture shows, then with the column `derived_from` where something was
    computed. `shown` is the table of a picture as the reader sees it, `declaration` that of a whole dataset as YAML.
    """

    dataset: str
    view: str
    language: str
    title: str
    subtitle: str
    summary: str
    selection: tuple[tuple[str, Item], ...]
    dimensions: tuple[Item, ...]
    measures: tuple[MeasureLabel, ...]
    entries: tuple[Entry, ...]
    frame: pl.DataFrame
    coverage: str
    source: str
    licence: str
    licence_url: str | None
    data_version: str
    edition: int | None
    notes: tuple[str, ...]
    legend: tuple[Item, ...]
    shown: FileTable | None = None
    declaration: str | None = None

    @property
    def name(self) -> str:
        """A name in ASCII for what the file is about: dataset and view."""
        return f"{self.dataset}-{self.view}" if self.view else self.dataset

    @property
    def studies(self) -> tuple[str, ...]:
        """The titles of the studies from which the figures come."""
        return tuple(dict.fromkeys(one.reference.title for one in self.entries))


def entry_of(figure: Figure, measures: dict[str, MeasureLabel]) -> Entry:
    """The entry of a figure of a picture."""
    measure = measures[figure.measure]
    return Entry(
        key=figure.key,
        measure=measure,
        value=figure.value,
        meaning=meaning_of(figure) if measure.kind in CODED else "",
        qualifier=figure.qualifier,
        status=figure.status,
        confidentiality=figure.confidentiality,
        reference=figure.reference,
        derived_from=figure.derived_from,
    )


def sources_of(line: str, words: Wording) -> str:
    """A source line without the word before it, for places that have a heading of their own."""
    return line.removeprefix(words.say("Source: {sources}", sources=""))


def meaning_of(figure: Figure) -> str:
    """The word for which the number of a coded figure stands, empty for a gap."""
    return "" if figure.value is None else figure.text.removeprefix(f"{figure.qualifier}\N{NO-BREAK SPACE}")


def legend_of(entries: Iterable[Entry], words: Wording) -> tuple[Item, ...]:
    """The statuses, reasons to withhold a value, and qualifiers that occur, with their meaning.

    The qualifier of a flag is one of its date, of which the flag itself speaks.
    """
    listed = tuple(entries)
    statuses = {one.status for one in listed}
    hidden = {one.confidentiality for one in listed} - {"F"}
    qualifiers = {one.qualifier for one in listed if one.value is not None and one.measure.kind is not MeasureKind.FLAG}
    found = (
        (STATUSES, [code for code in STATUSES if code in statuses]),
        (CONFIDENTIALITIES, [code for code in CONFIDENTIALITIES if code in hidden]),
        (QUALIFIERS, [code for code in QUALIFIERS if code in qualifiers]),
    )
    return tuple(Item(code, words.say(meanings[code])) for meanings, codes in found for code in codes)
