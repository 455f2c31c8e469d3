"""What the command line says of datasets: one line for each, and everything that a declaration says."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from loaders.catalogue import Catalogue
from loaders.declaration import Declaration
from loaders.language import Wording
from loaders.library import Library


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
