"""Whether a mapping is enough to turn a table into observations: what in it is wrong, and what it leaves open."""

from collections import Counter
from collections.abc import Iterator

import polars as pl

from loaders.declaration import Declaration
from loaders.intake.cells import is_number_type
from loaders.intake.mapping import FLAG, IGNORE, MULTIPLIER, UNIT, Mapping, ValueColumn
from loaders.intake.raw_table import RawTable
from loaders.observation import MEASURE, QUALIFIER, SOURCE, STATUS, STATUSES, VALUE, VALUE_COLUMNS

#: Roles that a column may have beside the columns of the long form.
EXTRA_ROLES = (FLAG, UNIT, MULTIPLIER, IGNORE)


def roles_of(declaration: Declaration) -> tuple[str, ...]:
    """Every role that a column of a file may have for a dataset, dimensions first."""
    return (*(dimension.id for dimension in declaration.dimensions), *VALUE_COLUMNS, *EXTRA_ROLES)


def invalid(mapping: Mapping, table: RawTable, declaration: Declaration) -> Iterator[str]:
    """What a mapping says that cannot be, each as a short code such as `column Valeur`."""
    if mapping.dataset != declaration.id:
        yield f"dataset {mapping.dataset}"
    names = set(table.frame.columns)
    yield from (f"column {name}" for name in (*mapping.columns, *mapping.values) if name not in names)
    yield from (f"column {name} twice" for name in mapping.values if mapping.columns.get(name, IGNORE) != IGNORE)
    roles = roles_of(declaration)
    yield from (f"{name}: {role}" for name, role in mapping.columns.items() if role not in roles)
    uses = Counter(role for role in mapping.columns.values() if role != IGNORE)
    yield from (f"{role} twice" for role, count in uses.items() if count > 1)
    yield from (f"fixed {name}" for name in mapping.fixed if name not in roles or name in (VALUE, *EXTRA_ROLES))
    measures = {measure.id for measure in declaration.measures}
    dimensions = {dimension.id for dimension in declaration.dimensions}
    for name, held in mapping.values.items():
        if held.measure is not None and held.measure not in measures:
            yield f"{name}: {held.measure}"
        taken = set(mapping.columns.values())
        yield from (f"{name}: {one}" for one in held.where if one not in dimensions or one in taken)
    yield from (f"units {measure}" for measure in mapping.units if measure not in measures)
    yield from (f"codes {role}" for role in mapping.codes if role not in roles)
    stated = [mapping.status, *mapping.codes.get(FLAG, {}).values(), *mapping.codes.get(VALUE, {}).values()]
    yield from (f"status {status}" for status in stated if status is not None and status not in STATUSES)
    if mapping.values and mapping.column(VALUE):
        yield f"{VALUE} twice"


def open_points(mapping: Mapping, table: RawTable, declaration: Declaration) -> Iterator[str]:
    """What a mapping does not say and should: columns without a role, and parts of the long form without content."""
    said = set(mapping.columns) | set(mapping.values)
    yield from (f"column {name}" for name in table.frame.columns if name not in said)
    held = value_columns(mapping)
    if not held:
        yield VALUE
    given = set(mapping.columns.values()) | set(mapping.fixed)
    wide = [mapping.values.get(name, ValueColumn()) for name in held]
    for dimension in declaration.dimensions:
        if dimension.id not in given and not (wide and all(dimension.id in one.where for one in wide)):
            yield dimension.id
    if MEASURE not in given and not (wide and all(one.measure for one in wide)):
        yield MEASURE
    if SOURCE not in given:
        yield SOURCE
    if STATUS not in given and FLAG not in given and mapping.status is None:
        yield STATUS
    if QUALIFIER not in given and mapping.qualifier is None:
        yield QUALIFIER


def value_columns(mapping: Mapping) -> tuple[str, ...]:
    """The columns of a file that hold numbers; for a long table that one."""
    single = mapping.column(VALUE)
    return tuple(mapping.values) or ((single,) if single else ())


def unreadable(mapping: Mapping, table: RawTable) -> Iterator[tuple[str, str]]:
    """The columns in use whose type cannot hold what they should, each with the type that would be expected."""
    numbers = value_columns(mapping)
    for name, kind in table.frame.schema.items():
        if name in numbers and not is_number_type(kind):
            yield name, "Float64"
        elif mapping.columns.get(name, IGNORE) not in (IGNORE, VALUE) and (kind == pl.Binary or kind.is_nested()):
            yield name, "String"
