"""The command line of the data layer: `python -m loaders COMMAND`; CONTRIBUTING.md lists the commands."""

import signal
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from os import environ
from pathlib import Path

from loaders.account import account_name
from loaders.catalogue import Catalogue, UnknownDatasetError, read_catalogue
from loaders.commands import catalogue_commands, edition_commands, file_commands, subject_commands
from loaders.commands.answer import Answer, Exit, MisusedError, failed
from loaders.commands.progress_line import progress_line
from loaders.editions.edition import DamagedHistoryError, Statement
from loaders.finding import Rule
from loaders.folder import PROJECT_DATA, DataFolder
from loaders.intake.desk import Desk
from loaders.intake.limits import LimitError, limits_from
from loaders.language import LANGUAGES, Wording, wording
from loaders.subjects.template_format import TemplateFormat
from loaders.verdict import notice_lines

Run = Callable[[Namespace, Catalogue, Wording], Answer]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; 0 when accepted, 1 when refused, 2 when misused."""
    options = _parser().parse_args(arguments)
    words = wording(options.lang)
    catalogue = read_catalogue(DataFolder(options.data))
    run: Run = options.run
    try:
        with progress_line(sys.stderr, words, is_wanted=not getattr(options, "json", False)) as progress:
            options.progress = progress
            answer = run(options, catalogue, words)
    except (UnknownDatasetError, MisusedError, LimitError) as error:
        sys.stderr.write(f"{error}\n")
        sys.stderr.writelines(f"{line}\n" for one in catalogue.findings for line in notice_lines(one, words))
        return Exit.MISUSED
    except (DamagedHistoryError, OSError) as error:
        answer = failed(error)
    if getattr(options, "json", False) and answer.content is not None:
        sys.stdout.write(catalogue_commands.as_text(answer.content) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in answer.lines)
    sys.stderr.writelines(f"{line}\n" for line in answer.problems)
    sys.stderr.writelines(f"{line}\n" for one in answer.findings for line in notice_lines(one, words))
    return answer.exit


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m loaders", description="The data of the observatory.")
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, text: str, run: Run, *, json: bool = True) -> ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        if json:
            added.add_argument("--json", action="store_true", help="answer as JSON")
        added.add_argument("--data", type=Path, default=PROJECT_DATA.root, help="the data folder")
        added.add_argument("--lang", choices=LANGUAGES, default="en", help="the language of the answers")
        added.set_defaults(run=run)
        return added

    command("build", "turn the transcriptions into Parquet, and project the boundaries", _build, json=False)
    command("list", "the datasets, with coverage and version", _list)
    command("describe", "what is declared of a dataset", _describe).add_argument("dataset")
    command("audit", "gaps, contradictions and figures that do not follow, of everything published", _audit)
    form = command("template", "the form of a dataset, for analysts to fill in", _template)
    form.add_argument("dataset")
    form.add_argument("--format", type=TemplateFormat, choices=list(TemplateFormat), default=TemplateFormat.XLSX)
    form.add_argument("--out", type=Path, required=True)
    checked = _file(command("validate", "the verdict on a file", _validate))
    checked.add_argument("--report", type=Path, help="write the verdict as a workbook as well")
    _file(command("import", "write a file as Parquet in long form", _import)).add_argument(
        "--out", type=Path, required=True
    )
    _file(command("diff", "what a file would change", _diff))
    _statement(_file(command("publish", "make a file the edition in force", _publish)), label=True)
    command("history", "the editions of a dataset", _history).add_argument("dataset")
    back = command("rollback", "bring an earlier edition back", _rollback)
    back.add_argument("dataset")
    back.add_argument("edition", type=int)
    _statement(back, label=False)
    command("declare", "write a declaration to complete, for a file that no dataset knows", _declare).add_argument(
        "file", type=Path
    )
    return parser


def _file(parser: ArgumentParser) -> ArgumentParser:
    parser.add_argument("file", type=Path)
    parser.add_argument("--dataset", help="the dataset, where the file does not say it")
    parser.add_argument("--mapping", type=Path, help="how the file becomes observations, as YAML")
    parser.add_argument(
        "--confirm", action="append", default=[], type=Rule, metavar="RULE", help="a finding that is right"
    )
    return parser


def _statement(parser: ArgumentParser, *, label: bool) -> None:
    if label:
        parser.add_argument("--label", type=_filled, required=True, help="the name of the edition")
    parser.add_argument("--comment", default="", help="what is new, and why")
    parser.add_argument("--author", type=_filled, default=account_name(), help="who publishes")


def _filled(text: str) -> str:
    if not text.strip():
        raise ArgumentTypeError("empty")
    return text.strip()


def _submission(options: Namespace) -> file_commands.Submission:
    confirmed = frozenset(options.confirm)
    return file_commands.Submission(
        file=options.file, dataset=options.dataset, mapping=options.mapping, confirmed=confirmed
    )


def _desk(options: Namespace, catalogue: Catalogue) -> Desk:
    today = datetime.now(UTC).date()
    return Desk(catalogue=catalogue, limits=limits_from(environ), today=today, progress=options.progress)


def _build(_options: Namespace, catalogue: Catalogue, words: Wording) -> Answer:
    return catalogue_commands.build_all(catalogue, words)


def _list(_options: Namespace, catalogue: Catalogue, words: Wording) -> Answer:
    return catalogue_commands.list_all(catalogue, words)


def _describe(options: Namespace, catalogue: Catalogue, words: Wording) -> Answer:
    return catalogue_commands.describe_one(options.dataset, catalogue, words)


def _audit(_options: Namespace, catalogue: Catalogue, words: Wording) -> Answer:
    return catalogue_commands.audit_all(catalogue, words)


def _template(options: Namespace, catalogue: Catalogue, words: Wording) -> Answer:
    return catalogue_commands.write_template(options.dataset, options.format, options.out, catalogue, words)


def _validate(options: Namespace, catalogue: Catalogue, words: Wording) -> Answer:
    return file_commands.validate(_submission(options), _desk(options, catalogue), words, options.report)


def _import(options: Namespace, catalogue: Catalogue, words: Wording) -> Answer:
    return file_commands.convert_file(_submission(options), options.out, _desk(options, catalogue), words)


def _diff(options: Namespace, catalogue: Catalogue, words: Wording) -> Answer:
    return file_commands.compare(_submission(options), _desk(options, catalogue), words)


def _publish(options: Namespace, catalogue: Catalogue, words: Wording) -> Answer:
    statement = Statement(label=options.label, comment=options.comment, author=options.author)
    return file_commands.publish_file(_submission(options), statement, _desk(options, catalogue), words)


def _history(options: Namespace, catalogue: Catalogue, words: Wording) -> Answer:
    return edition_commands.history(options.dataset, catalogue, words)


def _rollback(options: Namespace, catalogue: Catalogue, words: Wording) -> Answer:
    statement = Statement(label="", comment=options.comment, author=options.author)
    return edition_commands.rollback(options.dataset, options.edition, statement, catalogue, words)


def _declare(options: Namespace, catalogue: Catalogue, words: Wording) -> Answer:
    return subject_commands.declare_file(options.file, _desk(options, catalogue), words)


if __name__ == "__main__":
    # Whoever reads the answer may stop reading: `... | head` is no error.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
