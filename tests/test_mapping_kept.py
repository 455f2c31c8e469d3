"""Mappings that are kept: word for word, for the next file of the same shape, never trusted blindly."""

from pathlib import Path

import pytest

from loaders.finding import Rule
from loaders.folder import DataFolder
from loaders.intake.mapping import kept_mappings, mapping_path, mappings_for, read_mapping, shape_of, write_mapping
from loaders.intake.raw_table import Layout
from tests.raw_tables import ANSWERS, JOBS, answer_all, raw
from tests.sample_data import BEDS, library, sample_folder

SHIPPED = library().catalogue


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return sample_folder(tmp_path)


def test_a_mapping_is_kept_word_for_word(tmp_path: Path) -> None:
    read = raw({" Département ": ["Paris"], "2023": ["12,5"]}, layout=Layout(decimal=",", separator=";"))
    said, _ = answer_all(read, SHIPPED, JOBS, ANSWERS)

    write_mapping(said, tmp_path / "kept.yaml")

    assert read_mapping(tmp_path / "kept.yaml").mapping == said
    assert " Département " in said.columns


def test_the_next_file_of_the_same_shape_is_asked_nothing(folder: DataFolder) -> None:
    first = raw({"Département": ["Paris"], "2023": ["12,5"]}, layout=Layout(decimal=","))
    said, _ = answer_all(first, SHIPPED, JOBS, ANSWERS)
    write_mapping(said, mapping_path(said, folder))

    later = raw({"DEPARTEMENT": ["Essonne"], "2023": ["7,5"]})
    (kept,) = mappings_for(raw({"Département": ["Essonne"], "2023": ["7,5"]}), folder)

    assert kept.mapping == said
    assert shape_of(later) == said.shape
    assert mappings_for(raw({"Département": ["Paris"], "2024": ["1"]}), folder) == ()
    assert mappings_for(first, folder, BEDS) == ()


def test_mappings_of_one_shape_are_kept_for_each_dataset(folder: DataFolder) -> None:
    table = raw({"Département": ["Paris"], "2023": ["12,5"]}, layout=Layout(decimal=","))
    jobs, _ = answer_all(table, SHIPPED, JOBS, ANSWERS)
    beds = jobs.model_copy(update={"dataset": BEDS})
    for one in (jobs, beds):
        write_mapping(one, mapping_path(one, folder))

    assert {one.mapping.dataset for one in mappings_for(table, folder) if one.mapping} == {JOBS, BEDS}
    assert [one.mapping for one in mappings_for(table, folder, BEDS)] == [beds]
    assert [one.mapping for one in mappings_for(table, folder, JOBS)] == [jobs]


def test_a_mapping_under_its_old_name_counts_until_there_is_a_new_one(folder: DataFolder) -> None:
    table = raw({"Département": ["Paris"], "2023": ["12,5"]}, layout=Layout(decimal=","))
    new, _ = answer_all(table, SHIPPED, JOBS, ANSWERS)
    old = new.model_copy(update={"status": "E"})
    write_mapping(old, folder.mappings / f"{old.shape}.yaml")
    before = mappings_for(table, folder, JOBS)

    write_mapping(new, mapping_path(new, folder))

    assert [one.mapping for one in before] == [old]
    assert [one.mapping for one in mappings_for(table, folder, JOBS)] == [new]


def test_a_mapping_that_was_spoiled_harms_no_other_dataset(folder: DataFolder) -> None:
    table = raw({"Département": ["Paris"], "2023": ["12,5"]}, layout=Layout(decimal=","))
    jobs, _ = answer_all(table, SHIPPED, JOBS, ANSWERS)
    write_mapping(jobs, mapping_path(jobs, folder))
    (folder.mappings / f"{BEDS}-{jobs.shape}.yaml").write_text("dataset: [", encoding="utf-8")

    assert [one.mapping for one in mappings_for(table, folder, JOBS)] == [jobs]
    assert [one.mapping for one in kept_mappings(folder, BEDS)] == [None]
    assert sorted(len(one.findings) for one in mappings_for(table, folder)) == [0, 1]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("dataset: [", ""),
        ("dataset: x\nshape: 1\n", "shape"),
        ("dataset: x\nshape: '000000000000'\nsurprise: 1\n", "surprise"),
        ("dataset: x\nshape: '000000000000'\nunits: {a: {unit: b, scale: -1}}\n", "units.a.scale"),
        ("!!python/object/apply:os.system [true]", ""),
        ("[" * 5000, ""),
        ("", ""),
    ],
)
def test_a_mapping_that_is_not_valid_is_a_finding(text: str, names: str, tmp_path: Path) -> None:
    path = tmp_path / "kept.yaml"
    path.write_text(text, encoding="utf-8")

    kept = read_mapping(path)

    assert kept.mapping is None
    (found,) = kept.findings
    assert (found.rule, found.file) == (Rule.MAPPING_INVALID, "kept.yaml")
    assert names in " ".join(found.found)


def test_a_mapping_that_is_not_there_or_no_text_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "kept.yaml").write_bytes(b"\xff\xfe\x00")

    for name in ("kept.yaml", "gone.yaml"):
        assert [one.rule for one in read_mapping(tmp_path / name).findings] == [Rule.MAPPING_INVALID]
