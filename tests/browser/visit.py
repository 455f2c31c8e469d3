"""One reader's visit: a page in Chromium, what it complained about, and which other machines it asked."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.browser.server import Site
from tests.browser.windows import Complaints, Scheme, Setting, Window, Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

_POLLING_MS, _PATIENCE_MS = 50, 90_000

#: True once Streamlit is connected, has run the script and drawn what is visible, and nothing on the page has changed
#: for a while: charts draw in steps, and a click takes a moment to become a run.
_SETTLED = """quiet => {
  if (!window.lastChange) {
    const note = () => { window.lastChange = performance.now(); };
    new MutationObserver(note).observe(document, {subtree: true, childList: true, attributes: true});
    note();
  }
  const unfinished = '[data-testid="stStatusWidget"], [data-testid="stSkeleton"], [data-stale="true"]';
  const drawn = chart => !chart.checkVisibility() || chart.querySelector('.main-svg');
  const endless = animation => animation.effect.getComputedTiming().endTime === Infinity;
  const moving = animation => animation.playState === 'running' && !endless(animation);
  const app = document.querySelector('[data-testid="stApp"]');
  const idle = app?.dataset.testConnectionState === 'CONNECTED'
    && app.dataset.testScriptState === 'notRunning'
    && !document.querySelector(unfinished)
    && document.fonts.status === 'loaded'
    && !document.getAnimations().some(moving)
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(drawn);
  if (!idle) window.lastChange = performance.now();
  return performance.now() - window.lastChange >= quiet;
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A page of the application and what went wrong on it.

    Attributes:
        site: the application that is visited.
        window: the window of the page, and of those that the page opens.
        page: the page, for playwright's own verbs and `expect`.
    """

    site: Site
    window: Window
    page: "Page"

    @property
    def complaints(self) -> Complaints:
        """What went wrong in the window; a request to another machine was stopped."""
        return self.window.complaints

    def go(self, path: str = "/") -> None:
        """Load `path` (with its query, if any) as a new session and wait until it has settled."""
        self.page.goto(self.site.address + path, wait_until="domcontentloaded", timeout=_PATIENCE_MS)
        self.settle()

    def settle(self, *, timeout_ms: float = _PATIENCE_MS, quiet_ms: int = 250) -> None:
        """Wait until Streamlit has finished running and drawing, and nothing has changed for `quiet_ms` from now on."""
        self.page.evaluate("window.lastChange &&= performance.now()")
        # Asked at each frame, as playwright does by itself, the question alone keeps a slow machine busy with painting.
        self.page.wait_for_function(_SETTLED, arg=quiet_ms, timeout=timeout_ms, polling=_POLLING_MS)

    def assert_clean(self) -> None:
        """Fail if the page logged an error, threw one, or asked another machine for anything."""
        assert self.complaints.outside == [], "the page asked other machines"
        assert self.complaints.page_errors == [], "scripts of the page failed"
        assert self.complaints.console_errors == [], "the page logged errors"


@dataclass(slots=True, kw_only=True)
class Visitor:
    """Opens pages of one application, each as a reader who has left no trace, and closes them all in the end."""

    site: Site
    windows: Windows
    visits: list[Visit] = field(default_factory=list)

    def __call__(
        self,
        path: str = "/",
        *,
        width: int = 1440,
        scheme: Scheme = "light",
        locale: str = "fr-FR",
        site: Site | None = None,
    ) -> Visit:
        """Open `path` in a window of this width, theme and language, and wait until it has settled."""
        window = self.windows.take(Setting(width=width, scheme=scheme, locale=locale))
        visit = Visit(site=site or self.site, window=window, page=window.context.new_page())
        self.visits.append(visit)
        visit.go(path)
        return visit

    def close(self) -> None:
        """Close every page that was opened."""
        while self.visits:
            visit = self.visits.pop()
            self.windows.give_back(visit.window, visit.site.address)
