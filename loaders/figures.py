"""Observations turned into figures ready to be shown, contradictions of the studies settled as declared."""

from collections.abc import Iterable
from dataclasses import dataclass

from loaders.declaration import Contradiction
from loaders.exhibit import Figure, Reference
from loaders.labels import Labels
from loaders.language import Wording, mark
from loaders.number import figure_text, headline_text, ordinal, spoken_text
from loaders.observation import Observation
from loaders.sources import Source

#: What stands in place of a number that is not shown: SDMX status or confidentiality -> words.
_GAP_TEXTS = {
    "L": mark("not printed"),
    "M": mark("cannot exist"),
    "Q": mark("suppressed"),
    "C": mark("confidential"),
    "N": mark("not for publication"),
}


@dataclass(frozen=True)
class FigureMaker:
    """Makes the figures of one dataset in one language; `doubted` are those that do not follow from others."""

    labels: Labels
    everything: tuple[Observation, ...]
    doubted: frozenset[Observation] = frozenset()

    def settled(self, rows: Iterable[Observation]) -> tuple[Observation, ...]:
        """The observations to show: of those that a study prints more than once, the one that is declared.

        Where the declared page prints several, the first of them is shown.
        """
        kept: dict[tuple[object, ...], Observation] = {}
        for row in rows:
            identity = (row.key, row.measure)
            if identity not in kept or (self._is_shown(row) and not self._is_shown(kept[identity])):
                kept[identity] = row
        return tuple(kept.values())

    def figure(self, row: Observation) -> Figure:
        """The figure of an observation, with the other values that the study prints for the same thing."""
        others = tuple(self._figure(other, ()) for other in self._others(row))
        return self._figure(row, others)

    def plain_figure(self, row: Observation) -> Figure:
        """The figure of an observation by itself, for lists in which every printed value has its own row."""
        return self._figure(row, ())

    def _is_shown(self, row: Observation) -> bool:
        contradiction = self._contradiction(row)
        return contradiction is not None and contradiction.shown_page == (row.page or "")

    def _contradiction(self, row: Observation) -> Contradiction | None:
        declared = self.labels.declaration.contradictions
        return next((one for one in declared if one.measure == row.measure and row.matches(one.where)), None)

    def _others(self, row: Observation) -> list[Observation]:
        contradiction = self._contradiction(row)
        if contradiction is None:
            return []
        said = (row.value, row.qualifier)
        return [
            other
            for other in self.everything
            if other.measure == row.measure
            and other.matches(contradiction.where)
            and (other.value, other.qualifier) != said
        ]

    def _printed_rank(self, row: Observation) -> str | None:
        measure = self.labels.measure(row.measure).printed_rank
        rank = next((one.value for one in self.everything if one.measure == measure and one.key == row.key), None)
        return ordinal(int(rank), self.labels.words) if rank else None

    def _figure(self, row: Observation, alternatives: tuple[Figure, ...]) -> Figure:
        labels, words = self.labels, self.labels.words
        measure = labels.measure(row.measure)
        hidden = row.value is None or row.confidentiality != "F"
        if hidden or row.value is None:
            gap = row.confidentiality if row.confidentiality != "F" else row.status
            text = spoken = headline = words.say(_GAP_TEXTS.get(gap, mark("missing")))
        else:
            qualifier = row.qualifier or "="
            text = figure_text(row.value, measure, qualifier, words)
            unit = labels.unit(measure)
            spoken = spoken_text(row.value, measure, unit, qualifier, words)
            headline = headline_text(row.value, measure, unit, qualifier, words)
        derived = next((one for one in labels.declaration.derived if one.measure.id == row.measure), None)
        return Figure(
            measure=row.measure,
            value=None if hidden else row.value,
            text=text,
            spoken=spoken,
            headline=headline,
            qualifier="=" if hidden else (row.qualifier or "="),
            status=row.status,
            reference=reference_of(row, labels),
            derived_from=words.of(derived.method) if derived else None,
            alternatives=alternatives,
            key=tuple((name, labels.item(name, code)) for name, code in row.key),
            printed_rank=self._printed_rank(row),
            follows=row not in self.doubted,
            confidentiality=row.confidentiality,
        )


def reference_of(row: Observation, labels: Labels) -> Reference:
    """Where an observation comes from, producer and note in the language of the labels."""
    source = labels.catalogue.sources[row.source_id]
    return Reference(
        source_id=row.source_id,
        title=source.title,
        page=", ".join(page.strip() for page in row.page.split(",")) if row.page else None,
        producer=labels.stored_text(row.producer),
        note=labels.stored_text(row.note),
    )


def source_line(references: Iterable[Reference], sources: dict[str, Source], words: Wording) -> str:
    """The studies behind some figures in one line: title, publisher, year, pages, underlying producers."""
    parts = []
    listed = tuple(references)
    for source_id in dict.fromkeys(one.source_id for one in listed):
        source, mine = sources[source_id], [one for one in listed if one.source_id == source_id]
        pages = _distinct(page.strip() for one in mine if one.page for page in one.page.split(","))
        text = f"{source.title} ({source.publisher}, {source.year})"
        if pages:
            text += ", " + words.say("p.\N{NO-BREAK SPACE}{pages}", pages=", ".join(sorted(pages, key=_page_order)))
        producers = _distinct(one.producer for one in mine if one.producer)
        if producers:
            text += words.say(", from {producers}", producers=words.say("; ").join(producers))
        parts.append(text)
    return words.say("Source: {sources}", sources=" — ".join(parts))


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _page_order(page: str) -> tuple[int, str]:
    digits = page.split("-", maxsplit=1)[0]
    return (int(digits) if digits.isdigit() else 0, page)
