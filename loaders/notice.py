"""The four-part notice that people and logs get of a finding."""

from dataclasses import dataclass

from loaders.boards.board_texts import BOARD_TEXTS
from loaders.contract_texts import CONTRACT_TEXTS, RuleTexts
from loaders.finding import Finding
from loaders.intake_texts import INTAKE_TEXTS, JUDGEMENT_TEXTS, MAPPING_TEXTS
from loaders.language import Wording
from loaders.verification_texts import VERIFICATION_TEXTS

_TEXTS: RuleTexts = CONTRACT_TEXTS | INTAKE_TEXTS | MAPPING_TEXTS | JUDGEMENT_TEXTS | VERIFICATION_TEXTS | BOARD_TEXTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A finding in a language: what is wrong, where, what was expected, what to do."""

    what: str
    where: str
    expected: str
    remedy: str


def notice(finding: Finding, words: Wording) -> Notice:
    """The four parts of a finding in the language of `words`."""
    what, expected, remedy = _TEXTS[finding.rule]
    values = {"found": ", ".join(finding.found), "expected": ", ".join(finding.expected)}
    return Notice(
        what=words.say(what, **values),
        where=_where(finding, words),
        expected=words.say(expected, **values),
        remedy=words.say(remedy),
    )


def _where(finding: Finding, words: Wording) -> str:
    parts = []
    if finding.dataset:
        parts.append(words.say("dataset {dataset}", dataset=finding.dataset))
    parts.append(words.say("file {file}", file=finding.file))
    if finding.column:
        parts.append(words.say("column {column}", column=finding.column))
    parts.append(words.say("rule {rule}", rule=finding.rule.value))
    if finding.count is not None:
        rows = words.count("{n} row", "{n} rows", finding.count)
        if finding.rows:
            rows += " " + words.say("(the first: {rows})", rows=", ".join(map(str, finding.rows)))
        parts.append(rows)
    return ", ".join(parts)
