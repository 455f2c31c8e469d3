"""What cannot be told from a file and has to be asked, and how an answer enters the mapping."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from loaders.intake.mapping import Mapping, UnitOfFile, ValueColumn
from loaders.observation import MEASURE, SOURCE

#: A choice that makes a column one of numbers: `measure:jobs_share`.
_MEASURE_PREFIX = f"{MEASURE}:"


class QuestionKind(StrEnum):
    """What is asked."""

    DATASET = "dataset"
    COLUMN_ROLE = "column_role"
    NUMBER_FORMAT = "number_format"
    UNIT = "unit"
    SCALE = "scale"
    FIXED_VALUE = "fixed_value"
    UNMATCHED = "unmatched"
    SOURCE = "source"
    STATUS = "status"
    QUALIFIER = "qualifier"
    EMPTY_CELLS = "empty_cells"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One open question.

    `subject` is what it is about: a column of the file, a measure, a dimension, a role. `spelling` is what the file
    says there: the name that is not known, or its unit. `choices` are codes, empty where the answer is free text;
    `proposed` is one of them, or None where nothing may be proposed.
    """

    kind: QuestionKind
    subject: str = ""
    spelling: str = ""
    choices: tuple[str, ...] = ()
    proposed: str | None = None


def measure_choice(measure: str) -> str:
    """The choice that a column holds the numbers of a measure."""
    return f"{_MEASURE_PREFIX}{measure}"


def measure_of_choice(choice: str) -> str | None:
    """The measure that a choice for a column names, None where it names a role."""
    return choice.removeprefix(_MEASURE_PREFIX) if choice.startswith(_MEASURE_PREFIX) else None


def answered(mapping: Mapping, question: Question, answer: str) -> Mapping:
    """The mapping with one more answer; that to which dataset is meant goes to `propose` instead.

    Raises:
        ValueError: the answer is none of the choices, or cannot stand in a mapping.
    """
    if question.choices and answer not in question.choices:
        raise ValueError(f"{answer!r} is none of {', '.join(question.choices)}")
    return Mapping.model_validate({**mapping.model_dump(), **_change(mapping, question, answer)})


def _change(mapping: Mapping, question: Question, answer: str) -> dict[str, object]:
    if question.kind not in _CHANGES:
        raise ValueError("the dataset is asked before there is a mapping")
    return _CHANGES[question.kind](mapping, question, answer)


def _number_format(mapping: Mapping, _question: Question, answer: str) -> dict[str, object]:
    layout = mapping.layout.model_dump()
    return {"layout": {**layout, "decimal": answer, "thousands": "." if answer == "," else ","}}


def _unit_of_file(mapping: Mapping, question: Question, answer: str) -> dict[str, object]:
    held = mapping.units.get(question.subject)
    unit = UnitOfFile(unit=answer, scale=held.scale if held else None, stated=question.spelling or None)
    return _unit(mapping, question.subject, unit)


def _scale_of_file(mapping: Mapping, question: Question, answer: str) -> dict[str, object]:
    held = mapping.units.get(question.subject) or UnitOfFile(unit=question.spelling)
    return _unit(mapping, question.subject, held.model_copy(update={"scale": float(answer)}))


def _unit(mapping: Mapping, measure: str, unit: UnitOfFile) -> dict[str, object]:
    return {"units": {**mapping.model_dump()["units"], measure: unit.model_dump()}}


def _spelling(mapping: Mapping, question: Question, answer: str) -> dict[str, object]:
    own = {**mapping.codes.get(question.subject, {}), question.spelling: answer}
    return {"codes": {**mapping.codes, question.subject: own}}


def _fixed_value(mapping: Mapping, question: Question, answer: str) -> dict[str, object]:
    return {"fixed": {**mapping.fixed, question.subject or SOURCE: answer}}


def _column(mapping: Mapping, question: Question, answer: str) -> dict[str, object]:
    column, said = question.subject, mapping.model_dump()
    measure = measure_of_choice(answer)
    columns = {name: role for name, role in mapping.columns.items() if name != column}
    values = {name: held for name, held in said["values"].items() if name != column}
    if measure is None:
        columns[column] = answer
    else:
        values[column] = ValueColumn(measure=measure).model_dump()
    return {"columns": columns, "values": values}


_CHANGES: dict[QuestionKind, Callable[[Mapping, Question, str], dict[str, object]]] = {
    QuestionKind.COLUMN_ROLE: _column,
    QuestionKind.NUMBER_FORMAT: _number_format,
    QuestionKind.UNIT: _unit_of_file,
    QuestionKind.SCALE: _scale_of_file,
    QuestionKind.UNMATCHED: _spelling,
    QuestionKind.FIXED_VALUE: _fixed_value,
    QuestionKind.SOURCE: _fixed_value,
    QuestionKind.STATUS: lambda _mapping, _question, answer: {"status": answer},
    QuestionKind.QUALIFIER: lambda _mapping, _question, answer: {"qualifier": answer},
    QuestionKind.EMPTY_CELLS: lambda _mapping, _question, answer: {"missing": answer},
}
