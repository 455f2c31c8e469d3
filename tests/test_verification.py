"""The answer to a file that was handed back: current or superseded, and what has changed since."""

from pathlib import Path

import pytest

from loaders.catalogue import read_catalogue
from loaders.composition import compose
from loaders.editions.history import editions
from loaders.figure_changes import ChangeKind, FigureChange
from loaders.finding import Finding, Rule
from loaders.folder import DataFolder
from loaders.labels import Labels
from loaders.language import LANGUAGES, Language, wording
from loaders.library import Library, read_library
from loaders.provenance import CarriedFigure, Provenance, exhibit_provenance
from loaders.stated_version import StatedVersion
from loaders.verification import Verified, declared_view, verify
from loaders.verification_tables import change_table, facts_table
from tests.published import put
from tests.sample_data import BEDS, ROWS, Row, library, row, sample_folder, selections

LATER: list[Row] = [
    row("FR101", "beds", 121.0),
    *ROWS[1:3],
    row("FR102", "beds", 80.0, obs_status="P"),
    row("FR104", "beds", 9.0),
]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with an edition of the invented dataset."""
    made = sample_folder(tmp_path / "data")
    put(made, [*ROWS[:3], *ROWS[3:4], row("FR103", "beds", 7.0)])
    return made


def read(folder: DataFolder) -> Library:
    """The library as it is now."""
    return read_library(read_catalogue(folder))


def exported(library_of_then: Library, view: str, chosen: dict[str, str]) -> Provenance:
    """What a picture of the invented dataset says of itself."""
    shown = declared_view(library_of_then.catalogue.declaration(BEDS), view)
    assert shown is not None
    exhibit = compose(library_of_then, BEDS, shown, chosen, wording("en"))
    assert exhibit is not None
    return exhibit_provenance(exhibit, edition=1)


def answer(folder: DataFolder, said: Provenance | StatedVersion) -> Verified:
    """The answer of today."""
    found = verify(read(folder), editions(folder, said.dataset), said, "figure.svg")
    assert isinstance(found, Verified)
    return found


def a_view(folder: DataFolder) -> tuple[str, dict[str, str]]:
    """A view of the invented dataset that shows beds by area, with its choices."""
    now = read(folder)
    for view in now.catalogue.declaration(BEDS).views:
        for chosen in selections(now, BEDS, view):
            said = exported(now, view.id, chosen)
            if {one.measure for one in said.figures} == {"beds"} and len(said.figures) > 1:
                return view.id, chosen
    raise AssertionError("no view of beds")


def codes(changes: tuple[FigureChange, ...] | None) -> list[tuple[str, ChangeKind]]:
    """The area and the kind of each change."""
    assert changes is not None
    return sorted((dict(one.named.key)["ref_area"], one.kind) for one in changes)


def test_a_figure_of_the_edition_in_force_is_current(folder: DataFolder) -> None:
    found = answer(folder, exported(read(folder), *a_view(folder)))

    assert found.is_current
    assert found.changes == ()
    assert found.edition == found.current == editions(folder, BEDS)[-1]


def test_a_superseded_figure_tells_what_was_revised_added_removed_and_marked(folder: DataFolder) -> None:
    said = exported(read(folder), *a_view(folder))
    put(folder, LATER)

    found = answer(folder, said)

    assert not found.is_current
    assert found.edition is not None
    assert found.edition.version == said.data_version != found.current_version
    assert codes(found.changes) == [
        ("FR101", ChangeKind.REVISED),
        ("FR102", ChangeKind.MARKED),
        ("FR103", ChangeKind.REMOVED),
        ("FR104", ChangeKind.ADDED),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_changes_are_a_table_in_words(folder: DataFolder, language: Language) -> None:
    said = exported(read(folder), *a_view(folder))
    put(folder, LATER)
    now = read(folder)
    labels = Labels(now.catalogue.declaration(BEDS), now.catalogue, wording(language))
    found = answer(folder, said)

    table = change_table(found.changes or (), labels)

    (revised,) = (one for one in table.rows if one[1] == labels.words.say("revised"))
    assert revised[2].startswith("120")
    assert revised[3].startswith("121")
    assert "Paris" in revised[0]
    (added,) = (one for one in table.rows if one[1] == labels.words.say("added"))
    assert added[2] == "–"
    facts = {row[0]: row[1] for row in facts_table(said, labels, "edition 1").rows}
    assert facts[labels.words.say("Data version")] == said.data_version
    assert facts[labels.words.say("Source")] == said.source


def test_later_data_that_leave_the_figures_as_they_are_change_nothing_in_the_file(folder: DataFolder) -> None:
    said = exported(read(folder), *a_view(folder))
    put(folder, [*ROWS[:1], row("FR101", "staff", 301.0), *ROWS[2:4], row("FR103", "beds", 7.0)])

    found = answer(folder, said)

    assert (found.is_current, found.changes) == (False, ())


def test_a_version_that_was_not_kept_is_superseded_and_its_figures_are_compared(folder: DataFolder) -> None:
    said = exported(read(folder), *a_view(folder)).model_copy(update={"data_version": "f" * 12})

    found = answer(folder, said)

    assert (found.edition, found.is_current, found.changes) == (None, False, ())


@pytest.mark.parametrize("view", ["explore", "gone"])
def test_a_view_that_nobody_declared_is_compared_figure_by_figure(folder: DataFolder, view: str) -> None:
    said = exported(read(folder), *a_view(folder)).model_copy(update={"view": view})
    put(folder, LATER)

    found = answer(folder, said)

    assert codes(found.changes) == [
        ("FR101", ChangeKind.REVISED),
        ("FR102", ChangeKind.MARKED),
        ("FR103", ChangeKind.REMOVED),
    ]


@pytest.mark.parametrize("table", [True, False])
def test_a_whole_dataset_is_compared_with_the_edition_that_was_kept(folder: DataFolder, *, table: bool) -> None:
    version = read(folder).readings[BEDS].dataset.version  # type: ignore[union-attr]
    picture = exported(read(folder), *a_view(folder))
    whole = picture.model_copy(update={"view": "", "figures": (), "selection": ()})
    said = StatedVersion(dataset=BEDS, data_version=version) if table else whole
    before = answer(folder, said)
    put(folder, LATER)

    after = answer(folder, said)

    assert before.is_current
    assert ("FR101", ChangeKind.REVISED) in codes(after.changes)
    assert ("FR104", ChangeKind.ADDED) in codes(after.changes)


def test_what_changed_in_a_dataset_cannot_be_told_where_its_edition_was_not_kept(folder: DataFolder) -> None:
    found = answer(folder, StatedVersion(dataset=BEDS, data_version="f" * 12))

    assert (found.edition, found.changes, found.is_current) == (None, None, False)


def test_a_dataset_that_there_is_no_more_is_a_finding(folder: DataFolder) -> None:
    found = verify(read(folder), (), StatedVersion(dataset="gone", data_version="f" * 12), "figure.csv")

    assert isinstance(found, tuple)
    assert [one.rule for one in found] == [Rule.FIGURE_OUTLIVED]


def test_a_dataset_that_cannot_be_read_today_gives_its_findings(folder: DataFolder) -> None:
    said = exported(read(folder), *a_view(folder))
    folder.parquet(BEDS).write_bytes(b"garbage")

    found = verify(read(folder), (), said, "figure.svg")

    assert isinstance(found, tuple)
    assert all(isinstance(one, Finding) for one in found)
    assert found


@pytest.mark.parametrize("measure", ["gone", "beds"])
@pytest.mark.parametrize("value", [1e300, 5e-324, -0.0])
def test_codes_and_numbers_that_nobody_knows_stand_for_themselves(
    folder: DataFolder, measure: str, value: float
) -> None:
    strange = CarriedFigure(
        key=(("ref_area", "<b>"), ("nothing", "x")), measure=measure, value=value, qualifier="=", status="?"
    )
    now = read(folder)
    labels = Labels(now.catalogue.declaration(BEDS), now.catalogue, wording("en"))

    ((name, _, before, after),) = change_table((FigureChange(before=strange, after=None),), labels).rows

    assert name.startswith("<b>, x, ")
    assert before.endswith("(?)")
    assert after == "–"


@pytest.mark.parametrize("dataset", library().catalogue.declarations)
def test_every_picture_of_the_project_is_current_on_the_day_it_is_made(dataset: str) -> None:
    shipped = library()
    for view in shipped.catalogue.declaration(dataset).views:
        chosen = next(selections(shipped, dataset, view))
        exhibit = compose(shipped, dataset, view, chosen, wording("fr"))
        assert exhibit is not None
        found = verify(shipped, (), exhibit_provenance(exhibit, edition=None), "figure.svg")
        assert isinstance(found, Verified)
        assert found.is_current, view.id
