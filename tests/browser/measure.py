"""Measures the running application: `python -m tests.browser.measure` prints the figures of docs/measurements.md."""

import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import WebSocket, sync_playwright

from components.navigation import ENTRIES
from tests.browser.chromium import launch
from tests.browser.server import Site, copy_project, serve
from tests.browser.visit import Visit, Visitor

_STARTS, _LOADS, _CHANGES = 5, 5, 20
_OPTIONS = ("Emplois estimés", "Part des emplois")


@dataclass(slots=True)
class Exchange:
    """One exchange with the server: when the browser first asked for something, and when the last answer came."""

    asked: float | None = None
    answered: float = 0.0

    def begin(self) -> None:
        """Forgets the last question."""
        self.asked = None

    def watch(self, socket: WebSocket) -> None:
        """Notes the times of the frames of a socket."""
        socket.on("framesent", self._note_question)
        socket.on("framereceived", self._note_answer)

    def _note_question(self, _payload: object) -> None:
        self.asked = self.asked or time.perf_counter()

    def _note_answer(self, _payload: object) -> None:
        self.answered = time.perf_counter()


def start_seconds() -> float:
    """From starting the server to its first healthy answer, asked for every tenth of a second."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_project(Path(folder) / "project")
        began = time.perf_counter()
        with serve(root):
            return time.perf_counter() - began


def resident_megabytes(site: Site) -> float:
    """The resident memory of the process that serves a site."""
    port = f"--server.port={site.address.rsplit(':', 1)[1]}".encode()
    for process in Path("/proc").glob("[0-9]*"):
        if port in (process / "cmdline").read_bytes().split(b"\0"):
            lines = (process / "status").read_text(encoding="utf-8").splitlines()
            return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
    raise LookupError(f"no process serves {site.address}")


def change_milliseconds(visit: Visit, exchange: Exchange, option: str) -> float:
    """From the browser's question after a filter was changed to the last frame of the server's answer."""
    visit.page.get_by_role("combobox").first.click()
    exchange.begin()
    visit.page.get_by_role("option", name=option).click()
    visit.settle()
    return 1000 * (exchange.answered - (exchange.asked or exchange.answered))


def load_seconds(visitor: Visitor, path: str) -> float:
    """From asking for a page with an empty cache until it has settled."""
    began = time.perf_counter()
    visitor(path)
    return time.perf_counter() - began


def report(name: str, unit: str, values: list[float]) -> None:
    """Prints median, smallest and largest of some values."""
    spread = f"{min(values):.2f} to {max(values):.2f}"
    sys.stdout.write(f"{name}, {unit}: median {median(values):.2f} ({spread}, n {len(values)})\n")


def main() -> None:
    """Prints every figure with its unit and spread."""
    report("start to healthy", "s", [start_seconds() for _ in range(_STARTS)])
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        site = stack.enter_context(serve(copy_project(Path(folder) / "project")))
        playwright = stack.enter_context(sync_playwright())
        browser = launch(playwright)
        visitor = Visitor(site=site, browser=browser)
        stack.callback(browser.close)
        for entry in ENTRIES:
            visitor("/" if entry is ENTRIES[0] else f"/{entry.name}")
        report("memory, every page opened", "MB", [resident_megabytes(site)])
        report("overview settled, empty cache", "s", [load_seconds(visitor, "/") for _ in range(_LOADS)])
        exchange = Exchange()
        visit = visitor("/employment?lang=fr")
        visit.page.on("websocket", exchange.watch)
        visit.go("/employment?lang=fr")
        for option in _OPTIONS:
            change_milliseconds(visit, exchange, option)
        changes = [change_milliseconds(visit, exchange, _OPTIONS[turn % 2]) for turn in range(_CHANGES)]
        report("filter change on the employment page, server", "ms", changes)
        report("memory afterwards", "MB", [resident_megabytes(site)])


if __name__ == "__main__":
    main()
