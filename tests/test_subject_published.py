"""A file of no dataset becomes a subject that readers have at once, and the next file needs no answer."""

from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.audit import audit
from loaders.composition import compose
from loaders.exploration import Comparison, exploring_view
from loaders.folder import DataFolder
from loaders.intake.intake import take_in
from loaders.intake.mapping import mapping_path, read_mapping
from loaders.language import LANGUAGES, wording
from loaders.observation import MEASURE, SOURCE, VALUE
from loaders.subjects.subject_mapping import mapping_of
from loaders.territory.indicator import holdings
from loaders.territory.portrayal import portray
from tests.analyst import desk_of
from tests.sample_data import sample_folder, selections
from tests.subject_answers import (
    LONG,
    WIDE,
    accepted,
    filled,
    form_of,
    long_file,
    published,
    table_of,
    wide_file,
)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder in which nobody has heard of the subject."""
    return sample_folder(tmp_path / "data")


@pytest.mark.parametrize(("make", "source"), [(wide_file, "drees-2025"), (long_file, "mediscope-2025")])
def test_an_unknown_file_becomes_a_subject_that_readers_have_at_once(
    make: Callable[[Path], Path], source: str, tmp_path: Path, folder: DataFolder
) -> None:
    table = table_of(make(tmp_path), folder)
    form = filled(form_of(table), source)

    read = published(table, form, folder)

    subject = read.catalogue.declaration(form.id)
    assert read.all_findings == ()
    assert source in read.catalogue.sources
    assert "Cliniques" in {one.title for one in audit(read, wording("fr")).coverage}
    areas = {one.code("ref_area") for one in read.observations(form.id)}
    assert all(
        form.id in {one.dataset for one in portray(read, holdings(read), area, None, wording("fr")).sections}
        for area in areas
    )
    assert compose(
        read, form.id, exploring_view(subject, subject.measures[0].id, Comparison("ref_area"), ()), {}, wording("en")
    )
    assert all(
        any(compose(read, form.id, view, chosen, wording(language)) for chosen in selections(read, form.id, view))
        for view in subject.views
        for language in LANGUAGES
    )


def test_the_next_file_of_the_same_shape_is_taken_in_without_a_question(tmp_path: Path, folder: DataFolder) -> None:
    path = wide_file(tmp_path)
    table = table_of(path, folder)
    form = filled(form_of(table))
    published(table, form, folder)
    path.write_text(WIDE.replace("39,5", "39,6"), encoding="utf-8")

    again = take_in(path, desk_of(folder))

    assert (again.dataset, again.proposal, again.findings) == (form.id, None, ())
    assert again.subject is None
    kept = read_mapping(mapping_path(mapping_of(form, table), folder)).mapping
    assert kept == mapping_of(form, table)


def test_numbers_of_text_are_read_and_gaps_stay_gaps(tmp_path: Path, folder: DataFolder) -> None:
    table = table_of(wide_file(tmp_path), folder)

    made = accepted(table, filled(form_of(table)), folder)

    values = {
        (area, period, measure): (value, status, page)
        for area, period, measure, value, status, page in made.select(
            "ref_area", "time_period", MEASURE, VALUE, "obs_status", "source_page"
        ).iter_rows()
    }
    assert len(values) == 8
    assert values["FR101", "2024", "lits"] == (2010.0, "A", "12")
    assert values["FR101", "2024", "part"] == (40.25, "A", "12")
    assert values["FR105", "2024", "lits"] == (None, "O", "13")
    assert set(made["type_de_site"]) == {"hopital_public", "clinique_privee"}
    assert set(made[SOURCE]) == {"drees-2025"}


def test_decimals_are_proposed_from_numbers_with_a_comma(tmp_path: Path, folder: DataFolder) -> None:
    form = form_of(table_of(wide_file(tmp_path), folder))

    assert [(one.id, one.decimals) for one in form.measures] == [("lits", 0), ("part", 2)]


def test_what_a_long_file_says_of_its_figures_is_kept(tmp_path: Path, folder: DataFolder) -> None:
    table = table_of(long_file(tmp_path), folder)

    made = accepted(table, filled(form_of(table), "mediscope-2025"), folder)

    assert made.sort(made.columns).equals(LONG.sort(made.columns).select(made.columns))
