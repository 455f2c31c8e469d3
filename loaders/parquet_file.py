"""How the observatory writes Parquet: with page checksums, and the same bytes for the same content."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq

from loaders.writing import write_whole


def write_parquet(frame: pl.DataFrame, path: Path) -> None:
    """Writes a frame as Parquet, in one step."""
    write_whole(path, parquet_bytes(frame))


def parquet_bytes(frame: pl.DataFrame, footer: Mapping[str, str] | None = None) -> bytes:
    """A frame as a Parquet file, with these keys in its footer."""
    content = BytesIO()
    # How a frame was put together is no part of it, but would decide where the pages of the file begin.
    table = frame.rechunk().to_arrow()
    options = {"compression": "zstd", "write_page_checksum": True, "store_schema": False}
    with pq.ParquetWriter(content, table.schema, **options) as writer:
        writer.write_table(table)
        if footer:
            # Without its own schema in the footer, pyarrow leaves the keys of a table out too.
            writer.add_key_value_metadata(dict(footer))
    return content.getvalue()
