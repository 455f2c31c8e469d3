"""The part of the form for a new subject that is about its measures: unit, name, kind of number, decimals."""

from dataclasses import replace

import streamlit as st

from components.desk.subject_asking import Asking, pairs
from components.plain_text import plain
from loaders.catalogue import Catalogue
from loaders.language import mark
from loaders.measure import MeasureKind
from loaders.subjects.subject_fields import MEASURE_FIELDS, UNIT_FIELDS
from loaders.subjects.subject_form import MeasureForm, SubjectForm
from loaders.subjects.table_shape import free_id, identifier

_NEW = "+"
_KINDS = {
    MeasureKind.AMOUNT: mark("amount of money, of a quantity"),
    MeasureKind.COUNT: mark("count of people, things, events"),
    MeasureKind.SHARE: mark("share of a whole"),
    MeasureKind.RATIO: mark("ratio of two quantities"),
    MeasureKind.RANK: mark("rank: 1 is the first"),
    MeasureKind.INDEX: mark("index against a base"),
    MeasureKind.CHANGE: mark("change, in per cent or points"),
    MeasureKind.FLAG: mark("yes or no (1 or 0)"),
    MeasureKind.SIGN: mark("above, equal or below (1, 0, −1)"),
}
_FIELDS, _UNIT_FIELDS = pairs(MEASURE_FIELDS), pairs(UNIT_FIELDS)
_MOST_DECIMALS = 6


def ask_units(form: SubjectForm, catalogue: Catalogue, asking: Asking) -> SubjectForm:
    """Asks for the unit of each measure: one that is known, or a new one (its id is `+` then)."""
    words = asking.words
    known = {one.id: f"{words.of(one.label)} ({one.id})" for one in catalogue.shared_units.values()}
    options = {_NEW: words.say("a new unit"), **known}
    asked = []
    for measure in form.measures:
        label = words.say("Unit of “{measure}”", measure=measure.column or measure.id)
        field = replace(_FIELDS["unit"], label=label)
        asked.append(replace(measure, unit=asking.choice(field, f"{measure.id}_", options) or ""))
    return replace(form, measures=tuple(asked))


def ask_measures(form: SubjectForm, catalogue: Catalogue, asking: Asking) -> SubjectForm:
    """Asks for everything else of each measure."""
    return replace(form, measures=tuple(_ask(one, catalogue, asking) for one in form.measures))


def _ask(measure: MeasureForm, catalogue: Catalogue, asking: Asking) -> MeasureForm:
    words, place = asking.words, f"{measure.id}_"
    is_new = measure.unit == _NEW
    unit_fr = unit_en = ""
    with st.container(border=True):
        st.markdown(f"**{plain(measure.column or measure.id)}**")
        label_fr, label_en = asking.texts((_FIELDS["label_fr"], _FIELDS["label_en"]), place)
        if is_new:
            unit_fr, unit_en = asking.texts((_UNIT_FIELDS["unit_fr"], _UNIT_FIELDS["unit_en"]), place)
        left, right = st.columns(2)
        with left:
            kinds = {kind.value: words.say(text) for kind, text in _KINDS.items()}
            kind = asking.choice(_FIELDS["kind"], place, kinds)
        with right:
            places = {str(number): str(number) for number in range(_MOST_DECIMALS + 1)}
            decimals = asking.choice(_FIELDS["decimals"], place, places, str(measure.decimals))
    return replace(
        measure,
        label_fr=label_fr,
        label_en=label_en,
        kind=MeasureKind(kind) if kind else None,
        decimals=int(decimals or 0),
        # The same name is the same unit; an id of the catalogue stands for its own.
        unit=free_id(identifier(unit_fr), set(catalogue.shared_units)) if is_new else measure.unit,
        unit_fr=unit_fr,
        unit_en=unit_en,
    )
