"""Every page for readers who do not see it or do not use a mouse: names of pictures, contrast, order, keyboard."""

from dataclasses import dataclass
from importlib.resources import files
from itertools import cycle

import pytest
from playwright.sync_api import Page, expect

from components.navigation import ENTRIES, Entry
from components.palette import Theme, palette
from tests.browser.layout import cut_off
from tests.browser.paths import path_of
from tests.browser.visit import Visitor
from tests.shown import entry_of, exhibits, read
from tests.shown import open_page as run_page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Accepted:
    """A violation of Streamlit's own, which we cannot change: rule, where (a CSS selector), and why it is borne."""

    rule: str
    where: str
    why: str


ACCEPTED = (
    Accepted("list", '[data-testid="stSidebarNavItems"]', "the menu wraps its sections in elements that are no items"),
    Accepted("listitem", '[data-testid="stSidebarNavItems"] li', "the same, told of each item"),
    Accepted(
        "scrollable-region-focusable",
        '[data-testid="stVerticalBlock"]',
        "a box of fixed height has no tabindex; browsers let the keyboard into it all the same, as a test below proves",
    ),
)

_RUN = """accepted => axe.run({resultTypes: ['violations']}).then(result => result.violations
  .filter(found => ['serious', 'critical'].includes(found.impact))
  .flatMap(found => found.nodes
    .filter(node => !accepted.some(([rule, where]) =>
      rule === found.id && document.querySelector(node.target[0])?.matches(where)))
    .map(node => `${found.id}: ${node.html.slice(0, 200)}`)))"""


def violations(page: Page) -> list[str]:
    """The serious and critical violations of a page, those apart that are accepted."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(_RUN, [[one.rule, one.where] for one in ACCEPTED])
    return found


def alternatives(entry: Entry) -> list[str]:
    """The text alternatives that the pictures of a page should have, in order."""
    pictures = [
        one
        for exhibit in exhibits(run_page(entry, "fr"))
        for kind in ("plotly_chart", "deck_gl_json_chart")
        for one in exhibit.get(kind)
    ]
    return [read(picture.proto.alt) for picture in pictures]


def assert_ground(page: Page, theme: Theme) -> None:
    """Fail unless the page lies on the paper of a theme."""
    red, green, blue = bytes.fromhex(palette(theme).paper[1:])
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", f"rgb({red}, {green}, {blue})")


# Themes alternate: a page takes long to draw without a graphics card.
@pytest.mark.parametrize(
    ("entry", "scheme"),
    list(zip(ENTRIES, cycle(["light", "dark"]), strict=False)),
    ids=lambda one: getattr(one, "name", one),
)
def test_a_page_names_its_pictures_and_has_no_grave_violation(open_page: Visitor, entry: Entry, scheme: Theme) -> None:
    visit = open_page(path_of(entry, lang="fr"), scheme=scheme)
    page = visit.page
    pictures = page.get_by_role("figure")

    assert [read(name) for name in pictures.evaluate_all("all => all.map(one => one.ariaLabel)")] == alternatives(entry)
    shown = page.locator('[class*="st-key-exhibit_"]')
    expect(shown.get_by_test_id("stTabs")).to_have_count(shown.count())
    assert_ground(page, scheme)
    assert violations(page) == []
    assert cut_off(page) == []
    visit.assert_clean()


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        ("title => { title.style.color = '#C9C9C9'; }", "color-contrast"),
        ("title => { title.outerHTML = '<img src=\"app/static/favicon.png\">'; }", "image-alt"),
        ("title => { title.outerHTML = '<ul><div>x</div></ul>'; }", "list"),
    ],
)
def test_a_grave_violation_is_noticed(open_page: Visitor, damage: str, rule: str) -> None:
    page = open_page(path_of(entry_of("sources"), lang="fr")).page

    page.locator("h1").evaluate(damage)

    assert [found.partition(":")[0] for found in violations(page)] == [rule]


def test_arrow_keys_turn_an_exhibit_to_its_table_and_its_sources(open_page: Visitor) -> None:
    page = open_page(path_of(entry_of("explore"), lang="en")).page
    exhibit = page.locator('[class*="st-key-exhibit_explore_explore"]')
    exhibit.get_by_role("tab", name="Picture").focus()

    for name, content in (("Table", "table"), ("Sources and method", "list")):
        page.keyboard.press("ArrowRight")

        expect(exhibit.get_by_role("tab", name=name)).to_be_focused()
        expect(exhibit.get_by_role("tabpanel", name=name).get_by_role(content)).to_be_visible()  # type: ignore[arg-type]


def test_the_keyboard_scrolls_a_long_table(open_page: Visitor) -> None:
    page = open_page(path_of(entry_of("explore"), lang="en", explore_dataset="fdi_rankings")).page
    exhibit = page.locator('[class*="st-key-exhibit_explore_figures"]')
    last = exhibit.get_by_role("row").last
    exhibit.get_by_role("tab", name="Table").focus()
    expect(last).not_to_be_in_viewport()

    for key in ("Tab", "Tab", "End"):  # to the panel of the tab, into the box that scrolls, to its last row
        page.keyboard.press(key)

    expect(last).to_be_in_viewport()
