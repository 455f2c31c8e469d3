"""What the checks of every page would notice, and what a keyboard does in an exhibit."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from components.navigation import ENTRIES
from tests.browser.axe import violations
from tests.browser.layout import cut_off, overhang
from tests.browser.paths import path_of
from tests.browser.visit import Visitor
from tests.shown import entry_of

PHONE = 390
_WIDE = """() => [...document.querySelectorAll('[data-testid="stMarkdownContainer"]')]
  .find(box => box.querySelector('table') && box.checkVisibility() && box.scrollWidth > box.clientWidth)"""
_LAY = """(title, html) => { title.insertAdjacentHTML('afterend', html); return title.nextElementSibling; }"""


@pytest.fixture(scope="module")
def sources(open_shared: Visitor) -> Page:
    """The page on sources on a telephone; each test leaves it as it was."""
    return open_shared(path_of(entry_of("sources"), lang="fr"), width=PHONE).page


@pytest.fixture(scope="module")
def explore(open_shared: Visitor) -> Page:
    """A dataset with a picture and with a long table."""
    return open_shared(path_of(entry_of("explore"), lang="en", explore_dataset="fdi_rankings")).page


@pytest.fixture
def damaged(sources: Page, damage: str) -> Iterator[Page]:
    """The page with one more element below its title."""
    laid = sources.locator("h1").evaluate_handle(_LAY, damage)
    yield sources
    laid.evaluate("element => element.remove()")


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        ('<p style="color: #C9C9C9">Pale</p>', "color-contrast"),
        ('<img src="app/static/favicon.png">', "image-alt"),
        ("<ul><div>x</div></ul>", "list"),
    ],
)
def test_a_grave_violation_is_noticed(damaged: Page, rule: str) -> None:
    assert [found.partition(":")[0] for found in violations(damaged)] == [rule]


@pytest.mark.parametrize("damage", ['<p style="width: 900px">Wide</p>'])
def test_what_does_not_fit_is_noticed(damaged: Page) -> None:
    assert any("Wide" in text for text in overhang(damaged))


def test_a_key_figure_that_is_cut_off_is_noticed(open_page: Visitor) -> None:
    page = open_page(path_of(ENTRIES[0], lang="fr"), width=PHONE).page
    value = page.get_by_test_id("stMetricValue").first

    value.evaluate("box => { box.style.cssText = 'width: 1rem; overflow: hidden; white-space: nowrap'; }")

    assert value.inner_text() in cut_off(page)


def test_arrow_keys_turn_an_exhibit_to_its_table_and_its_sources(explore: Page) -> None:
    exhibit = explore.locator('[class*="st-key-exhibit_explore_explore"]')
    exhibit.get_by_role("tab", name="Picture").focus()

    for name, content in (("Table", "table"), ("Sources and method", "list")):
        explore.keyboard.press("ArrowRight")

        expect(exhibit.get_by_role("tab", name=name)).to_be_focused()
        expect(exhibit.get_by_role("tabpanel", name=name).get_by_role(content)).to_be_visible()  # type: ignore[arg-type]


def test_the_keyboard_scrolls_a_long_table(explore: Page) -> None:
    exhibit = explore.locator('[class*="st-key-exhibit_explore_figures"]')
    last = exhibit.get_by_role("row").last
    exhibit.get_by_role("tab", name="Table").focus()
    expect(last).not_to_be_in_viewport()

    for key in ("Tab", "Tab", "End"):  # to the panel of the tab, into the box that scrolls, to its last row
        explore.keyboard.press(key)

    expect(last).to_be_in_viewport()


def test_the_keyboard_scrolls_a_table_that_is_wider_than_a_telephone(sources: Page) -> None:
    box = sources.evaluate_handle(_WIDE)

    for _ in range(99):
        if box.evaluate("box => box === document.activeElement"):
            break
        sources.keyboard.press("Tab")
    sources.keyboard.press("ArrowRight")

    sources.wait_for_function("box => box.scrollLeft > 0", arg=box)
