"""Every page in both languages in a real browser, once on a telephone: without a complaint, legible, for everybody."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

import pytest
from playwright.sync_api import expect

from components.navigation import ENTRIES, Entry
from components.palette import Theme, palette
from loaders.language import Language, wording
from tests.browser.axe import violations
from tests.browser.layout import cut_off, overhang
from tests.browser.paths import path_of
from tests.browser.visit import Visit, Visitor
from tests.page_files import PAGES, heading
from tests.shown import exhibits, read
from tests.shown import open_page as run_page

PHONE, SCREEN = 390, 1440


@dataclass(frozen=True, slots=True)
class View:
    """How a page is looked at."""

    entry: Entry
    language: Language
    width: int
    scheme: Theme

    def __str__(self) -> str:
        """What the tests of a visit are called for."""
        return f"{self.entry.name}-{self.language}-{self.width}-{self.scheme}"


def views() -> Iterator[View]:
    """Each page in French on a telephone and in English on a screen, one of them by day and the other by night."""
    themes: cycle[tuple[Theme, Theme]] = cycle([("light", "dark"), ("dark", "light")])
    for entry, (on_phone, on_screen) in zip(ENTRIES, themes, strict=False):
        yield View(entry, "fr", PHONE, on_phone)
        yield View(entry, "en", SCREEN, on_screen)


@pytest.fixture(scope="module", params=views(), ids=str)
def view(request: pytest.FixtureRequest) -> View:
    """How the page of a visit is looked at; the tests below look at the same visit, in their order."""
    chosen: View = request.param
    return chosen


@pytest.fixture(scope="module")
def visit(open_shared: Visitor, view: View) -> Iterator[Visit]:
    """The page, settled."""
    yield open_shared(path_of(view.entry, lang=view.language), width=view.width, scheme=view.scheme)
    open_shared.close()


def alternatives(entry: Entry, language: Language) -> list[str]:
    """The text alternatives that the pictures of a page should have, in order."""
    pictures = [
        one
        for exhibit in exhibits(run_page(entry, language))
        for kind in ("plotly_chart", "deck_gl_json_chart")
        for one in exhibit.get(kind)
    ]
    return [read(picture.proto.alt) for picture in pictures]


def test_a_page_has_its_heading_its_title_and_its_language(visit: Visit, view: View) -> None:
    words = wording(view.language)

    title = words.say(heading(PAGES / f"{view.entry.name}.py"))
    expect(visit.page.get_by_role("heading", level=1)).to_have_text([title])
    expect(visit.page.locator("html")).to_have_attribute("lang", view.language)
    expect(visit.page).to_have_title(words.say(view.entry.title))


def test_a_page_lies_on_the_paper_of_its_theme(visit: Visit, view: View) -> None:
    red, green, blue = bytes.fromhex(palette(view.scheme).paper[1:])

    expect(visit.page.get_by_test_id("stApp")).to_have_css("background-color", f"rgb({red}, {green}, {blue})")


def test_a_page_fits_and_no_key_figure_is_cut_off(visit: Visit) -> None:
    assert cut_off(visit.page) == []
    assert overhang(visit.page) == []


def test_every_picture_of_a_page_has_its_name_and_its_table(visit: Visit, view: View) -> None:
    names = visit.page.get_by_role("figure").evaluate_all("all => all.map(one => one.ariaLabel)")
    shown = visit.page.locator('[class*="st-key-exhibit_"]')

    assert [read(name) for name in names] == alternatives(view.entry, view.language)
    expect(shown.get_by_test_id("stTabs")).to_have_count(shown.count())


def test_a_page_has_no_grave_violation(visit: Visit) -> None:
    assert violations(visit.page) == []


def test_every_table_of_a_page_fits(visit: Visit, view: View) -> None:
    tabs = visit.page.get_by_role("tab", name=wording(view.language).say("Table"), exact=True)

    tabs.evaluate_all("tabs => tabs.forEach(tab => tab.click())")
    visit.settle()

    assert overhang(visit.page) == []


def test_a_page_and_its_tables_load_without_a_complaint(visit: Visit) -> None:
    visit.assert_clean()
