"""The figures of a file as SDMX-CSV 2.0: codes under the concepts of SDMX, with a point for the decimals."""

import csv
from io import StringIO

from loaders.files.content import DERIVATION, Content
from loaders.files.spreadsheet_text import as_text
from loaders.files.table import number_cell
from loaders.language import Wording
from loaders.number import printed_decimals
from loaders.observation import MEASURE, NOTE, QUALIFIER, SOURCE, VALUE
from loaders.provenance import Provenance
from loaders.sdmx_columns import component
from loaders.sdmx_period import sdmx_period

_AGENCY = "OBSERVATORY"
_PERIOD = "time_period"
#: Column of the long form -> component of SDMX where that is not the same in capitals.
_COMPONENTS = {NOTE: "COMMENT_OBS", DERIVATION: "DATA_COMP"}
_FACTS = ("SOURCE_TITLE", "UNIT_MEASURE", "DECIMALS", "DATA_VERSION")
_TAKEN = frozenset({*_COMPONENTS.values(), *_FACTS})


def file_bytes(content: Content, _provenance: Provenance, _words: Wording) -> bytes:
    """The long form as SDMX-CSV 2.0 in UTF-8, with a comma between cells.

    Columns: STRUCTURE, STRUCTURE_ID, ACTION (I: information), the dimensions (`DIM_` before a name that is taken),
    MEASURE, OBS_VALUE (empty for a gap), OBS_STATUS, CONF_STATUS, OBS_QUALIFIER, SOURCE_ID, SOURCE_PRODUCER,
    SOURCE_PAGE, COMMENT_OBS, DATA_COMP where something was computed, SOURCE_TITLE, UNIT_MEASURE, DECIMALS,
    DATA_VERSION. Where a study prints several values for the same thing there is a row for each, under the same key.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    dimensions = {one.code: component(one.code, _TAKEN) for one in content.dimensions}
    columns = [dimensions.get(name) or _COMPONENTS.get(name) or name.upper() for name in content.frame.columns]
    writer.writerow(["STRUCTURE", "STRUCTURE_ID", "ACTION", *columns, *_FACTS])
    units = {one.code: one.unit_code for one in content.measures}
    titles = {one.reference.source_id: one.reference.title for one in content.entries}
    structure = f"{_AGENCY}:{content.dataset.upper()}(1.0)"
    for row in content.frame.iter_rows(named=True):
        value = row[VALUE]
        decimals = "" if value is None else str(printed_decimals(value))
        cells = [_cell(name, cell) for name, cell in row.items()]
        facts = [as_text(titles[row[SOURCE]]), units[row[MEASURE]], decimals, content.data_version]
        writer.writerow(["dataflow", structure, "I", *cells, *facts])
    return text.getvalue().encode()


def _cell(name: str, cell: str | float | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return number_cell(cell)
    if name == _PERIOD:
        return sdmx_period(cell)
    # "=" alone is a qualifier, and no formula to any spreadsheet.
    return cell if name == QUALIFIER else as_text(cell)
