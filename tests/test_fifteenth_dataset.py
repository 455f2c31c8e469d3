"""A new dataset is two files and no code: a declaration and a Parquet file beside those of the project."""

import json
import shutil
from pathlib import Path

import polars as pl
import pytest

from loaders.__main__ import main
from loaders.audit import audit
from loaders.build import build
from loaders.catalogue import read_catalogue
from loaders.composition import compose
from loaders.files.formats import FileFormat, picture_file
from loaders.finding import Rule
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language, wording
from loaders.library import read_library
from loaders.order import Place
from loaders.parquet_file import write_parquet
from loaders.provenance import exhibit_provenance
from loaders.table import table_of
from loaders.territory.difference import Reason
from loaders.territory.indicator import holdings
from loaders.territory.portrait import Uncertain
from loaders.territory.portrayal import portray
from tests.sample_data import BEDS, ROWS, SAMPLES, SHIPPED, frame, library, row, selections


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """The data of the project with one more declaration and one more Parquet file."""
    folder = DataFolder(shutil.copytree(SHIPPED.root, tmp_path / "data"))
    shutil.copy(SAMPLES / f"{BEDS}.yaml", folder.catalogue)
    write_parquet(frame(ROWS), folder.parquet(BEDS))
    return folder


def test_it_stands_beside_the_others_and_changes_none(folder: DataFolder) -> None:
    read = read_library(read_catalogue(folder))

    others = {name: reading for name, reading in read.readings.items() if name != BEDS}
    assert read.all_findings == ()
    assert set(read.readings) == {*library().readings, BEDS}
    assert others == library().readings


def test_it_is_listed_described_and_validated(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(folder.root), "--json"]

    codes = [
        main(["list", *data]),
        main(["describe", BEDS, *data]),
        main(["validate", str(folder.parquet(BEDS)), *data]),
    ]

    listed, end = json.JSONDecoder().raw_decode(printed := capsys.readouterr().out)
    described, _ = json.JSONDecoder().raw_decode(printed[end:].lstrip())
    assert codes == [0, 0, 0]
    assert len(listed) == 15
    assert next(one for one in listed if one["dataset"] == BEDS)["observations"] == 6
    assert [view["id"] for view in described["views"]] == ["beds_ranking", "all_figures"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_audited(folder: DataFolder, language: Language) -> None:
    found = audit(read_library(read_catalogue(folder)), wording(language))

    title = {"fr": "Lits d’hôpital", "en": "Hospital beds"}[language]
    assert [(one.observations, one.known) for one in found.coverage if one.title == title] == [(6, 5)]
    assert [gap.what for gap in found.gaps if gap.dataset == title] == [
        {"fr": "Lits, Yvelines, Chirurgie, 2024", "en": "Beds, Yvelines, Surgery, 2024"}[language]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_views_are_composed_with_tables_and_files(folder: DataFolder, language: Language) -> None:
    read, words = read_library(read_catalogue(folder)), wording(language)
    composed = [
        exhibit
        for view in read.catalogue.declaration(BEDS).views
        for chosen in selections(read, BEDS, view, language)
        if (exhibit := compose(read, BEDS, view, chosen, words))
    ]

    assert [exhibit.view for exhibit in composed] == ["beds_ranking", "beds_ranking", "all_figures"]
    assert all(table_of(exhibit, words).rows for exhibit in composed)
    assert all(
        picture_file(exhibit, kind, exhibit_provenance(exhibit, edition=None), words)
        for exhibit in composed
        for kind in FileFormat
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_in_the_portraits_of_its_areas(folder: DataFolder, language: Language) -> None:
    read = read_library(read_catalogue(folder))

    shown = portray(read, holdings(read), "FR102", "FR101", wording(language))

    (section,) = (one for one in shown.sections if one.dataset == BEDS)
    lines = {line.name: line for line in section.lines}
    beds, staff = {
        "fr": ("Lits · Chirurgie", "Soignants · Chirurgie"),
        "en": ("Beds · Surgery", "Staff · Surgery"),
    }[language]
    assert lines[beds].standing == Place(2, 2, tied=False)
    assert lines[beds].is_comparable
    assert lines[staff].difference is Reason.BOUND
    assert isinstance(lines[staff].standing, Uncertain)
    assert section.picture is not None
    assert section.picture.exhibit.coverage.known == 2


def test_what_it_declares_is_computed(folder: DataFolder) -> None:
    read = read_library(read_catalogue(folder))

    computed = [(one.code("ref_area"), one.value, one.qualifier) for one in read.computed[BEDS]]

    # 300 / 120, and more than 100 / 80 (rounded to one decimal).
    assert computed == [("FR101", 2.5, "="), ("FR102", 1.2, ">")]


def test_it_can_be_built_from_a_transcription(folder: DataFolder) -> None:
    shutil.copy(SAMPLES / f"{BEDS}.csv", folder.figures)
    folder.parquet(BEDS).unlink()

    list(build(folder))

    table = pl.read_parquet(folder.parquet(BEDS))
    assert table.height == 10
    assert table["specialty"].to_list() == ["surgery"] * 6 + ["medicine"] + ["surgery"] * 3
    assert table["obs_value"].to_list() == [120.0, 300.0, 2.5, 80.0, 100.0, None, None, 60.0, 61.0, 1.0]
    assert read_library(read_catalogue(folder)).all_findings == ()


def test_a_declared_contradiction_is_shown_with_its_other_value(folder: DataFolder) -> None:
    rows = [*ROWS, row("FR108", "beds", 61.0, source_page="8"), row("FR108", "beds", 60.0)]
    write_parquet(frame(rows), folder.parquet(BEDS))
    read = read_library(read_catalogue(folder))
    view = read.catalogue.declaration(BEDS).views[0]

    exhibit = compose(
        read, BEDS, view, {"measure": "beds", "specialty": "surgery", "time_period": "2024"}, wording("en")
    )

    assert exhibit is not None
    (shown,) = [mark.figure for mark in exhibit.marks if mark.category.code == "FR108"]
    assert (shown.value, [other.value for other in shown.alternatives]) == (60.0, [61.0])
    assert [warning.replace("\N{NO-BREAK SPACE}", " ") for warning in exhibit.warnings] == [
        "Val-d'Oise: shown as 60 beds (p. 12); the study also prints 61 beds (p. 8)."
    ]


@pytest.mark.parametrize(
    ("shares", "coverage", "together"),
    [
        ([40.0, 35.5, None], "2 départements of 3", "Together, the 1 gap holds 24.5% of the whole (100 less 75.5;"),
        ([40.0, None, None], "1 département of 3", "Together, the 2 gaps hold 60% of the whole (100 less 40;"),
        ([40.0, 35.5, 24.5], "3 départements of 3", None),
        ([None, None, None], "0 départements of 3", None),
    ],
    ids=["one gap", "two gaps", "no gap", "nothing known"],
)
def test_the_gaps_of_a_share_hold_together_what_is_left(
    folder: DataFolder, shares: list[float | None], coverage: str, together: str | None
) -> None:
    rows = [row(area, "beds_share", share) for area, share in zip(("FR101", "FR102", "FR103"), shares, strict=True)]
    write_parquet(frame(rows), folder.parquet(BEDS))
    read = read_library(read_catalogue(folder))
    view = read.catalogue.declaration(BEDS).views[0]

    exhibit = compose(read, BEDS, view, {"measure": "beds_share"}, wording("en"))

    assert exhibit is not None
    assert exhibit.coverage.text == coverage
    assert (exhibit.coverage.together or "").partition(" estimated")[0] == (together or "")


@pytest.mark.parametrize(
    ("content", "rule"), [(b"garbage", Rule.FILE_UNREADABLE), (None, Rule.FILE_MISSING)], ids=["damaged", "missing"]
)
def test_when_its_file_is_bad_the_others_are_as_before(folder: DataFolder, content: bytes | None, rule: Rule) -> None:
    folder.parquet(BEDS).unlink()
    if content:
        folder.parquet(BEDS).write_bytes(content)

    read = read_library(read_catalogue(folder))

    assert [(one.rule, one.dataset) for one in read.all_findings] == [(rule, BEDS)]
    assert {name: reading for name, reading in read.readings.items() if name != BEDS} == library().readings


def test_when_the_file_of_another_is_bad_it_is_as_before(folder: DataFolder) -> None:
    folder.parquet("employment_structure").write_bytes(b"garbage")

    read = read_library(read_catalogue(folder))

    assert read.dataset(BEDS) is not None
    assert [one.dataset for one in read.all_findings] == ["employment_structure"]
    # The estimates of another dataset need its total: without it there are none, but nothing fails.
    assert read.computed["employment_by_department"] == ()
