"""A dossier as it is written down: codes and text, nothing else."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, model_validator

from loaders.language import Language
from loaders.vocabulary import Code, Declared, Identifier

_LONGEST_LINE, _LONGEST_TEXT, _MOST_SLIDES = 300, 5_000, 200

Line = Annotated[str, Field(max_length=_LONGEST_LINE)]
Prose = Annotated[str, Field(max_length=_LONGEST_TEXT)]
#: A view as `dataset/view`.
ViewName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*/[a-z][a-z0-9_]*$", max_length=_LONGEST_LINE)]


class Comparison(Declared):
    """An exhibit that nobody declared: one measure of a dataset compared by one or two dimensions."""

    dataset: Identifier
    measure: Identifier
    category: Identifier
    series: Identifier | None = None


class Slide(Declared):
    """One slide: an exhibit (a declared `view`, or a comparison made in `explore`), or a heading (`section`).

    `chosen` are codes by the name of the choice. Own words take the place of those that are computed.
    """

    view: ViewName | None = None
    explore: Comparison | None = None
    section: Line | None = None
    chosen: dict[Identifier, Code] = {}
    title: Line | None = None
    reading: Prose | None = None
    comment: Prose = ""

    @model_validator(mode="after")
    def _is_one_thing(self) -> "Slide":
        if sum(part is not None for part in (self.view, self.explore, self.section)) != 1:
            message = "a slide has one of: view, explore, section"
            raise ValueError(message)
        return self


class Cover(Declared):
    """The first page; `logo` is the name of a PNG or SVG file in data/boards/logos/."""

    title: Line
    date: dt.date | None = None
    place: Line = ""
    logo: Annotated[str, Field(pattern=r"^[\w.-]+\.(png|svg)$", max_length=_LONGEST_LINE)] | None = None


class Board(Declared):
    """A dossier; its name is that of its file."""

    form: Literal[1] = 1
    language: Language = "fr"
    cover: Cover
    slides: Annotated[tuple[Slide, ...], Field(max_length=_MOST_SLIDES)] = ()
