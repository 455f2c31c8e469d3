"""Every page in both languages, without a browser: it runs, is written in its language, and names its sources."""

from functools import cache
from itertools import product

import pytest
from streamlit.testing.v1 import AppTest

from components.navigation import ENTRIES, Entry
from loaders.language import LANGUAGES, Language, wording
from loaders.view import ViewKind
from tests.foreign_words import foreign_words
from tests.page_files import PAGES, heading, subjects, views
from tests.sample_data import library
from tests.shown import captions, cards, entry_of, exhibits, open_page, read, tables, texts

NONSENSE = "nonsense"
EVERY_PAGE = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
BOTH_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)


@cache
def opened(entry: Entry, language: Language) -> AppTest:
    """A page in a language, run once for all tests that only read it."""
    return open_page(entry, language)


def notices(page: AppTest) -> list[str]:
    """What a page says of its link."""
    return [read(notice.value) for notice in page.info]


def parameters(page: AppTest) -> dict[str, str]:
    """The parameters of the address of a page, apart from the language."""
    return {name: value for name, value in page.query_params.items() if name != "lang"}


def sources() -> list[str]:
    """The titles of the studies, as they are read."""
    return [read(source.title) for source in library().catalogue.sources.values()]


@EVERY_PAGE
@BOTH_LANGUAGES
def test_a_page_has_one_title_in_its_language_and_nothing_fails(entry: Entry, language: Language) -> None:
    page = opened(entry, language)

    assert [error.value for error in page.exception] == []
    assert [read(title.value) for title in page.title] == [wording(language).say(heading(PAGES / f"{entry.name}.py"))]
    assert list(page.warning) == []
    assert notices(page) == []


@EVERY_PAGE
@BOTH_LANGUAGES
def test_a_page_has_no_words_of_the_other_language(entry: Entry, language: Language) -> None:
    assert foreign_words(list(texts(opened(entry, language))), language) == []


@EVERY_PAGE
def test_words_of_the_other_language_would_be_found(entry: Entry) -> None:
    assert foreign_words(list(texts(opened(entry, "en"))), "fr")
    assert foreign_words(list(texts(opened(entry, "fr"))), "en")


@EVERY_PAGE
@BOTH_LANGUAGES
def test_every_exhibit_names_its_study_below_the_picture(entry: Entry, language: Language) -> None:
    page = opened(entry, language)
    beginning = read(wording(language).say("Source: {sources}", sources=""))

    for exhibit in exhibits(page):
        lines = [line for line in captions(exhibit) if line.startswith(beginning)]
        assert len(lines) == 1, exhibit.key
        assert any(title in lines[0] for title in sources()), exhibit.key
    assert len(exhibits(page)) == len(page.subheader)


@EVERY_PAGE
@BOTH_LANGUAGES
def test_every_key_figure_names_its_study_below_the_number(entry: Entry, language: Language) -> None:
    page = opened(entry, language)
    short = [title.split(",")[0] for title in sources()]

    for card in cards(page):
        (line,) = captions(card)
        assert any(title in line for title in short), card.key
    assert len(cards(page)) == len(page.metric)


@EVERY_PAGE
@BOTH_LANGUAGES
def test_every_picture_has_a_table_and_a_text_alternative(entry: Entry, language: Language) -> None:
    page = opened(entry, language)
    names = [wording(language).say(name) for name in ("Picture", "Table", "Sources and method")]

    for exhibit in exhibits(page):
        pictures = [one for kind in ("plotly_chart", "deck_gl_json_chart") for one in exhibit.get(kind)]
        assert [tab.proto.label for tab in exhibit.get("tab")] == (names if pictures else names[1:]), exhibit.key
        assert len(tables(exhibit)) == 1, exhibit.key
        assert all(picture.proto.alt for picture in pictures), exhibit.key


@EVERY_PAGE
def test_a_language_that_there_is_not_is_said_and_french_is_shown(entry: Entry) -> None:
    page = open_page(entry, "de", locale="de-DE")

    (notice,) = notices(page)
    assert "« de »" in notice
    assert "français" in notice
    assert page.query_params["lang"] == "fr"
    assert page.title[0].value == opened(entry, "fr").title[0].value


@EVERY_PAGE
@BOTH_LANGUAGES
def test_a_value_that_there_is_not_is_said_and_the_default_is_shown(entry: Entry, language: Language) -> None:
    usual = parameters(opened(entry, language))

    page = open_page(entry, language, **dict.fromkeys(usual, NONSENSE))

    said = [notice for notice in notices(page) if NONSENSE in notice]
    own = {name for name, value in page.query_params.items() if value != NONSENSE} - {"lang"}
    assert len(said) == len(own)
    assert {name: page.query_params[name] for name in own} == {name: usual[name] for name in own}


@pytest.mark.parametrize(
    ("locale", "language"),
    [("fr-FR", "fr"), ("fr-CA", "fr"), ("en-GB", "en"), ("en", "en"), ("de-DE", "fr"), ("", "fr")],
)
def test_the_first_visit_is_in_the_language_of_the_browser(locale: str, language: Language) -> None:
    page = open_page(ENTRIES[0], None, locale=locale)

    assert page.query_params["lang"] == language
    assert page.title[0].value == opened(ENTRIES[0], language).title[0].value


def test_the_language_of_a_link_goes_before_that_of_the_browser() -> None:
    page = open_page(ENTRIES[0], "fr", locale="en-GB")

    assert page.query_params["lang"] == "fr"
    assert page.title[0].value == opened(ENTRIES[0], "fr").title[0].value


@pytest.mark.parametrize(("before", "after"), [("fr", "en"), ("en", "fr")])
def test_the_switch_changes_the_language_and_keeps_every_choice(before: Language, after: Language) -> None:
    page = open_page(entry_of("fdi"), before, ranking_sector="medical_devices", volume_geo_level="country")
    kept = parameters(page)

    page.sidebar.button_group[0].set_value(after).run()

    assert page.query_params["lang"] == after
    assert page.title[0].value == opened(entry_of("fdi"), after).title[0].value
    assert parameters(page) == kept
    assert kept["ranking_sector"] == "medical_devices"


@EVERY_PAGE
def test_a_page_names_only_what_the_catalogue_has(entry: Entry) -> None:
    source = (PAGES / f"{entry.name}.py").read_text(encoding="utf-8")
    declared = library().catalogue.declarations
    files = {one.file for one in ENTRIES}

    for named in views(source):
        kinds = {view.id: view.kind for view in declared[named.dataset].views}
        assert (kinds[named.view] is ViewKind.METRIC) == named.is_key_figure, named
        assert named.page is None or named.page in files - {entry.file}, named
    assert set(subjects(source)) <= set(declared)


def test_every_page_file_is_in_the_menu() -> None:
    assert {entry.file for entry in ENTRIES} == {f"pages/{path.name}" for path in PAGES.glob("*.py")}


def test_every_dataset_is_on_a_page() -> None:
    pages = [path.read_text(encoding="utf-8") for path in PAGES.glob("*.py")]
    named = {one.dataset for page in pages for one in views(page) if not one.is_key_figure}

    assert named | {dataset for page in pages for dataset in subjects(page)} == set(library().catalogue.declarations)


def test_the_pages_are_the_same_in_both_languages() -> None:
    for entry, kind in product(ENTRIES, ("header", "subheader", "metric", "plotly_chart", "markdown", "caption")):
        counts = {language: len(opened(entry, language).get(kind)) for language in LANGUAGES}
        assert counts["fr"] == counts["en"], f"{entry.name} {kind}"
