"""A key point may be true only while something is missing: then it is shown for so long, and no longer."""

from dataclasses import replace
from pathlib import Path

import pytest

from loaders.catalogue import read_catalogue
from loaders.composition import compose
from loaders.declaration import Declaration
from loaders.key_point import KeyPoint, Missing
from loaders.language import wording
from loaders.library import Library, read_library
from loaders.observation import Observation
from loaders.reader import Dataset, Reading
from tests.sample_data import BEDS, library, sample_folder

CONDITIONS = [
    pytest.param(declaration.id, point.while_missing, id=f"{declaration.id}, point {place}")
    for declaration in library().catalogue.declarations.values()
    for place, point in enumerate(declaration.key_points, start=1)
    if point.while_missing
]
#: What the waiting points of the employment by département say.
WAITING = ("Missing: ", "Bounds: ")


def filled(rows: tuple[Observation, ...], *, but: str = "") -> tuple[Observation, ...]:
    """The observations with a value in every gap, but for those of one measure."""
    return tuple(
        replace(one, value=1.0, status="A", qualifier="=") if one.value is None and one.measure != but else one
        for one in rows
    )


def with_rows(dataset: str, rows: tuple[Observation, ...]) -> Library:
    """The library of the project with other observations of one dataset."""
    read = library()

    def reading(_path: object, one: Declaration, _catalogue: object) -> Reading:
        made = Dataset(declaration=one, observations=rows, version="filled")
        return Reading(dataset=made) if one.id == dataset else read.readings[one.id]

    return read_library(read.catalogue, reading)


def methods(read: Library) -> tuple[str, ...]:
    """The method of the map of départements."""
    declaration = read.catalogue.declaration("employment_by_department")
    view = next(one for one in declaration.views if one.id == "map")
    exhibit = compose(read, declaration.id, view, {}, wording("en"))
    assert exhibit is not None
    return exhibit.method


@pytest.mark.parametrize(("dataset", "missing"), CONDITIONS)
def test_a_condition_of_the_project_holds_today(dataset: str, missing: Missing) -> None:
    read = library().dataset(dataset)

    assert read is not None
    assert missing.holds(read.observations)


def test_a_point_about_gaps_holds_until_the_last_of_them_is_filled() -> None:
    read = library().dataset("employment_by_department")
    assert read is not None
    points = [one.while_missing for one in read.declaration.key_points if one.while_missing]

    assert points
    assert not any(one.holds(filled(read.observations)) for one in points)
    assert all(one.holds(filled(read.observations, but="jobs_share")) for one in points)


def test_an_observation_that_is_not_there_is_missing_too() -> None:
    read = library().dataset("employment_by_department")
    assert read is not None
    rows = filled(read.observations)
    missing = next(one.while_missing for one in read.declaration.key_points if one.while_missing)

    assert missing.holds(tuple(one for one in rows if one.code("ref_area") != "FR102"))


def test_a_point_without_a_condition_is_always_true() -> None:
    assert KeyPoint(fr="x", en="x").holds(())


def test_a_reader_sees_a_point_only_while_it_is_true() -> None:
    read = library().dataset("employment_by_department")
    assert read is not None

    before = methods(library())
    after = methods(with_rows(read.declaration.id, filled(read.observations)))

    assert [one for one in before if one.startswith(WAITING)] == [one for one in before if one not in after]
    assert len(before) == len(after) + len(WAITING)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("{measures: [nurses]}", "key point 1: measure nurses is not declared"),
        ("{measures: [beds], where: {town: x}}", "key point 1: dimension town is not declared"),
        ("{measures: []}", "key_points.0.while_missing.measures"),
        ("{where: {specialty: x}}", "key_points.0.while_missing.measures"),
    ],
)
def test_a_condition_on_what_is_not_declared_is_refused(tmp_path: Path, condition: str, expected: str) -> None:
    folder = sample_folder(tmp_path)
    path = folder.catalogue / f"{BEDS}.yaml"
    text = path.read_text(encoding="utf-8")
    said = "en: The figures are invented.}"
    assert said in text
    path.write_text(text.replace(said, f"{said[:-1]}, while_missing: {condition}}}"), encoding="utf-8")

    (finding,) = read_catalogue(folder).findings

    assert expected in " ".join(finding.found)
