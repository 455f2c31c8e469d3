"""The figures of a file as an archive: CSV, its description for machines in two standards, and a README."""

from loaders.files.content import Content
from loaders.files.csv_file import table_bytes
from loaders.files.csvw import csvw_metadata
from loaders.files.datapackage import DESCRIPTOR, README, datapackage
from loaders.files.json_text import json_bytes
from loaders.files.long_table import long_table
from loaders.files.readme import readme
from loaders.files.timeless import archive
from loaders.language import Wording
from loaders.provenance import Provenance


def file_bytes(content: Content, provenance: Provenance, words: Wording) -> bytes:
    """A zip archive: `<name>.csv`, `datapackage.json`, `<name>.csv-metadata.json`, `README.txt`."""
    table = long_table(content, words)
    path = f"{content.name}.csv"
    figures = table_bytes(table, words)
    described = datapackage(content, provenance, table, path, figures)
    return archive(
        (
            (README, readme(content, provenance, table, path, words).encode()),
            (DESCRIPTOR, json_bytes(described)),
            (path, figures),
            (f"{path}-metadata.json", json_bytes(csvw_metadata(content, provenance, table, path))),
        )
    )
