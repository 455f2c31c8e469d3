"""The questions that a mapping leaves open for a table, in the order in which they should be asked."""

from collections.abc import Iterator

import polars as pl

from loaders.catalogue import Catalogue
from loaders.declaration import Declaration
from loaders.dimension import DimensionKind
from loaders.intake.cells import is_empty_mark, read_numbers
from loaders.intake.completeness import open_points, roles_of, unreadable, value_columns
from loaders.intake.mapping import FLAG, IGNORE, LEAVE_OUT, MULTIPLIER, UNIT, Mapping
from loaders.intake.question import Question, QuestionKind, measure_choice
from loaders.intake.raw_table import RawTable
from loaders.intake.recoding import coded_roles, recode
from loaders.intake.unit_check import stated_units
from loaders.intake.values import number_format
from loaders.measure import Measure, MeasureKind
from loaders.observation import MEASURE, MISSING_STATUSES, QUALIFIER, QUALIFIERS, SOURCE, STATUS, STATUSES, VALUE

#: Kinds of numbers that have no unit and no scale to be mistaken.
PLAIN_KINDS = (MeasureKind.RANK, MeasureKind.FLAG, MeasureKind.SIGN)
#: How many names that are not known are asked for; a file with more has other troubles.
_MOST_UNMATCHED = 50
_SHARE_SCALES = ("1", "100")
_AMOUNT_SCALES = ("1", "1000", "1000000", "1000000000", "0.001", "0.000001")


def open_questions(
    table: RawTable, mapping: Mapping, declaration: Declaration, catalogue: Catalogue
) -> Iterator[Question]:
    """What has to be answered before `convert` can turn the table into observations with this mapping.

    First the columns, alone as long as one is open, for all else depends on them.
    """
    points = tuple(open_points(mapping, table, declaration))
    columns = tuple(_columns(points, table, mapping, declaration))
    if columns:
        yield from columns
        return
    if any(unreadable(mapping, table)):
        return
    yield from _missing_parts(points, declaration, catalogue)
    yield from _numbers(table, mapping)
    yield from _units(table, mapping, declaration, catalogue)
    yield from _unmatched(table, mapping, declaration, catalogue)


def _columns(
    points: tuple[str, ...], table: RawTable, mapping: Mapping, declaration: Declaration
) -> Iterator[Question]:
    untold = [name for name in table.frame.columns if f"column {name}" in points]
    taken = set(mapping.columns.values()) - {IGNORE}
    free = tuple(role for role in roles_of(declaration) if role not in taken)
    measures = () if VALUE in taken else tuple(measure_choice(measure.id) for measure in declaration.measures)
    if mapping.values:
        free = tuple(role for role in free if role != VALUE)
    for name in untold:
        yield Question(kind=QuestionKind.COLUMN_ROLE, subject=name, choices=(*free, *measures))
    if not untold and VALUE in points:
        ignored = tuple(name for name, role in mapping.columns.items() if role == IGNORE)
        for name in ignored:
            yield Question(kind=QuestionKind.COLUMN_ROLE, subject=name, choices=(*free, *measures))


def _missing_parts(points: tuple[str, ...], declaration: Declaration, catalogue: Catalogue) -> Iterator[Question]:
    for dimension in declaration.dimensions:
        if dimension.id in points:
            choices = tuple(code.id for code in dimension.codes)
            if dimension.kind is DimensionKind.AREA:
                choices = tuple(catalogue.areas)
            proposed = choices[0] if len(choices) == 1 else None
            yield Question(kind=QuestionKind.FIXED_VALUE, subject=dimension.id, choices=choices, proposed=proposed)
    if MEASURE in points:
        names = tuple(measure.id for measure in declaration.measures)
        yield Question(kind=QuestionKind.FIXED_VALUE, subject=MEASURE, choices=names)
    if SOURCE in points:
        proposed = declaration.sources[0] if len(declaration.sources) == 1 else None
        yield Question(kind=QuestionKind.SOURCE, choices=declaration.sources, proposed=proposed)
    if STATUS in points:
        present = tuple(status for status in STATUSES if status not in MISSING_STATUSES)
        yield Question(kind=QuestionKind.STATUS, choices=present, proposed="A")
    if QUALIFIER in points:
        yield Question(kind=QuestionKind.QUALIFIER, choices=tuple(QUALIFIERS), proposed="=")


def _numbers(table: RawTable, mapping: Mapping) -> Iterator[Question]:
    cells = tuple(table.frame[name] for name in value_columns(mapping))
    written = number_format(cells, table, mapping)
    if written is None:
        ambiguous = (one.filter(one.str.contains(r"[0-9][.,][0-9]")) for one in cells if one.dtype == pl.String)
        example = next((str(one[0]) for one in ambiguous if not one.is_empty()), "")
        yield Question(kind=QuestionKind.NUMBER_FORMAT, spelling=example, choices=(".", ","))
        return
    told = {STATUS, FLAG} & set(mapping.columns.values())
    if not told and mapping.missing is None and any(read_numbers(one, written)["value"].has_nulls() for one in cells):
        choices = (LEAVE_OUT, *sorted(MISSING_STATUSES))
        yield Question(kind=QuestionKind.EMPTY_CELLS, choices=choices)
    words = mapping.codes.get(VALUE, {})
    for spelling in dict.fromkeys(word for one in cells if one.dtype == pl.String for word in _words(one, mapping)):
        if spelling not in words and not is_empty_mark(spelling):
            yield Question(
                kind=QuestionKind.UNMATCHED, subject=VALUE, spelling=spelling, choices=tuple(sorted(MISSING_STATUSES))
            )


def _words(cells: pl.Series, mapping: Mapping) -> list[str]:
    """Cells of letters only ("secret"), which may stand for a gap; cells with digits are mistakes, not words."""
    if mapping.flags_in_cells:
        return []
    distinct = cells.drop_nulls().unique().sort()
    worded = distinct.filter(~distinct.str.contains(r"[0-9]") & distinct.str.contains(r"\p{L}"))
    strange = worded.filter(worded.str.to_lowercase().is_in(["nan", "inf", "infinity", "true", "false"]).not_())
    return strange.head(_MOST_UNMATCHED).to_list()


def _units(table: RawTable, mapping: Mapping, declaration: Declaration, catalogue: Catalogue) -> Iterator[Question]:
    used = _measures(table, mapping, declaration)
    for measure in declaration.measures:
        if measure.id not in used:
            continue
        held = mapping.units.get(measure.id)
        if held is None and measure.kind not in PLAIN_KINDS:
            stated = _stated(table, mapping, measure.id, declaration)
            choices = (measure.unit, *_kin(measure.unit, declaration, catalogue))
            yield Question(kind=QuestionKind.UNIT, subject=measure.id, spelling=stated, choices=choices)
        if (held is None or held.scale is None) and measure.kind not in PLAIN_KINDS:
            yield Question(kind=QuestionKind.SCALE, subject=measure.id, spelling=measure.unit, choices=_scales(measure))


def _scales(measure: Measure) -> tuple[str, ...]:
    return _SHARE_SCALES if measure.unit.startswith("percent") else _AMOUNT_SCALES


def _kin(unit: str, declaration: Declaration, catalogue: Catalogue) -> Iterator[str]:
    """Other units that could be taken for this one: of the same family (percent…, M_…)."""
    family = unit.partition("_")[0]
    known = [*catalogue.shared_units, *(one.id for one in declaration.units)]
    yield from (one for one in dict.fromkeys(known) if one != unit and one.partition("_")[0] == family)


def _measures(table: RawTable, mapping: Mapping, declaration: Declaration) -> set[str]:
    used = {held.measure for held in mapping.values.values() if held.measure}
    column = mapping.column(MEASURE)
    if column:
        codes = coded_roles(declaration, {})[MEASURE]
        used |= set(
            recode(table.frame[column], mapping.codes.get(MEASURE, {}), codes.match).codes.drop_nulls().unique()
        )
    elif MEASURE in mapping.fixed:
        used.add(mapping.fixed[MEASURE])
    return used


def _stated(table: RawTable, mapping: Mapping, measure: str, declaration: Declaration) -> str:
    """What the unit columns of the file say of a measure, empty where they say nothing or several things."""
    columns = {role: table.frame[name].cast(pl.String) for name, role in mapping.columns.items() if role in _UNIT_ROLES}
    stated = stated_units(list(columns))
    if stated is None:
        return ""
    frame = pl.DataFrame(columns)
    column = mapping.column(MEASURE)
    if column:
        match = coded_roles(declaration, {})[MEASURE].match
        codes = recode(table.frame[column], mapping.codes.get(MEASURE, {}), match).codes
        frame = frame.filter(codes == measure)
    said = frame.select(stated.alias(UNIT))[UNIT].unique().to_list()
    return said[0] if len(said) == 1 else ""


_UNIT_ROLES = (UNIT, MULTIPLIER)


def _unmatched(table: RawTable, mapping: Mapping, declaration: Declaration, catalogue: Catalogue) -> Iterator[Question]:
    for role, coded in coded_roles(declaration, catalogue.areas).items():
        column = mapping.column(role)
        if column is None:
            continue
        recoded = recode(table.frame[column], mapping.codes.get(role, {}), coded.match)
        if recoded.is_elsewhere(coded):
            continue  # nothing to answer: the conversion refuses the file as being about something else
        choices = _codes(role, declaration, catalogue)
        for spelling in recoded.unmatched[:_MOST_UNMATCHED]:
            yield Question(kind=QuestionKind.UNMATCHED, subject=role, spelling=spelling, choices=choices)


def _codes(role: str, declaration: Declaration, catalogue: Catalogue) -> tuple[str, ...]:
    """The codes of a role, leaving the row out among them; none for periods, which are free text."""
    if role == MEASURE:
        return (LEAVE_OUT, *(measure.id for measure in declaration.measures))
    dimension = next(one for one in declaration.dimensions if one.id == role)
    if dimension.kind is DimensionKind.PERIOD:
        return ()
    codes = catalogue.areas if dimension.kind is DimensionKind.AREA else [code.id for code in dimension.codes]
    return (LEAVE_OUT, *codes)
