"""The form behind a new subject: what a person says of an unknown table, and the declaration that it becomes."""

from dataclasses import dataclass

import polars as pl

from loaders.catalogue import Catalogue
from loaders.dimension import DimensionKind
from loaders.language import mark
from loaders.measure import MeasureKind
from loaders.subjects.default_views import both
from loaders.subjects.table_shape import DimensionFound, MeasureFound, Uses, free_id, identifier, shape_of

_LABELS = {DimensionKind.AREA: mark("Territory"), DimensionKind.PERIOD: mark("Period")}


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeForm:
    """One code of a dimension: as the file spells it, its code and its names."""

    spelling: str
    code: str
    label_fr: str = ""
    label_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionForm:
    """One dimension: the column of the file that holds it, and what it is called. `codes` are those that occur.

    `column` is None where the names of the columns of numbers hold the codes, or where one code (of which the
    spelling is empty) holds for the whole file. `unmatched` are spellings that no area has: each needs a code, or
    `LEAVE_OUT`, among `codes`.
    """

    column: str | None
    id: str
    kind: DimensionKind
    label_fr: str = ""
    label_en: str = ""
    codes: tuple[CodeForm, ...] = ()
    unmatched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureForm:
    """One measure: its column (or its code in a table in the long form), name, unit and kind.

    `column` is None where several columns hold the measure, which a dimension without a column tells apart. `unit` is
    the id of a unit that the catalogue knows, or a new one, which `unit_fr` and `unit_en` then name. Unit and kind are
    never proposed.
    """

    column: str | None
    id: str
    label_fr: str = ""
    label_en: str = ""
    unit: str = ""
    unit_fr: str = ""
    unit_en: str = ""
    kind: MeasureKind | None = None
    decimals: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceForm:
    """The study: the id of a known one is enough, a new one needs title, publisher and year.

    `further` are the other studies that the file names itself, row by row; they have to be known.
    """

    id: str = ""
    title: str = ""
    publisher: str = ""
    year: str = ""
    language: str = "fr"
    url: str = ""
    further: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectForm:
    """Everything that is asked of a new subject; a text that nobody has given is empty.

    `subject_fields` says what is required. English texts are recommended: without one the French text stands.
    """

    id: str
    title_fr: str = ""
    title_en: str = ""
    summary_fr: str = ""
    summary_en: str = ""
    dimensions: tuple[DimensionForm, ...] = ()
    measures: tuple[MeasureForm, ...] = ()
    source: SourceForm = SourceForm()
    licence_fr: str = ""
    licence_en: str = ""
    licence_url: str = ""
    processing_level: str = ""
    contact: str = ""
    next_update: str = ""


def blank_form(frame: pl.DataFrame, name: str, catalogue: Catalogue, uses: Uses | None = None) -> SubjectForm:
    """The form for an unknown table with what can be told from it: dimensions, codes, measures, decimals.

    Args:
        frame: the table, in the long form or wide.
        name: what the dataset may be called, such as the stem of its file; becomes the proposed id.
        catalogue: the areas and studies that are known.
        uses: what the columns are, where a person has said so.
    """
    shape = shape_of(frame, catalogue.areas, uses)
    is_known = bool(shape.sources) and all(source in catalogue.sources for source in shape.sources)
    return SubjectForm(
        id=identifier(name),
        dimensions=tuple(map(_dimension, shape.dimensions)),
        measures=tuple(map(_measure, shape.measures)),
        source=SourceForm(id=shape.sources[0], further=shape.sources[1:]) if is_known else SourceForm(),
    )


def fixed_dimension(kind: DimensionKind, code: str, form: SubjectForm) -> DimensionForm:
    """A territory or a period that the file does not say, because it is the same for all rows."""
    label = both(_LABELS[kind])
    name = free_id("ref_area" if kind is DimensionKind.AREA else "time_period", {one.id for one in form.dimensions})
    codes = (CodeForm(spelling="", code=code),)
    return DimensionForm(column=None, id=name, kind=kind, label_fr=label.fr, label_en=label.en, codes=codes)


def _dimension(found: DimensionFound) -> DimensionForm:
    label = both(_LABELS[found.kind]) if found.kind in _LABELS else None
    coded = found.kind is DimensionKind.CODE
    return DimensionForm(
        column=found.column,
        id=found.id,
        kind=found.kind,
        label_fr=label.fr if label else "",
        label_en=label.en if label else "",
        codes=tuple(
            CodeForm(spelling=one.spelling, code=one.code, label_fr=one.spelling.strip() if coded else "")
            for one in found.codes
        ),
        unmatched=found.unmatched,
    )


def _measure(found: MeasureFound) -> MeasureForm:
    return MeasureForm(column=found.column, id=found.id, decimals=found.decimals)
