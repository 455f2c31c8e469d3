"""Figures that left the observatory: a file that comes back, and an exhibit inside of another web page."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from loaders.citation import citation
from loaders.exhibit import Exhibit
from loaders.provenance import exhibit_provenance
from loaders.seal import sealed
from tests.browser.visit import Visit, Visitor
from tests.sample_data import exhibit_of
from tests.sealed_files import svg

MAP = "employment_by_department/map"


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    """The exhibit that left."""
    dataset, _, view = MAP.partition("/")
    return exhibit_of(dataset, view, {"measure": "jobs_share"}, "en")


@pytest.fixture(scope="module")
def visit(open_shared: Visitor) -> Visit:
    """A page to which a file comes back, and that another page then takes the place of."""
    return open_shared("/verify?lang=en")


def test_a_file_that_comes_back_is_answered_and_leads_to_its_figure(visit: Visit, exhibit: Exhibit) -> None:
    content = sealed(svg(exhibit_provenance(exhibit, edition=None)))

    visit.page.locator("input[type=file]").set_input_files(
        {"name": "map.svg", "mimeType": "image/svg+xml", "buffer": content}
    )

    expect(visit.page.get_by_text("The file shows the data in force")).to_be_visible()
    visit.settle()
    visit.page.get_by_role("link", name="The figure of today").click()
    expect(visit.page.get_by_role("figure")).to_have_accessible_name(re.compile("Hauts-de-Seine 39"))
    visit.settle()
    expect(visit.page).to_have_url(re.compile(r"/exhibit\?.*measure=jobs_share"))
    visit.assert_clean()


def test_the_code_for_a_web_page_shows_the_exhibit_alone_there(visit: Visit, exhibit: Exhibit) -> None:
    code = citation(exhibit, accessed=date(2026, 3, 2), base=f"{visit.site.address}/").embedding

    visit.page.set_content(f"<!doctype html><title>An article</title><p>Text</p>{code}")

    frame = visit.page.frame_locator("iframe")
    expect(frame.get_by_role("figure")).to_have_accessible_name(re.compile("Hauts-de-Seine 39"))
    expect(frame.get_by_text(re.compile("^Source:")).first).to_be_attached()
    expect(frame.get_by_role("link", name="Observatory of regional health innovation")).to_have_attribute(
        "target", "_blank"
    )
    expect(frame.get_by_test_id("stSidebar")).not_to_be_visible()
    expect(frame.get_by_test_id("stHeader")).not_to_be_visible()
    expect(frame.get_by_role("heading", level=1)).to_have_count(0)
    assert visit.complaints.outside == []


def test_an_embedded_exhibit_stays_alone_when_a_filter_changes(open_page: Visitor) -> None:
    visit = open_page(f"/exhibit?view={MAP}&lang=en&embed=1", width=700)

    visit.page.get_by_role("combobox", name="Indicator").click()
    visit.page.get_by_role("option", name="Share of establishments").click()
    visit.settle()

    expect(visit.page).to_have_url(re.compile("measure=establishments_share.*embed=1|embed=1.*measure="))
    back = visit.page.get_by_role("link", name="Observatory of regional health innovation")
    expect(back).to_have_attribute("href", re.compile("measure=establishments_share"))
    expect(visit.page.get_by_test_id("stSidebar")).not_to_be_visible()
    visit.assert_clean()
