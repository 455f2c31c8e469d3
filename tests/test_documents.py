"""The documents say what is true: their commands run, their example works, their lists are those of the code."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import polars as pl
import pytest

from loaders.boards.board import Board, Comparison, Cover, Slide
from loaders.catalogue import read_catalogue
from loaders.composition import compose
from loaders.declaration import Contradiction, Declaration, Licence, Transcription
from loaders.dimension import DeclaredCode, Dimension, DimensionKind
from loaders.editions.ledger import Correction, Ledger
from loaders.finding import Finding, Rule, Severity
from loaders.folder import DataFolder
from loaders.formula import DerivedMeasure, Lookup, Ratio, Recomputation, ShareOfTotal
from loaders.intake import exchange
from loaders.intake.completeness import EXTRA_ROLES
from loaders.intake.limits import Limits, limits_from
from loaders.intake.mapping import Mapping, UnitOfFile, ValueColumn
from loaders.intake.raw_table import Glimpse, Layout
from loaders.key_point import KeyPoint, Missing
from loaders.language import LANGUAGES, wording
from loaders.library import read_library
from loaders.measure import Measure, MeasureKind, Unit, ValueLabel, Whole
from loaders.observation import CONFIDENTIALITIES, OPTIONAL_COLUMNS, QUALIFIERS, STATUSES, VALUE_COLUMNS
from loaders.sources import Source
from loaders.subjects.self_declared import DATASET_KEY, DECLARATION_KEY
from loaders.view import Layer, View, ViewKind
from loaders.vocabulary import Declared, Text
from tests.analyst import EMPLOYMENT, filled_form, project_copy
from tests.documents import DOCUMENTS, ROOT, blocks, commands, first_column, run, text_of
from tests.messages import messages

EXAMPLE = "jobs_example"

#: Part of a declaration -> its heading in CONTRIBUTING.md.
HEADINGS: dict[type[Declared], str] = {
    Declaration: "Top level",
    Text: "Text",
    KeyPoint: "Key point",
    Missing: "Missing observations",
    Licence: "Licence",
    Source: "Study",
    Dimension: "Dimension",
    DeclaredCode: "Code of a dimension",
    Measure: "Measure",
    Whole: "Whole",
    ValueLabel: "Coded value",
    Unit: "Unit",
    View: "View",
    DerivedMeasure: "Derived measure",
    ShareOfTotal: "Share of a total",
    Ratio: "Ratio",
    Lookup: "Lookup",
    Recomputation: "Recomputation",
    Contradiction: "Contradiction",
    Transcription: "Transcription",
    Mapping: "Mapping",
    ValueColumn: "Column of a wide table",
    UnitOfFile: "Unit of a file",
    Layout: "Layout of a file",
    Ledger: "Ledger",
    Correction: "Correction",
    Board: "Dossier",
    Cover: "Cover",
    Slide: "Slide",
    Comparison: "Comparison",
}

#: What the two processes of the intake say to each other; nobody writes it by hand.
NOT_WRITTEN = {exchange.Request, exchange.Facts, exchange.Answer, Glimpse}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a copy of the data, and the example of the README before its figures are written."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "write_example.py").write_text(blocks("README.md", "python")[0], encoding="utf-8")
    (tmp_path / f"data/catalogue/{EXAMPLE}.yaml").write_text(blocks("README.md", "yaml")[0], encoding="utf-8")
    return tmp_path


def test_the_commands_of_the_readme_run_in_their_order(folder: Path) -> None:
    for command in (line for line in commands("README.md") if not line.startswith("sudo apt-get install ")):
        done = run(command, folder)

        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        assert all(word.partition("=")[2] in done.stdout for word in command.split() if "=" in word), command


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form of a dataset as an analyst has filled it in."""
    place = tmp_path_factory.mktemp("form")
    return filled_form(project_copy(place / "data"), place / "filled.xlsx")


@pytest.fixture
def desk(folder: Path, filled: Path) -> Path:
    """The same folder with what the commands of the data desk are given."""
    shutil.copy(filled, folder / "filled.xlsx")
    (folder / "table.csv").write_text(blocks("CONTRIBUTING.md", "csv")[0], encoding="utf-8")
    (folder / "mapping.yaml").write_text(blocks("CONTRIBUTING.md", "yaml")[0], encoding="utf-8")
    return folder


@pytest.mark.parametrize("block", blocks("CONTRIBUTING.md", "sh"))
def test_the_commands_for_contributors_run_in_their_order(block: str, desk: Path) -> None:
    for command in filter(None, block.splitlines()):
        done = run(command, desk)

        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


def test_the_example_of_a_mapping_gives_the_figures_that_are_named(desk: Path) -> None:
    run(".venv/bin/python -m loaders import table.csv --mapping mapping.yaml --out figures.parquet", desk)

    figures = pl.read_parquet(desk / "figures.parquet").select("measure", "obs_value", "obs_status").rows()

    assert (figures[0], figures[1]) == (("jobs", 41_500.0, "A"), ("jobs_share", 45.0, "A"))
    assert figures[-2] == ("jobs", None, "O")


def test_the_example_of_a_correction_changes_one_figure(folder: Path) -> None:
    ledger = folder / f"data/corrections/{EMPLOYMENT}.yaml"
    ledger.parent.mkdir()
    ledger.write_text(blocks("CONTRIBUTING.md", "yaml")[1], encoding="utf-8")

    done = run(f".venv/bin/python -m loaders diff data/indicators/{EMPLOYMENT}.parquet", folder)

    assert "0 added, 0 removed, 1 revised" in done.stdout
    assert "18 → 19" in done.stdout


def test_the_example_declares_itself_and_is_published(folder: Path) -> None:
    script = folder / "write_example.py"
    figures = script.read_text(encoding="utf-8").replace("figures.write_parquet", "#")
    script.write_text(figures + blocks("CONTRIBUTING.md", "python")[0], encoding="utf-8")
    run(".venv/bin/python write_example.py", folder)
    (folder / f"data/catalogue/{EXAMPLE}.yaml").unlink()

    done = run(f".venv/bin/python -m loaders publish {EXAMPLE}.parquet --label First", folder)

    assert done.stdout == f"Published as edition 1 of {EXAMPLE}.\n", done.stderr
    assert (folder / f"data/catalogue/{EXAMPLE}.yaml").exists()


def test_the_limits_are_listed_with_their_defaults() -> None:
    listed = re.findall(r"^\| `(OBSERVATORY_MAX_\w+)` \| ([\d,]+) ", text_of("CONTRIBUTING.md"), flags=re.MULTILINE)
    environ = {name: number.replace(",", "") for name, number in listed}

    assert len(listed) == len(Limits.__slots__)
    assert limits_from(environ) == Limits()
    assert all(limits_from({name: "7"}) != Limits() for name in environ)


def test_the_rules_that_may_be_confirmed_are_listed() -> None:
    decisions = [rule for rule in Rule if Finding(rule=rule, dataset=None, file="").severity is Severity.DECISION]

    assert first_column("CONTRIBUTING.md", "Findings, and how to confirm one") == [f"`{rule}`" for rule in decisions]


def test_every_target_that_a_document_names_exists(folder: Path) -> None:
    for command in sorted(
        {found for one in DOCUMENTS for found in re.findall(r"`(?:time )?(make [a-z]+)", text_of(one))}
    ):
        assert run(command, folder).returncode == 0, command


def test_the_example_becomes_pictures_in_both_languages(folder: Path) -> None:
    run(".venv/bin/python write_example.py", folder)

    library = read_library(read_catalogue(DataFolder(folder / "data")))

    assert library.findings(EXAMPLE) == ()
    for view in library.catalogue.declaration(EXAMPLE).views:
        assert all(compose(library, EXAMPLE, view, {}, wording(language)) for language in LANGUAGES)


def test_the_notice_of_the_readme_is_what_the_command_answers(folder: Path) -> None:
    script = folder / "write_example.py"
    script.write_text(script.read_text(encoding="utf-8").replace("FR105", "FR999"), encoding="utf-8")
    run(".venv/bin/python write_example.py", folder)

    done = run(f".venv/bin/python -m loaders validate data/indicators/{EXAMPLE}.parquet", folder)

    assert done.returncode == 1
    assert done.stdout == blocks("README.md", "text")[0]


def test_the_words_that_the_readme_quotes_are_those_of_the_interface() -> None:
    quoted = re.findall(r"“([^”]+)”\s\(“([^”]+)”\)", text_of("README.md"))

    assert quoted
    assert [(message, wording("fr").say(message)) for message, _ in quoted] == quoted
    assert {message for message, _ in quoted} <= {text for message in messages() for text in message.texts}


def parts(of: type[Declared]) -> Iterator[type[Declared]]:
    """Every model of the application that a kind of declared part has."""
    for model in of.__subclasses__():
        if model.__module__.startswith("loaders."):
            yield model
            yield from parts(model)


def test_every_part_of_a_declaration_has_its_heading() -> None:
    assert set(parts(Declared)) - NOT_WRITTEN == set(HEADINGS)


@pytest.mark.parametrize(("model", "heading"), HEADINGS.items(), ids=list(HEADINGS.values()))
def test_every_key_is_listed_and_a_star_says_that_it_must_be_there(model: type[Declared], heading: str) -> None:
    keys = [f"`{name}`{' *' if field.is_required() else ''}" for name, field in model.model_fields.items()]

    assert first_column("CONTRIBUTING.md", heading) == keys


def test_the_columns_of_the_long_form_are_listed_in_order() -> None:
    optional = re.findall(r"^\| `(\w+)` \| [^|]*may be left out", text_of("CONTRIBUTING.md"), flags=re.MULTILINE)

    assert first_column("CONTRIBUTING.md", "The long form") == [f"`{name}`" for name in VALUE_COLUMNS]
    assert optional == list(OPTIONAL_COLUMNS)


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("CONTRIBUTING.md", (*ViewKind, *DimensionKind, *MeasureKind, *get_args(Layer))),
        ("CONTRIBUTING.md", (*STATUSES, *QUALIFIERS, *CONFIDENTIALITIES)),
        ("CONTRIBUTING.md", get_args(Declaration.model_fields["processing_level"].annotation)),
        ("CONTRIBUTING.md", get_args(Measure.model_fields["polarity"].annotation)),
        ("CONTRIBUTING.md", get_args(Recomputation.model_fields["rule"].annotation)),
        ("CONTRIBUTING.md", (*EXTRA_ROLES, DATASET_KEY, DECLARATION_KEY)),
        ("ARCHITECTURE.md", (*ViewKind, *get_args(Layer))),
        ("ARCHITECTURE.md", ("app.py", "pages/", "components/", "loaders/", "data/")),
    ],
)
def test_every_word_of_a_closed_list_is_named(document: str, words: tuple[str, ...]) -> None:
    assert [word for word in words if f"`{word}`" not in text_of(document)] == []


@pytest.mark.parametrize("document", [*DOCUMENTS, "data/LICENSES.md"])
def test_every_link_to_a_file_leads_somewhere(document: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", text_of(document))

    assert [one for one in links if "://" not in one and not ((ROOT / document).parent / one).exists()] == []


@pytest.mark.parametrize("document", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_file_that_is_named_exists(document: str) -> None:
    named = re.findall(r"`([\w./]+\.(?:py|csv|yaml|toml|po|css))`", text_of(document))
    components = ROOT / "components"
    places = (ROOT, ROOT / "loaders", components, *(components / name for name in ("export", "print", "print/kinds")))

    assert [name for name in named if not any((place / name).exists() for place in places)] == []
