"""A mapping as far as a table tells it, and the questions that stay open. Units and scales are never guessed."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.catalogue import Catalogue
from loaders.contract import columns_of
from loaders.declaration import Declaration
from loaders.intake.column_roles import Roles, tell_roles
from loaders.intake.completeness import roles_of
from loaders.intake.mapping import IGNORE, Mapping, UnitOfFile, shape_of
from loaders.intake.open_questions import PLAIN_KINDS, open_questions
from loaders.intake.question import Question, QuestionKind
from loaders.intake.raw_table import Content, RawTable
from loaders.observation import MEASURE, OPTIONAL_COLUMNS

#: The key under which a footer names its dataset.
DATASET_KEY = "observatory:dataset"
#: Formats in which an empty status is a normal value, and an empty cell one that is missing.
_OF_STATISTICS = (Content.SDMX_CSV, Content.EUROSTAT_TSV)
_LABEL_PREFIX = "label_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What could be told, None as long as the dataset is not known, and what has to be asked.

    Without questions the mapping is complete.
    """

    mapping: Mapping | None
    questions: tuple[Question, ...]

    @property
    def dataset(self) -> str | None:
        """The dataset that the mapping leads to, None as long as it is not known."""
        return self.mapping.dataset if self.mapping else None


def propose(
    table: RawTable,
    catalogue: Catalogue,
    dataset: str | None = None,
    known: Mapping | None = None,
    likely: tuple[str, ...] = (),
) -> Proposal:
    """A mapping for a table, with the questions that are open.

    Args:
        table: the table of the file.
        catalogue: the datasets that it may be of.
        dataset: the dataset that was named, if any.
        known: what has been answered so far, or a kept mapping; it is not asked again.
        likely: the datasets of earlier files of this shape, of which one is asked for first.

    Raises:
        UnknownDatasetError: the catalogue has no such dataset.
    """
    named = dataset or (known.dataset if known else None) or dataset_of(table, catalogue)
    if named is None:
        choices = tuple(dict.fromkeys((*likely, *catalogue.declarations)))
        return Proposal(mapping=None, questions=(Question(kind=QuestionKind.DATASET, choices=choices),))
    declaration = catalogue.declaration(named)
    if known is not None and known.dataset != named:
        known = None
    if known is None and in_long_form(table, declaration):
        mapping = _long_form(table, declaration)
    else:
        mapping = _told(table, declaration, catalogue, known)
    return Proposal(mapping=mapping, questions=tuple(open_questions(table, mapping, declaration, catalogue)))


def dataset_of(table: RawTable, catalogue: Catalogue) -> str | None:
    """The dataset that a table says it is of, in its footer or as the name of a sheet, or that its content shows.

    The content shows it where the table has the long form of one dataset only, its measures included.
    """
    said = [value for key, value in table.metadata if key == DATASET_KEY]
    said += [sheet for sheet in (table.layout.sheet, *table.sheets) if sheet]
    named = list(dict.fromkeys(name for name in said if name in catalogue.declarations))
    if len(named) == 1:
        return named[0]
    fitting = [one.id for one in catalogue.declarations.values() if in_long_form(table, one) and _holds(table, one)]
    return fitting[0] if len(fitting) == 1 else None


def in_long_form(table: RawTable, declaration: Declaration) -> bool:
    """Whether the columns of a table are those of the contract; columns of labels beside them do not count."""
    columns = {name for name in table.frame.columns if not name.startswith(_LABEL_PREFIX)}
    expected = set(columns_of(declaration))
    return expected - set(OPTIONAL_COLUMNS) <= columns <= expected


def _holds(table: RawTable, declaration: Declaration) -> bool:
    held = set(table.frame[MEASURE].drop_nulls().unique().to_list())
    return bool(held) and held <= {measure.id for measure in declaration.measures}


def _long_form(table: RawTable, declaration: Declaration) -> Mapping:
    """The mapping of a file that is as the observatory wants it: each column is what its name says, as declared."""
    return Mapping(
        dataset=declaration.id,
        shape=shape_of(table),
        layout=table.kept_layout,
        columns={name: IGNORE if name.startswith(_LABEL_PREFIX) else name for name in table.frame.columns},
        units={measure.id: UnitOfFile(unit=measure.unit, scale=1) for measure in declaration.measures},
    )


def _told(table: RawTable, declaration: Declaration, catalogue: Catalogue, known: Mapping | None) -> Mapping:
    base = known or Mapping(dataset=declaration.id, shape=shape_of(table), layout=table.kept_layout)
    here = set(table.frame.columns)
    said = Roles(
        columns=_only(base.columns, here, set(roles_of(declaration))),
        values={name: held for name, held in base.values.items() if name in here},
        untold=(),
    )
    roles = tell_roles(table, declaration, catalogue.areas, said)
    of_statistics = table.content in _OF_STATISTICS
    told = {
        "shape": shape_of(table),
        "columns": dict(roles.columns),
        "values": {name: held.model_dump() for name, held in roles.values.items()},
        "units": {**dict(_without_choice(declaration)), **base.model_dump()["units"]},
        "fixed": {**dict(_only_choice(declaration, roles)), **base.fixed},
        "status": base.status or ("A" if of_statistics else None),
        "qualifier": base.qualifier or ("=" if of_statistics else None),
        "missing": base.missing or ("O" if of_statistics else None),
    }
    return Mapping.model_validate({**base.model_dump(), **told})


def _only(columns: dict[str, str], here: set[str], roles: set[str]) -> dict[str, str]:
    return {name: role for name, role in columns.items() if name in here and role in roles}


def _only_choice(declaration: Declaration, roles: Roles) -> Iterator[tuple[str, str]]:
    """The measure where a dataset has only one, and nothing in the file says otherwise: there is no choice to make."""
    given = MEASURE in roles.columns.values() or any(held.measure for held in roles.values.values())
    if not given and not roles.untold and len(declaration.measures) == 1:
        yield MEASURE, declaration.measures[0].id


def _without_choice(declaration: Declaration) -> Iterator[tuple[str, dict[str, object]]]:
    """The units of ranks, flags and signs, whose numbers can be in no other."""
    for measure in declaration.measures:
        if measure.kind in PLAIN_KINDS:
            yield measure.id, {"unit": measure.unit, "scale": 1}
