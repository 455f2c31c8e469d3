"""What a reader should know of everything published: gaps, contradictions, figures that do not follow from others."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.caveats import explanation, printed_text, recomputed_text
from loaders.exhibit import Figure
from loaders.figures import FigureMaker
from loaders.labels import Labels
from loaders.language import Wording
from loaders.library import Library
from loaders.number import number_text
from loaders.observation import Observation
from loaders.reader import Dataset
from loaders.recomputation import Recomputed


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetCoverage:
    """How much of a dataset is there: observations, those with a value, gaps, and the version of its file."""

    dataset: str
    title: str
    sources: tuple[str, ...]
    observations: int
    known: int
    version: str

    @property
    def gaps(self) -> int:
        """Observations without a value."""
        return self.observations - self.known


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A figure that a study announces but does not print as text."""

    dataset: str
    what: str
    page: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionFound:
    """A figure that a study prints with different values: the one shown, and the others."""

    dataset: str
    what: str
    shown: str
    others: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """A printed figure beside what other printed figures say of it."""

    dataset: str
    what: str
    printed: str
    recomputed: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """The findings about everything that could be read, in one language."""

    coverage: tuple[DatasetCoverage, ...]
    gaps: tuple[Gap, ...]
    contradictions: tuple[ContradictionFound, ...]
    discrepancies: tuple[Discrepancy, ...]


def audit(library: Library, words: Wording) -> Audit:
    """The audit of a library: computed from the data and the declarations, nothing is listed by hand."""
    auditors = [
        _Auditor(dataset=reading.dataset, library=library, labels=labels)
        for reading in library.readings.values()
        if reading.dataset
        for labels in [Labels(reading.dataset.declaration, library.catalogue, words)]
    ]
    return Audit(
        coverage=tuple(auditor.coverage() for auditor in auditors),
        gaps=tuple(gap for auditor in auditors for gap in auditor.gaps()),
        contradictions=tuple(found for auditor in auditors for found in auditor.contradictions()),
        discrepancies=tuple(found for auditor in auditors for found in auditor.discrepancies()),
    )


@dataclass(frozen=True)
class _Auditor:
    dataset: Dataset
    library: Library
    labels: Labels

    @property
    def _title(self) -> str:
        return self.labels.words.of(self.dataset.declaration.title)

    def _figure(self, row: Observation) -> Figure:
        return FigureMaker(self.labels, self.dataset.observations).figure(row)

    def _name(self, row: Observation) -> str:
        items = [self.labels.item(name, code).label for name, code in row.key]
        return ", ".join([self.labels.words.of(self.labels.measure(row.measure).label), *items])

    def coverage(self) -> DatasetCoverage:
        rows = self.dataset.observations
        sources = self.library.catalogue.sources
        return DatasetCoverage(
            dataset=self.dataset.id,
            title=self._title,
            sources=tuple(sources[name].title for name in self.dataset.declaration.sources),
            observations=len(rows),
            known=sum(row.value is not None for row in rows),
            version=self.dataset.version,
        )

    def gaps(self) -> Iterator[Gap]:
        for row in self.dataset.observations:
            if row.value is None:
                note = self.labels.stored_text(row.note) or ""
                yield Gap(dataset=self._title, what=self._name(row), page=row.page or "", note=note)

    def contradictions(self) -> Iterator[ContradictionFound]:
        maker = FigureMaker(self.labels, self.dataset.observations)
        for declared in self.dataset.declaration.contradictions:
            rows = [r for r in self.dataset.observations if r.measure == declared.measure and r.matches(declared.where)]
            shown = next((row for row in rows if (row.page or "") == declared.shown_page), None)
            if shown is None:
                continue
            figure = maker.figure(shown)
            words = self.labels.words
            yield ContradictionFound(
                dataset=self._title,
                what=self._name(shown),
                shown=printed_text(figure, words),
                others=words.listing([printed_text(other, words) for other in figure.alternatives]),
            )

    def discrepancies(self) -> Iterator[Discrepancy]:
        words = self.labels.words
        for found in self.library.recomputed[self.dataset.id]:
            if not found.agrees:
                yield Discrepancy(
                    dataset=self._title,
                    what=self._name(found.printed),
                    printed=printed_text(self._figure(found.printed), words),
                    recomputed=recomputed_text(found, self.labels),
                    explanation=self._operands(found),
                )
        yield from self._sums()

    def _operands(self, found: Recomputed) -> str:
        if found.statement:
            return explanation(found, self.labels)
        total, number = (self._figure(operand) for operand in found.operands)
        return f"{total.spoken} / {number.spoken}"

    def _sums(self) -> Iterator[Discrepancy]:
        words = self.labels.words
        for measure in (one for one in self.dataset.declaration.measures if one.whole):
            over = measure.whole.over if measure.whole else ""
            groups = defaultdict(list)
            for row in self.dataset.observations:
                if row.measure == measure.id:
                    groups[tuple(pair for pair in row.key if pair[0] != over)].append(row)
            for place, rows in groups.items():
                values = [row.value for row in rows if row.value is not None]
                total = sum(values)
                if measure.whole and len(values) == len(rows) > 1 and total != measure.whole.total:
                    names = [self.labels.item(name, code).label for name, code in place]
                    yield Discrepancy(
                        dataset=self._title,
                        what=", ".join([words.of(measure.label), *names]),
                        printed=number_text(measure.whole.total, words),
                        recomputed=number_text(round(total, 6), words),
                        explanation=" + ".join(number_text(value, words) for value in values),
                    )
