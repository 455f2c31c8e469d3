"""Every page in both languages in a real browser: it loads without a complaint and fits, also on a telephone."""

import pytest
from playwright.sync_api import expect

from components.navigation import ENTRIES, Entry
from loaders.language import Language, wording
from tests.browser.layout import cut_off, overhang
from tests.browser.paths import path_of
from tests.browser.visit import Visit, Visitor
from tests.page_files import PAGES, heading
from tests.shown import entry_of

PHONE, SCREEN = 390, 1440


def show_every_table(visit: Visit, language: Language) -> None:
    """Turn every exhibit of a page to its table."""
    tabs = visit.page.get_by_role("tab", name=wording(language).say("Table"), exact=True)
    tabs.evaluate_all("tabs => tabs.forEach(tab => tab.click())")
    visit.settle()


@pytest.mark.parametrize(("language", "width"), [("fr", PHONE), ("en", SCREEN)])
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_a_page_loads_without_a_complaint_and_fits(
    open_page: Visitor, entry: Entry, language: Language, width: int
) -> None:
    words = wording(language)

    visit = open_page(path_of(entry, lang=language), width=width)

    page = visit.page
    expect(page.get_by_role("heading", level=1)).to_have_text([words.say(heading(PAGES / f"{entry.name}.py"))])
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page).to_have_title(words.say(entry.title))
    assert cut_off(page) == []
    assert overhang(page) == []
    show_every_table(visit, language)
    assert overhang(page) == []
    visit.assert_clean()


def test_what_does_not_fit_is_noticed(open_page: Visitor) -> None:
    page = open_page(path_of(entry_of("sources"), lang="fr"), width=PHONE).page

    page.locator("h1").evaluate("title => { title.style.width = '900px'; }")

    assert any("Sources" in text for text in overhang(page))


def test_a_key_figure_that_is_cut_off_is_noticed(open_page: Visitor) -> None:
    page = open_page(path_of(ENTRIES[0], lang="fr"), width=PHONE).page
    value = page.get_by_test_id("stMetricValue").first

    value.evaluate("box => { box.style.cssText = 'width: 1rem; overflow: hidden; white-space: nowrap'; }")

    assert value.inner_text() in cut_off(page)
