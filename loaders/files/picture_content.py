"""The content of the file of a picture: its figures and the other values printed for them, its table, its words."""

from collections.abc import Iterable, Iterator

import polars as pl

from loaders.exhibit import Exhibit, Figure, Item
from loaders.files.content import DERIVATION, Content, Entry, entry_of, legend_of, sources_of
from loaders.files.shown_table import shown_table
from loaders.language import Wording
from loaders.observation import (
    CONFIDENTIALITY,
    MEASURE,
    NOTE,
    PAGE,
    PRODUCER,
    QUALIFIER,
    SOURCE,
    STATUS,
    VALUE,
    VALUE_COLUMNS,
)


def picture_content(exhibit: Exhibit, words: Wording, *, edition: int | None) -> Content:
    """The content of a file with the data of a picture, in the language of the exhibit.

    Every figure is followed by the other values that the study prints for the same thing.
    """
    measures = {one.code: one for one in exhibit.measures}
    entries = tuple(entry_of(figure, measures) for figure in _figures(exhibit))
    names = [name for name, _ in entries[0].key] if entries else []
    selection = tuple((exhibit.dimension_labels.get(name, name), item) for name, item in exhibit.selection)
    notes = (
        *((exhibit.note,) if exhibit.note else ()),
        *((exhibit.coverage.together,) if exhibit.coverage.together else ()),
        *(f"† {warning}" for warning in exhibit.warnings),
        *exhibit.method,
        *(reference.note for reference in exhibit.references if reference.note),
    )
    return Content(
        dataset=exhibit.dataset,
        view=exhibit.view,
        language=exhibit.language,
        title=exhibit.title,
        subtitle=exhibit.subtitle,
        summary=exhibit.reading,
        selection=selection,
        dimensions=tuple(Item(name, exhibit.dimension_labels.get(name, name)) for name in names),
        measures=exhibit.measures,
        entries=entries,
        frame=_frame(entries, names),
        coverage=exhibit.coverage.text,
        source=sources_of(exhibit.source_line, words),
        licence=exhibit.licence,
        licence_url=None,
        data_version=exhibit.data_version,
        edition=edition,
        notes=tuple(dict.fromkeys(notes)),
        legend=legend_of(entries, words),
        shown=shown_table(exhibit, words) if exhibit.marks else None,
    )


def _figures(exhibit: Exhibit) -> Iterator[Figure]:
    for mark in exhibit.marks:
        for figure in filter(None, mark.figures):
            yield figure
            yield from figure.alternatives


def _frame(entries: Iterable[Entry], dimensions: list[str]) -> pl.DataFrame:
    rows = [
        {
            **{name: item.code for name, item in one.key},
            MEASURE: one.measure.code,
            VALUE: one.value,
            STATUS: one.status,
            CONFIDENTIALITY: one.confidentiality,
            QUALIFIER: None if one.value is None else one.qualifier,
            SOURCE: one.reference.source_id,
            PRODUCER: one.reference.producer,
            PAGE: one.reference.page,
            NOTE: one.reference.note,
            DERIVATION: one.derived_from,
        }
        for one in entries
    ]
    schema = {**dict.fromkeys(dimensions, pl.String), **VALUE_COLUMNS, DERIVATION: pl.String}
    frame = pl.DataFrame(rows, schema=schema)
    return frame if frame[DERIVATION].drop_nulls().len() else frame.drop(DERIVATION)
