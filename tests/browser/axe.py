"""What axe-core finds on a page: the grave violations of WCAG, those apart that are accepted."""

from dataclasses import dataclass
from importlib.resources import files

from playwright.sync_api import Page

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
        "a box of fixed height has no tabindex; browsers let the keyboard into it all the same, as a test proves",
    ),
    Accepted(
        "scrollable-region-focusable",
        '[data-testid="stMarkdownContainer"]',
        "the same of a table that is wider than a telephone, as another test proves",
    ),
)

_RUN = """accepted => axe.run({resultTypes: ['violations']}).then(result => result.violations
  .filter(found => ['serious', 'critical'].includes(found.impact))
  .flatMap(found => found.nodes
    .filter(node => !accepted.some(([rule, where]) =>
      rule === found.id && document.querySelector(node.target[0])?.matches(where)))
    .map(node => `${found.id}: ${node.html.slice(0, 200)}`)))"""


def violations(page: Page, accepted: tuple[Accepted, ...] = ACCEPTED) -> list[str]:
    """The serious and critical violations of a page, those apart that are accepted."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(_RUN, [[one.rule, one.where] for one in accepted])
    return found
