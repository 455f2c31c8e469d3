"""The content of the file of a whole dataset: everything that may be shown of it, and its declaration."""

from collections.abc import Iterator
from functools import cache
from urllib.parse import urlencode

import polars as pl

from loaders.contract import columns_of
from loaders.exhibit import Item
from loaders.figures import reference_of, source_line
from loaders.files.content import CODED, Content, Entry, legend_of, sources_of
from loaders.labels import Labels
from loaders.language import Wording
from loaders.library import Library
from loaders.observation import (
    CONFIDENTIALITY,
    MEASURE,
    MISSING_STATUSES,
    NOTE,
    PAGE,
    PRODUCER,
    QUALIFIER,
    SOURCE,
    STATUS,
    VALUE,
    Observation,
)
from loaders.provenance import Provenance
from loaders.reader import Dataset
from loaders.subjects.declaration_text import as_yaml

_FREE, _SUPPRESSED = "F", "Q"
_LONGEST = 4_000


class NoDataError(LookupError):
    """A file was asked for of a dataset that could not be read, or that nobody declared."""


def dataset_provenance(
    library: Library, dataset: str, words: Wording, *, edition: int | None, base: str = ""
) -> Provenance:
    """The provenance of a file that holds a whole dataset; `base` is the address of the application, if it is known.

    Raises:
        NoDataError: the dataset could not be read.
    """
    read = _read(library, dataset)
    asked = [("explore_dataset", dataset), ("lang", words.language)]
    return Provenance(
        dataset=dataset,
        view="",
        selection=(),
        language=words.language,
        data_version=read.version,
        edition=edition,
        title=words.of(read.declaration.title)[:_LONGEST],
        source=_source(library, read, words)[:_LONGEST],
        licence=words.of(read.declaration.licence.title)[:_LONGEST],
        link=f"{base}explore?" + urlencode(asked),
    )


def dataset_content(library: Library, dataset: str, words: Wording, *, edition: int | None) -> Content:
    """The content of a file with a whole dataset.

    `entries` are the stored observations, then those that the observatory computes from them; `frame` holds the stored
    ones alone. A value that is not for publication is left out of both.

    Raises:
        NoDataError: the dataset could not be read.
    """
    read = _read(library, dataset)
    declaration, labels = read.declaration, Labels(read.declaration, library.catalogue, words)
    entries = tuple(_entries(tuple(map(_open, library.observations(dataset))), labels))
    used = {one.measure.code for one in entries}
    derivations = tuple(dict.fromkeys(one.derived_from for one in entries if one.derived_from))
    points = (words.of(point) for point in declaration.key_points if point.holds(read.observations))
    notes = (*derivations, *points, *_remarks(library, read, labels))
    return Content(
        dataset=dataset,
        view="",
        language=words.language,
        title=words.of(declaration.title),
        subtitle="",
        summary=words.of(declaration.summary),
        selection=(),
        dimensions=tuple(Item(one.id, words.of(one.label)) for one in declaration.dimensions),
        measures=tuple(labels.measure_label(one.id) for one in declaration.all_measures if one.id in used),
        entries=entries,
        frame=_frame(tuple(map(_open, read.observations)), read),
        coverage=words.count(
            "{known} value of {total}",
            "{known} values of {total}",
            known := sum(one.value is not None for one in entries),
            known=known,
            total=len(entries),
        ),
        source=sources_of(_source(library, read, words), words),
        licence=words.of(declaration.licence.title),
        licence_url=declaration.licence.url,
        data_version=read.version,
        edition=edition,
        notes=tuple(dict.fromkeys(notes)),
        legend=legend_of(entries, words),
        declaration=_declaration(library, read),
    )


def _read(library: Library, dataset: str) -> Dataset:
    read = library.dataset(dataset)
    if read is None:
        raise NoDataError(dataset)
    return read


def _source(library: Library, read: Dataset, words: Wording) -> str:
    labels = Labels(read.declaration, library.catalogue, words)
    return source_line(
        dict.fromkeys(reference_of(one, labels) for one in read.observations), library.catalogue.sources, words
    )


def _remarks(library: Library, read: Dataset, labels: Labels) -> Iterator[str]:
    """What must be known of the studies."""
    notes = (labels.stored_text(library.catalogue.sources[name].note) for name in read.declaration.sources)
    yield from filter(None, notes)


def _open(row: Observation) -> Observation:
    """The observation without what is not for publication: then a gap that says why."""
    if row.confidentiality == _FREE or row.value is None:
        return row
    status = row.status if row.status in MISSING_STATUSES else _SUPPRESSED
    return Observation(
        key=row.key,
        measure=row.measure,
        value=None,
        status=status,
        confidentiality=row.confidentiality,
        qualifier=None,
        source_id=row.source_id,
        producer=row.producer,
        page=row.page,
        note=row.note,
    )


def _entries(rows: tuple[Observation, ...], labels: Labels) -> Iterator[Entry]:
    item, measure = cache(labels.item), cache(labels.measure_label)
    derived = {one.measure.id: labels.words.of(one.method) for one in labels.declaration.derived}
    meanings = {
        (one.id, coded.value): labels.words.of(coded.label)
        for one in labels.declaration.all_measures
        if one.kind in CODED
        for coded in one.values
    }
    for row in rows:
        yield Entry(
            key=tuple((name, item(name, code)) for name, code in row.key),
            measure=measure(row.measure),
            value=row.value,
            meaning=meanings.get((row.measure, row.value), "") if row.value is not None else "",
            qualifier=row.qualifier or "=",
            status=row.status,
            confidentiality=row.confidentiality,
            reference=reference_of(row, labels),
            derived_from=derived.get(row.measure),
        )


def _frame(rows: tuple[Observation, ...], read: Dataset) -> pl.DataFrame:
    columns = {
        **{one.id: [row.code(one.id) for row in rows] for one in read.declaration.dimensions},
        MEASURE: [row.measure for row in rows],
        VALUE: [row.value for row in rows],
        STATUS: [row.status for row in rows],
        CONFIDENTIALITY: [row.confidentiality for row in rows],
        QUALIFIER: [row.qualifier for row in rows],
        SOURCE: [row.source_id for row in rows],
        PRODUCER: [row.producer for row in rows],
        PAGE: [row.page for row in rows],
        NOTE: [row.note for row in rows],
    }
    return pl.DataFrame(columns, schema=columns_of(read.declaration))


def _declaration(library: Library, read: Dataset) -> str:
    """The declaration as another observatory can take it: with its units and studies, without its transcription."""
    catalogue, declaration = library.catalogue, read.declaration
    units = {one.unit: catalogue.unit(declaration, one.unit) for one in declaration.all_measures}
    alone = declaration.model_copy(
        update={
            "units": tuple({**{one.id: one for one in declaration.units}, **units}.values()),
            "studies": tuple(catalogue.sources[name] for name in declaration.sources),
            "transcription": None,
        }
    )
    return as_yaml(alone)
