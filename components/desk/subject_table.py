"""The first half of the form for a new subject: what the file holds, which decides what has to be asked."""

from dataclasses import dataclass, replace

import polars as pl
import streamlit as st

from components.desk.subject_asking import Asking
from components.plain_text import plain
from loaders.catalogue import Catalogue
from loaders.dimension import DimensionKind
from loaders.intake.mapping import LEAVE_OUT
from loaders.intake.raw_table import RawTable
from loaders.language import mark
from loaders.observation import MEASURE, VALUE
from loaders.subjects.subject_fields import Field, Need
from loaders.subjects.subject_form import CodeForm, DimensionForm, SubjectForm, blank_form, fixed_dimension
from loaders.subjects.table_numbers import Decimal, told_layout, with_numbers
from loaders.subjects.table_shape import Uses, attribute_of

_DECIMAL = Field(name="decimal", label=mark("Sign before the decimals"), need=Need.REQUIRED)
_AREA = Field(name="area", label=mark("Territory of all rows, as no column says it"), need=Need.RECOMMENDED)
_SIGNS: dict[str, Decimal] = {",": ",", ".": "."}
#: More names than this are not asked one by one: their rows stay out.
_MOST_ASKED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What the file holds, as the analyst sees it: the form so far, and the sign before the decimals if asked."""

    form: SubjectForm
    decimal: Decimal | None
    is_dated: bool


def ask_table(table: RawTable, name: str, catalogue: Catalogue, asking: Asking) -> Read | None:
    """Asks what the columns are; None as long as the numbers cannot be read."""
    words = asking.words
    st.subheader(plain(words.say("What the file holds")), anchor=False)
    decimal: Decimal | None = None
    layout = told_layout(table)
    if layout is None:
        signs = {",": words.say("the comma: 1,5"), ".": words.say("the point: 1.5")}
        decimal = _SIGNS.get(asking.choice(_DECIMAL, "", signs) or "")
        layout = told_layout(table, decimal) if decimal else None
    if layout is None:
        return None
    frame = with_numbers(table, layout)
    form = blank_form(frame, name, catalogue, _uses(frame, blank_form(frame, name, catalogue), asking))
    dimensions = tuple(_with_names(one, catalogue, asking) for one in form.dimensions)
    return Read(
        form=replace(form, dimensions=(*dimensions, *_area(form, catalogue, asking))),
        decimal=decimal,
        is_dated=any(one.kind is DimensionKind.PERIOD for one in dimensions),
    )


def _uses(frame: pl.DataFrame, told: SubjectForm, asking: Asking) -> Uses:
    """The columns that identify rows, and those with figures, proposed as the content has it."""
    is_long = {MEASURE, VALUE} <= set(frame.columns)
    coded = [one.column for one in told.dimensions if one.column is not None]
    above = [code.spelling for one in told.dimensions if one.column is None for code in one.codes]
    figures = [one.column for one in told.measures if one.column is not None] or above
    columns = [name for name in frame.columns if not attribute_of(name) and name not in (MEASURE, VALUE)]
    columns = columns if is_long else [name for name in frame.columns if not attribute_of(name)]
    keys = asking.several(
        mark("Columns that say what a figure is about: territory, period, category"), "keys", columns, coded
    )
    free = figures if is_long else [name for name in figures if name not in keys]
    held = asking.several(mark("Columns or indicators that hold figures"), "figures", free, free)
    return Uses(keys=frozenset(keys), figures=frozenset(held))


def _with_names(dimension: DimensionForm, catalogue: Catalogue, asking: Asking) -> DimensionForm:
    """The dimension with a code for each name that no area has."""
    words = asking.words
    if not dimension.unmatched:
        return dimension
    choices = {LEAVE_OUT: words.say("nothing: the row is left out")}
    choices |= {area.code: f"{words.of(area.name)} ({area.code})" for area in catalogue.areas.values()}
    asked, rest = dimension.unmatched[:_MOST_ASKED], dimension.unmatched[_MOST_ASKED:]
    codes = []
    for number, spelling in enumerate(asked):
        name = words.say("Which territory is “{spelling}”?", spelling=spelling)
        field = Field(name=str(number), label=name, need=Need.REQUIRED)
        code = asking.choice(field, f"area_{dimension.id}_", choices)
        if code is not None:
            codes.append(CodeForm(spelling=spelling, code=code))
    if rest:
        text = words.count(
            "{n} more name is not in the list of territories; its rows are left out.",
            "{n} more names are not in the list of territories; their rows are left out.",
            len(rest),
        )
        st.warning(plain(text))
        codes += [CodeForm(spelling=spelling, code=LEAVE_OUT) for spelling in rest]
    return replace(dimension, codes=(*dimension.codes, *codes))


def _area(form: SubjectForm, catalogue: Catalogue, asking: Asking) -> tuple[DimensionForm, ...]:
    """The territory of all rows, where no column says it and the analyst does."""
    if any(one.kind is DimensionKind.AREA for one in form.dimensions):
        return ()
    names = {area.code: f"{asking.words.of(area.name)} ({area.code})" for area in catalogue.areas.values()}
    code = asking.choice(_AREA, "", names)
    return (fixed_dimension(DimensionKind.AREA, code, form),) if code is not None else ()
