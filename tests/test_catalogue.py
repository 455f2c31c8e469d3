"""The catalogue as test matrix: every dataset keeps every promise, and an invalid declaration harms no other."""

import re

import pytest

from loaders.catalogue import UnknownDatasetError
from loaders.declaration import Declaration
from loaders.selection import rows_of
from loaders.view import ViewKind
from loaders.vocabulary import Declared, Text
from tests.sample_data import SHIPPED, library

DATASETS = tuple(library().catalogue.declarations)

#: What is declared although no observation has it yet, and why.
RESERVED: dict[str, str] = {}


def declared(dataset: str) -> Declaration:
    """A declaration of the project."""
    return library().catalogue.declaration(dataset)


def texts(part: object) -> list[Text]:
    """Every bilingual text inside a part of a declaration."""
    if isinstance(part, Text):
        return [part]
    if isinstance(part, Declared):
        return [text for name in type(part).model_fields for text in texts(getattr(part, name))]
    if isinstance(part, tuple):
        return [text for one in part for text in texts(one)]
    return []


def test_every_declaration_is_valid() -> None:
    assert library().catalogue.findings == ()
    assert set(DATASETS) == {path.stem for path in SHIPPED.catalogue.glob("*.yaml")}


def test_every_file_meets_its_contract_and_belongs_to_a_dataset() -> None:
    assert library().all_findings == ()
    assert set(DATASETS) == {path.stem for path in SHIPPED.indicators.iterdir()}


@pytest.mark.parametrize("dataset", DATASETS)
def test_no_text_is_left_in_the_other_language(dataset: str) -> None:
    french = re.compile(r"\b(?:les|une|est|dans|pour|selon|établissements)\b")
    english = re.compile(r"\b(?:the|of|and|with|from|establishments)\b")
    found = [text for text in texts(declared(dataset)) if text.fr != text.en]  # names are the same in both

    assert len(found) > 10
    assert [text.en for text in found if french.search(text.en)] == []
    assert [text.fr for text in found if english.search(text.fr)] == []


@pytest.mark.parametrize("dataset", DATASETS)
def test_french_typography_is_kept(dataset: str) -> None:
    french = [text.fr for text in texts(declared(dataset))]

    assert [text for text in french if "'" in text] == []
    assert [text for text in french if re.search(r"\w[;:!?»](?:\s|$)", text)] == []


@pytest.mark.parametrize("dataset", DATASETS)
def test_title_units_sources_and_licence_are_there(dataset: str) -> None:
    one, catalogue = declared(dataset), library().catalogue

    assert one.title.fr != one.title.en
    assert one.summary.fr.endswith(".")
    assert one.summary.en.endswith(".")
    assert all(catalogue.unit(one, measure.unit).label for measure in one.all_measures)
    assert all(catalogue.sources[source].title for source in one.sources)
    assert one.licence.title.fr != one.licence.title.en


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_note_and_producer_has_a_french_text(dataset: str) -> None:
    rows, catalogue = library().observations(dataset), library().catalogue
    stored = {text for row in rows for text in (row.note, row.producer) if text}
    of_sources = {catalogue.sources[source].note for source in declared(dataset).sources}

    translated = {text.en for text in declared(dataset).texts}

    assert stored - translated == set()
    assert translated - stored - of_sources == set()


@pytest.mark.parametrize("dataset", DATASETS)
def test_whatever_is_declared_is_used(dataset: str) -> None:
    one, rows = declared(dataset), library().observations(dataset)
    used = {f"{dataset}.{name}.{code}" for row in rows for name, code in (*row.key, ("measure", row.measure))}
    used |= {f"{dataset}.unit.{measure.unit}" for measure in one.all_measures}
    names = {f"{dataset}.{dimension.id}.{code.id}" for dimension in one.dimensions for code in dimension.codes}
    names |= {f"{dataset}.measure.{measure.id}" for measure in one.all_measures}
    names |= {f"{dataset}.unit.{unit.id}" for unit in one.units}

    assert names - used == {name for name in RESERVED if name.startswith(f"{dataset}.")}


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_measure_has_a_view(dataset: str) -> None:
    one = declared(dataset)

    assert {name for view in one.views for name in view.measures} == {measure.id for measure in one.all_measures}


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_printed_figure_is_in_a_table(dataset: str) -> None:
    read = library().dataset(dataset)
    assert read is not None
    tables = [view for view in read.declaration.views if view.kind is ViewKind.TABLE and not view.choose]

    listed = {row for view in tables for row in rows_of(view, read.observations, {})}

    assert set(read.observations) - listed == set()


def test_an_unknown_dataset_is_answered_with_near_matches() -> None:
    with pytest.raises(UnknownDatasetError, match="unknown dataset 'fdi_ranking'; known: fdi_rankings"):
        library().catalogue.declaration("fdi_ranking")


def test_a_dataset_that_resembles_none_is_answered_with_all_of_them() -> None:
    with pytest.raises(
        UnknownDatasetError, match=r"known: ai_ecosystem, ai_startup_challenges, .*university_rankings$"
    ):
        library().catalogue.declaration("zzz")
