"""Editions on the pages: a link to an older one, the news of a new one, and what lies in the inbox."""

from pathlib import Path

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from components import editions as editions_on_pages
from components import store
from loaders.editions.edition import Edition, Published
from loaders.editions.history import edition_path, editions
from loaders.editions.publishing import publish, restore
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language
from tests.analyst import EMPLOYMENT, filled_form, project_copy, settled
from tests.published import NOW, SAID
from tests.shown import entry_of, exhibits, open_page, read, tables, texts

PAGE = entry_of("employment")
OTHER_PAGE = entry_of("fdi")
MAP = "exhibit_departement_map"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """A copy of the data that the application reads in place of the project's own."""
    copy = project_copy(tmp_path / "data")
    for module in (store, editions_on_pages):
        monkeypatch.setattr(module, "PROJECT_DATA", copy)
    return copy


def put(folder: DataFolder) -> Edition:
    """Publishes the employment by département without a gap."""
    rows = pl.read_parquet(folder.parquet(EMPLOYMENT))
    whole = rows.with_columns(
        obs_value=pl.col("obs_value").fill_null(4.0), obs_status=pl.lit("A"), obs_qualifier=pl.lit("=")
    )
    done = publish(folder, EMPLOYMENT, whole, SAID, editions(folder, EMPLOYMENT)[-1].version, NOW)
    assert isinstance(done, Published)
    return done.edition


def departments(page: AppTest) -> int:
    """How many départements the map of the page has a value for."""
    (shown,) = (one for one in exhibits(page) if one.key == MAP)
    ((_, *rows),) = tables(shown)
    return sum(row[1].isdecimal() for row in rows)


def said(page: AppTest) -> tuple[list[str], list[str], list[str]]:
    """What a page says of editions: warnings, notices, and what it says in passing."""
    assert [error.value for error in page.exception] == []
    return (
        [read(one.value) for one in page.warning],
        [read(one.value) for one in page.info],
        [read(one.value) for one in page.toast],
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_page_shows_a_new_edition_at_its_next_run_and_says_so_once(
    folder: DataFolder, language: Language
) -> None:
    page = open_page(PAGE, language)
    first = (departments(page), said(page))

    put(folder)
    page.run()
    second = (departments(page), said(page))
    page.run()

    news = {
        "en": "New edition on this page: Jobs and establishments by département.",
        "fr": "Nouvelle édition sur cette page : Emplois et établissements par département.",
    }[language]
    assert first == (4, ([], [], []))
    assert second == (8, ([], [], [news]))
    assert said(page) == ([], [], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_that_figures_are_missing_only_while_they_are(folder: DataFolder, language: Language) -> None:
    beginning = {"en": "Missing: Seine-et-Marne", "fr": "Manque : la Seine-et-Marne"}[language]
    page = open_page(PAGE, language)
    before = [text for text in texts(page) if beginning in text]

    put(folder)
    page.run()

    assert before
    assert not [text for text in texts(page) if beginning in text]


def test_a_page_that_is_opened_after_publishing_has_no_news(folder: DataFolder) -> None:
    put(folder)

    page = open_page(PAGE, "en")

    assert (departments(page), said(page)) == (8, ([], [], []))


def test_going_back_is_news_as_well(folder: DataFolder) -> None:
    put(folder)
    page = open_page(PAGE, "en")

    restore(folder, EMPLOYMENT, 0, SAID, NOW)
    page.run()

    assert departments(page) == 4
    assert len(said(page)[2]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_to_an_older_edition_shows_it_and_names_both(folder: DataFolder, language: Language) -> None:
    put(folder)

    page = open_page(PAGE, language, edition=f"{EMPLOYMENT}@0")

    (warning,), notices, news = said(page)
    beginning, shown, current = {
        "en": ("This page shows an older state of “Jobs and", "edition 0, not", "edition 1, “Q1 2025”, 1 June 2025."),
        "fr": ("Cette page montre un état", "édition 0,", "édition 1, « Q1 2025 », 1 juin 2025."),
    }[language]
    assert departments(page) == 4
    assert warning.startswith(beginning)
    assert shown in warning
    assert warning.endswith(current)
    assert (notices, news) == ([], [])


def test_from_an_older_edition_a_button_leads_to_the_one_in_force(folder: DataFolder) -> None:
    put(folder)
    page = open_page(PAGE, "en", edition=f"{EMPLOYMENT}@0", departement_measure="establishments_share")

    page.button(key="leave_edition").click().run()

    assert departments(page) == 8
    assert said(page)[0] == []
    assert "edition" not in page.query_params
    assert page.query_params["departement_measure"] == "establishments_share"


def test_a_link_to_the_edition_in_force_needs_no_notice(folder: DataFolder) -> None:
    edition = put(folder)

    page = open_page(PAGE, "en", edition=f"{EMPLOYMENT}@{edition.number}")

    assert (departments(page), said(page)) == (8, ([], [], []))


def test_a_link_to_the_edition_in_force_tells_when_it_no_longer_is(folder: DataFolder) -> None:
    page = open_page(PAGE, "en", edition=f"{EMPLOYMENT}@0")
    before = said(page)

    put(folder)
    page.run()

    assert before == ([], [], [])
    assert departments(page) == 4
    assert len(said(page)[0]) == 1


@pytest.mark.parametrize(
    "asked",
    [f"{EMPLOYMENT}@7", f"{EMPLOYMENT}@", EMPLOYMENT, f"{EMPLOYMENT}@-1", f"{EMPLOYMENT}@00", "nothing@0", "@0", ""],
)
def test_an_edition_that_there_is_not_is_said_and_the_one_in_force_is_shown(folder: DataFolder, asked: str) -> None:
    put(folder)

    page = open_page(PAGE, "en", edition=asked)

    warnings, (notice,), _ = said(page)
    assert (departments(page), warnings) == (8, [])
    assert notice.startswith(f"The link asks for “{asked}” under “Edition”")
    assert notice.endswith("Shown instead: the edition in force.")


@pytest.mark.usefixtures("folder")
def test_an_edition_that_there_is_not_is_said_in_french() -> None:
    page = open_page(PAGE, "fr", edition=f"{EMPLOYMENT}@7")

    _, (notice,), _ = said(page)
    assert notice.startswith(f"Le lien demande « {EMPLOYMENT}@7 » pour « Édition »")
    assert notice.endswith("l’édition en vigueur.")


def test_an_older_edition_of_one_dataset_leaves_the_others_as_they_are(folder: DataFolder) -> None:
    put(folder)
    usual = open_page(OTHER_PAGE, "en")

    page = open_page(OTHER_PAGE, "en", edition=f"{EMPLOYMENT}@0")

    assert [tables(one) for one in exhibits(page)] == [tables(one) for one in exhibits(usual)]


def test_readers_of_different_editions_do_not_disturb_each_other(folder: DataFolder) -> None:
    put(folder)
    new, old = open_page(PAGE, "en"), open_page(PAGE, "en", edition=f"{EMPLOYMENT}@0")

    assert [departments(page.run()) for page in (new, old, new, old)] == [8, 4, 8, 4]


def test_a_kept_edition_that_was_spoiled_is_said_and_nothing_fails(folder: DataFolder) -> None:
    put(folder)
    edition_path(folder, EMPLOYMENT, 0).write_bytes(b"garbage")

    page = open_page(PAGE, "en", edition=f"{EMPLOYMENT}@0")

    warnings, _, _ = said(page)
    assert any("rule file_unreadable" in one for one in warnings)


def test_a_damaged_history_leaves_readers_with_the_edition_in_force(folder: DataFolder) -> None:
    put(folder)
    (folder.editions / EMPLOYMENT / "history.jsonl").write_text("{", encoding="utf-8")

    page = open_page(PAGE, "en", edition=f"{EMPLOYMENT}@0")

    warnings, notices, _ = said(page)
    assert (departments(page), warnings, len(notices)) == (8, [], 1)


def test_a_file_in_the_inbox_is_on_an_open_page_at_its_next_run(folder: DataFolder, tmp_path: Path) -> None:
    page = open_page(PAGE, "en")
    folder.inbox.mkdir()
    form = filled_form(folder, tmp_path / "form.xlsx")
    settled(form).rename(folder.inbox / form.name)

    page.run()

    assert departments(page) == 8
    assert len(said(page)[2]) == 1
    assert not (folder.inbox / form.name).exists()


def test_a_broken_file_in_the_inbox_changes_nothing_for_readers(folder: DataFolder) -> None:
    page = open_page(PAGE, "en")
    folder.inbox.mkdir()
    broken = folder.inbox / f"{EMPLOYMENT}.parquet"
    broken.write_bytes(b"PAR1 garbage")
    settled(broken)

    page.run()

    assert (departments(page), said(page)) == (4, ([], [], []))
    assert (folder.inbox / f"{broken.name}.report.json").exists()
