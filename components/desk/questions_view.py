"""What cannot be told from a file, asked one question after the other with a proposal where one may be made."""

from dataclasses import replace

import streamlit as st
from pydantic import ValidationError

from components.desk.answer_names import AnswerNames
from components.desk.submission import Submitted, keep_answers, keep_dataset
from components.plain_text import plain
from components.store import current_library
from loaders.intake.intake import Intake
from loaders.intake.mapping import Mapping
from loaders.intake.question import Question, QuestionKind, answered
from loaders.language import Wording, mark

_ASKED = {
    QuestionKind.DATASET: mark("Which dataset does the file belong to?"),
    QuestionKind.COLUMN_ROLE: mark("What does the column “{subject}” hold?"),
    QuestionKind.NUMBER_FORMAT: mark("Which sign stands before the decimals?"),
    QuestionKind.UNIT: mark("In which unit does the file give “{subject}”?"),
    QuestionKind.SCALE: mark("By what must the numbers of “{subject}” be multiplied to be in that unit?"),
    QuestionKind.FIXED_VALUE: mark("The file does not say “{subject}”: which one holds for all rows?"),
    QuestionKind.UNMATCHED: mark("What is “{spelling}” under “{subject}”?"),
    QuestionKind.SOURCE: mark("Which study do the figures come from?"),
    QuestionKind.STATUS: mark("Which status do the values have?"),
    QuestionKind.QUALIFIER: mark("How does the source print the values?"),
    QuestionKind.EMPTY_CELLS: mark("What does an empty cell mean?"),
}


def show_questions(submitted: Submitted, taken: Intake, dataset: str, words: Wording) -> None:
    """The open questions as a form; the answers are kept for this file."""
    if taken.proposal is None:
        return
    st.header(plain(words.say("What the file does not say")), anchor=False)
    st.markdown(plain(words.say("Nothing is guessed: unit, scale, currency and year are always asked.")))
    questions = taken.proposal.questions
    with st.form(f"questions_{submitted.content}", border=False):
        names = AnswerNames(mapping=taken.proposal.mapping, catalogue=current_library().catalogue, words=words)
        asked = [_with_dataset(question, dataset) for question in questions]
        given = [_ask(question, f"{submitted.content[:12]}_{place}", names) for place, question in enumerate(asked)]
        sent = st.form_submit_button(plain(words.say("Continue")), type="primary")
    if not sent:
        return
    if not all(given):
        st.warning(plain(words.say("Each question needs an answer.")))
        return
    _keep(submitted, taken.proposal.mapping, list(zip(questions, map(str, given), strict=True)), words)


def _keep(submitted: Submitted, mapping: Mapping | None, given: list[tuple[Question, str]], words: Wording) -> None:
    chosen = next((answer for question, answer in given if question.kind is QuestionKind.DATASET), None)
    if chosen is not None or mapping is None:
        keep_dataset(submitted, chosen)
        st.rerun()
    try:
        for question, answer in given:
            mapping = answered(mapping, question, answer)
    except (ValueError, ValidationError) as error:
        st.warning(plain(words.say("This answer cannot be used: {error}", error=str(error).splitlines()[0])))
        return
    keep_answers(submitted, mapping)
    st.rerun()


def _with_dataset(question: Question, dataset: str) -> Question:
    """The question for the dataset with the one that the analyst has open, where nothing else is proposed."""
    if question.kind is not QuestionKind.DATASET or question.proposed or dataset not in question.choices:
        return question
    return replace(question, proposed=dataset)


def _ask(question: Question, place: str, names: AnswerNames) -> str | None:
    words = names.words
    asked = words.say(_ASKED[question.kind], subject=names.subject(question), spelling=question.spelling)
    st.markdown(plain(asked))
    key = f"question_{place}_{question.kind}_{question.subject}_{words.language}"
    if not question.choices:
        # The question stands above as text; a hidden label is never taken for Markdown.
        said = st.text_input(
            asked, value=question.proposed or "", key=key, placeholder="", label_visibility="collapsed", width=560
        )
        return said.strip() or None
    labels = {choice: names.choice(question, choice) for choice in question.choices}
    return st.selectbox(
        asked,
        question.choices,
        index=question.choices.index(question.proposed) if question.proposed in question.choices else None,
        format_func=labels.__getitem__,
        placeholder=words.say("Choose"),
        key=key,
        label_visibility="collapsed",
        width=560,
    )
