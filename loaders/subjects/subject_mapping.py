"""From the form of a new subject to the mapping of its file, so that the intake has nothing left to ask."""

from collections.abc import Iterator

import polars as pl

from loaders.intake.mapping import IGNORE, LEAVE_OUT, Mapping, UnitOfFile, ValueColumn, shape_of
from loaders.intake.raw_table import RawTable
from loaders.observation import MEASURE, SOURCE, VALUE
from loaders.subjects.subject_form import DimensionForm, SubjectForm
from loaders.subjects.table_numbers import Decimal, told_layout
from loaders.subjects.table_shape import attribute_of


def mapping_of(form: SubjectForm, table: RawTable, decimal: Decimal | None = None) -> Mapping:
    """The mapping that turns the table of a file into observations of the subject that was declared from it.

    The numbers are in the units of the form; values are normal and exact and empty cells have no observation, unless
    the file says otherwise. Columns that the form does not name are left out.

    Args:
        form: the form, with an answer to everything that is required.
        table: the table that it is about.
        decimal: the sign before the decimals, where it had to be asked.
    """
    source = _source_column(form, table)
    return Mapping(
        dataset=form.id,
        shape=shape_of(table),
        layout=told_layout(table, decimal) or table.kept_layout,
        columns=_columns(form, table, source),
        values={} if _is_long(table) else dict(_values(form)),
        units={one.id: UnitOfFile(unit=one.unit.strip(), scale=1) for one in form.measures},
        fixed={**dict(_fixed(form)), **({} if source else {SOURCE: form.source.id.strip()})},
        codes={role: codes for role, codes in _codes(form, table) if codes},
        status="A",
        qualifier="=",
        missing="O",
    )


def _is_long(table: RawTable) -> bool:
    return {MEASURE, VALUE} <= set(table.frame.columns)


def _columns(form: SubjectForm, table: RawTable, source: str | None) -> dict[str, str]:
    columns = dict.fromkeys(table.frame.columns, IGNORE)
    for name, kind in table.frame.schema.items():
        role = attribute_of(name)
        usable = kind != pl.Binary and not kind.is_nested()
        if role and usable and role != SOURCE and role not in columns.values():
            columns[name] = role
    if source:
        columns[source] = SOURCE
    columns |= {one.column: one.id for one in form.dimensions if one.column is not None}
    if _is_long(table):
        return columns | {MEASURE: MEASURE, VALUE: VALUE}
    held = {name for name, _ in _values(form)}
    return {name: role for name, role in columns.items() if name not in held}


def _source_column(form: SubjectForm, table: RawTable) -> str | None:
    """The column of sources, where it names those of the form and is nowhere empty."""
    if SOURCE not in table.frame.columns:
        return None
    named = set(table.frame[SOURCE].cast(pl.String).unique().to_list())
    return SOURCE if named <= {form.source.id.strip(), *form.source.further} else None


def _values(form: SubjectForm) -> Iterator[tuple[str, ValueColumn]]:
    """What each column of numbers holds: a measure, and the code that its name stands for."""
    above = next((one for one in form.dimensions if one.column is None and not _one_for_all(one)), None)
    for measure in form.measures:
        if measure.column is not None:
            yield measure.column, ValueColumn(measure=measure.id)
        elif above is not None:
            for code in above.codes:
                yield code.spelling, ValueColumn(measure=measure.id, where={above.id: code.code})


def _fixed(form: SubjectForm) -> Iterator[tuple[str, str]]:
    for dimension in form.dimensions:
        if dimension.column is None and _one_for_all(dimension):
            yield dimension.id, dimension.codes[0].code


def _one_for_all(dimension: DimensionForm) -> bool:
    """Whether the file does not hold the dimension: one code, which it does not spell, is that of all rows."""
    return len(dimension.codes) == 1 and not dimension.codes[0].spelling


def _codes(form: SubjectForm, table: RawTable) -> Iterator[tuple[str, dict[str, str]]]:
    """The spellings of the file that are no codes, by role."""
    for dimension in form.dimensions:
        if dimension.column is not None:
            yield dimension.id, {one.spelling: one.code for one in dimension.codes if one.spelling != one.code}
    if _is_long(table):
        known = {one.column: one.id for one in form.measures if one.column is not None}
        spelt = table.frame[MEASURE].cast(pl.String).drop_nulls().unique(maintain_order=True).to_list()
        told = {name: known.get(name, LEAVE_OUT) for name in spelt}
        yield MEASURE, {name: code for name, code in told.items() if name != code}
