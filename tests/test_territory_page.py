"""The page of territories, without a browser: areas, references, links, and a dataset that nobody wrote a page for."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import store
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language, wording
from loaders.number import MINUS
from loaders.parquet_file import write_parquet
from tests.foreign_words import foreign_words
from tests.sample_data import BEDS, ROWS, SAMPLES, SHIPPED, frame
from tests.shown import entry_of, exhibits, open_page, read, tables, texts

PAGE = entry_of("territory")
AREAS = ("FR10", "FR105", "FR103", "FRG", "DE", "UKI")


def opened(area: str, language: Language, **parameters: str) -> AppTest:
    """The portrait of an area."""
    return open_page(PAGE, language, territory_area=area, **parameters)


def said(page: AppTest) -> str:
    """Everything that a page says."""
    return "\n".join(texts(page))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_an_area_has_its_portrait_in_the_language_of_the_page(area: str, language: Language) -> None:
    page = opened(area, language)

    assert [error.value for error in page.exception] == []
    assert list(page.warning) == []
    assert page.query_params["territory_area"] == area
    assert len(page.header) > 0
    assert len(tables(page.main)) >= len(page.header)
    assert foreign_words(list(texts(page)), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_area_without_a_value_has_a_calm_notice_and_no_reference(language: Language) -> None:
    page = opened("FR103", language)

    (notice,) = page.info
    assert "Yvelines" in read(notice.value)
    assert [box.label for box in page.selectbox] == [wording(language).say("Area")]
    assert page.query_params["territory_reference"] == "none"


def test_what_is_proposed_is_chosen_first_and_says_why() -> None:
    page = opened("FR10", "en")

    assert page.query_params["territory_reference"] == "FR"
    assert "Why France is proposed: Île-de-France is a part of it." in said(page)


def test_another_reference_is_set_against_the_area_and_is_not_called_proposed() -> None:
    page = opened("FR10", "en", territory_reference="UKI")

    (headings, *rows) = next(table for table in tables(page.main) if "London" in table[0])
    difference = headings.index("Difference")
    assert rows
    assert all(len(row) == len(headings) for row in rows)
    assert "none: a bound is no value" in {row[difference] for row in rows}
    assert "proposed" not in said(page)


def test_no_other_area_can_be_chosen() -> None:
    page = opened("FR10", "en", territory_reference="none")

    assert not any("Difference" in table[0] for table in tables(page.main))


def test_another_area_takes_its_own_reference_without_a_notice() -> None:
    page = opened("FR10", "fr", territory_reference="UKI")

    page.selectbox[0].set_value("FR105").run()

    assert page.query_params["territory_area"] == "FR105"
    assert page.query_params["territory_reference"] == "FR101"
    assert list(page.info) == []


def test_a_reference_that_shares_nothing_is_said_and_replaced() -> None:
    page = opened("FR105", "fr", territory_reference="US")

    (notice,) = page.info
    assert "US" in read(notice.value)
    assert page.query_params["territory_reference"] == "FR101"


def test_what_an_area_is_not_known_in_is_named() -> None:
    assert "Nothing known of Paris in: " in said(opened("FR101", "en"))


def test_a_dataset_that_was_laid_down_a_minute_ago_is_in_the_portraits_of_its_areas(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = DataFolder(shutil.copytree(SHIPPED.root, tmp_path / "data"))
    monkeypatch.setattr(store, "PROJECT_DATA", folder)
    page = opened("FR102", "en")
    before = said(page)
    shutil.copy(SAMPLES / f"{BEDS}.yaml", folder.catalogue)
    write_parquet(frame(ROWS), folder.parquet(BEDS))

    page.run()

    assert "Hospital beds" not in before
    assert "exhibit_territory_hospital_beds" in {one.key for one in exhibits(page)}
    against = opened("FR102", "en", territory_reference="FR101")
    row = next(row for table in tables(against.main) for row in table if row[0] == "Beds · Surgery" and len(row) > 5)
    assert row[1:4] == ["2024", "80 beds", "120 beds"]
    assert row[4:6] == [f"{MINUS}40 beds", "2nd of the 2 values known, 2 départements of 3"]


@pytest.mark.parametrize(
    ("name", "area"), [("employment", "Hauts-de-Seine"), ("fdi", "Île-de-France"), ("private_funding", "Berlin")]
)
def test_a_reader_who_meets_an_area_finds_its_portrait(name: str, area: str) -> None:
    links = [node.proto.label for node in open_page(entry_of(name), "fr").get("page_link")]

    assert f"Portrait : {area}" in [read(label) for label in links]
