"""One reader's visit: a page in Chromium, what it complained about, and which other machines it asked."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tests.browser.server import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Route, WebSocketRoute

#: Any network address that is not of this machine. Requests to this machine never pass through Python, which is slow.
OUTSIDE = re.compile(r"^(?:https?|wss?)://(?!(?:127\.0\.0\.1|localhost|\[::1\])(?:[:/]|$))", re.IGNORECASE)

#: A page opened by its own address first looks for the server below itself, then at the root, where it is: the 404 of
#: that look is Streamlit's way of finding out, not a fault of the page.
_LOOKING_FOR_THE_SERVER = re.compile(r"/[^/]+/_stcore/(?:health|host-config)$")

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


@dataclass(slots=True, kw_only=True)
class Visit:
    """A page of the application and what went wrong on it, oldest first.

    Attributes:
        site: the application that is visited.
        page: the page, for playwright's own verbs and `expect`.
        console_errors: what was logged as an error.
        page_errors: exceptions that no script caught.
        outside: addresses of other machines that were asked for; each request was stopped.
    """

    site: Site
    page: "Page"
    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def go(self, path: str = "/") -> None:
        """Load `path` (with its query, if any) as a new session and wait until it has settled."""
        self.page.goto(self.site.address + path, wait_until="domcontentloaded")
        self.settle()

    def settle(self, *, timeout_ms: float = 90_000, quiet_ms: int = 250) -> None:
        """Wait until Streamlit has finished running and drawing, and nothing has changed for `quiet_ms` from now on."""
        self.page.evaluate("window.lastChange &&= performance.now()")
        self.page.wait_for_function(_SETTLED, arg=quiet_ms, timeout=timeout_ms)

    def assert_clean(self) -> None:
        """Fail if the page logged an error, threw one, or asked another machine for anything."""
        assert self.outside == [], "the page asked other machines"
        assert self.page_errors == [], "scripts of the page failed"
        assert self.console_errors == [], "the page logged errors"


@dataclass(slots=True, kw_only=True)
class Visitor:
    """Opens pages of one application, each as a fresh reader with an empty cache, and closes them all in the end."""

    site: Site
    browser: "Browser"
    visits: list[Visit] = field(default_factory=list)

    def __call__(
        self,
        path: str = "/",
        *,
        width: int = 1440,
        scheme: Literal["light", "dark"] = "light",
        locale: str = "fr-FR",
        site: Site | None = None,
    ) -> Visit:
        """Open `path` in a window of this width, theme and language, and wait until it has settled."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            locale=locale,
            timezone_id="Europe/Paris",
            reduced_motion="reduce",
            service_workers="block",
            accept_downloads=True,
        )
        visit = Visit(site=site or self.site, page=context.new_page())
        _watch(context, visit)
        self.visits.append(visit)
        visit.go(path)
        return visit

    def close(self) -> None:
        """Close every page that was opened."""
        for visit in self.visits:
            visit.page.context.close()


def _watch(context: "BrowserContext", visit: Visit) -> None:
    """Write down errors and outside requests of `context` into `visit`, and let no request out."""

    def note_console(message: "ConsoleMessage") -> None:
        address = message.location.get("url", "")
        if message.type == "error" and not _LOOKING_FOR_THE_SERVER.search(address):
            visit.console_errors.append(f"{message.text} ({address})")

    def note_request(request: "Request") -> None:
        if OUTSIDE.match(request.url):
            visit.outside.append(request.url)

    def stop(route: "Route") -> None:
        route.abort("blockedbyclient")

    def stop_socket(socket: "WebSocketRoute") -> None:
        visit.outside.append(socket.url)
        socket.close()

    context.on("console", note_console)
    context.on("weberror", lambda error: visit.page_errors.append(str(error.error)))
    context.on("request", note_request)
    context.route(OUTSIDE, stop)
    context.route_web_socket(OUTSIDE, stop_socket)
