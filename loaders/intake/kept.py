"""What is kept of earlier files: the mapping of tables of the same shape, and how such files had to be read."""

from pathlib import Path

from loaders.catalogue import Catalogue
from loaders.finding import Rule
from loaders.intake.desk import Desk
from loaders.intake.isolation import decode
from loaders.intake.mapping import KeptMapping, Mapping, kept_mappings, mappings_for, shape_of
from loaders.intake.proposal import dataset_of
from loaders.intake.raw_table import Decoded, Layout, RawTable

#: How many other ways of reading are tried at most, the latest kept first.
_MOST_TRIED = 4
#: What a file may be refused for only because it was read in the wrong way.
OF_LAYOUT = frozenset({Rule.HEADER_MISSING, Rule.HEADER_REPEATED, Rule.TEXT_UNREADABLE, Rule.SHEET_UNKNOWN})


def is_doubtful(decoded: Decoded) -> bool:
    """Whether a file could be read in several ways: preamble lines, several sheets, or refused for how it was read."""
    table = decoded.table
    if table is None:
        return any(one.rule in OF_LAYOUT for one in decoded.findings)
    return (table.layout.header_row or 1) > 1 or len(table.sheets) > 1


def read_as_before(path: Path, decoded: Decoded, desk: Desk, dataset: str | None) -> Decoded:
    """The file read as a kept mapping says, where that leads to a table of its shape; otherwise as it was decoded.

    Args:
        path: the file.
        decoded: what reading it without a word gave.
        desk: what the file is taken in with.
        dataset: the dataset that the file is of, if that is known.
    """
    folder = desk.catalogue.folder
    fitting = _usable(mappings_for(decoded.table, folder, dataset)) if decoded.table else ()
    if any(_reads_alike(one.layout, decoded.table) for one in fitting):
        return decoded
    others = _usable(kept_mappings(folder, dataset)) if is_doubtful(decoded) else ()
    tried: list[Layout] = []
    for mapping in (*fitting, *others):
        layout = mapping.layout.without_numbers()
        if layout == Layout() or layout in tried or len(tried) == _MOST_TRIED:
            continue
        tried.append(layout)
        again = decode(path, layout, desk.limits, desk.progress)
        if again.table and shape_of(again.table) == mapping.shape:
            return again
    return decoded


def with_layout(mapping: Mapping, table: RawTable) -> Mapping:
    """A kept mapping for a table that was read as somebody said just now."""
    layout = table.asked
    if layout == Layout() and _reads_alike(mapping.layout, table):
        return mapping
    numbers = mapping.layout if layout.decimal is None else layout
    return mapping.model_copy(
        update={
            "layout": layout.model_copy(update={"decimal": numbers.decimal, "thousands": numbers.thousands}),
        }
    )


def chosen(fitting: list[Mapping], table: RawTable, catalogue: Catalogue) -> Mapping | None:
    """The mapping that holds for a table: the only one, or that of the dataset which the table itself says it is of."""
    if len(fitting) > 1:
        said = dataset_of(table, catalogue)
        fitting = [one for one in fitting if one.dataset == said]
    return fitting[0] if fitting else None


def _usable(kept: tuple[KeptMapping, ...]) -> tuple[Mapping, ...]:
    return tuple(one.mapping for one in kept if one.mapping)


def _reads_alike(layout: Layout, table: RawTable | None) -> bool:
    """Whether the table was read as the layout says, wherever that says anything."""
    said = layout.without_numbers().model_dump(exclude_none=True)
    return table is not None and said.items() <= table.layout.model_dump().items()
