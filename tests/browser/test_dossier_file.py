"""The HTML file of a dossier in a browser without network: by keyboard through all slides, and by finger."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from components.board.dossier_html import html_bytes
from components.board.formats import DossierFormat
from components.board.html_slide import is_interactive
from tests.browser.axe import violations
from tests.browser.windows import Scheme
from tests.sample_dossiers import dossier, file_of, hostile_dossier

SLIDES = len(dossier().board.slides)
_HELD = re.compile(r"^(?:file|data|blob):")


@dataclass(slots=True)
class Opened:
    """The file in a window, what it asked for beside itself, and what went wrong."""

    page: Page
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def expect_slide(self, number: int) -> None:
        """Wait until that slide is the one that is seen."""
        expect(self.page.locator(".slide.current")).to_have_id(f"slide-{number}")
        expect(self.page.locator(f"#slide-{number}")).to_be_visible()

    def assert_clean(self) -> None:
        """Fail if anything was asked for or went wrong."""
        assert (self.asked, self.wrong) == ([], [])


Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def open_file(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """Opens a dossier as a file, with the network off: `open_file(width=390, scheme="dark")`, once for all tests."""
    kept: dict[tuple[bytes | None, int, Scheme], Opened] = {}

    def opened(content: bytes | None = None, *, width: int = 1440, scheme: Scheme = "light") -> Opened:
        if (content, width, scheme) not in kept:
            path = tmp_path_factory.mktemp("file") / "dossier.html"
            path.write_bytes(content or file_of(DossierFormat.HTML))
            context = chromium.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True, has_touch=True
            )
            one = kept[content, width, scheme] = Opened(context.new_page())
            one.page.on("request", lambda made: None if _HELD.match(made.url) else one.asked.append(made.url))
            one.page.on("console", lambda said: one.wrong.append(said.text) if said.type == "error" else None)
            one.page.on("pageerror", lambda error: one.wrong.append(str(error)))
            one.page.goto(path.as_uri())
            one.expect_slide(0)
        one = kept[content, width, scheme]
        one.press("Home")
        one.expect_slide(0)
        return one

    yield opened
    for one in kept.values():
        one.page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_keyboard_leads_through_all_slides_and_each_draws_its_picture(open_file: Open, scheme: Scheme) -> None:
    opened = open_file(scheme=scheme)
    opened.expect_slide(0)

    for slide in dossier().board.slides:
        opened.press("PageDown")
        opened.expect_slide(slide.number)
        if slide.exhibit and is_interactive(slide.exhibit):
            expect(opened.page.locator(f"#slide-{slide.number} .live .main-svg").first).to_be_visible()
    opened.press("PageDown")
    opened.expect_slide(SLIDES)
    opened.assert_clean()


def test_every_key_does_what_the_list_of_keys_says(open_file: Open) -> None:
    opened = open_file()

    for keys, slide in (
        (("ArrowRight",), 1),
        (("Space",), 2),
        (("ArrowLeft",), 1),
        (("End",), SLIDES),
        (("Home",), 0),
        (("1", "2", "Enter"), 12),
        (("PageUp",), 11),
        (("Shift+Space",), 10),
        (("9", "9", "9", "Enter"), SLIDES),
        (("ArrowRight",), SLIDES),
    ):
        opened.press(*keys)
        opened.expect_slide(slide)
    opened.assert_clean()


def test_the_overview_opens_moves_chooses_and_closes(open_file: Open) -> None:
    opened = open_file()
    overview = opened.page.locator("#overview")

    opened.press("o")
    expect(overview).to_be_visible()
    expect(overview.locator(".grid button")).to_have_count(SLIDES + 1)
    opened.press("ArrowRight", "ArrowDown", "ArrowRight", "Enter")
    opened.expect_slide(3)
    expect(overview).to_be_hidden()
    opened.press("o", "Escape")
    expect(overview).to_be_hidden()
    opened.expect_slide(3)
    opened.assert_clean()


def test_the_black_screen_hides_everything_until_the_next_key(open_file: Open) -> None:
    opened = open_file()
    black = opened.page.locator("#black")

    opened.press("b")
    expect(black).to_be_visible()
    opened.press("PageDown")
    expect(black).to_be_hidden()
    opened.expect_slide(0)


def test_the_space_bar_opens_a_table_that_has_the_focus(open_file: Open) -> None:
    opened = open_file()
    opened.press("2", "Enter")
    opened.expect_slide(2)

    opened.page.locator("#slide-2 summary").first.focus()
    opened.press("Space")

    expect(opened.page.locator("#slide-2 table")).to_be_visible()
    opened.expect_slide(2)


def test_a_slide_is_announced_and_named_in_the_address(open_file: Open) -> None:
    opened = open_file()

    opened.press("2", "Enter")

    expect(opened.page.locator("#spoken")).to_contain_text(dossier().board.slides[1].title)
    assert opened.page.url.endswith("#2")
    opened.page.reload()
    opened.expect_slide(2)


def test_a_finger_turns_the_slides_of_a_phone(open_file: Open) -> None:
    opened = open_file(width=390)
    swipe = """([from, to]) => {
      const at = x => [new Touch({identifier: 1, target: document.body, clientX: x, clientY: 300})];
      const touch = (kind, touches, x) =>
        document.body.dispatchEvent(new TouchEvent(kind, {touches, changedTouches: at(x), bubbles: true}));
      touch('touchstart', at(from), from);
      touch('touchend', [], to);
    }"""

    opened.page.evaluate(swipe, [300, 100])
    opened.expect_slide(1)
    opened.page.evaluate(swipe, [100, 300])
    opened.expect_slide(0)


def test_no_slide_is_wider_than_a_phone(open_file: Open) -> None:
    opened = open_file(width=390)

    for number in range(1, SLIDES + 1):
        opened.press("PageDown")
        opened.expect_slide(number)
        wide = opened.page.evaluate("() => document.querySelector('.slide.current').scrollWidth")
        assert wide <= 390


def test_hovering_a_mark_says_its_figure(open_file: Open) -> None:
    opened = open_file()
    tip = opened.page.locator("#tip")

    for number, mark, said in ((2, ".scatterlayer .fills path", "Source"), (10, ".points path", "Catalogne")):
        opened.press(*str(number), "Enter")
        opened.expect_slide(number)
        box = opened.page.locator(f"#slide-{number} .live {mark}").first.bounding_box()
        assert box is not None
        opened.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(tip).to_contain_text(said)
        opened.page.mouse.move(2, 2)
        expect(tip).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_slides_are_accessible(open_file: Open, scheme: Scheme) -> None:
    opened = open_file(scheme=scheme)

    for number in (0, 2, 4, 15, 16):
        opened.press(*str(number), "Enter")
        opened.expect_slide(number)
        assert violations(opened.page, accepted=()) == []


def test_on_paper_each_slide_is_a_page_with_its_printed_picture(open_file: Open) -> None:
    opened = open_file()
    opened.page.emulate_media(media="print")

    expect(opened.page.locator("#slide-2 .still img")).to_be_visible()
    expect(opened.page.locator("#slide-3 .still img")).to_be_visible()
    expect(opened.page.locator("nav")).to_be_hidden()
    opened.page.emulate_media(media="screen")


def test_hostile_text_runs_nothing(open_file: Open) -> None:
    opened = open_file(html_bytes(hostile_dossier(), lambda _done: None))

    for number in range(1, 6):
        opened.press("PageDown")
        opened.expect_slide(number)
    opened.press("o")

    assert opened.page.evaluate("() => window.pwned") is None
    assert opened.page.locator("#overview .grid script").count() == 0
    opened.assert_clean()
