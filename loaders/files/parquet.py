"""The figures of a file as Parquet: the long form in codes, the provenance in the footer."""

from loaders.files.content import Content
from loaders.language import Wording
from loaders.parquet_file import parquet_bytes
from loaders.provenance import PROVENANCE_KEY, Provenance
from loaders.subjects.self_declared import DATASET_KEY, DECLARATION_KEY


def file_bytes(content: Content, provenance: Provenance, _words: Wording) -> bytes:
    """The long form as Parquet with the provenance and the dataset in its footer.

    The file of a whole dataset also brings its declaration along, so that it can be handed in at a data desk; that of a
    picture has a column `derived_from` where something was computed.
    """
    footer = {DATASET_KEY: content.dataset, PROVENANCE_KEY: provenance.text}
    if content.declaration:
        footer[DECLARATION_KEY] = content.declaration
    return parquet_bytes(content.frame, footer)
