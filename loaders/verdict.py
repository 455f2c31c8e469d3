"""The verdict on a file: every finding with its notice and its severity, as text, as JSON and as a workbook."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from loaders.finding import Finding, Rule, Severity
from loaders.language import Wording, mark
from loaders.notice import Notice, notice

SEVERITIES = {
    Severity.BLOCKS: mark("blocks"),
    Severity.DECISION: mark("needs a decision"),
    Severity.NOTE: mark("note"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What stands against a file; `dataset` is None where nobody could say which one it belongs to.

    `confirmed` are the rules whose findings the analyst has looked at and confirmed.
    """

    file: str
    dataset: str | None
    findings: tuple[Finding, ...]
    confirmed: frozenset[str] = frozenset()

    @property
    def accepted(self) -> bool:
        """Whether the file may be published: nothing blocks, and each decision has been taken."""
        return not self.blocking and not self.undecided

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that no confirmation overrides."""
        return tuple(one for one in self.findings if one.severity is Severity.BLOCKS)

    @property
    def undecided(self) -> tuple[Finding, ...]:
        """The findings that wait for a decision."""
        waiting = (one for one in self.findings if one.severity is Severity.DECISION)
        return tuple(one for one in waiting if one.rule.value not in self.confirmed)

    @property
    def decided(self) -> frozenset[Rule]:
        """The rules of the findings that the analyst has confirmed; what was confirmed needlessly is not among them."""
        confirmed = (one.rule for one in self.findings if one.severity is Severity.DECISION)
        return frozenset(rule for rule in confirmed if rule.value in self.confirmed)

    def lines(self, words: Wording) -> Iterator[str]:
        """The verdict as text: what follows from it, then four parts for each finding."""
        yield summary(self, words)
        for one in self.findings:
            yield from notice_lines(one, words)

    def as_json(self, words: Wording) -> dict[str, Any]:
        """The verdict as JSON knows it."""
        return {
            "file": self.file,
            "dataset": self.dataset,
            "accepted": self.accepted,
            "findings": [
                {**asdict(one), "severity": one.severity.value, **asdict(notice(one, words))} for one in self.findings
            ],
        }


def summary(verdict: Verdict, words: Wording) -> str:
    """What follows from a verdict, in one sentence."""
    file, dataset = verdict.file, verdict.dataset or "?"
    if verdict.accepted:
        return words.say("{file}: accepted as {dataset}.", file=file, dataset=dataset)
    if not verdict.blocking:
        return words.say("{file}: waits for a decision before it can become {dataset}.", file=file, dataset=dataset)
    return words.say("{file}: refused.", file=file)


def notice_lines(finding: Finding, words: Wording) -> Iterator[str]:
    """A finding as text: its severity and its four parts."""
    one: Notice = notice(finding, words)
    yield words.say("{label}: {value}", label=words.say(SEVERITIES[finding.severity]), value=one.what)
    yield f"  {one.where}"
    yield "  " + words.say("Expected: {text}", text=one.expected)
    yield "  " + words.say("What to do: {text}", text=one.remedy)
