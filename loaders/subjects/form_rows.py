"""The rows of the form that analysts fill in: what is published, and what is expected beside it."""

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod

import polars as pl

from loaders.areas import Area
from loaders.catalogue import Catalogue
from loaders.contract import columns_of
from loaders.declaration import Declaration
from loaders.dimension import Dimension, DimensionKind
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
    Observation,
)

#: Layers of which the area list has every area, so that an absent one is a gap and not out of scope.
_COMPLETE_LAYERS = frozenset({"idf_departements", "fr_departements", "fr_regions"})
#: From this share of present areas on, the others of the layer are expected too.
_MOST = 0.5
#: More combinations of codes than this are no form; then each measure has one row to copy.
_MOST_ROWS = 1_000
_MISSING = "O"

Row = dict[str, str | float | None]


def form_rows(
    declaration: Declaration, catalogue: Catalogue, published: tuple[Observation, ...] | None
) -> pl.DataFrame:
    """The form of a dataset as a frame in the long form.

    One row for each published observation, in the published order, then one for each area that is expected: where at
    least half of the areas of a complete layer have a measure for the same other codes, its other areas get a row
    with status O (missing). Without anything published: one row for each combination of measures and declared codes,
    areas being those of the maps; what cannot be known is empty.
    """
    names = tuple(dimension.id for dimension in declaration.dimensions)
    stored = {measure.id for measure in declaration.measures}
    rows = [_published(one, names) for one in published or () if one.measure in stored]
    if rows:
        area = next((one.id for one in declaration.dimensions if one.kind is DimensionKind.AREA), None)
        rows += list(_expected(rows, area, names, catalogue.areas)) if area else []
    else:
        rows = list(_blank(declaration, catalogue.areas))
    return pl.DataFrame(rows, schema=columns_of(declaration))


def _published(one: Observation, names: tuple[str, ...]) -> Row:
    return {
        **{name: one.code(name) for name in names},
        MEASURE: one.measure,
        VALUE: one.value,
        STATUS: one.status,
        CONFIDENTIALITY: one.confidentiality,
        QUALIFIER: one.qualifier,
        SOURCE: one.source_id,
        PRODUCER: one.producer,
        PAGE: one.page,
        NOTE: one.note,
    }


def _expected(rows: list[Row], area: str, names: tuple[str, ...], areas: Mapping[str, Area]) -> Iterator[Row]:
    """A row for each area that the others of its layer make expected, beside the rows of the same other codes."""
    others = (*(name for name in names if name != area), MEASURE)
    groups: dict[tuple[str | float | None, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row[name] for name in others), []).append(row)
    for found in groups.values():
        present = {str(row[area]) for row in found}
        for layer in sorted(_COMPLETE_LAYERS & {areas[code].layer or "" for code in present}):
            members = [code for code, one in areas.items() if one.layer == layer]
            if sum(code in present for code in members) / len(members) >= _MOST:
                yield from (_gap(found[0], area, code) for code in members if code not in present)


def _gap(beside: Row, area: str, code: str) -> Row:
    kept = (PRODUCER, PAGE, NOTE)
    return {**beside, area: code, VALUE: None, STATUS: _MISSING, QUALIFIER: None, **dict.fromkeys(kept)}


def _blank(declaration: Declaration, areas: Mapping[str, Area]) -> Iterator[Row]:
    names = tuple(dimension.id for dimension in declaration.dimensions)
    codes: list[tuple[str | None, ...]] = [_codes(one, declaration, areas) for one in declaration.dimensions]
    if prod(map(len, codes)) * len(declaration.measures) > _MOST_ROWS:
        codes = [(None,) for _ in names]
    source = declaration.sources[0] if len(declaration.sources) == 1 else None
    for measure in declaration.measures:
        for key in product(*codes):
            filled = {MEASURE: measure.id, CONFIDENTIALITY: "F", SOURCE: source}
            yield {**dict.fromkeys(columns_of(declaration)), **dict(zip(names, key, strict=True)), **filled}


def _codes(dimension: Dimension, declaration: Declaration, areas: Mapping[str, Area]) -> tuple[str | None, ...]:
    """The codes of a dimension that the declaration alone makes expected; one empty code where it makes none."""
    found: tuple[str, ...]
    if dimension.kind is DimensionKind.CODE:
        found = tuple(code.id for code in dimension.codes)
    elif dimension.kind is DimensionKind.AREA:
        layers = {view.layer for view in declaration.views if view.layer and view.category == dimension.id}
        found = tuple(code for code, area in areas.items() if area.layer in layers)
    else:
        found = tuple(dict.fromkeys(code for view in declaration.views for code in view.codes_of(dimension.id) or ()))
    return found or (None,)
