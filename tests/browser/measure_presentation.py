"""Measures a presentation: `python -m tests.browser.measure_presentation` prints from a key to the painted slide."""

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch
from tests.browser.server import copy_project, serve
from tests.browser.visit import Visitor
from tests.browser.windows import Windows

_ROUNDS = 3
#: From the key, as the browser received it, to the frame after the one in which the slide was drawn.
_NOTE = """() => {
  window.painted = [];
  window.addEventListener('keydown', event => {
    const asked = event.timeStamp;
    requestAnimationFrame(() => requestAnimationFrame(() => window.painted.push(performance.now() - asked)));
  }, true);
}"""


def main() -> None:
    """Walks through the starter dossier, once to warm up, then for the figures."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        site = stack.enter_context(serve(copy_project(Path(folder) / "project")))
        playwright = stack.enter_context(sync_playwright())
        browser = launch(playwright)
        stack.callback(browser.close)
        visitor = Visitor(site=site, windows=Windows(browser))
        page = visitor("/present?board=ile_de_france&lang=fr", width=1920).page
        page.set_viewport_size({"width": 1920, "height": 1080})
        page.evaluate(_NOTE)
        for _ in range(_ROUNDS + 1):
            page.keyboard.press("Home")
            for _ in range(16):
                page.keyboard.press("ArrowRight")
                page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))")
        times = page.evaluate("window.painted")[17:]
    sys.stdout.write(
        f"key to painted slide, ms: median {median(times):.0f} ({min(times):.0f} to {max(times):.0f}, n {len(times)})\n"
    )


if __name__ == "__main__":
    main()
