"""Builds what the observatory reads: Parquet indicators from the transcriptions, projected boundaries for flat maps."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq

from loaders.catalogue import read_catalogue
from loaders.contract import check
from loaders.finding import Finding
from loaders.folder import DataFolder
from loaders.geometry import project_layers
from loaders.transcription import observations_frame
from loaders.writing import write_whole


class ContractBrokenError(ValueError):
    """A transcription breaks the contract of its dataset; what was built before is left as it was."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep the findings, which say everything."""
        super().__init__(", ".join(f"{one.dataset}: {one.rule}" for one in findings))
        self.findings = findings


def build(folder: DataFolder) -> Iterator[Path]:
    """Builds every declared transcription and the map layers, and yields each file once it is written.

    The same inputs give the same bytes. A file that already has these bytes is left untouched.

    Raises:
        TranscriptionError: a transcription does not fit its declaration.
        ContractBrokenError: its observations break the contract.
    """
    catalogue = read_catalogue(folder)
    for declaration in catalogue.declarations.values():
        if declaration.transcription:
            path = folder.parquet(declaration.id)
            frame = observations_frame(declaration, folder.figures)
            findings = check(frame, declaration, catalogue.areas, declaration.transcription.file)
            if findings:
                raise ContractBrokenError(findings)
            write_parquet(frame, path)
            yield path
    yield from project_layers(folder.geo, folder.geo / "projected")


def write_parquet(frame: pl.DataFrame, path: Path) -> None:
    """Writes a frame as Parquet with page checksums; the same frame gives the same bytes."""
    content = BytesIO()
    pq.write_table(frame.to_arrow(), content, compression="zstd", write_page_checksum=True, store_schema=False)
    write_whole(path, content.getvalue())
