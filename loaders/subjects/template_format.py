"""The formats of a template, and what its columns of labels are called."""

from enum import StrEnum

#: Columns that begin like this explain the code before them; the import leaves them out.
LABEL = "label_"


class TemplateFormat(StrEnum):
    """The formats in which a template can be had."""

    PARQUET = "parquet"
    XLSX = "xlsx"
    CSV = "csv"
