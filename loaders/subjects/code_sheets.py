"""The code lists of a dataset in one language: what may stand in each column of codes, and what it means."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.catalogue import Catalogue
from loaders.declaration import Declaration
from loaders.dimension import Dimension, DimensionKind
from loaders.language import Wording
from loaders.measure import Measure
from loaders.observation import (
    CONFIDENTIALITIES,
    CONFIDENTIALITY,
    MEASURE,
    QUALIFIER,
    QUALIFIERS,
    SOURCE,
    STATUS,
    STATUSES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLine:
    """One code: what it means, and further facts about it in the order of the headings of its list."""

    code: str
    label: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSheet:
    """The codes that a column of the long form may hold; `headings` name the facts of its lines."""

    column: str
    codes: tuple[CodeLine, ...]
    headings: tuple[str, ...] = ()


def code_sheets(declaration: Declaration, catalogue: Catalogue, words: Wording) -> tuple[CodeSheet, ...]:
    """The code lists of a dataset, one for each column that holds codes, in the order of the long form."""
    return (
        *(
            _dimension(dimension, catalogue, words)
            for dimension in declaration.dimensions
            if dimension.kind is not DimensionKind.PERIOD
        ),
        CodeSheet(
            column=MEASURE,
            codes=tuple(_measure(one, declaration, catalogue, words) for one in declaration.measures),
            headings=(words.say("Unit"), words.say("Lowest value"), words.say("Highest value"), words.say("Values")),
        ),
        _meanings(STATUS, STATUSES, words),
        _meanings(CONFIDENTIALITY, CONFIDENTIALITIES, words),
        _meanings(QUALIFIER, QUALIFIERS, words),
        CodeSheet(column=SOURCE, codes=tuple(_sources(declaration, catalogue))),
    )


def _dimension(dimension: Dimension, catalogue: Catalogue, words: Wording) -> CodeSheet:
    if dimension.kind is DimensionKind.CODE:
        codes = tuple(CodeLine(code=one.id, label=words.of(one.label)) for one in dimension.codes)
        return CodeSheet(column=dimension.id, codes=codes)
    areas = tuple(
        CodeLine(code=one.code, label=words.of(one.name), facts=(one.insee or "",)) for one in catalogue.areas.values()
    )
    return CodeSheet(column=dimension.id, codes=areas, headings=(words.say("INSEE code"),))


def _measure(measure: Measure, declaration: Declaration, catalogue: Catalogue, words: Wording) -> CodeLine:
    unit = "" if measure.values else words.of(catalogue.unit(declaration, measure.unit).label)
    ends = ("" if end is None else f"{end:g}" for end in (measure.minimum, measure.maximum))
    coded = "; ".join(f"{one.value:g} = {words.of(one.label)}" for one in measure.values)
    return CodeLine(code=measure.id, label=words.of(measure.label), facts=(unit, *ends, coded))


def _meanings(column: str, meanings: dict[str, str], words: Wording) -> CodeSheet:
    codes = tuple(CodeLine(code=code, label=words.say(text)) for code, text in meanings.items())
    return CodeSheet(column=column, codes=codes)


def _sources(declaration: Declaration, catalogue: Catalogue) -> Iterator[CodeLine]:
    studies = catalogue.sources | {study.id: study for study in declaration.studies}
    for name in declaration.sources:
        study = studies[name]
        yield CodeLine(code=name, label=f"{study.title} ({study.publisher}, {study.year})")
