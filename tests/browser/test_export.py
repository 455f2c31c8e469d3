"""The editor's way: a figure is exported as it is seen, the file is sealed, and handed back it is recognised."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from loaders.seal import Condition, condition
from tests.browser.visit import Visit, Visitor

RANKING = "exhibit_departement_departement_ranking"


def opened(open_page: Visitor, path: str, name: str) -> Visit:
    """A page with the export dialog of the ranking of the departements open, its preview drawn."""
    visit = open_page(path)
    visit.page.locator(f".st-key-{RANKING}").get_by_role("button", name=name).click()
    expect(visit.page.get_by_role("dialog").get_by_role("img").first).to_be_visible()
    visit.settle()
    return visit


def downloaded(visit: Visit, label: str, folder: Path) -> Path:
    """The file behind a download button of the dialog."""
    with visit.page.expect_download() as waiting:
        visit.page.get_by_role("dialog").get_by_role("button", name=label, exact=True).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


@pytest.fixture(scope="module")
def english(open_shared: Visitor) -> Visit:
    """The dialog over the ranking by another measure than the page begins with."""
    return opened(open_shared, "/employment?lang=en&departement_measure=establishments_share", "Export")


@pytest.fixture(scope="module")
def verification(open_shared: Visitor) -> Visit:
    """The page to which files are handed back."""
    return open_shared("/verify?lang=en")


@pytest.mark.parametrize("label", ["SVG", "PDF", "PNG"])
def test_a_picture_of_what_is_seen_comes_sealed_and_is_recognised_as_current(
    english: Visit, verification: Visit, tmp_path: Path, label: str
) -> None:
    file = downloaded(english, label, tmp_path)

    verification.page.locator('input[type="file"]').set_input_files(file)
    expect(verification.page.get_by_role("button", name=f"Take away {file.name}")).to_be_visible()
    verification.settle()

    assert "departement_ranking-establishments_share-en" in file.name
    assert condition(file.read_bytes()) is Condition.INTACT
    expect(verification.page.get_by_text("The file shows the data in force")).to_be_visible()
    english.assert_clean()
    verification.assert_clean()


@pytest.fixture(scope="module")
def french(open_shared: Visitor) -> Visit:
    """The dialog over the ranking as the page begins."""
    return opened(open_shared, "/employment?lang=fr", "Exporter")


def test_the_preview_follows_size_and_tone(french: Visit) -> None:
    dialog = french.page.get_by_role("dialog")
    column = dialog.get_by_role("img").first.bounding_box()

    dialog.get_by_role("combobox", name="Format").click()
    french.page.get_by_role("option", name="Diapositive, 16:9").click()
    french.settle()
    slide = dialog.get_by_role("img").first.bounding_box()

    assert column
    assert slide
    assert slide["width"] / slide["height"] == pytest.approx(16 / 9, rel=0.02)
    assert slide["height"] < column["height"]
    french.assert_clean()


def test_a_figure_goes_from_a_page_through_the_basket_into_a_zip(french: Visit, tmp_path: Path) -> None:
    page = french.page
    page.get_by_role("dialog").get_by_role("button", name="Ajouter au panier").click()
    french.settle()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Panier").click()
    french.settle()

    page.get_by_role("button", name="Préparer les fichiers").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Télécharger le ZIP").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)

    assert file.read_bytes().startswith(b"PK")
    french.assert_clean()
