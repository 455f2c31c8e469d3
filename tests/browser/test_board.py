"""Composing a dossier as its presenter does: dragging, the keyboard and the buttons put a slide in the same place."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Site
from tests.browser.visit import Visit, Visitor

DOSSIER = "/board?board=comite&lang=en&slide=3"
TITLES = ["One", "Two", "Three"]
CONTENT = "cover: {title: Comité}\nslides:\n" + "".join(
    f"- {{view: employment_structure/sectors, title: {title}}}\n" for title in TITLES
)


def kept(site: Site) -> Path:
    """The file of the dossier."""
    return site.root / "data/boards/comite.yaml"


@pytest.fixture(scope="module")
def visit(own_site: Site, open_shared: Visitor) -> Visit:
    """The page of a dossier with three slides, which the tests change one after the other."""
    kept(own_site).parent.mkdir(exist_ok=True)
    kept(own_site).write_text(CONTENT, encoding="utf-8")
    return open_shared(DOSSIER, site=own_site)


def listed(page: Page) -> list[str]:
    """The titles of the list, in order."""
    return page.locator("ol li .title").all_inner_texts()


def drag(page: Page) -> None:
    rows = page.locator("ol:has(.title) li")
    rows.nth(2).drag_to(rows.nth(0), target_position={"x": 30, "y": 3})


def press_keys(page: Page) -> None:
    last = page.locator("ol li .title").nth(2).inner_text()
    page.locator("ol:has(.title) li button").nth(2).focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("ol li .title").nth(1)).to_have_text(last)
    page.keyboard.press("Alt+ArrowUp")


def press_button(page: Page) -> None:
    page.get_by_role("button", name="First", exact=True).click()


@pytest.mark.parametrize("move", [drag, press_keys, press_button])
def test_a_slide_is_moved_by_dragging_by_keyboard_and_by_buttons(visit: Visit, move: Callable[[Page], None]) -> None:
    page = visit.page
    page.locator("ol:has(.title) li button").nth(2).click()
    visit.settle()
    first, second, last = listed(page)

    move(page)

    expect(page.locator("ol li .title").first).to_have_text(last)
    visit.settle()
    assert listed(page) == [last, first, second]
    expect(page.locator("ol [aria-current]")).to_contain_text(last)
    assert "slide=1" in page.url
    assert re.findall(r"title: (One|Two|Three)", kept(visit.site).read_text(encoding="utf-8")) == [last, first, second]
    visit.assert_clean()


def test_a_slide_is_chosen_in_the_list_and_its_words_are_saved(visit: Visit) -> None:
    page = visit.page
    first, _, last = listed(page)
    page.locator("ol:has(.title) li button").nth(1).click()
    visit.settle()

    page.get_by_role("textbox", name="Title", exact=True).fill("<b>Own</b> title")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="<b>Own</b> title")).to_be_visible()
    visit.settle()
    assert listed(page) == [first, "<b>Own</b> title", last]
    assert "slide=2" in page.url
    visit.assert_clean()


def test_a_reload_shows_the_order_and_the_slide_that_were_left(visit: Visit) -> None:
    before, current = listed(visit.page), visit.page.locator("ol [aria-current]").inner_text()

    visit.page.reload()
    visit.settle()

    assert listed(visit.page) == before
    expect(visit.page.locator("ol [aria-current]")).to_have_text(current, use_inner_text=True)
    visit.assert_clean()
