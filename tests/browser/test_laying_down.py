"""Laying a file down in a real browser: the uploader, the way of reading, and how far the work has come."""

import pytest
from playwright.sync_api import expect

from loaders.language import LANGUAGES, Language
from tests.browser.test_data_desk import choose, lay_down
from tests.browser.visit import Visit, Visitor

PREAMBLE = "Health industries\n\nDépartement;Share of jobs\nParis;18,0\nEssonne;10,0\n"
#: More rows than are read at once.
MANY = "Département;Share of jobs\n" + "Val-de-Marne;17,125\n" * 600_000
#: Keeps every text of a progress bar that the page shows, however short.
_WATCH = """() => {
  window.stages = new Set();
  new MutationObserver(() => {
    for (const bar of document.querySelectorAll('[data-testid="stProgress"]')) window.stages.add(bar.innerText);
  }).observe(document.body, {subtree: true, childList: true, characterData: true});
}"""


def desk(language: Language) -> str:
    """The address of the data desk."""
    return f"/data_desk?lang={language}&desk_dataset=employment_by_department"


def names(visit: Visit) -> list[str]:
    """What the buttons of the uploader are called for who does not see them."""
    return [
        button.get_attribute("aria-label") or button.inner_text().splitlines()[-1]
        for button in visit.page.get_by_test_id("stFileUploader").locator("button").all()
    ]


@pytest.fixture(scope="module")
def desks(open_shared: Visitor) -> dict[Language, Visit]:
    """The desk in each language; the tests below go on from one to the next, those that lay no file down first."""
    return {language: open_shared(desk(language)) for language in LANGUAGES}


def test_the_uploader_changes_its_language_with_the_page(desks: dict[Language, Visit]) -> None:
    visit = desks["en"]

    for language, name in (("Français", "Choisir un fichier"), ("English", "Choose a file")):
        visit.page.get_by_text(language, exact=True).click()
        visit.settle()
        expect(visit.page.get_by_role("button", name=name)).to_be_visible()
    visit.assert_clean()


def test_the_uploader_is_reached_and_opened_by_the_keyboard(desks: dict[Language, Visit]) -> None:
    page = desks["en"].page
    button = page.get_by_role("button", name="Choose a file")

    button.focus()
    expect(button).to_be_focused()
    with page.expect_file_chooser() as chooser:
        button.press("Enter")

    assert not chooser.value.is_multiple()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_uploader_speaks_the_language_of_the_page(desks: dict[Language, Visit], language: Language) -> None:
    first, others, size = {
        "en": ("Choose a file", ["Take away table.csv", "Choose another file"], "Or drop it here; at most 200 MB"),
        "fr": ("Choisir un fichier", ["Retirer table.csv", "Choisir un autre fichier"], "Ou déposez-le ici"),
    }[language]
    visit = desks[language]
    uploader = visit.page.get_by_test_id("stFileUploader")

    expect(uploader.get_by_role("button", name=first)).to_be_visible()
    expect(uploader).to_contain_text(size)
    expect(uploader).not_to_contain_text("Upload")
    expect(uploader).not_to_contain_text("per file")
    lay_down(visit, "table.csv", PREAMBLE.encode())

    assert names(visit) == others
    visit.assert_clean()


def test_a_file_of_a_kind_that_is_not_read_is_refused_in_the_language_of_the_page(
    desks: dict[Language, Visit],
) -> None:
    page = desks["fr"].page
    uploader = page.get_by_test_id("stFileUploader")

    page.locator("input[type=file]").set_input_files(
        {"name": "note.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    )

    expect(uploader).to_contain_text("Les fichiers de ce type ne sont pas lus.")
    expect(uploader).not_to_contain_text("not allowed")


def test_lines_above_a_table_lie_open_and_another_row_can_be_chosen(desks: dict[Language, Visit]) -> None:
    visit = desks["en"]
    lay_down(visit, "preamble.csv", PREAMBLE.encode())
    page = visit.page
    expect(page.get_by_text("read from row 3.")).to_be_visible()
    expect(page.get_by_role("row", name="3 names of the columns Département;Share of jobs")).to_be_visible()

    choose(page, "Row with the names of the columns", "4: Paris;18,0")
    visit.settle()

    expect(page.get_by_role("row", name="4 names of the columns Paris;18,0")).to_be_visible()
    expect(page.get_by_role("button", name="Read the file as it was found")).to_be_visible()
    visit.assert_clean()


def test_long_work_names_its_stages_and_takes_the_bar_away(desks: dict[Language, Visit]) -> None:
    visit = desks["en"]
    visit.page.evaluate(_WATCH)

    lay_down(visit, "many.csv", MANY.encode())
    visit.page.wait_for_function("window.stages.has('Reading the file (step 1 of 4)')")
    visit.settle()

    expect(visit.page.get_by_text("How the file is read")).to_be_visible()
    expect(visit.page.get_by_test_id("stProgress")).to_have_count(0)
    visit.assert_clean()
