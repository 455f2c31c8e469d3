"""The fields of the form for a new subject: what each is called, which are needed, and what is wrong with one."""

from dataclasses import dataclass
from enum import StrEnum

from loaders.language import Wording, mark


class Need(StrEnum):
    """How much a field is needed."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of the form: its name there, what people call it (to be translated), how much it is needed."""

    name: str
    label: str
    need: Need


#: The fields of the subject itself, of each dimension, of each measure and of the source, in the order of the form.
SUBJECT_FIELDS = (
    Field(name="id", label=mark("Identifier"), need=Need.REQUIRED),
    Field(name="title_fr", label=mark("Title in French"), need=Need.REQUIRED),
    Field(name="title_en", label=mark("Title in English"), need=Need.RECOMMENDED),
    Field(name="summary_fr", label=mark("Summary in French"), need=Need.REQUIRED),
    Field(name="summary_en", label=mark("Summary in English"), need=Need.RECOMMENDED),
    Field(name="licence_fr", label=mark("Licence in French"), need=Need.REQUIRED),
    Field(name="licence_en", label=mark("Licence in English"), need=Need.RECOMMENDED),
    Field(name="licence_url", label=mark("Address of the licence"), need=Need.OPTIONAL),
    Field(name="processing_level", label=mark("Processing"), need=Need.REQUIRED),
    Field(name="contact", label=mark("Contact"), need=Need.RECOMMENDED),
    Field(name="next_update", label=mark("Next update"), need=Need.RECOMMENDED),
)
DIMENSION_FIELDS = (
    Field(name="label_fr", label=mark("Name in French"), need=Need.REQUIRED),
    Field(name="label_en", label=mark("Name in English"), need=Need.RECOMMENDED),
)
MEASURE_FIELDS = (
    Field(name="label_fr", label=mark("Name in French"), need=Need.REQUIRED),
    Field(name="label_en", label=mark("Name in English"), need=Need.RECOMMENDED),
    Field(name="unit", label=mark("Unit"), need=Need.REQUIRED),
    Field(name="kind", label=mark("Kind of number"), need=Need.REQUIRED),
    Field(name="decimals", label=mark("Decimals"), need=Need.OPTIONAL),
)
#: What a unit that the observatory does not know yet needs on top.
UNIT_FIELDS = (
    Field(name="unit_fr", label=mark("Unit in French"), need=Need.REQUIRED),
    Field(name="unit_en", label=mark("Unit in English"), need=Need.RECOMMENDED),
)
SOURCE_FIELDS = (
    Field(name="id", label=mark("Identifier of the source"), need=Need.REQUIRED),
    Field(name="title", label=mark("Title of the source"), need=Need.REQUIRED),
    Field(name="publisher", label=mark("Publisher"), need=Need.REQUIRED),
    Field(name="year", label=mark("Year of publication"), need=Need.REQUIRED),
    Field(name="url", label=mark("Address of the source"), need=Need.RECOMMENDED),
)


class Fault(StrEnum):
    """What is wrong with a field."""

    MISSING = "missing"
    TAKEN = "taken"
    INVALID = "invalid"
    NONE_LEFT = "none_left"


_FAULTS = {
    Fault.MISSING: mark("{field}: required."),
    Fault.TAKEN: mark("{field}: {detail} exists already."),
    Fault.INVALID: mark("{field}: not valid ({detail})."),
    Fault.NONE_LEFT: mark("{field}: at least one is needed."),
}
_GROUPS = {"dimensions": mark("Dimensions"), "measures": mark("Indicators"), "source": mark("Source")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What keeps a form from being a declaration: the fault, and the place of the field.

    `place` is the path of the field in the form, such as `title_fr`, `measures.beds.unit` or `source.year`; `detail`
    is a code or a value, never a sentence for people.
    """

    place: str
    fault: Fault
    detail: str = ""


def problem_text(problem: Problem, words: Wording) -> str:
    """A problem in the language of `words`, in one sentence."""
    return words.say(_FAULTS[problem.fault], field=place_text(problem.place, words), detail=problem.detail)


def place_text(place: str, words: Wording) -> str:
    """The path of a field as people read it: "Indicators, beds, Unit"."""
    group, *rest = place.split(".")
    fields = {
        "dimensions": DIMENSION_FIELDS,
        "measures": (*MEASURE_FIELDS, *UNIT_FIELDS),
        "source": SOURCE_FIELDS,
    }.get(group, SUBJECT_FIELDS)
    labels = {field.name: words.say(field.label) for field in fields}
    if group not in _GROUPS:
        return labels.get(group, place)
    return ", ".join([words.say(_GROUPS[group]), *rest[:-1], *(labels.get(name, name) for name in rest[-1:])])
