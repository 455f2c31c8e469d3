"""Windows of Chromium for one reader after the other: each begins without traces, with what servers let it cache."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request, WebError, WebSocket

Scheme = Literal["light", "dark"]

#: Any network address that is not of this machine.
OUTSIDE = re.compile(r"^(?:https?|wss?)://(?!(?:127\.0\.0\.1|localhost|\[::1\])(?:[:/]|$))", re.IGNORECASE)

#: A page opened by its own address first looks for the server below itself, then at the root, where it is: the 404 of
#: that look is Streamlit's way of finding out, not a fault of the page.
_LOOKING_FOR_THE_SERVER = re.compile(r"/[^/]+/_stcore/(?:health|host-config)$")


_TRACES = "cookies,file_systems,indexeddb,local_storage,service_workers,cache_storage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a window is: its width in pixels, the theme that its system prefers, its language."""

    width: int = 1440
    scheme: Scheme = "light"
    locale: str = "fr-FR"


@dataclass(slots=True)
class Complaints:
    """What went wrong in a window, oldest first: errors in the console, uncaught errors, other machines asked for."""

    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


class Window:
    """A window that writes down what goes wrong in it.

    It only listens: what is held up to be looked at, as playwright's routes do, is neither cached nor quick. Requests
    to other machines are stopped by Chromium itself, as it was started.
    """

    def __init__(self, browser: "Browser", setting: Setting) -> None:
        """Open a window without a page."""
        self.setting = setting
        self.complaints = Complaints()
        self.context: BrowserContext = browser.new_context(
            viewport={"width": setting.width, "height": 900},
            color_scheme=setting.scheme,
            locale=setting.locale,
            timezone_id="Europe/Paris",
            reduced_motion="reduce",
            service_workers="block",
            accept_downloads=True,
        )
        self.context.on("console", self._note_console)
        self.context.on("weberror", self._note_error)
        self.context.on("request", self._note_request)
        self.context.on("page", lambda page: page.on("websocket", self._note_socket))
        # Chromium's own window, which costs a second, stays open as long as there is a page in it.
        self._blank = self.context.new_page()
        self._storage = self.context.new_cdp_session(self._blank)

    def clear(self, address: str) -> None:
        """Close what is open and take away what its reader left on the site of that address, and all complaints."""
        for page in self.context.pages:
            if page != self._blank:
                page.close()
        self._storage.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": _TRACES})
        self.context.clear_cookies()
        self.complaints = Complaints()

    def _note_console(self, message: "ConsoleMessage") -> None:
        address = message.location.get("url", "")
        if message.type == "error" and not _LOOKING_FOR_THE_SERVER.search(address):
            self.complaints.console_errors.append(f"{message.text} ({address})")

    def _note_error(self, error: "WebError") -> None:
        self.complaints.page_errors.append(str(error.error))

    def _note_request(self, request: "Request") -> None:
        if OUTSIDE.match(request.url):
            self.complaints.outside.append(request.url)

    def _note_socket(self, socket: "WebSocket") -> None:
        if OUTSIDE.match(socket.url):
            self.complaints.outside.append(socket.url)


@dataclass(slots=True)
class Windows:
    """The windows of a browser. Compiled scripts stay in those that were given back, so that the next page is quick."""

    browser: "Browser"
    _free: list[Window] = field(default_factory=list)

    def take(self, setting: Setting) -> Window:
        """A window for one reader, without cookies, storage or open pages."""
        for place, window in enumerate(self._free):
            if window.setting == setting:
                return self._free.pop(place)
        return Window(self.browser, setting)

    def give_back(self, window: Window, address: str) -> None:
        """Let another reader have a window, without a trace of the last one on the site of that address."""
        window.clear(address)
        self._free.append(window)
