"""The values that the Typst program of a dossier lays out."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class _Laid(BaseModel):
    model_config = ConfigDict(frozen=True)


class LaidTable(_Laid):
    """A table: headings, rows, which columns stand to the right, widths and size of type in points."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    widths: tuple[float, ...]
    size: float


class LaidSlide(_Laid):
    """The page of a slide; `picture` is the name of the input that holds its SVG, empty where there is none.

    `share` is the part of the page that the picture is as wide as.
    """

    kind: Literal["section", "exhibit", "trouble"]
    level: int
    number: int
    title: str
    comment: tuple[str, ...]
    subtitle: str = ""
    filters: str = ""
    picture: str = ""
    share: float = 1.0
    alt: str = ""
    shortened: str = ""
    reading: str = ""
    notes: tuple[str, ...] = ()
    source: str = ""
    version: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    table: LaidTable | None = None


class LaidAppendix(_Laid):
    """What the annex says of an exhibit: method, studies, terms, its table."""

    heading: str
    subtitle: str
    method: tuple[str, ...]
    studies: tuple[str, ...]
    terms: str
    link: str
    notes: tuple[str, ...]
    table: LaidTable


class LaidWords(_Laid):
    """The words that the program itself needs."""

    observatory: str
    contents: str
    annex: str
    method: str
    studies: str
    table: str
    versions: str
    logo: str


class LaidChange(_Laid):
    """What has changed on one slide: sentences, and a table where figures have."""

    heading: str
    sentences: tuple[str, ...]
    table: LaidTable | None


class LaidChanges(_Laid):
    """What has changed in a dossier since an earlier state."""

    heading: str
    summary: tuple[str, ...]
    slides: tuple[LaidChange, ...]
    versions: LaidTable | None


class LaidDossier(_Laid):
    """The whole document; `logo` says whether the input of that name holds one."""

    language: str
    region: str
    title: str
    header: str
    occasion: str
    edition: str
    logo: bool
    words: LaidWords
    slides: tuple[LaidSlide, ...]
    changes: LaidChanges | None
    annex: tuple[LaidAppendix, ...]
    versions: LaidTable
