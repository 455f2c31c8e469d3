"""Metadata of a CSV file as the W3C has them for tabular data on the web (CSVW)."""

from loaders.files.content import Content
from loaders.files.csv_file import SEPARATORS
from loaders.files.json_text import Json
from loaders.files.table import Column, FileTable
from loaders.provenance import Provenance


def csvw_metadata(content: Content, provenance: Provenance, table: FileTable, path: str) -> Json:
    """The metadata document of the CSV file `path` that holds `table`."""
    delimiter, decimal = SEPARATORS[content.language]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": content.language}],
        "url": path,
        "dc:title": content.title,
        "dc:description": " ".join(filter(None, (content.subtitle, content.summary))),
        "dc:source": content.source,
        "dc:license": {"@id": content.licence_url} if content.licence_url else content.licence,
        "dc:rights": content.licence,
        "dc:language": content.language,
        "dc:identifier": provenance.link,
        "dialect": {
            "encoding": "utf-8",
            "header": True,
            "delimiter": delimiter,
            "lineTerminators": ["\r\n"],
            "quoteChar": '"',
            "doubleQuote": True,
        },
        "tableSchema": {"columns": [_column(column, decimal) for column in table.columns]},
    }


def _column(column: Column, decimal: str) -> Json:
    described: dict[str, Json] = {
        "name": column.name,
        "titles": column.title,
        "datatype": {"base": "number", "format": {"decimalChar": decimal}} if column.is_number else "string",
    }
    if column.is_key:
        described["required"] = True
    if column.concept:
        described["propertyUrl"] = column.concept
    return described
