"""Measures the running application: `python -m tests.browser.measure` prints the figures of docs/measurements.md."""

import sys
import tempfile
import time
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from components.navigation import ENTRIES, Entry
from loaders.language import LANGUAGES
from tests.browser.chromium import launch
from tests.browser.server import Site, copy_project, serve
from tests.browser.visit import Visitor
from tests.browser.windows import Windows
from tests.browser.wire import Wire

_STARTS, _LOADS, _CHANGES = 5, 5, 20
_FILTER = "departement_measure"


def start_seconds() -> float:
    """From starting the server to its first healthy answer, asked for every tenth of a second."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_project(Path(folder) / "project")
        began = time.perf_counter()
        with serve(root):
            return time.perf_counter() - began


def resident_megabytes(site: Site) -> float:
    """The resident memory of the process that serves a site, in millions of bytes."""
    port = f"--server.port={site.address.rsplit(':', 1)[1]}".encode()
    for process in Path("/proc").glob("[0-9]*"):
        if port in (process / "cmdline").read_bytes().split(b"\0"):
            lines = (process / "status").read_text(encoding="utf-8").splitlines()
            return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) * 1024 / 1e6
    raise LookupError(f"no process serves {site.address}")


def page_name(entry: Entry) -> str:
    """The name by which a browser asks for a page; the first page has none."""
    return "" if entry is ENTRIES[0] else entry.name


def load_seconds(site: Site, browser: Browser, path: str) -> float:
    """From asking for a page with an empty cache until it has settled."""
    visitor = Visitor(site=site, windows=Windows(browser))
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
        for language in LANGUAGES:
            for entry in ENTRIES:
                with Wire(site, f"lang={language}") as wire:
                    wire.open(page_name(entry))
            report(f"memory, every page opened in {language}", "MB", [resident_megabytes(site)])
        wire = stack.enter_context(Wire(site, "lang=fr"))
        wire.open("employment")
        for option in wire.options(_FILTER):
            wire.choose(_FILTER, option)
        options = cycle(wire.options(_FILTER))
        changes = [1000 * wire.choose(_FILTER, next(options)) for _ in range(_CHANGES)]
        report("filter change on the employment page, server", "ms", changes)
        playwright = stack.enter_context(sync_playwright())
        browser = launch(playwright)
        stack.callback(browser.close)
        report("overview settled, empty cache", "s", [load_seconds(site, browser, "/") for _ in range(_LOADS)])
        report("memory afterwards", "MB", [resident_megabytes(site)])


if __name__ == "__main__":
    main()
