"""The state of a page is in its address: the same link opens the same view, in both languages."""

import csv
import re
from io import StringIO

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.server import Site
from tests.browser.visit import Visit, Visitor
from tests.shown import read


@pytest.fixture(scope="module")
def employment(open_shared: Visitor) -> Visit:
    """The page on employment as its own address opens it."""
    return open_shared("/employment?lang=fr")


@pytest.fixture(scope="module")
def linked(open_shared: Visitor) -> Visit:
    """A page opened by a link with codes of which one, the sector, is unknown."""
    codes = "ranking_measure=jobs_per_project&ranking_geo_level=country&ranking_sector=cars"
    return open_shared(f"/fdi?lang=en&{codes}")


@pytest.fixture(scope="module")
def first_asked(open_shared: Visitor, own_site: Site) -> Visit:
    """The first page of a server without any before, asked for in no language by an English browser."""
    return open_shared("/universities", locale="en-GB", site=own_site)


def picture(page: Page, view: str) -> Locator:
    """The exhibit of a view."""
    return page.locator(f'[class*="st-key-exhibit_"][class*="_{view}"]')


def choose(visit: Visit, label: str, option: str) -> None:
    """Choose an option of a list and wait for the answer."""
    visit.page.get_by_role("combobox", name=label).first.click()
    visit.page.get_by_role("option", name=option, exact=True).click()
    visit.settle()


def test_a_filter_changes_picture_sentence_and_address_and_a_reload_keeps_it(employment: Visit) -> None:
    visit = employment
    shown = picture(visit.page, "departement_ranking")
    expect(shown.get_by_role("figure")).to_have_accessible_name(re.compile("Hauts-de-Seine 39"))

    choose(visit, "Indicateur", "Établissements estimés")

    drawn = re.compile(r"Paris ≈\s860")
    expect(shown.get_by_role("figure")).to_have_accessible_name(drawn)
    expect(shown.get_by_text(re.compile(r"Lecture\s: Paris, établissements estimés\s: environ\s860"))).to_be_visible()
    expect(visit.page).to_have_url(re.compile("departement_measure=establishments_estimated"))

    visit.page.reload()
    visit.settle()

    expect(shown.get_by_role("figure")).to_have_accessible_name(drawn)
    visit.assert_clean()


def test_a_link_of_a_subject_opens_the_portrait_of_an_area_and_another_area_takes_its_own_reference(
    employment: Visit,
) -> None:
    visit = employment

    visit.page.get_by_role("link", name="Portrait : Paris").click()
    visit.settle()

    expect(visit.page).to_have_url(re.compile("/territory.*territory_area=FR101.*territory_reference=FR105"))
    shown = picture(visit.page, "employment_by_department")
    expect(shown.get_by_role("heading", name="Paris parmi les départements")).to_be_visible()

    # The list holds more than it draws at once: the name is typed.
    visit.page.get_by_role("combobox", name="Territoire").click()
    visit.page.keyboard.type("Berlin")
    visit.page.keyboard.press("Enter")
    visit.settle()

    expect(visit.page).to_have_url(re.compile("territory_area=DE3.*territory_reference=DE"))
    expect(visit.page.get_by_role("alert")).to_have_count(0)
    visit.assert_clean()


def test_the_same_codes_open_the_same_view_in_english(linked: Visit) -> None:
    shown = picture(linked.page, "fdi_ranking")
    expect(shown.get_by_role("figure")).to_have_accessible_name(re.compile("France 169"))
    expect(shown.get_by_text(re.compile("Jobs per project .* Countries"))).to_be_visible()
    expect(linked.page).to_have_url(re.compile("ranking_measure=jobs_per_project"))


def test_the_language_switch_and_a_visit_elsewhere_keep_the_filter(open_page: Visitor) -> None:
    visit = open_page("/private_funding?lang=fr&region_time_period=2024")
    page = visit.page

    page.get_by_role("radio", name="English").click()
    visit.settle()
    expect(page).to_have_url(re.compile("lang=en.*region_time_period=2024"))
    expect(picture(page, "region_amount").get_by_text(re.compile("€480M"))).to_be_visible()

    page.get_by_role("link", name="Basket").click()
    visit.settle()
    page.get_by_role("link", name="Private funding").click()
    visit.settle()

    expect(page).to_have_url(re.compile("region_time_period=2024"))
    expect(picture(page, "region_amount").get_by_text(re.compile("€480M"))).to_be_visible()


def test_the_browser_decides_the_language_where_the_link_does_not(first_asked: Visit) -> None:
    expect(first_asked.page.locator("html")).to_have_attribute("lang", "en")
    expect(first_asked.page.get_by_role("heading", level=1)).to_have_text("Universities in the health subjects")


def test_a_link_to_a_page_may_be_the_first_thing_that_a_fresh_server_is_asked(first_asked: Visit) -> None:
    expect(first_asked.page.get_by_role("figure").first).to_be_visible()
    expect(first_asked.page.get_by_role("link", name="Employment")).to_be_visible()
    first_asked.assert_clean()


def test_a_link_that_asks_for_what_is_not_there_is_told_so(linked: Visit) -> None:
    visit = linked

    notice = visit.page.get_by_test_id("stAlert")
    expect(notice).to_contain_text("“cars” under “Sector”")
    expect(notice).to_contain_text("Shown instead: Pharmaceuticals")
    expect(visit.page).to_have_url(re.compile("ranking_sector=pharmaceuticals"))

    filters = visit.page.locator('[class*="st-key-filters_ranking_"]')
    filters.get_by_role("radio", name="Medical devices").click()
    visit.settle()

    expect(notice).to_have_count(0)
    visit.assert_clean()


def tab_to(page: Page, target: Locator, most: int = 40) -> None:
    """Press Tab until a control has the focus."""
    expect(target).to_be_visible()
    for _ in range(most):
        if target.evaluate("control => control === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{most} steps of the keyboard do not lead to {target}")


def test_the_keyboard_reaches_menu_language_and_filters_and_changes_them(open_page: Visitor) -> None:
    visit = open_page("/sources?lang=fr")
    page = visit.page

    tab_to(page, page.get_by_role("link", name="Explorer"))
    page.keyboard.press("Enter")
    visit.settle()
    expect(page).to_have_url(re.compile("/explore"))

    tab_to(page, page.get_by_role("radio", name="Français"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    visit.settle()
    expect(page).to_have_url(re.compile("lang=en"))

    expect(page).to_have_url(re.compile("explore_dataset=ai_ecosystem"))
    tab_to(page, page.get_by_role("combobox", name="Dataset"))
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    visit.settle()
    expect(page).not_to_have_url(re.compile("explore_dataset=ai_ecosystem"))
    visit.assert_clean()


def test_the_file_holds_the_figures_of_the_table(open_page: Visitor) -> None:
    chosen = "explore_dataset=fdi_rankings&explore_measure=projects&explore_sector=medical_devices"
    visit = open_page(f"/explore?lang=fr&{chosen}&explore_geo_level=country")
    shown = picture(visit.page, "explore_explore")
    shown.get_by_role("tab", name="Tableau").click()
    table = [row.get_by_role("cell").all_inner_texts() for row in shown.get_by_role("row").all()[1:]]

    shown.get_by_role("button", name="Exporter").click()
    dialog = visit.page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Données").click()
    with visit.page.expect_download() as download:
        dialog.get_by_role("button", name="CSV", exact=True).click()

    text = download.value.path().read_text(encoding="utf-8-sig")
    lines = list(csv.DictReader(StringIO(text), delimiter=";"))
    assert download.value.suggested_filename.startswith("fdi_rankings")
    assert {(line["geo_level"], line["sector"]) for line in lines} == {("country", "medical_devices")}
    told = [(read(country), read(value), read(page)) for country, value, _status, page in table]
    assert told == [(read(line["Territoire"]), read(line["Valeur"]), read(line["Page"])) for line in lines]
    assert ("Allemagne", "39", "26") in told
