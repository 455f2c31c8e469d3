"""The watch over the browser: a page cannot ask another machine or fail without being noticed."""

import pytest
from playwright.sync_api import Error

from tests.browser.visit import OUTSIDE, Visitor


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


def test_a_request_to_another_machine_is_stopped_and_written_down(open_page: Visitor) -> None:
    visit = open_page()

    with pytest.raises(Error, match="Failed to fetch"):
        visit.page.evaluate("() => fetch('https://example.org/beacon')")

    assert visit.outside == ["https://example.org/beacon"]
    with pytest.raises(AssertionError, match="asked other machines"):
        visit.assert_clean()


def test_a_socket_to_another_machine_is_stopped_and_written_down(open_page: Visitor) -> None:
    visit = open_page()

    visit.page.evaluate("() => new Promise(done => { new WebSocket('wss://example.org/s').onclose = done; })")

    assert visit.outside == ["wss://example.org/s"]


def test_errors_of_a_page_are_written_down(open_page: Visitor) -> None:
    visit = open_page()

    with visit.page.expect_event("pageerror"):
        visit.page.evaluate("() => { console.error('amiss'); setTimeout(() => { throw new Error('broken'); }); }")

    assert [error for error in visit.console_errors if "amiss" in error]
    assert [error for error in visit.page_errors if "broken" in error]
