"""A served application and a real browser, shared by all browser tests; a failed test shows the log and a picture."""

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, expect, sync_playwright

from tests.browser.chromium import launch
from tests.browser.server import PROJECT, Site, copy_project, serve
from tests.browser.visit import Visitor

#: Pages are drawn in software on machines that do other things too: patience costs nothing where all is well.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that none can be forgotten."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add the server's log and a picture of each open page to the report of a failed test."""
    report = yield
    visitor = getattr(item, "funcargs", {}).get("open_page")
    if report.when == "call" and report.failed and isinstance(visitor, Visitor):
        folder = PROJECT / "test-results"
        for number, visit in enumerate(visitor.visits):
            picture = folder / f"{item.name.replace('/', '-')}-{number}.png"
            try:
                visit.page.screenshot(path=picture, full_page=True, timeout=10_000)
            except Error as error:
                report.sections.append(("picture", f"none: {error}"))
            else:
                report.sections.append(("picture", str(picture.relative_to(PROJECT))))
            report.sections.append((f"server log {number}", visit.site.log_tail()))
    return report


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The application, served from a copy of the project, for tests that leave the copy as it is."""
    with serve(copy_project(tmp_path_factory.mktemp("site"))) as served:
        yield served


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator[Callable[[Callable[[Path], None]], Site]]:
    """Serve one more application after a change to its copy: `own_site(change)`, for tests that damage data."""
    with ExitStack() as stack:

        def served_after(change: Callable[[Path], None]) -> Site:
            root = copy_project(tmp_path / "site")
            change(root)
            return stack.enter_context(serve(root))

        yield served_after


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of this system, without a window."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def open_page(site: Site, chromium: Browser) -> Iterator[Visitor]:
    """Open pages: `open_page("/employment?lang=en", width=390, scheme="dark")` gives a settled `Visit`."""
    visitor = Visitor(site=site, browser=chromium)
    yield visitor
    visitor.close()
