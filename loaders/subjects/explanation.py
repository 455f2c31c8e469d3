"""The explanation sheet of a template: how to fill it in, and what each column means."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.contract import columns_of
from loaders.declaration import Declaration
from loaders.dimension import DimensionKind
from loaders.language import Wording, mark
from loaders.observation import (
    CONFIDENTIALITY,
    MEASURE,
    NOTE,
    OPTIONAL_COLUMNS,
    PAGE,
    PRODUCER,
    QUALIFIER,
    SOURCE,
    STATUS,
    VALUE,
)

_MEANINGS = {
    MEASURE: mark("What is measured; the sheet of the same name gives codes, units and valid ranges."),
    VALUE: mark("The figure, in the unit of its measure. Leave it empty where there is none; zero is a figure."),
    STATUS: mark("A for a normal value; for a gap the status that says why it is one: O, L, M, Q or H."),
    CONFIDENTIALITY: mark("F where the figure may be published. C hides a figure: it has no value then."),
    QUALIFIER: mark("How the source prints the figure: exact, approximate, or as a bound. Empty beside a gap."),
    SOURCE: mark("The study that the figure comes from."),
    PRODUCER: mark("Who produced the figure, where it is not the publisher of the study."),
    PAGE: mark("The page of the study."),
    NOTE: mark("What a reader of the figure has to know."),
}
_DIMENSIONS = {
    DimensionKind.AREA: mark("A code of the area list; the sheet of the same name has them all."),
    DimensionKind.PERIOD: mark("A period such as 2024, 2025-Q1, 2025-H1, 2025-03 or 2022/2024."),
    DimensionKind.CODE: mark("A code of the sheet of the same name."),
}
_STEPS = (
    mark("Fill in the first sheet. A row is one figure: the codes say of what, obs_value says how much."),
    mark("When you fill a gap, change its status to A and give it a qualifier (=). Cells that disagree turn red."),
    mark("Delete the rows that you do not need, or add rows below: no combination of codes may occur twice."),
    mark("Grey columns repeat the names of codes; the import leaves them out. Keep the first row as it is."),
    mark("Save as XLSX and hand the file in at the data desk."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLine:
    """What is said of one column of the form; `needed` tells whether it may be left out."""

    column: str
    label: str
    meaning: str
    needed: str


def steps(words: Wording) -> tuple[str, ...]:
    """How to fill the form in, one sentence for each step."""
    return tuple(words.say(step) for step in _STEPS)


def column_lines(declaration: Declaration, words: Wording) -> Iterator[ColumnLine]:
    """What each column of the long form means, in its order."""
    dimensions = {dimension.id: dimension for dimension in declaration.dimensions}
    required, optional = words.say("required"), words.say("may be left out")
    for name in columns_of(declaration):
        dimension = dimensions.get(name)
        yield ColumnLine(
            column=name,
            label=words.of(dimension.label) if dimension else "",
            meaning=words.say(_DIMENSIONS[dimension.kind] if dimension else _MEANINGS[name]),
            needed=optional if name in OPTIONAL_COLUMNS else required,
        )
