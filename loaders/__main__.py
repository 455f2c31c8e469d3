"""The command line of the data layer: `python -m loaders build | list | describe | validate`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from loaders.build import ContractBrokenError, build
from loaders.catalogue import Catalogue, UnknownDatasetError, read_catalogue
from loaders.finding import Finding
from loaders.folder import PROJECT_DATA, DataFolder
from loaders.language import LANGUAGES, Wording, wording
from loaders.library import read_library
from loaders.notice import notice
from loaders.transcription import TranscriptionError
from loaders.verdict import Verdict, describe, notice_lines, summaries, validate

ACCEPTED, REFUSED, MISUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; 0 when it succeeded, 1 when a file was refused or could not be built, 2 when misused."""
    options = _parser().parse_args(arguments)
    folder = DataFolder(options.data)
    words = wording(options.lang)
    catalogue = read_catalogue(folder)
    if options.command == "build":
        return _build(catalogue, words)
    if options.command == "list":
        return _list(catalogue, words, as_json=options.json)
    try:
        if options.command == "describe":
            return _describe(options.dataset, catalogue, words, as_json=options.json)
        return _validate(options.file, options.dataset, catalogue, words, as_json=options.json)
    except UnknownDatasetError as error:
        sys.stderr.write(f"{error}\n")
        _report(catalogue.findings, words)
        return MISUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description="The data of the observatory.")
    commands = parser.add_subparsers(dest="command", required=True)
    built = commands.add_parser("build", help="turn the transcriptions into Parquet, and project the boundaries")
    listed = commands.add_parser("list", help="the datasets, with coverage and version")
    described = commands.add_parser("describe", help="what is declared of a dataset")
    described.add_argument("dataset")
    checked = commands.add_parser("validate", help="hold a Parquet file against the contract of its dataset")
    checked.add_argument("file", type=Path)
    checked.add_argument("--dataset", help="the dataset, where the file is not named after it")
    for command in (listed, described, checked):
        command.add_argument("--json", action="store_true", help="answer as JSON")
    for command in (built, listed, described, checked):
        command.add_argument("--data", type=Path, default=PROJECT_DATA.root, help="the data folder")
        command.add_argument("--lang", choices=LANGUAGES, default="en", help="the language of the answers")
    return parser


def _report(findings: tuple[Finding, ...], words: Wording) -> None:
    """What stands against declarations and files, so that nothing is left out without a word."""
    sys.stderr.writelines(f"{line}\n" for one in findings for line in notice_lines(notice(one, words), words))


def _build(catalogue: Catalogue, words: Wording) -> int:
    try:
        for path in build(catalogue.folder):
            sys.stdout.write(f"{path.relative_to(catalogue.folder.root)}\n")
    except TranscriptionError as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    except ContractBrokenError as error:
        _report(error.findings, words)
        return REFUSED
    _report(catalogue.findings, words)
    return REFUSED if catalogue.findings else ACCEPTED


def _list(catalogue: Catalogue, words: Wording, *, as_json: bool) -> int:
    library = read_library(catalogue)
    listed = summaries(library, words)
    if as_json:
        sys.stdout.write(json.dumps([one.as_json() for one in listed], ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{one.line()}\n" for one in listed)
    _report(library.all_findings, words)
    return ACCEPTED


def _describe(dataset: str, catalogue: Catalogue, words: Wording, *, as_json: bool) -> int:
    declaration = catalogue.declaration(dataset)
    if as_json:
        sys.stdout.write(declaration.model_dump_json(indent=2, exclude_none=True) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in describe(declaration, catalogue, words))
    return ACCEPTED


def _validate(file: Path, dataset: str | None, catalogue: Catalogue, words: Wording, *, as_json: bool) -> int:
    verdict: Verdict = validate(file, catalogue.declaration(dataset or file.stem), catalogue, words)
    if as_json:
        sys.stdout.write(json.dumps(verdict.as_json(), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in verdict.lines(words))
    return ACCEPTED if verdict.accepted else REFUSED


if __name__ == "__main__":
    sys.exit(main())
