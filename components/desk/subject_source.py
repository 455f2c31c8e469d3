"""The part of the form for a new subject that is about the study that the figures come from."""

from dataclasses import replace

import streamlit as st

from components.desk.subject_asking import Asking, pairs
from components.plain_text import plain
from loaders.catalogue import Catalogue
from loaders.language import mark
from loaders.subjects.subject_fields import SOURCE_FIELDS, Field, Need
from loaders.subjects.subject_form import SourceForm
from loaders.subjects.table_shape import free_id, identifier

_NEW = "+"
_STUDY = Field(name="study", label=mark("Source of the figures"), need=Need.REQUIRED)
_LANGUAGE = Field(name="language", label=mark("Language of the source"), need=Need.REQUIRED)
_ID = Field(
    name="id", label=mark("Identifier of the source, otherwise made of publisher and year"), need=Need.RECOMMENDED
)
_FIELDS = pairs(SOURCE_FIELDS)


def ask_study(told: SourceForm, catalogue: Catalogue, asking: Asking) -> str | None:
    """Asks which study it is: the id of a known one, `+` for a new one, None as long as nothing is chosen."""
    known = {one.id: f"{one.title} ({one.publisher}, {one.year})" for one in catalogue.sources.values()}
    options = {_NEW: asking.words.say("a study that the observatory does not know yet"), **known}
    return asking.choice(_STUDY, "", options, told.id)


def ask_source(study: str | None, told: SourceForm, catalogue: Catalogue, asking: Asking) -> SourceForm:
    """Asks for the description of a new study; a known one has its own."""
    if study != _NEW:
        is_of_file = study is not None and study in (told.id, *told.further)
        others = tuple(one for one in (told.id, *told.further) if one != study) if is_of_file else ()
        return SourceForm(id=study or "", further=others)
    words = asking.words
    st.subheader(plain(words.say("The source")), anchor=False)
    title = asking.text(_FIELDS["title"], "source_")
    publisher, year = asking.texts((_FIELDS["publisher"], _FIELDS["year"]), "source_")
    left, right = st.columns(2)
    with left:
        url = asking.text(_FIELDS["url"], "source_")
    with right:
        languages = {"fr": words.say("French"), "en": words.say("English")}
        language = asking.choice(_LANGUAGE, "source_", languages, "fr")
    name = asking.text(_ID, "source_")
    made = SourceForm(title=title, publisher=publisher, year=year, url=url, language=language or "fr")
    return replace(made, id=name or _proposed(made, catalogue))


def _proposed(source: SourceForm, catalogue: Catalogue) -> str:
    """An id such as `drees-2025`, empty as long as it has nothing to be made of."""
    if not source.publisher or not source.year:
        return ""
    wanted = f"{identifier(source.publisher)}_{source.year}"
    taken = {one.replace("-", "_") for one in catalogue.sources}
    return free_id(wanted, taken).replace("_", "-")
