"""Data that are dropped, damaged or missing while readers are there: said where they belong, and nowhere else."""

import shutil
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from components import store
from components.navigation import ENTRIES, Entry
from components.plain_text import plain
from loaders.catalogue import read_catalogue
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language, wording
from loaders.library import read_library
from loaders.notice import notice
from loaders.parquet_file import write_parquet
from tests.page_files import PAGES, subjects, views
from tests.sample_data import BEDS, ROWS, SAMPLES, SHIPPED, frame, library, row
from tests.shown import cards, entry_of, exhibits, open_page, read, tables, texts

HALF = slice(0, 1500)
#: Pages that show no data until a reader chooses or brings something.
WITHOUT_DATA = {"basket", "board", "exhibit", "present", "verify"}
BOTH_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """A copy of the data that the application reads in place of the project's own."""
    copy = DataFolder(tmp_path / "data")
    for part in (SHIPPED.catalogue, SHIPPED.indicators, SHIPPED.codelists, SHIPPED.figures):
        shutil.copytree(part, copy.root / part.name)
    monkeypatch.setattr(store, "PROJECT_DATA", copy)
    return copy


def damage(folder: DataFolder, dataset: str) -> None:
    """Cut the file of a dataset off, as an interrupted copy does."""
    path = folder.parquet(dataset)
    path.write_bytes(path.read_bytes()[HALF])


def misspell(folder: DataFolder) -> None:
    """Write an area that there is not into the file of a dataset."""
    table = pl.read_parquet(folder.parquet("university_countries"))
    write_parquet(table.with_columns(pl.col("ref_area").replace("US", "XX")), folder.parquet("university_countries"))


SPOIL: dict[str, Callable[[DataFolder], object]] = {
    "file_unreadable": lambda folder: damage(folder, "university_countries"),
    "file_missing": lambda folder: folder.parquet("university_countries").unlink(),
    "code_unknown": misspell,
    "declaration_invalid": lambda folder: (folder.catalogue / "university_countries.yaml").write_text("id: [", "utf-8"),
}


def drop_beds(folder: DataFolder) -> None:
    """Lay the two files of the invented dataset into a folder."""
    shutil.copy(SAMPLES / f"{BEDS}.yaml", folder.catalogue)
    write_parquet(frame(ROWS), folder.parquet(BEDS))


def warnings(page: AppTest) -> list[str]:
    """The notices of a page about data, each in one line."""
    return [read(notice.value) for notice in page.warning]


def keys(page: AppTest) -> set[str]:
    """The keys of the exhibits and cards of a page."""
    return {one.key or "" for one in (*exhibits(page), *cards(page))}


def failures(page: AppTest) -> list[str]:
    """What no page may show: errors of the program."""
    return [error.value for error in page.exception]


def number_on(page: AppTest, card: str) -> str:
    """The number of a card of key figures."""
    (found,) = [one for one in cards(page) if one.key == card]
    return read(str(found.get("metric")[0].proto.body))


def replace_number(folder: DataFolder, dataset: str, before: float, after: float) -> None:
    """Write the file of a dataset again with another number in it."""
    table = pl.read_parquet(folder.parquet(dataset))
    changed = table.with_columns(pl.col("obs_value").replace(before, after))
    assert not changed.equals(table), f"{dataset} has no {before}"
    write_parquet(changed, folder.parquet(dataset))


def home(dataset: str) -> tuple[Entry, set[str], dict[str, str]]:
    """A page that shows a dataset, the keys of what it shows of others, and the parameters that lead there."""
    for entry in ENTRIES[1:]:
        source = (PAGES / f"{entry.name}.py").read_text(encoding="utf-8")
        if dataset in subjects(source):
            return entry, set(), {"further_subject": dataset}
        if any(one.dataset == dataset for one in views(source)):
            return entry, {one.key for one in views(source) if one.dataset != dataset}, {}
    pytest.fail(f"no page shows {dataset}")


@pytest.mark.parametrize("dataset", library().catalogue.declarations)
def test_a_damaged_file_gives_way_to_a_notice_and_the_rest_of_its_page_stays(folder: DataFolder, dataset: str) -> None:
    damage(folder, dataset)
    entry, others, parameters = home(dataset)

    page = open_page(entry, "fr", **parameters)

    assert failures(page) == []
    assert keys(page) == others
    assert warnings(page)
    place = f"jeu de données {dataset}, fichier {dataset}.parquet, règle file_unreadable"
    assert all(place in text for text in warnings(page))


@BOTH_LANGUAGES
@pytest.mark.parametrize("rule", ["file_unreadable", "file_missing", "code_unknown", "declaration_invalid"])
def test_a_notice_has_its_four_parts(folder: DataFolder, rule: str, language: Language) -> None:
    SPOIL[rule](folder)
    found = read_library(read_catalogue(folder)).findings("university_countries")

    page = open_page(entry_of("universities"), language)

    assert [finding.rule for finding in found] == [rule]
    parts = [notice(finding, wording(language)) for finding in found]
    for text in warnings(page):
        assert all(read(part) in text for one in parts for part in (one.what, one.where, one.expected, one.remedy))
    assert failures(page) == []
    assert any(one.startswith("exhibit_subject") for one in keys(page))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_page_stands_when_no_file_can_be_read(folder: DataFolder, entry: Entry) -> None:
    for path in folder.indicators.iterdir():
        damage(folder, path.stem)

    page = open_page(entry, "en")

    assert failures(page) == []
    assert keys(page) == set()
    assert warnings(page) or entry.name in WITHOUT_DATA
    assert len(page.title) == 1


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_page_stands_when_nothing_is_declared(folder: DataFolder, entry: Entry) -> None:
    for path in folder.catalogue.iterdir():
        path.unlink()

    page = open_page(entry, "en")

    assert failures(page) == []
    assert keys(page) == set()
    assert len(page.title) == 1


def test_a_file_that_nobody_declared_changes_no_page_of_a_subject(folder: DataFolder) -> None:
    before = keys(open_page(entry_of("fdi"), "fr"))
    shutil.copy(folder.parquet("fdi_rankings"), folder.parquet("stray"))

    page = open_page(entry_of("fdi"), "fr")

    assert (failures(page), warnings(page), keys(page)) == ([], [], before)


def test_a_file_that_nobody_declared_is_a_finding_on_the_page_of_the_sources(folder: DataFolder) -> None:
    shutil.copy(folder.parquet("fdi_rankings"), folder.parquet("stray"))

    (found,) = warnings(open_page(entry_of("sources"), "en"))

    assert "file stray.parquet, rule file_undeclared" in found


def test_a_file_that_is_replaced_is_seen_at_the_next_run_of_the_same_session(folder: DataFolder) -> None:
    page = open_page(ENTRIES[0], "fr")
    card = "key_employment_structure_total_jobs"
    before = number_on(page, card)

    replace_number(folder, "employment_structure", 92300, 93400)
    page.run()

    assert (before, number_on(page, card)) == ("92 300†", "93 400†")
    assert "93 400 emplois" in "\n".join(texts(open_page(entry_of("employment"), "fr")))


def test_a_file_that_is_damaged_and_put_back_is_seen_at_the_next_run_of_the_same_session(folder: DataFolder) -> None:
    page = open_page(entry_of("fdi"), "fr")
    shown, content = keys(page), folder.parquet("fdi_rankings").read_bytes()

    damage(folder, "fdi_rankings")
    page.run()
    assert keys(page) == set()
    folder.parquet("fdi_rankings").write_bytes(content)
    page.run()

    assert keys(page) == shown
    assert warnings(page) == []


@BOTH_LANGUAGES
def test_a_fifteenth_dataset_can_be_explored_and_is_among_the_sources(folder: DataFolder, language: Language) -> None:
    explore = open_page(entry_of("explore"), language)
    title = {"fr": "Lits d’hôpital", "en": "Hospital beds"}[language]
    assert title not in explore.selectbox[0].options

    drop_beds(folder)
    explore.run()
    assert title in explore.selectbox[0].options
    explore.selectbox[0].set_value(BEDS).run()

    assert (failures(explore), warnings(explore)) == ([], [])
    assert explore.query_params["explore_dataset"] == BEDS
    listed = tables(exhibits(explore)[-1])[0]
    assert len(listed) == 1 + len(ROWS) + 2  # and two ratios that are computed when the file is read
    assert any(cell == {"fr": "120 lits", "en": "120 beds"}[language] for row in listed for cell in row)
    coverage = [
        row for table in tables(open_page(entry_of("sources"), language).main) for row in table if row[0] == title
    ]
    assert [row[1:4] for row in coverage][:1] == [[str(len(ROWS)), str(len(ROWS) - 1), "1"]]


def test_a_dataset_that_is_taken_back_is_missed_by_its_link_and_by_nobody_else(folder: DataFolder) -> None:
    drop_beds(folder)
    explore = open_page(entry_of("explore"), "en", explore_dataset=BEDS)
    assert explore.query_params["explore_dataset"] == BEDS

    folder.parquet(BEDS).unlink()
    (folder.catalogue / f"{BEDS}.yaml").unlink()
    explore.run()

    assert (failures(explore), warnings(explore)) == ([], [])
    assert any(BEDS in read(notice.value) for notice in explore.info)
    assert len(exhibits(explore)) > 0


def test_a_label_that_looks_like_markdown_is_plain_text_on_a_control(folder: DataFolder) -> None:
    drop_beds(folder)
    declaration = folder.catalogue / f"{BEDS}.yaml"
    text = declaration.read_text(encoding="utf-8").replace("en: Surgery}", 'en: ":red[Surgery]"}')
    declaration.write_text(text.replace("en: Specialty}", 'en: "**Specialty**"}'), encoding="utf-8")
    write_parquet(frame([*ROWS, row("FR101", "beds", 7.0, specialty="medicine")]), folder.parquet(BEDS))

    page = open_page(entry_of("explore"), "en", explore_dataset=BEDS, explore_category="ref_area")

    (control,) = (one for one in page.main.get("button_group") if read(one.proto.label) == "**Specialty**")
    assert control.proto.label == plain("**Specialty**")
    assert [option.content for option in control.proto.options] == [plain(":red[Surgery]"), plain("Medicine")]
