"""The watch over the browser: a page cannot ask another machine or fail without being noticed."""

import pytest
from playwright.sync_api import Error

from tests.browser.server import Site
from tests.browser.visit import Visit, Visitor
from tests.browser.windows import OUTSIDE, Windows


@pytest.fixture(scope="module")
def visit(open_shared: Visitor) -> Visit:
    """A small page; each test does something amiss on it that no other does."""
    return open_shared("/verify?lang=en")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "http://127.0.0.1.example.org/",
        "wss://example.org/s",
        "http://localhost.example.org:80/",
    ],
)
def test_other_machines_are_outside(address: str) -> None:
    assert OUTSIDE.match(address)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:8501/x", "ws://localhost:8501/s", "http://[::1]:8501", "data:text/plain,x", "blob:http://a/b"],
)
def test_this_machine_is_not_outside(address: str) -> None:
    assert not OUTSIDE.match(address)


def test_a_request_to_another_machine_is_stopped_and_written_down(visit: Visit) -> None:
    with pytest.raises(Error, match="Failed to fetch"):
        visit.page.evaluate("() => fetch('https://example.org/beacon')")

    assert "https://example.org/beacon" in visit.complaints.outside
    with pytest.raises(AssertionError, match="asked other machines"):
        visit.assert_clean()


def test_a_socket_to_another_machine_is_stopped_and_written_down(visit: Visit) -> None:
    closed = visit.page.evaluate(
        "() => new Promise(done => { new WebSocket('wss://example.org/s').onclose = one => done(one.wasClean); })"
    )

    assert closed is False
    assert "wss://example.org/s" in visit.complaints.outside


def test_a_machine_that_is_named_by_its_number_is_not_reached_either(visit: Visit) -> None:
    with pytest.raises(Error, match="Failed to fetch"):
        visit.page.evaluate("() => fetch('http://192.0.2.1/beacon')")

    assert "http://192.0.2.1/beacon" in visit.complaints.outside
    assert [error for error in visit.complaints.console_errors if "NAME_NOT_RESOLVED (http://192.0.2.1" in error]


def test_errors_of_a_page_are_written_down(visit: Visit) -> None:
    with visit.page.expect_event("pageerror"):
        visit.page.evaluate("() => { console.error('amiss'); setTimeout(() => { throw new Error('broken'); }); }")

    assert [error for error in visit.complaints.console_errors if "amiss" in error]
    assert [error for error in visit.complaints.page_errors if "broken" in error]


def test_the_next_reader_of_a_window_finds_no_trace_of_the_last(site: Site, windows: Windows) -> None:
    visitor = Visitor(site=site, windows=windows)
    first = visitor("/verify?lang=en", width=700)
    first.page.evaluate("() => { localStorage.x = 1; document.cookie = 'x=1'; console.error('amiss'); }")
    visitor.close()

    second = visitor("/verify?lang=en", width=700)

    assert second.window is first.window
    assert second.page.evaluate("() => [localStorage.x ?? '', document.cookie.includes('x=1')]") == ["", False]
    second.assert_clean()
    visitor.close()
