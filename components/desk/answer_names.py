"""What questions and answers are called: codes for programs, names for the people who choose."""

from dataclasses import dataclass

from loaders.catalogue import Catalogue
from loaders.intake.mapping import IGNORE, LEAVE_OUT, Mapping
from loaders.intake.question import Question, QuestionKind, measure_of_choice
from loaders.labels import Labels
from loaders.language import Wording, mark
from loaders.observation import MEASURE, QUALIFIERS, STATUSES

_SCALES = {
    "1": mark("by 1: the numbers are in the unit"),
    "100": mark("by 100: shares from 0 to 1"),
    "1000": mark("by 1,000: thousands"),
    "1000000": mark("by 1,000,000: millions"),
    "1000000000": mark("by 1,000,000,000: thousand millions"),
    "0.001": mark("by 0.001: the unit of the dataset is a thousand times larger"),
    "0.000001": mark("by 0.000001: the unit of the dataset is a million times larger"),
}
_SPECIAL = {LEAVE_OUT: mark("nothing: the row is left out"), IGNORE: mark("nothing that is needed")}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerNames:
    """The names of what is asked about one file; `mapping` is what is known of it so far."""

    mapping: Mapping | None
    catalogue: Catalogue
    words: Wording

    def subject(self, question: Question) -> str:
        """What a question is about: the label of a dimension or a measure, otherwise as the file spells it."""
        labels = self._labels()
        return question.subject if labels is None else _declared(question.subject, question, labels)

    def choice(self, question: Question, choice: str) -> str:
        """An answer as people call it, with its code where the name alone might mislead."""
        if choice in _SPECIAL:
            return self.words.say(_SPECIAL[choice])
        explained = self._explained(question.kind, choice)
        if explained is not None:
            return explained
        labels = self._labels()
        return choice if labels is None else _declared(choice, question, labels)

    def _explained(self, kind: QuestionKind, choice: str) -> str | None:
        words, name = self.words, None
        if kind is QuestionKind.DATASET:
            name = words.of(self.catalogue.declaration(choice).title)
        elif kind is QuestionKind.SCALE and choice in _SCALES:
            name = words.say(_SCALES[choice])
        elif kind is QuestionKind.UNIT:
            name = self._unit(choice)
        elif kind is QuestionKind.SOURCE and choice in self.catalogue.sources:
            name = self.catalogue.sources[choice].title
        elif kind is QuestionKind.QUALIFIER and choice in QUALIFIERS:
            name = f"{choice} ({words.say(QUALIFIERS[choice])})"
        elif kind in (QuestionKind.STATUS, QuestionKind.EMPTY_CELLS) and choice in STATUSES:
            name = f"{choice} ({words.say(STATUSES[choice])})"
        return name

    def _unit(self, unit: str) -> str:
        if self.mapping is None:
            return unit
        known = {one.id: one for one in self.catalogue.declaration(self.mapping.dataset).units}
        found = known.get(unit) or self.catalogue.shared_units.get(unit)
        return f"{self.words.of(found.label)} ({unit})" if found else unit

    def _labels(self) -> Labels | None:
        if self.mapping is None or self.mapping.dataset not in self.catalogue.declarations:
            return None
        return Labels(self.catalogue.declaration(self.mapping.dataset), self.catalogue, self.words)


def _declared(code: str, question: Question, labels: Labels) -> str:
    """A code of the declaration as it calls it; other codes stay as they are."""
    measure = measure_of_choice(code) or code
    if measure in {one.id for one in labels.declaration.all_measures}:
        return labels.words.of(labels.measure(measure).label)
    dimensions = {one.id for one in labels.declaration.dimensions}
    if code in dimensions:
        return labels.dimension_label(code)
    if question.subject in dimensions | {MEASURE}:
        return f"{labels.item(question.subject, code).label} ({code})"
    return code
