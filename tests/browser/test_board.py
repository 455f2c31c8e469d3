"""Composing a dossier as its presenter does: dragging, the keyboard and the buttons put a slide in the same place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Site
from tests.browser.visit import Visit, Visitor

Serve = Callable[[Callable[[Path], None]], Site]

DOSSIER = "/board?board=comite&lang=en&slide=3"
TITLES = ["One", "Two", "Three"]
CONTENT = "cover: {title: Comité}\nslides:\n" + "".join(
    f"- {{view: employment_structure/sectors, title: {title}}}\n" for title in TITLES
)
BACK = ["Three", "One", "Two"]


@pytest.fixture
def visit(own_site: Serve, open_page: Visitor) -> Visit:
    """The page of a dossier with three slides, its last one shown."""

    def with_dossier(root: Path) -> None:
        (root / "data/boards").mkdir(exist_ok=True)
        (root / "data/boards/comite.yaml").write_text(CONTENT, encoding="utf-8")

    return open_page(DOSSIER, site=own_site(with_dossier))


def listed(page: Page) -> list[str]:
    """The titles of the list, in order."""
    return page.locator("ol li .title").all_inner_texts()


def drag(page: Page) -> None:
    rows = page.locator("ol li")
    rows.nth(2).drag_to(rows.nth(0), target_position={"x": 30, "y": 3})


def press_keys(page: Page) -> None:
    page.locator("ol li button").nth(2).focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("ol li .title").nth(1)).to_have_text("Three")
    page.keyboard.press("Alt+ArrowUp")


def press_button(page: Page) -> None:
    page.get_by_role("button", name="First", exact=True).click()


@pytest.mark.parametrize("move", [drag, press_keys, press_button])
def test_a_slide_is_moved_by_dragging_by_keyboard_and_by_buttons(visit: Visit, move: Callable[[Page], None]) -> None:
    move(visit.page)

    expect(visit.page.locator("ol li .title").first).to_have_text("Three")
    visit.settle()
    assert listed(visit.page) == BACK
    expect(visit.page.locator("ol [aria-current]")).to_contain_text("Three")
    assert "slide=1" in visit.page.url
    visit.page.reload()
    visit.settle()
    assert listed(visit.page) == BACK
    visit.assert_clean()


def test_a_slide_is_chosen_in_the_list_and_its_words_are_saved(visit: Visit) -> None:
    page = visit.page
    page.locator("ol li button").nth(1).click()
    visit.settle()

    page.get_by_role("textbox", name="Title", exact=True).fill("<b>Own</b> title")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="<b>Own</b> title")).to_be_visible()
    visit.settle()
    assert listed(page) == ["One", "<b>Own</b> title", "Three"]
    assert "slide=2" in page.url
    visit.assert_clean()
