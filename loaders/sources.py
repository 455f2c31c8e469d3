"""The studies from which the figures come."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import StringConstraints

from loaders.vocabulary import Declared


class Source(Declared):
    """One study: its title stays in the language of the study, as a bibliography has it."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=64)]
    title: Annotated[str, StringConstraints(min_length=1)]
    publisher: Annotated[str, StringConstraints(min_length=1)]
    year: Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
    language: Literal["fr", "en"]
    pages: str | None = None
    note: str | None = None


def read_sources(path: Path) -> Mapping[str, Source]:
    """The studies of sources.csv by id, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = ({name: cell for name, cell in row.items() if cell} for row in csv.DictReader(file))
        return {source.id: source for source in map(Source.model_validate, rows)}
