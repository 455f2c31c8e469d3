"""A file of no dataset becomes a subject of its own: the questions that only a person can answer, and their answers."""

from dataclasses import replace

import streamlit as st

from components.desk.subject_asking import Asking, pairs
from components.desk.subject_measures import ask_measures, ask_units
from components.desk.subject_session import Described, described, is_offered, keep_described
from components.desk.subject_source import ask_source, ask_study
from components.desk.subject_table import Read, ask_table
from components.desk.submission import Submitted
from components.plain_text import plain
from components.store import current_library
from loaders.declaration import Declaration
from loaders.dimension import DimensionKind
from loaders.intake.intake import Intake
from loaders.intake.raw_table import RawTable
from loaders.intake.source_codes import period_of
from loaders.language import Language, Wording, mark, wording
from loaders.subjects.subject_declaration import to_declaration
from loaders.subjects.subject_fields import (
    DIMENSION_FIELDS,
    SUBJECT_FIELDS,
    Fault,
    Field,
    Need,
    Problem,
    problem_text,
)
from loaders.subjects.subject_form import DimensionForm, SubjectForm, fixed_dimension
from loaders.subjects.subject_mapping import mapping_of

_FIELDS, _DIMENSION_FIELDS = pairs(SUBJECT_FIELDS), pairs(DIMENSION_FIELDS)
_PERIOD = Field(name="period", label=mark("Period of all rows, as no column says it"), need=Need.RECOMMENDED)
_LEVELS = {
    "transcribed": mark("as the source prints them"),
    "minor": mark("put into another form, the values unchanged"),
    "major": mark("computed from other figures"),
}
_SHOWN_CODES = 12


def is_new_subject(submitted: Submitted, taken: Intake, words: Wording) -> bool:
    """Offers a file that fits no dataset to become a subject of its own, and says whether the analyst wants that."""
    if not is_offered(submitted, taken):
        return False
    st.subheader(plain(words.say("What the file is about")), anchor=False)
    options = {False: words.say("a dataset of the observatory"), True: words.say("a new subject")}
    chosen = st.radio(
        plain(words.say("The file belongs to")),
        tuple(options),
        index=int(described(submitted) is not None),
        format_func=lambda one: plain(options[one]),
        horizontal=True,
        key=f"subject_choice_{submitted.content[:12]}_{words.language}",
    )
    return bool(chosen)


def show_subject(submitted: Submitted, taken: Intake, words: Wording) -> None:
    """The form of a new subject; once it has everything, the file goes the way of any other."""
    st.header(plain(words.say("A new subject")), anchor=False)
    st.markdown(
        plain(
            words.say(
                "What the file does not say is asked here: names, units, source, licence. The subject appears in"
                " “Explore” and “Sources” as soon as the file is published."
            )
        )
    )
    if taken.table is not None:
        _ask(submitted, taken.table, words.language)


@st.fragment
def _ask(submitted: Submitted, table: RawTable, language: Language) -> None:
    words, catalogue = wording(language), current_library().catalogue
    asking = Asking(words, submitted.content)
    read = ask_table(table, submitted.name.partition(".")[0], catalogue, asking)
    if read is None:
        return
    form = ask_units(read.form, catalogue, asking)
    told = form.source
    study = ask_study(told, catalogue, asking)
    with st.form(f"subject_{submitted.content}_{language}", border=False, enter_to_submit=False):
        form = _ask_subject(form, asking)
        period, form = _ask_dimensions(replace(read, form=form), asking)
        st.subheader(plain(words.say("The figures")), anchor=False)
        form = ask_measures(form, catalogue, asking)
        form = replace(form, source=ask_source(study, told, catalogue, asking))
        form = _ask_terms(form, asking)
        sent = st.form_submit_button(plain(words.say("Continue")), type="primary")
    if sent:
        _send(submitted, table, replace(read, form=form), period, words)


def _ask_subject(form: SubjectForm, asking: Asking) -> SubjectForm:
    st.subheader(plain(asking.words.say("The subject")), anchor=False)
    title_fr, title_en = asking.texts((_FIELDS["title_fr"], _FIELDS["title_en"]), "")
    summary_fr, summary_en = asking.texts((_FIELDS["summary_fr"], _FIELDS["summary_en"]), "")
    name = asking.text(_FIELDS["id"], "", form.id)
    st.caption(plain(asking.words.say("The identifier: small letters, digits and underscores, a letter first.")))
    return replace(form, id=name, title_fr=title_fr, title_en=title_en, summary_fr=summary_fr, summary_en=summary_en)


def _ask_dimensions(read: Read, asking: Asking) -> tuple[str, SubjectForm]:
    """The names of the dimensions that have none yet, and the period as it was written where no column has it."""
    words = asking.words
    st.subheader(plain(words.say("What tells the figures apart")), anchor=False)
    dimensions = tuple(_ask_dimension(one, asking) for one in read.form.dimensions)
    period = ""
    if not read.is_dated:
        period = asking.text(_PERIOD, "")
        st.caption(plain(words.say("Such as 2024, 2025-Q1, 2025-H1, 2025-03 or 2022/2024.")))
    return period, replace(read.form, dimensions=dimensions)


def _ask_dimension(dimension: DimensionForm, asking: Asking) -> DimensionForm:
    shown = [one.spelling or one.code for one in dimension.codes[:_SHOWN_CODES]]
    more = ["…"] if len(dimension.codes) > _SHOWN_CODES else []
    st.markdown(f"**{plain(dimension.column or dimension.label_fr)}**")
    st.caption(plain(", ".join([*shown, *more])))
    fields = (_DIMENSION_FIELDS["label_fr"], _DIMENSION_FIELDS["label_en"])
    label_fr, label_en = asking.texts(fields, f"{dimension.id}_", (dimension.label_fr, dimension.label_en))
    return replace(dimension, label_fr=label_fr, label_en=label_en)


def _ask_terms(form: SubjectForm, asking: Asking) -> SubjectForm:
    words = asking.words
    st.subheader(plain(words.say("Terms of use and upkeep")), anchor=False)
    licence_fr, licence_en = asking.texts((_FIELDS["licence_fr"], _FIELDS["licence_en"]), "")
    left, right = st.columns(2)
    with left:
        licence_url = asking.text(_FIELDS["licence_url"], "")
    with right:
        levels = {level: words.say(text) for level, text in _LEVELS.items()}
        level = asking.choice(_FIELDS["processing_level"], "", levels)
    contact, next_update = asking.texts((_FIELDS["contact"], _FIELDS["next_update"]), "")
    return replace(
        form,
        licence_fr=licence_fr,
        licence_en=licence_en,
        licence_url=licence_url,
        processing_level=level or "",
        contact=contact,
        next_update=next_update,
    )


def _send(submitted: Submitted, table: RawTable, read: Read, period: str, words: Wording) -> None:
    form, problems = _dated(read.form, period)
    made = to_declaration(form, current_library().catalogue)
    if isinstance(made, Declaration) and not problems:
        mapping = mapping_of(form, table, read.decimal)
        keep_described(submitted, Described(subject=made, mapping=mapping))
        st.rerun()
    problems += () if isinstance(made, Declaration) else made
    missing = words.say("The subject cannot be declared yet:")
    lines = "\n".join(f"- {plain(problem_text(one, words))}" for one in problems)
    st.warning(f"{plain(missing)}\n\n{lines}", icon=":material/help:")


def _dated(form: SubjectForm, period: str) -> tuple[SubjectForm, tuple[Problem, ...]]:
    """The form with the period that holds for all rows, if one was given; one that is none is a problem."""
    if not period:
        return form, ()
    code = period_of(period)
    if code is None:
        return form, (Problem(place="dimensions.time_period", fault=Fault.INVALID, detail=period),)
    return replace(form, dimensions=(*form.dimensions, fixed_dimension(DimensionKind.PERIOD, code, form))), ()
