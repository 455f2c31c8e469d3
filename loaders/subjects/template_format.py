"""The formats of a template."""

from enum import StrEnum


class TemplateFormat(StrEnum):
    """The formats in which a template can be had."""

    PARQUET = "parquet"
    XLSX = "xlsx"
    CSV = "csv"
