"""A declaration to complete, proposed from an unknown table: what can be told is filled in, the rest is a TODO.

Each TODO is a key without a value: as long as one of them is left, reading the declaration names it, and the dataset
is not shown.
"""

from collections.abc import Iterator, Sequence

import polars as pl
import yaml
from yaml import CSafeDumper

from loaders.catalogue import Catalogue
from loaders.dimension import DimensionKind
from loaders.language import mark
from loaders.measure import MeasureKind
from loaders.subjects.default_views import Subject, both, default_views
from loaders.subjects.table_shape import DimensionFound, MeasureFound, TableShape, identifier, shape_of

_LABELS = {DimensionKind.AREA: mark("Territory"), DimensionKind.PERIOD: mark("Period")}


def declare(frame: pl.DataFrame, name: str, catalogue: Catalogue) -> str:
    """The text of a declaration to complete, as YAML.

    Dimensions, codes, measures, decimals and views are proposed from the table. Titles, units, kinds, sources and
    licence are never guessed: they are keys without a value, each with a comment that begins with TODO.

    Args:
        frame: the table, in the long form or wide, numbers as numbers or as text with a decimal point.
        name: what the dataset is to be called; becomes its id.
        catalogue: the shared areas, units and sources.
    """
    shape = shape_of(frame, catalogue.areas)
    blocks = (_head(name, shape, catalogue), _dimensions(shape), _measures(shape, catalogue), _views(shape, catalogue))
    return "".join(f"{line}\n" for block in blocks for line in block)


def open_keys(text: str) -> tuple[str, ...]:
    """The lines of a declaration that still say TODO, in their order; they are numbered from 1."""
    lines = enumerate(text.splitlines(), start=1)
    return tuple(f"{number}: {line.strip()}" for number, line in lines if "# TODO" in line)


def _scalar(text: str) -> str:
    """A text as YAML writes it in one line, quoted."""
    return yaml.dump(text, Dumper=CSafeDumper, default_style='"', allow_unicode=True, width=1_000_000).strip()


def _comment(text: str) -> str:
    """A text that stays within its comment."""
    return " ".join(text.split())


def _open_text(key: str, what: str, indent: str = "") -> Iterator[str]:
    yield f"{indent}{key}:"
    yield f"{indent}  fr:  # TODO: {what}, in French"
    yield f"{indent}  en:  # TODO: {what}, in English"


def _head(name: str, shape: TableShape, catalogue: Catalogue) -> Iterator[str]:
    yield "# A declaration to complete: write a value at each TODO. CONTRIBUTING.md says what each key means."
    for column in shape.left_out:
        yield f"# Left out, neither dimension nor measure: column {_comment(column)}"
    yield f"id: {identifier(name)}"
    yield from _open_text("title", "the title of the dataset")
    yield from _open_text("summary", "what the figures say, in one or two sentences")
    known = [source for source in shape.sources if source in catalogue.sources]
    if known:
        yield f"sources: [{', '.join(known)}]"
    else:
        yield "sources:"
        yield "  -  # TODO: id of a study in data/figures/sources.csv, or of one described below"
        yield "# studies:"
        yield "#   - {id: agency-2025, title: Title of the study, publisher: Agency, year: '2025', language: fr}"
    yield "licence:"
    yield from _open_text("title", "under which terms the figures may be used", "  ")
    yield "processing_level:  # TODO: transcribed, minor or major"


def _dimensions(shape: TableShape) -> Iterator[str]:
    yield "dimensions:" if shape.dimensions else "dimensions:  # TODO: no column identifies the rows; add one"
    for one in shape.dimensions:
        yield f"  # column {_comment(one.column)}" if one.column else f"  # columns {_comment(_spellings(one))}"
        yield f"  - id: {one.id}"
        yield f"    kind: {one.kind.value}"
        if one.kind in _LABELS:
            label = both(_LABELS[one.kind])
            yield f"    label: {{fr: {_scalar(label.fr)}, en: {_scalar(label.en)}}}"
        else:
            yield from _open_text("label", f"what the column {_comment(one.column or one.id)} says", "    ")
        for spelling in one.unmatched:
            yield f"    # not in data/codelists/areas.csv: {_comment(spelling)}"
        yield from _codes(one)


def _spellings(one: DimensionFound) -> str:
    return ", ".join(code.spelling for code in one.codes)


def _codes(one: DimensionFound) -> Iterator[str]:
    if one.kind is not DimensionKind.CODE:
        return
    yield "    # labels are those of the file: translate them"
    yield "    codes:"
    for code in one.codes:
        label = _scalar(code.spelling.strip() or code.code)
        yield f"      - {{id: {_scalar(code.code)}, label: {{fr: {label}, en: {label}}}}}"


def _measures(shape: TableShape, catalogue: Catalogue) -> Iterator[str]:
    kinds = ", ".join(kind.value for kind in MeasureKind)
    yield f"# Units that are known: {', '.join(catalogue.shared_units)}"
    yield "measures:" if shape.measures else "measures:  # TODO: no column holds numbers; add one"
    for one in shape.measures:
        yield f"  # {_comment(one.column or one.id)}{_extent(one)}"
        yield f"  - id: {_scalar(one.id)}"
        yield from _open_text("label", f"what {_comment(one.column or one.id)} measures", "    ")
        yield "    unit:  # TODO: the id of a unit; units that are not known yet are described under units"
        yield f"    kind:  # TODO: {kinds}"
        yield f"    decimals: {one.decimals}"


def _extent(one: MeasureFound) -> str:
    return "" if one.lowest is None or one.highest is None else f", from {one.lowest:g} to {one.highest:g}"


def _views(shape: TableShape, catalogue: Catalogue) -> Iterator[str]:
    subject = Subject(
        title=None,
        kinds={one.id: one.kind for one in shape.dimensions},
        codes={one.id: tuple(dict.fromkeys(code.code for code in one.codes)) for one in shape.dimensions},
        measures=tuple(one.id for one in shape.measures),
    )
    yield "views:" if shape.dimensions and shape.measures else "views:  # TODO: at least one view"
    for view in default_views(subject, catalogue.areas) if shape.dimensions and shape.measures else ():
        yield f"  - id: {view.id}"
        yield f"    kind: {view.kind.value}"
        yield f"    title: {{fr: {_scalar(view.title.fr)}, en: {_scalar(view.title.en)}}}"
        yield f"    measures: {_listed(view.measures)}"
        yield f"    category: {view.category}"
        if view.series:
            yield f"    series: {view.series}"
        if view.where:
            held = ", ".join(f"{name}: {_listed(view.codes_of(name) or ())}" for name in view.where)
            yield f"    where: {{{held}}}"
        if view.choose:
            yield f"    choose: {_listed(view.choose)}"
        if view.defaults:
            held = ", ".join(f"{name}: {_scalar(code)}" for name, code in view.defaults.items())
            yield f"    defaults: {{{held}}}"
        if view.layer:
            yield f"    layer: {view.layer}"


def _listed(names: Sequence[str]) -> str:
    return f"[{', '.join(_scalar(name) for name in names)}]"
