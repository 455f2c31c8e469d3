"""The page of one exhibit: by its link, at a data version, inside of other pages, and with links that are wrong."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import editions as editions_on_pages
from components import store
from loaders.editions.history import edition_path, editions
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language, wording
from loaders.view import ViewKind
from tests.analyst import EMPLOYMENT, project_copy
from tests.sample_data import library
from tests.shown import captions, cards, entry_of, exhibits, open_page, read, tables
from tests.test_editions_on_pages import put

PAGE = entry_of("exhibit")
MAP = f"{EMPLOYMENT}/map"
VIEWS = [
    (dataset, view)
    for dataset, declaration in library().catalogue.declarations.items()
    for view in (declaration.views[0], declaration.views[-1])
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """A copy of the data with a newer edition, which the application reads in place of the project's own."""
    copy = project_copy(tmp_path / "data")
    for module in (store, editions_on_pages):
        monkeypatch.setattr(module, "PROJECT_DATA", copy)
    put(copy)
    return copy


def said(page: AppTest) -> tuple[list[str], list[str]]:
    """The warnings and notices of a page on which nothing failed."""
    assert [error.value for error in page.exception] == []
    return [read(one.value) for one in page.warning], [read(one.value) for one in page.info]


def departments(page: AppTest) -> int:
    """How many départements the exhibit of the page has a value for."""
    (shown,) = exhibits(page)
    ((_, *rows),) = tables(shown)
    return sum(row[1].isdecimal() for row in rows)


@pytest.mark.parametrize(("dataset", "view"), VIEWS, ids=lambda one: one if isinstance(one, str) else one.id)
def test_the_first_and_the_last_view_of_each_dataset_stand_by_themselves(dataset: str, view: object) -> None:
    declared = next(one for one in library().catalogue.declaration(dataset).views if one == view)
    page = open_page(PAGE, "en", view=f"{dataset}/{declared.id}")

    assert said(page) == ([], [])
    shown = cards(page) if declared.kind is ViewKind.METRIC else exhibits(page)
    assert len(shown) == 1
    assert page.query_params["view"] == f"{dataset}/{declared.id}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_choices_of_a_link_are_those_of_the_exhibit(language: Language) -> None:
    page = open_page(PAGE, language, view=MAP, measure="establishments_share")

    assert said(page) == ([], [])
    assert page.query_params["measure"] == "establishments_share"
    (shown,) = exhibits(page)
    ((headings, *_),) = tables(shown)
    assert headings[1].startswith({"fr": "Part des établissements", "en": "Share of establishments"}[language])


def test_a_choice_that_there_is_not_is_said_and_the_default_is_shown() -> None:
    page = open_page(PAGE, "en", view=MAP, measure="nonsense")

    warnings, (notice,) = said(page)
    assert warnings == []
    assert notice.startswith("The link asks for “nonsense” under “Indicator”")
    assert len(exhibits(page)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", ["nothing/at_all", "", "/", f"{EMPLOYMENT}/gone", EMPLOYMENT, "<b>/<i>"])
def test_a_view_that_there_is_not_gets_a_notice_with_four_parts(view: str, language: Language) -> None:
    page = open_page(PAGE, language, view=view)

    (warning,), notices = said(page)
    words = wording(language)
    for part in ("Where", "Expected", "What to do"):
        assert words.say(part) in warning
    assert f"view={view}" in warning
    assert (notices, exhibits(page)) == ([], [])


def test_a_link_to_a_kept_version_shows_it_under_a_banner(folder: DataFolder) -> None:
    first = editions(folder, EMPLOYMENT)[0].version

    page = open_page(PAGE, "en", view=MAP, version=first)

    (warning,), notices = said(page)
    assert departments(page) == 4
    assert warning.startswith("This page shows an older state of “Jobs and establishments by département”: edition 0")
    assert notices == []
    assert list(page.toast) == []
    assert list(page.run().toast) == []

    page.button(key="leave_edition").click().run()

    assert departments(page) == 8
    assert "version" not in page.query_params
    assert page.query_params["view"] == MAP


def test_a_link_to_the_version_in_force_needs_no_banner(folder: DataFolder) -> None:
    page = open_page(PAGE, "en", view=MAP, version=editions(folder, EMPLOYMENT)[-1].version)

    assert (departments(page), said(page)) == (8, ([], []))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("version", ["0123456789ab", "0", "1", "", "<b>"])
def test_a_version_that_was_not_kept_is_said_and_the_current_one_is_shown(version: str) -> None:
    page = open_page(PAGE, "en", view=MAP, version=version)

    warnings, (notice,) = said(page)
    assert (departments(page), warnings) == (8, [])
    assert notice.startswith(f"The link asks for “{version}” under “Data version”")
    assert notice.endswith("Shown instead: the edition in force.")


def test_a_kept_version_that_was_spoiled_is_said_and_nothing_fails(folder: DataFolder) -> None:
    first = editions(folder, EMPLOYMENT)[0].version
    edition_path(folder, EMPLOYMENT, 0).write_bytes(b"garbage")

    page = open_page(PAGE, "en", view=MAP, version=first)

    warnings, _ = said(page)
    assert any("rule file_unreadable" in one for one in warnings)


@pytest.mark.parametrize("embed", ["1", "true"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_embedded_exhibit_stands_alone_with_its_source_and_a_link_back(embed: str, language: Language) -> None:
    page = open_page(PAGE, language, view=MAP, measure="jobs_share", embed=embed)

    (shown,) = exhibits(page)
    words = wording(language)
    beginning = read(words.say("Source: {sources}", sources=""))
    assert said(page) == ([], [])
    assert (list(page.title), list(page.sidebar.button_group), list(page.sidebar.caption)) == ([], [], [])
    assert any(line.startswith(beginning) for line in captions(shown))
    back = f"](exhibit?view={MAP}&measure=jobs_share&lang={language})"
    assert page.caption[-1].value == f"[{words.say('Observatory of regional health innovation')}{back}"


def test_an_exhibit_that_is_not_embedded_has_menu_and_heading() -> None:
    page = open_page(PAGE, "en", view=MAP, embed="0")

    assert [read(one.value) for one in page.title] == ["A figure by itself"]
    assert page.sidebar.button_group
