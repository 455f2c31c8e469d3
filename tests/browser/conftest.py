"""A served application and a real browser, shared by all browser tests; a failed test shows the log and a picture."""

from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, expect, sync_playwright

from tests.browser.chromium import launch
from tests.browser.server import PROJECT, Site, copy_project, serve
from tests.browser.visit import Visit, Visitor
from tests.browser.windows import Windows

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
    if report.when == "call" and report.failed:
        folder = PROJECT / "test-results"
        for number, visit in enumerate(_open(getattr(item, "funcargs", {}).values())):
            picture = folder / f"{item.name.replace('/', '-')}-{number}.png"
            try:
                visit.page.screenshot(path=picture, full_page=True, timeout=10_000)
            except Error as error:
                report.sections.append(("picture", f"none: {error}"))
            else:
                report.sections.append(("picture", str(picture.relative_to(PROJECT))))
            report.sections.append((f"server log {number}", visit.site.log_tail()))
    return report


def _open(arguments: Iterable[object]) -> list[Visit]:
    """The visits among the arguments of a test, each once."""
    found = []
    for argument in arguments:
        found += argument.visits if isinstance(argument, Visitor) else [argument] if isinstance(argument, Visit) else []
    return list({id(visit): visit for visit in found}.values())


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The application, served from a copy of the project, for tests that leave the copy as it is."""
    with serve(copy_project(tmp_path_factory.mktemp("site"))) as served:
        yield served


@pytest.fixture(scope="module")
def own_site(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One more application for the tests of a module that change its data."""
    with serve(copy_project(tmp_path_factory.mktemp("own") / "site", compiled=site.root)) as served:
        yield served


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of this system, without a window."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Windows:
    """The windows of that Chromium, for one reader after the other."""
    return Windows(chromium)


@pytest.fixture
def open_page(site: Site, windows: Windows) -> Iterator[Visitor]:
    """Open pages: `open_page("/employment?lang=en", width=390, scheme="dark")` gives a settled `Visit`."""
    visitor = Visitor(site=site, windows=windows)
    yield visitor
    visitor.close()


@pytest.fixture(scope="module")
def open_shared(site: Site, windows: Windows) -> Iterator[Visitor]:
    """The same for pages that the tests of a module look at one after the other."""
    visitor = Visitor(site=site, windows=windows)
    yield visitor
    visitor.close()
