"""Parquet files that declare themselves: the declaration stands in the footer, beside the observations."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from loaders.catalogue import Catalogue
from loaders.declaration import Declaration
from loaders.finding import Finding, Rule
from loaders.parquet_file import parquet_bytes
from loaders.subjects.declaration_text import as_yaml, read_text
from loaders.writing import write_whole

#: Key of the footer whose value is the declaration, as YAML or JSON.
DECLARATION_KEY = "observatory:declaration"
#: Key of the footer that names the dataset of a file.
DATASET_KEY = "observatory:dataset"

Metadata = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfDeclaration:
    """What the footer of a file says of itself: a declaration, findings in its place, or neither."""

    declaration: Declaration | None = None
    findings: tuple[Finding, ...] = ()


def declaration_in(metadata: Metadata, catalogue: Catalogue, file: str) -> SelfDeclaration:
    """The declaration in the footer of a Parquet file; neither declaration nor findings where there is none.

    Args:
        metadata: keys and values of the footer.
        catalogue: the units and sources that a declaration may refer to.
        file: the name of the file, for the findings.
    """
    text = _value(metadata, DECLARATION_KEY)
    if text is None:
        return SelfDeclaration()
    read = read_text(text, catalogue)
    if read.declaration:
        return SelfDeclaration(declaration=read.declaration)
    finding = Finding(
        rule=Rule.DECLARATION_INVALID,
        dataset=_value(metadata, DATASET_KEY),
        file=file,
        column=DECLARATION_KEY,
        count=len(read.problems),
        found=read.problems,
    )
    return SelfDeclaration(findings=(finding,))


def dataset_in(metadata: Metadata) -> str | None:
    """The dataset that the footer of a Parquet file names, None where it names none."""
    return _value(metadata, DATASET_KEY)


def _value(metadata: Metadata, key: str) -> str | None:
    return next((value for name, value in metadata if name == key), None)


def write_self_declared(frame: pl.DataFrame, declaration: Declaration, path: Path) -> None:
    """Writes observations in the long form with their declaration in the footer; the same input, the same bytes."""
    footer = {DATASET_KEY: declaration.id, DECLARATION_KEY: as_yaml(declaration)}
    write_whole(path, parquet_bytes(frame, footer))
