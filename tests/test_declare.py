"""A declaration proposed from an unknown table: what can be told is told, the rest is named until somebody says it."""

import re
from pathlib import Path

import polars as pl
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from loaders.catalogue import read_catalogue, read_declaration
from loaders.finding import Rule
from loaders.intake import parquet_table
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Layout
from loaders.library import read_library
from loaders.parquet_file import write_parquet
from loaders.subjects.declaration_text import as_yaml, read_text, write_declaration
from loaders.subjects.declare import declare, open_keys
from loaders.subjects.self_declared import (
    DATASET_KEY,
    DECLARATION_KEY,
    dataset_in,
    declaration_in,
    write_self_declared,
)
from loaders.subjects.table_shape import identifier, shape_of
from tests.sample_data import BEDS, ROWS, declaration, frame, library, sample_folder

CATALOGUE = library().catalogue
#: What pydantic says of a list of which no part is valid, after saying what is wrong with the parts.
_AFTERMATH = "at least 1 item after validation"
DATASETS = tuple(CATALOGUE.declarations)
WIDE = pl.DataFrame(
    {
        "Département": ["Paris", "Yvelines", "Essonne", "Atlantis"],
        "Année": [2023, 2023, 2024, 2024],
        "Type de site": ["Hôpital public", "Clinique", "Clinique: privée", "- autre"],
        "Nb d'emplois": [1950, 2010, 2000, 3],
        "Part (%)": [1.25, None, 3.0, 4.5],
        "note": [[1], [2], [3], [4]],
    }
)


def answered(text: str) -> str:
    """The proposal after a person has answered every TODO."""
    answers = [
        (r"^(\s*(?:fr|en):)  # TODO.*$", r"\1 said"),
        (r"^(\s*unit:)  # TODO.*$", r"\1 percent"),
        (r"^(\s*kind:)  # TODO.*$", r"\1 share"),
        (r"^(processing_level:)  # TODO.*$", r"\1 minor"),
        (r"^(\s*-)  # TODO.*$", r"\1 mediscope-2025"),
    ]
    for pattern, answer in answers:
        text = re.sub(pattern, answer, text, flags=re.MULTILINE)
    return text


def test_dimensions_and_measures_are_told_from_the_columns() -> None:
    shape = shape_of(WIDE, CATALOGUE.areas)

    assert [(one.column, one.id, one.kind.value) for one in shape.dimensions] == [
        ("Département", "ref_area", "area"),
        ("Année", "time_period", "period"),
        ("Type de site", "type_de_site", "code"),
    ]
    assert shape.dimensions[0].unmatched == ("Atlantis",)
    assert [code.code for code in shape.dimensions[2].codes] == [
        "hopital_public",
        "clinique",
        "clinique_privee",
        "autre",
    ]
    assert [(one.id, one.decimals) for one in shape.measures] == [("nb_d_emplois", 0), ("part", 2)]
    assert shape.left_out == ("note",)


@pytest.mark.parametrize(
    ("column", "values", "kind"),
    [
        ("jobs", [2023, 2024], None),
        ("year", [2023, 2024], "period"),
        ("year", [20, 24], None),
        ("when", ["2024-Q1", "2024-Q2"], "period"),
        ("code_insee", ["75", "77", "91"], "area"),
        ("jobs", ["75", "77", "91"], None),
        ("country", ["FR", "DE", "EL"], "area"),
        ("flag", [True, False], None),
        ("nothing", [None, None], None),
    ],
)
def test_a_column_is_a_dimension_only_where_its_content_says_so(
    column: str, values: list[object], kind: str | None
) -> None:
    shape = shape_of(pl.DataFrame({column: values}), CATALOGUE.areas)

    assert [one.kind.value for one in shape.dimensions] == ([kind] if kind else [])


def test_everything_that_only_a_person_can_say_is_open() -> None:
    text = declare(WIDE, "Emplois 2024", CATALOGUE)

    read = read_text(text, CATALOGUE)

    places = [problem.partition(":")[0] for problem in read.problems if _AFTERMATH not in problem]
    assert read.declaration is None
    assert places == [
        "title.fr",
        "title.en",
        "summary.fr",
        "summary.en",
        "sources.0",
        "licence.title.fr",
        "licence.title.en",
        "processing_level",
        "dimensions.2.label.fr",
        "dimensions.2.label.en",
        *(f"measures.{number}.{key}" for number in (0, 1) for key in ("label.fr", "label.en", "unit", "kind")),
    ]
    assert len(places) == len(open_keys(text))


def test_a_proposal_in_the_catalogue_is_refused_with_each_open_key(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")
    (folder.catalogue / "jobs.yaml").write_text(declare(WIDE, "jobs", CATALOGUE), encoding="utf-8")

    (finding,) = read_catalogue(folder).findings

    assert (finding.rule, finding.dataset) == (Rule.DECLARATION_INVALID, "jobs")
    named = [problem for problem in finding.found if _AFTERMATH not in problem]
    assert len(named) == len(open_keys(declare(WIDE, "jobs", CATALOGUE)))


def test_an_answered_proposal_is_a_declaration() -> None:
    read = read_text(answered(declare(WIDE, "Emplois 2024", CATALOGUE)), CATALOGUE)

    assert read.problems == ()
    assert read.declaration is not None
    assert read.declaration.id == "emplois_2024"
    assert [view.id for view in read.declaration.views] == [
        "default_map",
        "default_ranking",
        "default_trend",
        "all_figures",
    ]


@pytest.mark.parametrize("dataset", DATASETS)
def test_a_published_table_gives_its_own_dimensions_measures_and_sources(dataset: str) -> None:
    declared = CATALOGUE.declaration(dataset)
    table = pl.read_parquet(CATALOGUE.folder.parquet(dataset))

    read = read_text(answered(declare(table, dataset, CATALOGUE)), CATALOGUE)

    assert read.declaration is not None, read.problems
    assert {one.id for one in read.declaration.dimensions} == {one.id for one in declared.dimensions}
    assert {one.id for one in read.declaration.measures} == set(table["measure"])
    assert set(read.declaration.sources) == set(table["source_id"])


@pytest.mark.parametrize("table", [pl.DataFrame(), pl.DataFrame({"a": [None]}), pl.DataFrame({"a": ["x"] * 3})])
def test_a_table_without_dimensions_or_measures_gives_a_text_that_says_so(table: pl.DataFrame) -> None:
    text = declare(table, "", CATALOGUE)

    assert read_text(text, CATALOGUE).declaration is None
    assert "# TODO: no column holds numbers" in text


@given(st.text(), st.lists(st.text(), min_size=1, max_size=4), st.text(min_size=1))
def test_whatever_a_file_says_the_proposal_is_yaml_with_valid_names(name: str, values: list[str], column: str) -> None:
    table = pl.DataFrame({column: [value.replace("\x00", "") for value in values], f"{column} 2": [1.5] * len(values)})

    text = declare(table, name, CATALOGUE)

    problems = read_text(text, CATALOGUE).problems
    assert problems
    assert [one for one in problems if re.match(r"(id|.*\.id|.*\.codes.*):", one)] == []


@given(st.text())
def test_an_identifier_is_one_whatever_the_text(text: str) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]{0,63}", identifier(text))


@pytest.mark.parametrize("dataset", DATASETS)
def test_a_declaration_survives_being_written(dataset: str) -> None:
    declared = CATALOGUE.declaration(dataset)

    assert read_text(as_yaml(declared), CATALOGUE).declaration == declared


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "\x00",
        "{",
        "!!python/object:os.system x",
        BOMB,
        "[" * 5000,
        "x" * 2_000_000,
        "id: 2024-99-99",
        "{id: {a: b}}",
        "\ud800",
    ],
    ids=lambda text: text[:12].encode("unicode_escape").decode(),
)
def test_a_hostile_text_is_a_problem_and_not_an_error(text: str) -> None:
    read = read_text(text, CATALOGUE)

    assert read.declaration is None
    assert read.problems


def test_a_declaration_is_written_once_and_never_over_another(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")
    (folder.catalogue / f"{BEDS}.yaml").unlink()

    path = write_declaration(declaration(), folder)

    known = read_catalogue(sample_folder(tmp_path / "other"))
    read, problems = read_declaration(path, known.shared_units, known.sources)
    assert (read, problems) == (declaration(), [])
    assert write_declaration(declaration(), folder) == path
    other = declaration().model_copy(update={"contact": "somebody"})
    with pytest.raises(FileExistsError):
        write_declaration(other, folder)
    assert yaml.safe_load(path.read_text(encoding="utf-8")).get("contact") is None


def test_a_parquet_file_declares_itself(tmp_path: Path) -> None:
    path = tmp_path / "beds.parquet"
    write_self_declared(frame(ROWS), declaration(), path)
    first = path.read_bytes()
    write_self_declared(frame(ROWS), declaration(), path)

    metadata = parquet_table.decode(path, Layout(), Limits()).metadata

    assert path.read_bytes() == first
    assert declaration_in(metadata, CATALOGUE, path.name).declaration == declaration()
    assert dataset_in(metadata) == BEDS
    assert pl.read_parquet(path).equals(frame(ROWS))


def test_a_file_that_declared_itself_is_a_dataset_beside_its_declaration(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")
    write_self_declared(frame(ROWS), declaration(), folder.parquet(BEDS))

    assert read_library(read_catalogue(folder)).all_findings == ()


def test_json_in_the_footer_is_a_declaration_too() -> None:
    text = declaration().model_dump_json(exclude_none=True)

    assert declaration_in(((DECLARATION_KEY, text),), CATALOGUE, "f").declaration == declaration()


def test_a_file_that_says_nothing_of_itself_gives_neither_declaration_nor_findings(tmp_path: Path) -> None:
    path = tmp_path / "plain.parquet"
    write_parquet(frame(ROWS), path)
    metadata = parquet_table.decode(path, Layout(), Limits()).metadata

    found = declaration_in(metadata, CATALOGUE, path.name)

    assert (found.declaration, found.findings, dataset_in(metadata)) == (None, (), None)


def test_a_footer_that_declares_badly_gives_one_finding_with_every_reason() -> None:
    text = as_yaml(declaration()).replace("unit: bed\n", "unit: unheard_of\n").replace("mediscope-2025", "nobody")

    found = declaration_in(((DATASET_KEY, BEDS), (DECLARATION_KEY, text)), CATALOGUE, "beds.parquet")

    (finding,) = found.findings
    assert found.declaration is None
    assert (finding.rule, finding.dataset, finding.file) == (Rule.DECLARATION_INVALID, BEDS, "beds.parquet")
    assert finding.found == (
        "measure beds: unit unheard_of is not known",
        "measure outlook: unit unheard_of is not known",
        "source nobody is not known",
    )
