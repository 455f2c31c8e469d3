"""Files handed back on the page "Verify a figure": current, superseded, altered, foreign."""

from pathlib import Path

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from components import editions as editions_on_pages
from components import store
from loaders.catalogue import read_catalogue
from loaders.composition import compose
from loaders.editions.edition import Published
from loaders.editions.history import editions
from loaders.editions.publishing import publish
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language, wording
from loaders.library import read_library
from loaders.provenance import exhibit_provenance
from loaders.seal import sealed
from loaders.verification import declared_view
from tests.analyst import EMPLOYMENT, project_copy
from tests.foreign_words import foreign_words
from tests.published import NOW, SAID
from tests.sealed_files import MAKERS, png
from tests.shown import entry_of, open_page, read, tables, texts

PAGE = entry_of("verify")
VIEW = "map"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """A copy of the data with a published edition, which the application reads in place of the project's own."""
    copy = project_copy(tmp_path / "data")
    for module in (store, editions_on_pages):
        monkeypatch.setattr(module, "PROJECT_DATA", copy)
    put(copy, 4.0)
    return copy


def put(folder: DataFolder, filled: float) -> None:
    """Publishes the employment by département with a value in place of each gap."""
    rows = pl.read_parquet(folder.parquet(EMPLOYMENT))
    gap = pl.col("obs_value").is_null() | (pl.col("obs_value") == 4.0)
    whole = rows.with_columns(
        obs_value=pl.when(gap).then(pl.lit(filled)).otherwise(pl.col("obs_value")),
        obs_status=pl.lit("A"),
        obs_qualifier=pl.lit("="),
    )
    done = publish(folder, EMPLOYMENT, whole, SAID, editions(folder, EMPLOYMENT)[-1].version, NOW)
    assert isinstance(done, Published)


def exported(folder: DataFolder, kind: str = "png") -> bytes:
    """The map as a file, as it is exported now."""
    now = read_library(read_catalogue(folder))
    view = declared_view(now.catalogue.declaration(EMPLOYMENT), VIEW)
    assert view is not None
    exhibit = compose(now, EMPLOYMENT, view, {"measure": "jobs_share"}, wording("fr"))
    assert exhibit is not None
    return sealed(MAKERS[kind](exhibit_provenance(exhibit, edition=1)))


def handed_back(content: bytes, language: Language = "en", name: str = "map.png") -> AppTest:
    """The page after a file was laid down."""
    page = open_page(PAGE, language)
    page.file_uploader[0].set_value((name, content, "application/octet-stream")).run()
    assert [error.value for error in page.exception] == []
    return page


def said(page: AppTest) -> tuple[list[str], list[str], list[str]]:
    """What the page says: that all is well, for information, as a warning."""
    found = (page.success, page.info, page.warning)
    success, info, warning = ([read(one.value) for one in kind] for kind in found)
    return success, info, warning


@pytest.mark.parametrize("kind", MAKERS)
def test_a_file_of_the_edition_in_force_is_current(folder: DataFolder, kind: str) -> None:
    success, info, warning = said(handed_back(exported(folder, kind)))

    assert success == ["The file shows the data in force: it is what the observatory shows today."]
    assert (info, warning) == ([], [])


def test_a_superseded_file_names_its_edition_and_what_has_changed(folder: DataFolder) -> None:
    content = exported(folder)
    put(folder, 5.0)

    page = handed_back(content)

    _, _, (warning,) = said(page)
    (_, *facts), (headings, *changes) = tables(page.main)
    told = {row[0]: row[1] for row in facts}
    assert warning.startswith("The file is superseded: the observatory shows later data today. In force: edition 2")
    assert told["Edition"] == "edition 1, “Q1 2025”, 1 June 2025"
    assert told["Choices"] == "Indicator: Share of jobs"
    assert headings == ["Figure", "Change", "In the file", "Today"]
    assert len(changes) == 4
    told_of_each = {(kind, before, after) for _, kind, before, after in changes}
    assert told_of_each == {("revised", "4% of the regional total", "5% of the regional total")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_is_in_the_language_of_the_page(folder: DataFolder, language: Language) -> None:
    content = exported(folder)
    put(folder, 5.0)

    page = handed_back(content, language)

    (_, *facts), _changes = tables(page.main)
    of_the_file = {row[1] for row in facts[-2:]}  # source and licence, in the language of the file
    assert foreign_words([text for text in texts(page) if text not in of_the_file], language) == []


def test_a_later_edition_that_leaves_the_figures_alone_is_no_alarm(folder: DataFolder) -> None:
    content = exported(folder)
    rows = pl.read_parquet(folder.parquet(EMPLOYMENT))
    noted = rows.with_columns(obs_note=pl.lit("checked again"))
    publish(folder, EMPLOYMENT, noted, SAID, editions(folder, EMPLOYMENT)[-1].version, NOW)

    success, (info,), warning = said(handed_back(content))

    assert (success, warning) == ([], [])
    assert info.startswith("There is a later state of the data, but the figures of the file are still the same.")


def test_an_altered_file_is_not_vouched_for(folder: DataFolder) -> None:
    content = exported(folder).replace(b'"value":39', b'"value":93', 1)

    success, _, (warning,) = said(handed_back(content))

    assert success == []
    assert warning.startswith("This file was changed after the observatory made it")
    for part in ("Where", "file map.png", "rule figure_altered", "Expected", "What to do"):
        assert part in warning


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n", b"", b"<svg onload='alert(1)'/>"])
def test_a_foreign_file_gets_a_clear_answer(content: bytes) -> None:
    success, info, (warning,) = said(handed_back(content))

    assert (success, info) == ([], [])
    assert warning.startswith("This file does not come from the observatory")


@pytest.mark.usefixtures("folder")
def test_what_a_forged_file_says_is_never_markup(folder: DataFolder) -> None:
    now = read_library(read_catalogue(folder))
    view = declared_view(now.catalogue.declaration(EMPLOYMENT), VIEW)
    assert view is not None
    exhibit = compose(now, EMPLOYMENT, view, {"measure": "jobs_share"}, wording("fr"))
    assert exhibit is not None
    made = exhibit_provenance(exhibit, edition=1)
    hostile = "<img src=x onerror=alert(1)> [a](javascript:alert(2)) | **b** :red[c]"
    figure = made.figures[0].model_copy(update={"key": (("ref_area", hostile),), "value": 1e300})
    forged = made.model_copy(update={"source": hostile, "selection": ((hostile, "x"),), "figures": (figure,)})

    page = handed_back(sealed(png(forged)))

    (_, *facts), (_, *changes) = tables(page.main)
    assert ["Source", hostile] in facts
    assert any(hostile in change[0] for change in changes)


def test_a_csv_file_says_its_version_and_that_it_has_no_seal(folder: DataFolder) -> None:
    version = editions(folder, EMPLOYMENT)[-1].version
    content = f"Dataset,Data version\r\n{EMPLOYMENT},{version}\r\n".encode()

    success, (info,), warning = said(handed_back(content, name="map.csv"))

    assert success == ["The file shows the data in force: it is what the observatory shows today."]
    assert info.startswith("A CSV file has no seal")
    assert warning == []


def test_a_file_of_a_dataset_that_is_gone_gets_a_clear_answer(folder: DataFolder) -> None:
    content = exported(folder)
    (folder.catalogue / f"{EMPLOYMENT}.yaml").unlink()

    _, _, warnings = said(handed_back(content))

    assert any("no longer has: employment_by_department" in one for one in warnings)
