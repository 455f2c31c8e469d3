"""A presentation in a real browser: keys, size of type, filters, two windows in step, black screen, overview."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visit import Visit, Visitor

Shared = Callable[[str, int], Visit]

_LAST = 16
#: The smallest type of each slide in view, in pixels of the screen; what scrolls out of its room counts too.
_SMALLEST = """number => {
  const sheet = document.querySelector(`.st-key-sheet_${number}`);
  const sizes = [];
  for (const part of sheet.querySelectorAll('*')) {
    const own = [...part.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    // A dagger is a mark of reference, set high and small.
    const isSmall = part.textContent === '†';
    if (!own || isSmall || part.tagName === 'STYLE' || !part.checkVisibility({visibilityProperty: true})) continue;
    let scale = 1;
    for (let outer = part; outer && outer !== document.body; outer = outer.parentElement) {
      if (outer instanceof HTMLElement) scale *= new DOMMatrix(getComputedStyle(outer).transform).a;
    }
    sizes.push(parseFloat(getComputedStyle(part).fontSize) * scale);
  }
  return Math.min(...sizes);
}"""


def opened(open_page: Visitor, query: str = "", language: str = "fr", width: int = 1920) -> Visit:
    """The starter dossier on a screen of 16:9."""
    visit = open_page(f"/present?board=ile_de_france&lang={language}{query}", width=width)
    visit.page.set_viewport_size({"width": width, "height": width * 9 // 16})
    visit.settle()
    return visit


@pytest.fixture(scope="module")
def shared(open_shared: Visitor) -> Shared:
    """The dossier in a language, with a slide in sight: one visit for all tests that leave it as they found it."""
    visits: dict[str, Visit] = {}

    def at(language: str, number: int) -> Visit:
        if language not in visits:
            visits[language] = opened(open_shared, language=language)
        # What the test before has asked for may still be under way, and its keys would come first.
        visits[language].settle()
        press(visits[language].page, *str(number), "Enter")
        expect_shown(visits[language].page, number)
        return visits[language]

    return at


def slide(page: Page, number: int) -> Locator:
    return page.locator(f".st-key-slide_{number}")


def expect_shown(page: Page, number: int) -> None:
    """Exactly one slide is seen, it is named, and the address follows it."""
    expect(slide(page, number)).to_be_visible()
    expect(slide(page, number)).to_have_attribute("role", "group")
    shown = page.locator('.st-key-stage [class*="st-key-slide_"]').filter(visible=True)
    expect(shown).to_have_count(1)
    if number:
        expect(page).to_have_url(re.compile(f"[?&]slide={number}(&|$)"))
        expect(slide(page, number)).to_have_attribute("aria-label", re.compile(f"^{number} (sur|of) {_LAST}"))


def drawn_width(picture: Locator) -> float:
    """How wide a chart is on the screen."""
    box = picture.locator(".main-svg").first.bounding_box()
    assert box
    return box["width"]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_keys_lead_through_all_slides_and_back(shared: Shared) -> None:
    visit = shared("fr", 0)
    page = visit.page

    expect_shown(page, 0)
    for number in range(1, _LAST + 1):
        press(page, ("ArrowRight", "PageDown", " ")[number % 3])
        expect_shown(page, number)
    press(page, "ArrowRight")
    expect_shown(page, _LAST)
    for key, number in (("ArrowLeft", 15), ("PageUp", 14), ("Shift+ ", 13), ("Home", 0), ("End", _LAST)):
        press(page, key)
        expect_shown(page, number)
    press(page, "1", "2", "Enter")
    expect_shown(page, 12)
    press(page, "9", "9", "9", "Enter")
    expect_shown(page, _LAST)
    visit.assert_clean()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_all_type_is_24_pixels_or_more_at_1080p_and_pictures_keep_to_their_sheet(shared: Shared, language: str) -> None:
    page = shared(language, 0).page

    for number in range(_LAST + 1):
        press(page, *str(number), "Enter")
        expect_shown(page, number)
        assert page.evaluate(_SMALLEST, number) >= 24, number
        for picture in slide(page, number).locator(".main-svg").all():
            box, screen = picture.bounding_box(), page.viewport_size
            assert box
            assert screen
            assert box["x"] + box["width"] <= screen["width"], number


def test_a_slide_of_the_address_is_shown_at_once_and_a_reload_stays_there(open_page: Visitor) -> None:
    visit = opened(open_page, "&slide=7", language="en")
    press(visit.page, "ArrowRight")
    expect_shown(visit.page, 8)

    visit.page.reload()
    visit.settle()

    expect_shown(visit.page, 8)
    assert visit.page.evaluate(_SMALLEST, 8) >= 24
    visit.assert_clean()


def test_a_slide_that_there_is_not_is_said(open_page: Visitor) -> None:
    page = opened(open_page, "&slide=99", language="en").page

    notice = page.get_by_role("alert")
    expect(notice).to_contain_text("slide “99”")
    notice.get_by_role("button", name="Close").click()
    expect(notice).to_have_count(0)
    expect_shown(page, 0)


def test_filters_open_by_key_change_the_slide_and_the_way_back_undoes_it(shared: Shared) -> None:
    visit = shared("en", 10)
    page = visit.page
    picture = slide(page, 10).get_by_role("figure")
    before = picture.get_attribute("aria-label")
    width = drawn_width(picture)

    press(page, "q")
    panel = page.locator(".st-key-filters_of_10")
    panel.get_by_role("radio", name="Countries").click()
    visit.settle()
    expect(picture).to_have_accessible_name(re.compile("Germany 42"))
    expect(slide(page, 10)).to_contain_text("Selection of the discussion")
    assert drawn_width(picture) == pytest.approx(width, rel=0.01)

    panel.get_by_role("button", name="Back to the dossier’s view").click()
    visit.settle()
    press(page, "Escape")

    expect(picture).to_have_accessible_name(before or "")
    expect(panel).to_be_hidden()
    expect_shown(page, 10)
    visit.assert_clean()


def test_keys_that_are_typed_into_a_field_do_not_change_the_slide(shared: Shared) -> None:
    page = shared("en", 10).page
    press(page, "q")
    field = page.locator(".st-key-filters_of_10").get_by_role("combobox")
    expect(field).to_be_focused()

    press(page, "b", "ArrowRight", "Home", "End")

    expect_shown(page, 10)
    press(page, "Escape", "Escape")
    expect(field).to_be_hidden()


def test_a_mark_says_its_value_under_the_pointer(shared: Shared) -> None:
    page = shared("en", 4).page
    bar = slide(page, 4).locator(".bars .point").first.bounding_box()
    assert bar

    page.mouse.move(bar["x"] + 5, bar["y"] + 5)
    page.mouse.move(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)

    expect(page.locator(".tip")).to_contain_text("Share of jobs: 45")


def test_the_figures_of_a_slide_open_as_a_table(shared: Shared) -> None:
    page = shared("en", 10).page
    press(page, "t")

    expect(page.locator(".st-key-table_of_10").get_by_role("cell", name="Hungary")).to_be_visible()
    press(page, "Escape")
    expect(page.locator(".st-key-table_of_10")).to_be_hidden()


def test_the_window_of_the_presenter_shows_comment_and_next_slide_and_keeps_in_step(shared: Shared) -> None:
    visit = shared("fr", 10)
    page = visit.page
    with page.context.expect_page() as new:
        press(page, "p")
    second = Visit(site=visit.site, window=visit.window, page=new.value)
    second.settle()
    presenter = second.page

    expect(presenter.get_by_role("region", name="Commentaire")).to_contain_text("l’ordre entre elles ne se lit pas")
    expect(slide(presenter, 10)).to_be_visible()
    expect(slide(presenter, 11)).to_be_visible()
    expect(page.get_by_text("l’ordre entre elles ne se lit pas")).to_have_count(0)

    press(presenter, "PageDown")
    expect_shown(page, 11)
    press(page, "ArrowRight")
    expect(slide(presenter, 12)).to_be_visible()
    expect(slide(presenter, 13)).to_be_visible()
    expect(presenter.get_by_text("12 sur 16")).not_to_have_count(0)
    presenter.get_by_role("button", name="Écran noir").click()
    expect(page.locator(".black")).to_be_visible()
    press(page, "x")
    expect(page.locator(".black")).to_be_hidden()
    presenter.close()
    visit.assert_clean()


def test_black_screen_overview_link_and_keys_open_and_close_by_keyboard(shared: Shared) -> None:
    visit = shared("en", 3)
    page = visit.page

    press(page, "b")
    expect(page.locator(".black")).to_be_visible()
    press(page, "ArrowRight")
    expect(page.locator(".black")).to_be_hidden()
    expect_shown(page, 3)

    press(page, "o")
    expect(page.get_by_role("dialog", name="All slides").get_by_role("button")).to_have_count(_LAST + 1)
    expect(slide(page, 16)).to_be_visible()
    press(page, "ArrowRight", "ArrowDown", "Enter")
    expect_shown(page, 9)

    press(page, "l")
    link = page.get_by_role("dialog", name="Link")
    expect(link.get_by_role("link")).to_have_attribute("href", re.compile("board=ile_de_france&lang=en&slide=9$"))
    expect(link.get_by_role("img")).to_be_visible()
    expect(link).to_contain_text("this machine only")
    press(page, "Escape")
    expect(link).to_be_hidden()

    press(page, "?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    press(page, "Escape")
    expect_shown(page, 9)
    visit.assert_clean()


def test_fingers_edges_and_full_screen_work_too(shared: Shared) -> None:
    page = shared("en", 3).page

    page.mouse.click(1915, 500)
    expect_shown(page, 4)
    page.mouse.click(5, 500)
    expect_shown(page, 3)
    page.evaluate(
        """() => {
          const touch = x => [new Touch({identifier: 1, target: document.body, clientX: x, clientY: 300})];
          document.body.dispatchEvent(new TouchEvent('touchstart', {touches: touch(900), bubbles: true}));
          document.body.dispatchEvent(new TouchEvent('touchend', {changedTouches: touch(500), bubbles: true}));
        }"""
    )
    expect_shown(page, 4)
    press(page, "f")
    page.wait_for_function("document.fullscreenElement !== null")
    press(page, "f")
    page.wait_for_function("document.fullscreenElement === null")


def test_the_page_of_a_dossier_leads_to_its_presentation(open_page: Visitor) -> None:
    visit = open_page("/board?board=ile_de_france&lang=fr")

    visit.page.get_by_role("link", name="Présenter").click()
    visit.settle()

    expect_shown(visit.page, 0)
    expect(visit.page.get_by_test_id("stSidebar")).to_be_hidden()
    visit.assert_clean()
