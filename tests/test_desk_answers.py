"""How the commands of the data desk answer: as text in both languages, and as JSON."""

import json
import re
from pathlib import Path

import pytest

from loaders.__main__ import main
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language
from loaders.parquet_file import write_parquet
from tests.analyst import project_copy, told
from tests.sample_data import BEDS, ROWS, frame, row, sample_folder, visible

ACCEPTED, REFUSED = 0, 1
#: More than a third of the beds of one département are gone: a jump, which needs a decision.
JUMPED = [row("FR101", "beds", 12.0), *ROWS[1:]]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with the invented dataset, never published."""
    return sample_folder(tmp_path / "data")


@pytest.fixture
def jumped(tmp_path: Path) -> Path:
    """A file with a finding that needs a decision."""
    path = tmp_path / "new.parquet"
    write_parquet(frame(JUMPED), path)
    return path


#: A use of every command, with the file of `jumped` and a place to write to.
USES = {
    "list": (),
    "describe": (BEDS,),
    "audit": (),
    "template": (BEDS, "--out", "{out}.xlsx"),
    "validate": ("{file}",),
    "import": ("{file}", "--out", "{out}.parquet"),
    "diff": ("{file}",),
    "publish": ("{file}", "--label", "a", "--confirm", "jump"),
    "history": (BEDS,),
    "rollback": (BEDS, "0"),
    "declare": ("{file}",),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_audit_lists_gaps_contradictions_and_what_does_not_follow(tmp_path: Path, language: Language) -> None:
    folder = project_copy(tmp_path / "data")

    said = told(folder, "audit", "--lang", language)
    content = told(folder, "audit", "--json", "--lang", language).content

    beginnings = {
        "en": ("Gap: ", "Contradiction: ", "Does not follow: "),
        "fr": ("Lacune~: ", "Contradiction~: ", "Ne se déduit pas~: "),
    }[language]
    counts = [sum(visible(line).startswith(one) for line in said.out.splitlines()) for one in beginnings]
    assert said.code == ACCEPTED
    assert counts == [len(content[name]) for name in ("gaps", "contradictions", "discrepancies")]
    assert all(counts)
    assert len(content["coverage"]) == len(list(folder.catalogue.glob("*.yaml")))


@pytest.mark.parametrize("command", USES)
def test_every_command_answers_in_json_and_in_both_languages(folder: DataFolder, jumped: Path, command: str) -> None:
    arguments = [part.format(file=jumped, out=jumped.with_name("out")) for part in USES[command]]

    texts = {language: told(folder, command, *arguments, "--lang", language) for language in LANGUAGES}
    as_json = {language: told(folder, command, *arguments, "--json", "--lang", language) for language in LANGUAGES}

    code = REFUSED if command == "validate" else ACCEPTED
    assert {one.code for one in (*texts.values(), *as_json.values())} == {code}
    assert all(one.content is not None for one in as_json.values())
    assert all(one.out.strip() for one in texts.values())
    assert {one.err for one in (*texts.values(), *as_json.values())} == {""}


def test_every_command_is_tried(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])

    (named,) = set(re.findall(r"\{(.*)\}", capsys.readouterr().out))
    assert set(named.split(",")) - {"build"} == set(USES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verdict_is_in_the_language_of_the_analyst(folder: DataFolder, jumped: Path, language: Language) -> None:
    said = told(folder, "validate", jumped, "--lang", language)

    summary, first, *_ = visible(said.out).splitlines()
    expected = {
        "en": (f"new.parquet: waits for a decision before it can become {BEDS}.", "needs a decision: "),
        "fr": (f"new.parquet~: une décision est attendue avant publication dans {BEDS}.", "demande une décision~: "),
    }[language]
    assert (summary, first[: len(expected[1])]) == expected


def test_json_holds_texts_as_they_are(folder: DataFolder, jumped: Path) -> None:
    said = told(folder, "validate", jumped, "--json", "--lang", "fr")

    assert "\\u" not in said.out
    assert json.dumps(said.content, ensure_ascii=False, indent=2) + "\n" == said.out
