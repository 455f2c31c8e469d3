"""From the form of a new subject to its declaration, or to everything that is still missing."""

from collections.abc import Iterator

from pydantic import ValidationError

from loaders.catalogue import Catalogue
from loaders.declaration import Declaration
from loaders.dimension import DimensionKind
from loaders.intake.mapping import LEAVE_OUT
from loaders.subjects.declaration_text import unknown_references
from loaders.subjects.default_views import Subject, default_views
from loaders.subjects.subject_fields import (
    DIMENSION_FIELDS,
    MEASURE_FIELDS,
    SOURCE_FIELDS,
    SUBJECT_FIELDS,
    UNIT_FIELDS,
    Fault,
    Field,
    Need,
    Problem,
)
from loaders.subjects.subject_form import DimensionForm, MeasureForm, SourceForm, SubjectForm
from loaders.view import View
from loaders.vocabulary import Text

Part = SubjectForm | DimensionForm | MeasureForm | SourceForm


def to_declaration(form: SubjectForm, catalogue: Catalogue) -> Declaration | tuple[Problem, ...]:
    """The declaration that a form describes, with default views, or the problems in the order of the form."""
    problems = (*missing(form, catalogue, Need.REQUIRED), *_taken(form, catalogue))
    if problems:
        return problems
    try:
        declaration = _declaration(form, catalogue)
    except ValidationError as error:
        return tuple(
            Problem(place=_place(one["loc"], form), fault=Fault.INVALID, detail=_given(one["input"]))
            for one in error.errors()
        )
    unknown = unknown_references(declaration, catalogue)
    return tuple(Problem(place="source.id", fault=Fault.INVALID, detail=one) for one in unknown) or declaration


def _given(answer: object) -> str:
    """An answer that was refused, so far as it is one; what pydantic says of it is English and for programmers."""
    return str(answer) if isinstance(answer, str | int | float) else ""


def missing(form: SubjectForm, catalogue: Catalogue, need: Need) -> tuple[Problem, ...]:
    """The fields of that need which are empty, in the order of the form."""
    return tuple(_missing(form, catalogue, need))


def _missing(form: SubjectForm, catalogue: Catalogue, need: Need) -> Iterator[Problem]:
    yield from _empty("", form, SUBJECT_FIELDS, need)
    if need is Need.REQUIRED:
        for place, parts in (("dimensions", form.dimensions), ("measures", form.measures)):
            if not parts:
                yield Problem(place=place, fault=Fault.NONE_LEFT)
    for dimension in form.dimensions:
        yield from _empty(f"dimensions.{dimension.id}.", dimension, DIMENSION_FIELDS, need)
        if need is Need.REQUIRED:
            told = {one.spelling for one in dimension.codes}
            for spelling in dimension.unmatched:
                if spelling not in told:
                    place = f"dimensions.{dimension.id}.{spelling.replace('.', ' ')}"
                    yield Problem(place=place, fault=Fault.MISSING)
    for measure in form.measures:
        new = measure.unit.strip() and measure.unit.strip() not in catalogue.shared_units
        fields = MEASURE_FIELDS + (UNIT_FIELDS if new else ())
        yield from _empty(f"measures.{measure.id}.", measure, fields, need)
    fields = SOURCE_FIELDS[:1] if form.source.id.strip() in catalogue.sources else SOURCE_FIELDS
    yield from _empty("source.", form.source, fields, need)


def _empty(place: str, part: Part, fields: tuple[Field, ...], need: Need) -> Iterator[Problem]:
    for field in fields:
        value = getattr(part, field.name)
        if field.need is need and (value is None or (isinstance(value, str) and not value.strip())):
            yield Problem(place=f"{place}{field.name}", fault=Fault.MISSING)


def _taken(form: SubjectForm, catalogue: Catalogue) -> Iterator[Problem]:
    if form.id in catalogue.declarations or any(one.dataset == form.id for one in catalogue.findings):
        yield Problem(place="id", fault=Fault.TAKEN, detail=form.id)


def _place(location: tuple[int | str, ...], form: SubjectForm) -> str:
    """The field of the form that became this part of the declaration."""
    group, *rest = map(str, location or ("id",))
    suffix = f"_{rest[-1]}" if rest and rest[-1] in {"fr", "en"} else ""
    if group in {"title", "summary", "licence"}:
        return f"{group}{suffix}"
    if group in {"studies", "sources"}:
        return f"source.{rest[1] if len(rest) > 1 else 'id'}"
    if group in {"dimensions", "measures"} and rest:
        part = (form.dimensions if group == "dimensions" else form.measures)[int(rest[0])]
        return f"{group}.{part.id}.{rest[1] if len(rest) > 1 else 'id'}{suffix}"
    return group


def _text(french: str, english: str) -> dict[str, str]:
    return {"fr": french, "en": english.strip() or french}


def _declaration(form: SubjectForm, catalogue: Catalogue) -> Declaration:
    new_source = form.source.id.strip() not in catalogue.sources
    return Declaration.model_validate(
        {
            "id": form.id,
            "title": _text(form.title_fr, form.title_en),
            "summary": _text(form.summary_fr, form.summary_en),
            "sources": [form.source.id.strip(), *form.source.further],
            "licence": {"title": _text(form.licence_fr, form.licence_en), "url": form.licence_url.strip() or None},
            "processing_level": form.processing_level,
            "dimensions": [_dimension(one) for one in form.dimensions],
            "measures": [_measure(one) for one in form.measures],
            "units": list(_units(form, catalogue)),
            "views": [one.model_dump(exclude_none=True) for one in _views(form, catalogue)],
            "studies": [_study(form.source)] if new_source else [],
            "contact": form.contact.strip() or None,
            "next_update": form.next_update.strip() or None,
        }
    )


def _dimension(form: DimensionForm) -> dict[str, object]:
    codes = {
        one.code: {"id": one.code, "label": _text(one.label_fr.strip() or one.spelling, one.label_en)}
        for one in form.codes
        if one.code != LEAVE_OUT
    }
    return {
        "id": form.id,
        "kind": form.kind,
        "label": _text(form.label_fr, form.label_en),
        "codes": list(codes.values()) if form.kind is DimensionKind.CODE else [],
    }


def _measure(form: MeasureForm) -> dict[str, object]:
    label = _text(form.label_fr, form.label_en)
    return {"id": form.id, "label": label, "unit": form.unit.strip(), "kind": form.kind, "decimals": form.decimals}


def _units(form: SubjectForm, catalogue: Catalogue) -> Iterator[dict[str, object]]:
    """The units that the catalogue does not know, each once; the number stands before the name of the unit."""
    new = {one.unit.strip(): one for one in form.measures if one.unit.strip() not in catalogue.shared_units}
    for name, measure in new.items():
        label = Text.model_validate(_text(measure.unit_fr, measure.unit_en))
        written = {language: f"{{n}}\N{NO-BREAK SPACE}{text}" for language, text in label.model_dump().items()}
        yield {"id": name, "label": label.model_dump(), "one": written, "other": written}


def _study(form: SourceForm) -> dict[str, object]:
    return {
        "id": form.id.strip(),
        "title": form.title,
        "publisher": form.publisher,
        "year": form.year,
        "language": form.language,
        "note": form.url.strip() or None,
    }


def _views(form: SubjectForm, catalogue: Catalogue) -> tuple[View, ...]:
    subject = Subject(
        title=Text.model_validate(_text(form.title_fr, form.title_en)),
        kinds={one.id: one.kind for one in form.dimensions},
        codes={
            one.id: tuple(dict.fromkeys(code.code for code in one.codes if code.code != LEAVE_OUT))
            for one in form.dimensions
        },
        measures=tuple(one.id for one in form.measures),
    )
    return default_views(subject, catalogue.areas)
