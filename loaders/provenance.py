"""What an exported file says of itself: its data, in which version and for which choices, and where it may be seen."""

from typing import Annotated
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

from loaders.exhibit import Exhibit, Figure, Item, Mark

#: The page that shows one exhibit by itself; its address names view, choices, language and data version.
EXHIBIT_PAGE = "exhibit"
#: The page on which any figures of a dataset are compared, and its word for no second dimension.
EXPLORE_PAGE, NO_SERIES = "explore", "none"
#: The name of the provenance in every container: PNG chunk, XLSX property, Parquet footer, SVG and PDF metadata.
PROVENANCE_KEY = "observatory:provenance"
#: Stands in the place of the seal until the file is complete.
UNSEALED = "0" * 64
#: A file carries at most so many figures.
MANY_FIGURES = 5_000
_SHORT, _LONG = 200, 4_000

Short = Annotated[str, Field(max_length=_SHORT)]
Long = Annotated[str, Field(max_length=_LONG)]


class _Said(BaseModel):
    """A value that may come back from a file of anybody's: frozen, of known keys, of bounded size, numbers finite."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class CarriedFigure(_Said):
    """One figure as a file carries it: dimensions with codes, measure, number (null for a gap), attributes."""

    key: Annotated[tuple[tuple[Short, Short], ...], Field(max_length=20)]
    measure: Short
    value: float | None
    qualifier: Short
    status: Short


class Provenance(_Said):
    """Where an exported file comes from.

    `view` is empty for a whole dataset. `edition` is the number of the kept edition, None where the data were never
    published as one. `link` leads to the view at this data version; it has no host where none is known. `figures` are
    those that the picture shows. `seal` is the digest of the file with the seal itself left out.
    """

    dataset: Short
    view: Short
    selection: Annotated[tuple[tuple[Short, Short], ...], Field(max_length=20)]
    language: Short
    data_version: Short
    edition: int | None
    title: Long
    source: Long
    licence: Long
    link: Long
    figures: Annotated[tuple[CarriedFigure, ...], Field(max_length=MANY_FIGURES)] = ()
    seal: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = UNSEALED

    @property
    def text(self) -> str:
        """The provenance as a file holds it: one line of JSON in ASCII, the seal last."""
        return self.model_dump_json(ensure_ascii=True)


def exhibit_provenance(exhibit: Exhibit, *, edition: int | None, base: str = "") -> Provenance:
    """The provenance of a file that shows an exhibit; `base` is the address of the application, if it is known."""
    selection = tuple((name, item.code) for name, item in exhibit.selection)
    return Provenance(
        dataset=exhibit.dataset,
        view=exhibit.view,
        selection=selection,
        language=exhibit.language,
        data_version=exhibit.data_version,
        edition=edition,
        title=exhibit.title,
        source=exhibit.source_line[:_LONG],
        licence=exhibit.licence,
        link=base + address_of(exhibit),
        figures=carried_figures(exhibit)[:MANY_FIGURES],
    )


def carried_figures(exhibit: Exhibit) -> tuple[CarriedFigure, ...]:
    """The figures that the marks of an exhibit stand for, in drawing order, as a file carries them."""
    return tuple(_carried(figure) for mark in exhibit.marks for figure in mark.figures if figure)


def address_of(exhibit: Exhibit) -> str:
    """The address of an exhibit at its data version; of one that was made for exploring, in the explorer."""
    selection = tuple((name, item.code) for name, item in exhibit.selection)
    if exhibit.is_declared:
        return exhibit_address(exhibit.dataset, exhibit.view, selection, exhibit.language, exhibit.data_version)
    category = next(filter(None, (_dimension_of(mark.category, mark) for mark in exhibit.marks)), None)
    series = next((_dimension_of(mark.series, mark) for mark in exhibit.marks if mark.series), None)
    asked = {
        "dataset": exhibit.dataset,
        "measure": exhibit.measures[0].code,
        "category": category,
        "series": series or NO_SERIES,
        **dict(selection),
    }
    parts = [(f"{EXPLORE_PAGE}_{name}", code) for name, code in asked.items() if code]
    return f"{EXPLORE_PAGE}?" + urlencode([*parts, ("lang", exhibit.language)], safe="/")


def _dimension_of(item: Item, mark: Mark) -> str | None:
    return next((name for name, one in mark.key if one == item), None)


def exhibit_address(
    dataset: str, view: str, selection: tuple[tuple[str, str], ...], language: str, version: str | None = None
) -> str:
    """The address of an exhibit below that of the application, at a data version or at the one in force."""
    asked = [("view", f"{dataset}/{view}"), *selection, ("lang", language)]
    return f"{EXHIBIT_PAGE}?" + urlencode([*asked, ("version", version)] if version else asked, safe="/")


def _carried(figure: Figure) -> CarriedFigure:
    return CarriedFigure(
        key=tuple((name, item.code) for name, item in figure.key),
        measure=figure.measure,
        value=figure.value,
        qualifier=figure.qualifier,
        status=figure.status,
    )
