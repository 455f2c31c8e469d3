"""What does not fit on a page."""

from playwright.sync_api import Page

#: Key figures, or parts of them, that hide what is wider than themselves.
_CUT_OFF = """() => [...document.querySelectorAll('[data-testid="stMetric"], [data-testid="stMetric"] *')]
  .filter(box => getComputedStyle(box).overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1)
  .map(box => box.innerText)"""

#: Elements beyond the right edge of a page that can be pushed sideways. Streamlit scrolls it in a box of its own.
_OVERHANG = """() => {
  const pages = [document.scrollingElement, document.querySelector('[data-testid="stMain"]')];
  if (pages.every(page => page.scrollWidth <= page.clientWidth)) return [];
  const limit = document.documentElement.clientWidth;
  return ['the page scrolls sideways', ...[...document.querySelectorAll('[data-testid="stMain"] *')]
    .filter(box => box.getBoundingClientRect().right > limit + 1)
    .map(box => `${box.dataset.testid || box.tagName}: ${box.textContent.slice(0, 60)}`)];
}"""


def cut_off(page: Page) -> list[str]:
    """The texts of key figures of which a part cannot be seen."""
    found: list[str] = page.evaluate(_CUT_OFF)
    return found


def overhang(page: Page) -> list[str]:
    """What reaches beyond the right edge of the page; empty while the page itself cannot be scrolled sideways."""
    found: list[str] = page.evaluate(_OVERHANG)
    return found
