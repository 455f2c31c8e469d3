"""What the command line says of datasets and files, as values that can be printed or written as JSON."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from loaders.catalogue import Catalogue
from loaders.declaration import Declaration
from loaders.finding import Finding
from loaders.language import Wording
from loaders.library import Library
from loaders.notice import Notice, notice
from loaders.reader import read_dataset


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One dataset in a list: title, observations, gaps, version of its file, number of findings against it."""

    dataset: str
    title: str
    observations: int
    gaps: int
    version: str
    findings: int

    def line(self) -> str:
        """The summary in one line of text."""
        state = self.version or f"! {self.findings}"
        return f"{self.dataset:28}{self.observations:6}{self.gaps:5}  {state:14}{self.title}"

    def as_json(self) -> dict[str, Any]:
        """The summary as JSON knows it."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The verdict on a file: every finding, and its notice."""

    file: str
    dataset: str
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]

    @property
    def accepted(self) -> bool:
        """Whether nothing stands against the file."""
        return not self.findings

    def lines(self, words: Wording) -> Iterator[str]:
        """The verdict as text, four parts for each finding."""
        if self.accepted:
            yield words.say("{file}: accepted as {dataset}.", file=self.file, dataset=self.dataset)
        for one in self.notices:
            yield from notice_lines(one, words)

    def as_json(self) -> dict[str, Any]:
        """The verdict as JSON knows it."""
        found = zip(self.findings, self.notices, strict=True)
        return {
            "file": self.file,
            "dataset": self.dataset,
            "accepted": self.accepted,
            "findings": [{**asdict(finding), **asdict(text)} for finding, text in found],
        }


def notice_lines(one: Notice, words: Wording) -> Iterator[str]:
    """A notice as text: its four parts."""
    yield one.what
    yield f"  {one.where}"
    yield "  " + words.say("Expected: {text}", text=one.expected)
    yield "  " + words.say("What to do: {text}", text=one.remedy)


def summaries(library: Library, words: Wording) -> tuple[Summary, ...]:
    """Every declared dataset of a library, in the order of the catalogue."""
    return tuple(_summary(name, library, words) for name in library.readings)


def _summary(name: str, library: Library, words: Wording) -> Summary:
    dataset = library.dataset(name)
    rows = dataset.observations if dataset else ()
    return Summary(
        dataset=name,
        title=words.of(library.catalogue.declaration(name).title),
        observations=len(rows),
        gaps=sum(row.value is None for row in rows),
        version=dataset.version if dataset else "",
        findings=len(library.findings(name)),
    )


def describe(declaration: Declaration, catalogue: Catalogue, words: Wording) -> Iterator[str]:
    """What a declaration says, as lines of text for an analyst who fills a file in."""
    yield f"{declaration.id}: {words.of(declaration.title)}"
    yield words.of(declaration.summary)
    for dimension in declaration.dimensions:
        codes = ", ".join(code.id for code in dimension.codes) or dimension.kind.value
        yield f"  {dimension.id}: {words.of(dimension.label)} [{codes}]"
    for measure in declaration.all_measures:
        unit = words.of(catalogue.unit(declaration, measure.unit).label)
        yield f"  {measure.id}: {words.of(measure.label)} ({unit}, {measure.kind.value})"
    for view in declaration.views:
        yield f"  {view.id}: {words.of(view.title)} ({view.kind.value})"


def validate(path: Path, declaration: Declaration, catalogue: Catalogue, words: Wording) -> Verdict:
    """The verdict on a file that claims to be of a dataset; the catalogue's own file is not touched."""
    findings = read_dataset(path, declaration, catalogue).findings
    notices = tuple(notice(finding, words) for finding in findings)
    return Verdict(file=path.name, dataset=declaration.id, findings=findings, notices=notices)
