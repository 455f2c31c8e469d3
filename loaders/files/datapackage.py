"""`datapackage.json` (Data Package v2): what the CSV file of an archive holds, for machines."""

import hashlib

from loaders.files.content import Content
from loaders.files.csv_file import SEPARATORS
from loaders.files.json_text import Json
from loaders.files.table import Column, FileTable
from loaders.provenance import PROVENANCE_KEY, Provenance

DESCRIPTOR = "datapackage.json"
README = "README.txt"
_PROFILES = "https://datapackage.org/profiles/2.0/"
_WEB = ("http://", "https://")


def datapackage(content: Content, provenance: Provenance, table: FileTable, path: str, figures: bytes) -> Json:
    """The descriptor of an archive whose CSV file `path` holds `table` as `figures`.

    `primaryKey` is there where no two rows share it: a study may print several values for the same thing. The property
    `observatory:provenance` holds the provenance. Where the licence has no address, its terms are those of the README.
    """
    described: dict[str, Json] = {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": content.name,
        "title": content.title,
        "description": " ".join(filter(None, (content.subtitle, content.summary))),
        "version": content.data_version,
        "keywords": list(dict.fromkeys([content.dataset, *(one.label for one in content.measures)])),
        "licenses": [{"path": content.licence_url or README, "title": content.licence}],
        "sources": [{"title": title} for title in content.studies],
        "resources": [_resource(content, table, path, figures)],
        PROVENANCE_KEY: provenance.text,
    }
    if provenance.link.startswith(_WEB):
        described["homepage"] = provenance.link
    return described


def _resource(content: Content, table: FileTable, path: str, figures: bytes) -> Json:
    delimiter, decimal = SEPARATORS[content.language]
    schema: dict[str, Json] = {
        "$schema": f"{_PROFILES}tableschema.json",
        "fields": [_field(column, decimal) for column in table.columns],
        "missingValues": [""],
    }
    keys = [place for place, column in enumerate(table.columns) if column.is_key]
    if len({tuple(row[place] for place in keys) for row in table.rows}) == len(table.rows):
        schema["primaryKey"] = [table.columns[place].title for place in keys]
    return {
        "$schema": f"{_PROFILES}dataresource.json",
        "name": content.name,
        "type": "table",
        "path": path,
        "title": content.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(figures),
        "hash": f"sha256:{hashlib.sha256(figures).hexdigest()}",
        "dialect": {
            "$schema": f"{_PROFILES}tabledialect.json",
            "header": True,
            "delimiter": delimiter,
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
        },
        "schema": schema,
    }


def _field(column: Column, decimal: str) -> Json:
    """A field bears the heading of its column as its name, as the standard wants it."""
    field: dict[str, Json] = {"name": column.title, "type": "number" if column.is_number else "string"}
    if column.is_number:
        field["decimalChar"] = decimal
    if column.is_key:
        field["constraints"] = {"required": True}
    if column.concept:
        field["rdfType"] = column.concept
    return field
