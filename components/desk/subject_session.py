"""What this analyst has said of a file that is of no dataset yet: kept for the session, taken in like any other."""

from dataclasses import dataclass, replace

import streamlit as st

from components.desk.submission import Submitted, desk
from components.store import current_library
from loaders.declaration import Declaration
from loaders.finding import Rule
from loaders.intake.desk import Told
from loaders.intake.intake import Intake, take_in_table, with_subject
from loaders.intake.mapping import Mapping
from loaders.intake.question import QuestionKind

_OFFERED, _DESCRIBED, _TAKEN = "desk_offered", "desk_described", "desk_subject_taken"
_ELSEWHERE = frozenset({Rule.OFF_SUBJECT, Rule.DATASET_UNKNOWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A new subject as the form gave it: its declaration, and how the file becomes its observations."""

    subject: Declaration
    mapping: Mapping


@dataclass(frozen=True, slots=True)
class _Kept:
    state: tuple[object, ...]
    intake: Intake


def is_offered(submitted: Submitted, taken: Intake) -> bool:
    """Whether a file may be of a new subject; once it may, it stays so, whatever the analyst chooses meanwhile."""
    offered: set[str] = st.session_state.setdefault(_OFFERED, set())
    if submitted.content in _described() and described(submitted) is None:
        # It was published: from now on the file is one of an existing dataset.
        forget_described(submitted)
        offered.discard(submitted.content)
    asked = {one.kind for one in taken.proposal.questions} if taken.proposal else set()
    rules = {one.rule for one in taken.findings}
    if taken.table is not None and (QuestionKind.DATASET in asked or rules & _ELSEWHERE):
        offered.add(submitted.content)
    return taken.table is not None and submitted.content in offered


def keep_described(submitted: Submitted, made: Described) -> None:
    """Keeps what was said of a file."""
    _described()[submitted.content] = made


def described(submitted: Submitted) -> Described | None:
    """The new subject of a file; None as long as there is none, and once the catalogue has it."""
    made = _described().get(submitted.content)
    if made is None or made.subject.id in current_library().catalogue.declarations:
        return None
    return made


def forget_described(submitted: Submitted) -> None:
    """Opens the form of a file again."""
    _described().pop(submitted.content, None)


def taken_as_subject(submitted: Submitted, taken: Intake, made: Described) -> Intake:
    """The file as observations of its new subject; taken in again only where something has changed."""
    state = (submitted.content, submitted.name, made, current_library())
    kept: _Kept | None = st.session_state.get(_TAKEN)
    if kept is None or kept.state != state:
        kept = _Kept(state, _as_subject(submitted, taken, made))
        st.session_state[_TAKEN] = kept
    return kept.intake


def _as_subject(submitted: Submitted, taken: Intake, made: Described) -> Intake:
    if taken.table is None:
        return taken
    now = desk()
    extended = replace(now, catalogue=with_subject(now.catalogue, made.subject))
    # What the footer says of the file led to no dataset; what the analyst says stands in its place.
    table = replace(taken.table, metadata=())
    name, subject = submitted.name, made.subject
    told = Told(dataset=subject.id, mapping=made.mapping)
    return replace(take_in_table(table, extended, told, file=name), subject=subject)


def _described() -> dict[str, Described]:
    kept: dict[str, Described] = st.session_state.setdefault(_DESCRIBED, {})
    return kept
