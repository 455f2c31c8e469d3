"""Every figure that was typed from a study is on a page, with its value, its page number and its study."""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from loaders.figures import FigureMaker
from loaders.labels import Labels
from loaders.language import LANGUAGES, Language, wording
from loaders.observation import MEASURE, Observation, observations
from loaders.table import status_text
from loaders.transcription import observations_frame
from tests.page_files import PAGES, subjects, views
from tests.sample_data import SHIPPED, library
from tests.shown import captions, entry_of, exhibits, open_page, read, tables

DATASETS = tuple(library().catalogue.declarations)
EVERY_DATASET = pytest.mark.parametrize("dataset", DATASETS)
BOTH_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)


def typed(dataset: str) -> tuple[Observation, ...]:
    """The figures of a dataset as they were typed from the studies: read from the CSV, not from the Parquet file."""
    declaration = library().catalogue.declaration(dataset)
    dimensions = tuple(dimension.id for dimension in declaration.dimensions)
    return observations(observations_frame(declaration, SHIPPED.figures), dimensions)


def labels_of(dataset: str, language: Language) -> Labels:
    """The labels of a dataset in a language."""
    return Labels(library().catalogue.declaration(dataset), library().catalogue, wording(language))


@cache
def page_of(dataset: str, language: Language) -> AppTest:
    """The page on which a dataset is at home, in a language."""
    for path in PAGES.glob("*.py"):
        source = path.read_text(encoding="utf-8")
        if dataset in subjects(source):
            return open_page(entry_of(path.stem), language, further_subject=dataset)
        if any(one.dataset == dataset and one.view == "all_figures" for one in views(source)):
            return open_page(entry_of(path.stem), language)
    pytest.fail(f"no page shows all figures of {dataset}")


def listing(page: AppTest, labels: Labels) -> Block:
    """The exhibit of a page in which the figures of a dataset stand one by one."""
    view = next(view for view in labels.declaration.views if view.id == "all_figures")
    heading = labels.dimension_label(view.category)
    found = [one for one in exhibits(page) if tables(one)[0][0][0] == heading and (one.key or "").endswith(view.id)]
    assert len(found) == 1, f"{labels.declaration.id} is listed {len(found)} times"
    return found[0]


def cells(one: Observation, labels: Labels) -> dict[str, str]:
    """What a row about a figure says, by heading."""
    say, figure = labels.words.say, FigureMaker(labels, ()).plain_figure(one)
    codes = [*one.key, (MEASURE, one.measure)]
    return {labels.dimension_label(name): labels.item(name, code).label for name, code in codes} | {
        say("Value"): figure.spoken,
        say("Status"): status_text(figure, labels.words),
        say("Study"): figure.reference.title,
        say("Page"): figure.reference.page or "",
        say("Note"): figure.reference.note or "",
    }


def absent(figures: Iterable[Observation], shown: Block, labels: Labels) -> list[str]:
    """The figures that have no row of their own in a listing, or whose study the listing does not name below it."""
    headings, *rows = tables(shown)[0]
    left, below, lacking = (
        Counter(tuple(cell.removesuffix("†") for cell in row) for row in rows),
        "\n".join(captions(shown)),
        [],
    )
    for one in figures:
        said = cells(one, labels)
        row = tuple(read(said[heading]) for heading in headings)
        if not left[row] or read(said[labels.words.say("Study")]) not in below:
            lacking.append(" | ".join(row))
        left[row] -= 1
    return lacking


@EVERY_DATASET
@BOTH_LANGUAGES
def test_every_figure_is_on_the_page_of_its_subject(dataset: str, language: Language) -> None:
    labels = labels_of(dataset, language)

    assert absent(typed(dataset), listing(page_of(dataset, language), labels), labels) == []


@EVERY_DATASET
@BOTH_LANGUAGES
def test_every_figure_can_be_explored(dataset: str, language: Language) -> None:
    labels = labels_of(dataset, language)

    page = open_page(entry_of("explore"), language, explore_dataset=dataset)

    assert [error.value for error in page.exception] == []
    assert absent(typed(dataset), listing(page, labels), labels) == []


@EVERY_DATASET
def test_every_dataset_has_figures_to_look_for(dataset: str) -> None:
    with (SHIPPED.figures / f"{dataset}.csv").open(encoding="utf-8", newline="") as file:
        rows = sum(1 for _ in csv.DictReader(file))

    assert len(typed(dataset)) >= rows > 0


@pytest.mark.parametrize(
    "change", [{"value": 12345.0, "status": "A"}, {"page": "99"}, {"source_id": "station-esante-2025"}]
)
def test_a_figure_that_is_not_shown_would_be_found(change: dict[str, Any]) -> None:
    labels = labels_of("fdi_rankings", "fr")
    figures = [replace(one, **change) for one in typed("fdi_rankings")]

    assert len(absent(figures, listing(page_of("fdi_rankings", "fr"), labels), labels)) == len(figures)
