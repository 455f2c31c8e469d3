"""What the columns of a file hold, as far as their names and contents tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from loaders.areas import Area
from loaders.declaration import Declaration
from loaders.dimension import DimensionKind
from loaders.intake.area_names import match_areas
from loaders.intake.cells import is_number_type
from loaders.intake.completeness import roles_of
from loaders.intake.mapping import FLAG, IGNORE, MULTIPLIER, UNIT, ValueColumn
from loaders.intake.raw_table import Content, RawTable
from loaders.intake.source_codes import code_names, measure_names, period_of
from loaders.intake.spelling import plain
from loaders.observation import CONFIDENTIALITY, MEASURE, NOTE, PAGE, PRODUCER, QUALIFIER, SOURCE, STATUS, VALUE
from loaders.sdmx_columns import SDMX_OWN

#: Names that columns go by, in plain spelling -> role. Those of SDMX and Eurostat are among them.
_ROLE_NAMES: Mapping[str, str] = {
    name: role
    for role, names in {
        MEASURE: ("measure", "indicator", "indicateur", "indic", "mesure", "variable"),
        VALUE: ("obs value", "value", "valeur", "values", "valeurs", "observation value"),
        STATUS: ("obs status", "status", "statut", "observation status"),
        FLAG: ("obs flag", "flag", "flags", "observation flag", "drapeau"),
        CONFIDENTIALITY: ("conf status", "confidentiality", "confidentialite"),
        QUALIFIER: ("obs qualifier", "qualifier", "qualificatif"),
        SOURCE: ("source id",),
        PRODUCER: ("source producer", "producer", "producteur"),
        PAGE: ("source page", "page", "pages"),
        NOTE: ("obs note", "comment obs", "note", "notes", "remarque", "remarques"),
        UNIT: ("unit measure", "unit", "unite", "units", "currency", "devise"),
        MULTIPLIER: ("unit mult", "unit multiplier"),
        IGNORE: (
            "structure",
            "structure id",
            "structure name",
            "dataflow",
            "last update",
            "action",
            "decimals",
            "freq",
            "time format",
            "collection",
            "data comp",
            "data version",
            "source title",
        ),
    }.items()
    for name in names
}
_KIND_NAMES: Mapping[DimensionKind, tuple[str, ...]] = {
    DimensionKind.AREA: (
        "ref area",
        "geo",
        "area",
        "region",
        "departement",
        "territoire",
        "pays",
        "country",
        "zone",
        "code insee",
        "insee",
        "nuts",
        "code geo",
        "codgeo",
    ),
    DimensionKind.PERIOD: (
        "time period",
        "time",
        "period",
        "periode",
        "annee",
        "year",
        "trimestre",
        "quarter",
        "date",
        "mois",
        "month",
    ),
}
#: So much of what a column holds has to be known for its content to tell what it is.
_MOSTLY = 0.8
_SAMPLE = 2_000
_LABEL_PREFIX = "label_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The roles that columns were told to have, the columns of numbers, and those that nothing tells of."""

    columns: Mapping[str, str]
    values: Mapping[str, ValueColumn]
    untold: tuple[str, ...]


def tell_roles(
    table: RawTable, declaration: Declaration, areas: Mapping[str, Area], said: Roles | None = None
) -> Roles:
    """The role of each column: what was said first, then by name, then, for dimensions, by content.

    A role that two columns could have is told of neither, unless one of them has exactly its name.
    """
    columns = dict(said.columns) if said else {}
    values = dict(said.values) if said else {}
    if table.content is Content.SDMX_CSV:
        columns |= {name: IGNORE for name in table.frame.columns if name in SDMX_OWN and name not in columns}
    rest = [name for name in table.frame.columns if name not in columns and name not in values]
    columns |= _unambiguous({name: name for name in rest if name in roles_of(declaration)}, columns)
    rest = [name for name in rest if name not in columns]
    columns |= _unambiguous({name: role for name in rest if (role := _by_name(name, declaration))}, columns)
    rest = [name for name in rest if name not in columns]
    held = {name: one for name in rest if (one := _numbers(name, table.frame[name], declaration))}
    if VALUE not in columns.values():
        values |= held
    rest = [name for name in rest if name not in values]
    by_content = {name: role for name in rest if (role := _by_content(table.frame[name], declaration, areas, columns))}
    columns |= _unambiguous(by_content, columns)
    untold = tuple(name for name in rest if name not in columns)
    return Roles(columns=columns, values=values, untold=untold)


def _unambiguous(told: Mapping[str, str], taken: Mapping[str, str]) -> dict[str, str]:
    uses = [*told.values(), *taken.values()]
    return {name: role for name, role in told.items() if role == IGNORE or uses.count(role) == 1}


def _by_name(name: str, declaration: Declaration) -> str | None:
    # SDMX-CSV with labels writes "REF_AREA: Reference area".
    spelt = plain(name.partition(":")[0])
    if name.lower().startswith(_LABEL_PREFIX):
        return IGNORE
    for dimension in declaration.dimensions:
        own = plain(dimension.id)
        if spelt in {own, f"dim {own}", plain(dimension.label.fr), plain(dimension.label.en)}:
            return dimension.id
    for kind, names in _KIND_NAMES.items():
        of_kind = [dimension.id for dimension in declaration.dimensions if dimension.kind is kind]
        if spelt in names and len(of_kind) == 1:
            return of_kind[0]
    return _ROLE_NAMES.get(spelt)


def _numbers(name: str, cells: pl.Series, declaration: Declaration) -> ValueColumn | None:
    """What a column of a wide table holds, where its name is a measure or a period."""
    if not is_number_type(cells.dtype):
        return None
    measure = measure_names(declaration).code(name)
    if measure:
        return ValueColumn(measure=measure)
    periods = [dimension.id for dimension in declaration.dimensions if dimension.kind is DimensionKind.PERIOD]
    period = period_of(name)
    return ValueColumn(where={periods[0]: period}) if period and len(periods) == 1 else None


def _by_content(
    cells: pl.Series, declaration: Declaration, areas: Mapping[str, Area], taken: Mapping[str, str]
) -> str | None:
    """The one free dimension, or the measure, that nearly everything in a column of text is a name of."""
    if cells.dtype != pl.String:
        return None
    spellings = cells.drop_nulls().unique().sort().head(_SAMPLE).to_list()
    fitting = [role for role, share in _shares(spellings, declaration, areas) if share >= _MOSTLY]
    free = [role for role in fitting if role not in taken.values()]
    return free[0] if len(free) == 1 and len(fitting) == 1 else None


def _shares(spellings: list[str], declaration: Declaration, areas: Mapping[str, Area]) -> Iterator[tuple[str, float]]:
    if not spellings:
        return
    total = len(spellings)
    yield MEASURE, len(measure_names(declaration).match(spellings).codes) / total
    for dimension in declaration.dimensions:
        if dimension.kind is DimensionKind.AREA:
            # A bare number may be an INSEE code, and any other number as well.
            words = [spelling for spelling in spellings if not plain(spelling).isdigit()]
            yield dimension.id, len(match_areas(words, areas).codes) / total
        elif dimension.kind is DimensionKind.CODE:
            yield dimension.id, len(code_names(dimension).match(spellings).codes) / total
