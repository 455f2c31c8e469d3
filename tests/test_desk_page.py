"""The data desk as a page: what it asks, what it shows, and which dataset it is about."""

from pathlib import Path

import pytest

from loaders.folder import DataFolder
from tests.analyst import EMPLOYMENT, filled_form, project_copy
from tests.desk_page import lay_down, publish, says, serve


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """A copy of the data that the application reads and publishes in."""
    copy = project_copy(tmp_path / "data")
    serve(copy, monkeypatch)
    return copy


def test_after_publishing_the_desk_shows_the_dataset_that_was_published(folder: DataFolder, tmp_path: Path) -> None:
    form = filled_form(folder, tmp_path / "form.xlsx")

    page = publish(lay_down(form, desk_dataset="fdi_rankings"))

    assert says(page, "Published as edition 1 of Jobs and establishments by département.")
    assert page.query_params["desk_dataset"] == EMPLOYMENT
    assert says(page, "edition 1")
