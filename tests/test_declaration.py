"""An invalid declaration is one finding that names the place and says everything, and harms no other dataset."""

from pathlib import Path

import pytest

from loaders.catalogue import read_catalogue
from loaders.finding import Rule
from loaders.library import read_library
from tests.sample_data import BEDS, row, sample_folder


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("kind: ranking", "kind: pie", "views.0.kind", id="a kind that does not exist"),
        pytest.param("processing_level: transcribed", "", "processing_level: Field required", id="a key that lacks"),
        pytest.param(
            "id: hospital_beds\n", "id: hospital_beds\ncolour: red\n", "colour: Extra inputs", id="a key too many"
        ),
        pytest.param("id: hospital_beds\n", "id: beds\n", "id beds differs from the file name", id="another id"),
        pytest.param("unit: bed,", "unit: cot,", "measure beds: unit cot is not known", id="an unknown unit"),
        pytest.param("[mediscope-2025]", "[hearsay]", "source hearsay is not known", id="an unknown source"),
        pytest.param(
            "[beds, staff, beds_share]", "[beds, nurses]", "measure nurses is not declared", id="an unknown measure"
        ),
        pytest.param(
            "category: ref_area", "category: town", "dimension town is not declared", id="an unknown dimension"
        ),
        pytest.param("id: medicine,", "id: surgery,", "a code is listed twice", id="a code twice"),
        pytest.param("title:", "title: [", "expected", id="broken YAML"),
        pytest.param("id: all_figures", "id: beds_ranking", "view beds_ranking is declared twice", id="a view twice"),
        pytest.param("kind: ranking", "kind: choropleth", "'layer' is given for maps", id="a map without layer"),
        pytest.param(
            "kind: table", "kind: table\n    layer: europe_regions", "only for maps", id="a layer without map"
        ),
        pytest.param("kind: table", "kind: heat_table", "kind heat_table needs 'series'", id="a matrix of one column"),
        pytest.param("kind: table", "kind: scatter", "two or three measures", id="a scatter of six measures"),
        pytest.param("choose: [", "defaults: {x: y}\n    choose: [", "not in 'choose'", id="a default of no choice"),
        pytest.param("choose: [", "where: {specialty: x}\n    choose: [", "fixed ('where') and chosen", id="both"),
        pytest.param(
            "kind: area", "kind: code", "'codes' are listed for, and only for", id="codes that are not listed"
        ),
        pytest.param("over: ref_area", "over: town", "measure beds_share: dimension town", id="a whole over nothing"),
        pytest.param(
            "numerator: staff", "numerator: nurses", "measure nurses is not declared", id="a ratio of nothing"
        ),
        pytest.param("geo: ref_area", "geo: town", "transcription: dimension town", id="a column for nothing"),
    ],
)
def test_an_invalid_declaration_is_one_finding_that_names_the_place(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    folder = sample_folder(tmp_path / "data")
    path = folder.catalogue / f"{BEDS}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")

    (finding,) = read_catalogue(folder).findings

    assert (finding.rule, finding.dataset, finding.file) == (Rule.DECLARATION_INVALID, BEDS, f"{BEDS}.yaml")
    assert expected in " ".join(finding.found)


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"", b"- a\n- list\n", b"just words", b"id: !!python/name:os.system x"]
)
def test_a_declaration_that_is_none_is_one_finding(tmp_path: Path, content: bytes) -> None:
    folder = sample_folder(tmp_path / "data")
    (folder.catalogue / "broken.yaml").write_bytes(content)

    read = read_library(read_catalogue(folder))

    assert [(one.rule, one.dataset) for one in read.all_findings] == [(Rule.DECLARATION_INVALID, "broken")]
    assert read.dataset(BEDS) is not None


def test_everything_that_is_wrong_with_a_declaration_is_said_at_once(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")
    path = folder.catalogue / f"{BEDS}.yaml"
    text = path.read_text(encoding="utf-8").replace("unit: bed,", "unit: cot,").replace("[mediscope-2025]", "[hearsay]")
    path.write_text(text, encoding="utf-8")

    (finding,) = read_catalogue(folder).findings

    assert finding.found == ("measure beds: unit cot is not known", "source hearsay is not known")


def test_an_invalid_declaration_leaves_the_others_alone(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")
    (folder.catalogue / "broken.yaml").write_text("id: broken", encoding="utf-8")

    read = read_library(read_catalogue(folder))

    assert read.dataset(BEDS) is not None
    assert read.findings(BEDS) == ()
    assert [one.rule for one in read.findings("broken")] == [Rule.DECLARATION_INVALID]
    assert [one.rule for one in read.findings("never_heard_of")] == [Rule.FILE_MISSING]


STUDY = "studies: [{id: %s, title: Lits, publisher: Ville, year: '2024', language: fr}]\n"


def test_a_declaration_may_bring_a_study_of_its_own(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data", [row("FR101", "beds", 1.0, source_id="own-study")])
    path = folder.catalogue / f"{BEDS}.yaml"
    text = path.read_text(encoding="utf-8").replace("[mediscope-2025]", "[own-study]")
    path.write_text(text + STUDY % "own-study", encoding="utf-8")

    read = read_library(read_catalogue(folder))

    assert read.all_findings == ()
    assert read.catalogue.sources["own-study"].publisher == "Ville"


def test_a_study_that_is_known_cannot_be_described_anew(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")
    path = folder.catalogue / f"{BEDS}.yaml"
    path.write_text(path.read_text(encoding="utf-8") + STUDY % "mediscope-2025", encoding="utf-8")

    (finding,) = read_catalogue(folder).findings

    assert finding.found == ("study mediscope-2025 is described differently elsewhere",)


def test_a_file_without_declaration_is_said_and_not_read(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")
    folder.parquet("stray").write_bytes(folder.parquet(BEDS).read_bytes())

    read = read_library(read_catalogue(folder))

    assert [(one.rule, one.file) for one in read.all_findings] == [(Rule.FILE_UNDECLARED, "stray.parquet")]
