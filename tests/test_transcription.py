"""Every printed figure of the transcriptions arrives in the Parquet files, and a slip in a transcription is named."""

import csv
from collections import defaultdict
from pathlib import Path

import polars as pl
import pytest

from loaders.transcription import TranscriptionError, observations_frame
from tests.sample_data import BEDS, SAMPLES, SHIPPED, declaration

#: Dataset -> observations and gaps, counted in the CSV files by hand.
COUNTS = {
    "ai_ecosystem": (24, 0),
    "ai_startup_challenges": (31, 21),
    "covid_lessons": (67, 1),
    "employment_by_department": (18, 8),
    "employment_structure": (31, 0),
    "fdi_rankings": (107, 1),
    "health_data_strategy": (18, 0),
    "industrial_needs": (21, 0),
    "innovation_projects": (70, 0),
    "private_funding": (55, 4),
    "research_specialisation": (18, 0),
    "support_structures": (24, 0),
    "university_countries": (15, 0),
    "university_rankings": (54, 0),
}

#: Columns that hold a value each, where the transcription is not in long form; "" stands for a mere listing.
WIDE = {
    "university_rankings": {"rank_best": "rank_best", "rank_worst": "rank_worst"},
    "research_specialisation": {"value": "specialisation_index"},
    "support_structures": {"": "listed"},
}

#: Column of a transcription -> dimension, wherever the names differ.
DIMENSIONS = {"geo": "ref_area", "university_geo": "ref_area", "period": "time_period", "year": "time_period"}
OWN_DIMENSIONS = {
    "ai_startup_challenges": {"kind": "challenge_kind"},
    "university_rankings": {"university": "university"},
    "support_structures": {"name": "structure"},
}
ATTRIBUTES = ("measure", "value", "unit", "qualifier", "status", "source", "underlying", "page", "note", "insee")

#: How the studies' words became numbers.
WORDS = {"higher": 1.0, "lower": -1.0}

Printed = dict[str, str]


def lines(dataset: str) -> list[Printed]:
    """The lines of a transcription."""
    with (SHIPPED.figures / f"{dataset}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def printed(dataset: str) -> list[tuple[Printed, str, str]]:
    """Every figure of a transcription: its line, its measure, and its value as text."""
    if dataset not in WIDE:
        return [(line, line["measure"], line["value"]) for line in lines(dataset)]
    columns = WIDE[dataset].items()
    return [(line, measure, line[column] if column else "1") for line in lines(dataset) for column, measure in columns]


def number(text: str) -> float | None:
    """A printed number, or None for a gap."""
    return WORDS[text] if text in WORDS else float(text) if text else None


def published(dataset: str) -> pl.DataFrame:
    """The committed Parquet file of a dataset."""
    return pl.read_parquet(SHIPPED.parquet(dataset))


def test_every_transcription_is_a_dataset() -> None:
    transcriptions = {path.stem for path in SHIPPED.figures.glob("*.csv")} - {"sources"}

    assert transcriptions == set(COUNTS)
    assert {path.stem for path in SHIPPED.indicators.glob("*.parquet")} == set(COUNTS)


@pytest.mark.parametrize("dataset", COUNTS)
def test_the_number_of_figures_and_gaps_is_that_of_the_study(dataset: str) -> None:
    table = published(dataset)

    assert (table.height, table["obs_value"].null_count()) == COUNTS[dataset]


@pytest.mark.parametrize("dataset", COUNTS)
def test_every_figure_arrives_with_its_value_and_attributes(dataset: str) -> None:
    expected = [
        (
            measure,
            number(text),
            (line.get("qualifier") or "=") if text else None,
            line.get("status") or "A",
            line["source"],
            line.get("underlying") or None,
            line.get("page") or None,
            line["note"] or None,
        )
        for line, measure, text in printed(dataset)
    ]

    columns = ["obs_qualifier", "obs_status", "source_id", "source_producer", "source_page", "obs_note"]
    assert published(dataset).select("measure", "obs_value", *columns).rows() == expected


@pytest.mark.parametrize("dataset", COUNTS)
def test_every_figure_keeps_what_it_is_about(dataset: str) -> None:
    names = DIMENSIONS | OWN_DIMENSIONS.get(dataset, {})
    keys = [column for column in lines(dataset)[0] if column not in {*ATTRIBUTES, *WIDE.get(dataset, {})}]
    table = published(dataset)

    spellings: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for (line, _, _), stored in zip(printed(dataset), table.iter_rows(named=True), strict=True):
        for column in keys:
            spellings[column][line[column]].add(stored[names.get(column, column)])

    # One code for each spelling and one spelling for each code; codes that are codes already stay as they are.
    for column, found in spellings.items():
        codes = [code for each in found.values() for code in each]
        assert len(codes) == len(set(codes)) == len(found), column
    assert all(found == {text} for text, found in {**spellings["geo"], **spellings["period"]}.items())


@pytest.mark.parametrize(
    ("dataset", "dimension", "code", "figures"),
    [
        pytest.param("university_rankings", "university", "universite_paris_cite", 24, id="both ends of twelve bands"),
        pytest.param("research_specialisation", "population", "france", 6, id="six domains of France"),
        pytest.param("support_structures", "model", "networked", 6, id="six networked structures"),
    ],
)
def test_a_name_of_the_study_becomes_its_code(dataset: str, dimension: str, code: str, figures: int) -> None:
    assert published(dataset).filter(pl.col(dimension) == code).height == figures


def test_the_insee_column_agrees_with_the_area_list() -> None:
    with (SHIPPED.codelists / "areas.csv").open(encoding="utf-8", newline="") as file:
        numbers = {area["area"]: area["insee"] for area in csv.DictReader(file)}
    printed_numbers = {line["geo"]: line["insee"] for line in lines("employment_by_department")}

    assert len(printed_numbers) == 8
    assert printed_numbers == {code: numbers[code] for code in printed_numbers}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "FR102,Surgery wards,2024,beds",
            "FR102,Maternity,2024,beds",
            "line 5 column ward: 'Maternity' is no code",
            id="code",
        ),
        pytest.param("beds,80,bed", "rooms,80,bed", "line 5 column measure: rooms is not declared", id="measure"),
        pytest.param("beds,80,bed", "beds,80,room", "line 5 column unit: room, expected bed", id="unit"),
        pytest.param("beds,80,bed", "beds,8O,bed", "line 5 column value: '8O' is no number", id="number"),
        pytest.param("beds,80,bed", "beds,nan,bed", "line 5 column value: 'nan' is no number", id="no finite number"),
        pytest.param("beds,80,bed,=", "beds,80,bed", "line 5: expected 12 cells", id="a cell too few"),
        pytest.param('"counted twice"', "counted, twice", "line 10: expected 12 cells", id="a comma outside quotes"),
        pytest.param("geo,ward,", "geo,wards,", "line 1: column ward is missing", id="a heading"),
    ],
)
def test_a_slip_is_named_with_file_line_and_column(tmp_path: Path, old: str, new: str, expected: str) -> None:
    text = (SAMPLES / f"{BEDS}.csv").read_text(encoding="utf-8")
    assert text.count(old) == 1
    (tmp_path / f"{BEDS}.csv").write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(TranscriptionError) as raised:
        observations_frame(declaration(), tmp_path)

    assert str(raised.value).startswith(f"{BEDS}.csv {expected}")


def test_a_note_over_two_lines_does_not_shift_the_line_that_is_named(tmp_path: Path) -> None:
    text = (SAMPLES / f"{BEDS}.csv").read_text(encoding="utf-8")
    broken = text.replace('"counted twice"', '"counted\ntwice"').replace("rising", "soaring")
    (tmp_path / f"{BEDS}.csv").write_text(broken, encoding="utf-8")

    with pytest.raises(TranscriptionError, match="line 12 column value: 'soaring' is no number"):
        observations_frame(declaration(), tmp_path)


@pytest.mark.parametrize("content", [pytest.param(None, id="missing"), pytest.param(b"geo,\xff", id="no UTF-8")])
def test_a_transcription_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / f"{BEDS}.csv").write_bytes(content)

    with pytest.raises(TranscriptionError, match=rf"{BEDS}\.csv: the file cannot be read"):
        observations_frame(declaration(), tmp_path)


def test_a_dataset_without_transcription_says_so(tmp_path: Path) -> None:
    bare = declaration().model_copy(update={"transcription": None})

    with pytest.raises(TranscriptionError, match=f"{BEDS}: the declaration names no transcription"):
        observations_frame(bare, tmp_path)
