"""The data desk as an analyst uses it: lay a file down, answer, look, publish, see it elsewhere, go back."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.server import Site
from tests.browser.visit import Visit, Visitor

DESK = "/data_desk?lang=en&desk_dataset=employment_by_department"
EMPLOYMENT = "/employment?lang=en"
#: A table as a statistician might send it; the figures are invented, only the test sees them.
TABLE = """Employment in the health industries
Département;Share of jobs;Share of establishments
Hauts-de-Seine;39,0;22,0
Paris;18,0;40,0
Val-de-Marne;17,0;10,0
Essonne;10,0;13,0
Seine et Marne;6,4;4,1
Yvelines;4,2;5,3
Seine-Saint-Denis;3,8;3,6
Val-d'Oise;1,6;2,0
"""
UNIT = "(percent_of_regional_health_industries)"
TIMES_ONE = "by 1: the numbers are in the unit"


def button(page: Page, name: str) -> Locator:
    """The button of this name."""
    return page.get_by_role("button", name=name, exact=True)


def lay_down(visit: Visit, name: str, content: bytes) -> None:
    """Upload a file and wait until it has been taken in."""
    kind = "application/octet-stream"
    visit.page.locator("input[type=file]").set_input_files({"name": name, "mimeType": kind, "buffer": content})
    expect(visit.page.get_by_text(name).first).to_be_visible()
    visit.settle()


def press(visit: Visit, name: str) -> None:
    """Press a button and wait for what it does."""
    button(visit.page, name).click()
    visit.settle()


def choose(page: Page, question: str, answer: str) -> None:
    """Answer a question with one of its choices."""
    box = page.get_by_role("combobox", name=question).first
    option = page.get_by_role("option", name=answer)
    # The list opens at a click and closes when the page scrolls below it, as it may at the first one.
    box.scroll_into_view_if_needed()
    box.click()
    if not option.is_visible():
        box.press("ArrowDown")
    option.click()
    expect(option).to_have_count(0)


def answer_all(visit: Visit) -> None:
    """Answer what the table does not say."""
    page = visit.page
    press(visit, "Continue")
    page.get_by_role("textbox", name="The file does not say “Period”").fill("2025-Q1")
    page.keyboard.press("Tab")
    for measure in ("Share of jobs", "Share of establishments"):
        choose(page, f"In which unit does the file give “{measure}”", UNIT)
        choose(page, f"By what must the numbers of “{measure}” be multiplied", TIMES_ONE)
    press(visit, "Continue")


def publish(visit: Visit, label: str) -> None:
    """Say what the edition is, and publish it."""
    visit.page.get_by_label("Label of the edition").fill(label)
    visit.page.get_by_label("Author").first.fill("A. Analyst")
    press(visit, "Publish this edition")


def map_of(visit: Visit) -> Locator:
    """The exhibit of the map of departements."""
    return visit.page.locator(".st-key-exhibit_departement_map")


@dataclass(frozen=True, slots=True)
class Published:
    """A page that was open before a table was published at the desk, and the desk."""

    reader: Visit
    analyst: Visit


@pytest.fixture(scope="module")
def published(open_shared: Visitor, own_site: Site) -> Published:
    """A table of eight départements, made an edition where there were four."""
    reader = open_shared(EMPLOYMENT, site=own_site)
    expect(map_of(reader)).to_contain_text("Coverage: 4 départements of 8")
    analyst = open_shared(DESK, site=own_site)
    lay_down(analyst, "employment.csv", TABLE.encode())
    answer_all(analyst)
    coverage = "Coverage of Share of jobs, Q1 2025: 4/8 before, 8/8 after."
    expect(analyst.page.get_by_text(coverage)).to_be_visible()
    analyst.page.get_by_text("I have checked this, and it is right (areas_fewer)").click()
    analyst.settle()
    publish(analyst, "Complete")
    expect(analyst.page.get_by_text("Published as edition 1")).to_be_visible()
    return Published(reader, analyst)


def test_a_broken_file_is_refused_and_changes_nothing(open_page: Visitor, own_site: Site) -> None:
    shown = own_site.root / "data" / "indicators" / "employment_by_department.parquet"
    before = shown.read_bytes()
    visit = open_page(DESK, site=own_site)

    lay_down(visit, "employment_by_department.parquet", before[: len(before) // 2])

    expect(visit.page.get_by_text("employment_by_department.parquet: refused.")).to_be_visible()
    expect(button(visit.page, "Publish this edition")).to_have_count(0)
    assert shown.read_bytes() == before
    visit.assert_clean()


def test_a_table_becomes_an_edition_that_an_open_page_shows(published: Published) -> None:
    reader = published.reader

    choose(reader.page, "Indicator", "Share of establishments")
    reader.settle()

    expect(reader.page.get_by_test_id("stToast")).to_contain_text("New edition on this page")
    expect(map_of(reader)).to_contain_text("Coverage: 8 départements of 8")
    reader.assert_clean()


def test_a_link_to_an_older_edition_says_so(published: Published, open_page: Visitor) -> None:
    link = f"{EMPLOYMENT}&edition=employment_by_department@0"

    late = open_page(link, site=published.reader.site)

    expect(late.page.get_by_text("This page shows an older state")).to_contain_text("edition 1, “Complete”")
    expect(map_of(late)).to_contain_text("Coverage: 4 départements of 8")
    press(late, "Show the edition in force")
    expect(map_of(late)).to_contain_text("Coverage: 8 départements of 8")
    late.assert_clean()


def test_an_edition_can_be_taken_back_and_an_open_page_shows_that_too(published: Published) -> None:
    reader, analyst = published.reader, published.analyst

    analyst.page.get_by_label("Author").last.fill("A. Analyst")
    press(analyst, "Bring this edition back")

    expect(analyst.page.get_by_text("Published as edition 2")).to_be_visible()
    choose(reader.page, "Indicator", "Share of jobs")
    reader.settle()
    expect(map_of(reader)).to_contain_text("Coverage: 4 départements of 8")
    analyst.assert_clean()
    reader.assert_clean()
