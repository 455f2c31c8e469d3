"""What may be said on the command line of the data layer; nothing here reads data, so that it is there at once."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from loaders.account import account_name
from loaders.finding import Rule
from loaders.folder import PROJECT_DATA
from loaders.language import LANGUAGES
from loaders.subjects.template_format import TemplateFormat


def command_parser() -> ArgumentParser:
    """What may be said on the command line; `command` names the command, whose options are beside it."""
    parser = ArgumentParser(prog="python -m loaders", description="The data of the observatory.")
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, text: str, *, json: bool = True) -> ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        if json:
            added.add_argument("--json", action="store_true", help="answer as JSON")
        added.add_argument("--data", type=Path, default=PROJECT_DATA.root, help="the data folder")
        added.add_argument("--lang", choices=LANGUAGES, default="en", help="the language of the answers")
        return added

    command("build", "turn the transcriptions into Parquet, and project the boundaries", json=False)
    command("list", "the datasets, with coverage and version")
    command("describe", "what is declared of a dataset").add_argument("dataset")
    command("audit", "gaps, contradictions and figures that do not follow, of everything published")
    form = command("template", "the form of a dataset, for analysts to fill in")
    form.add_argument("dataset")
    form.add_argument("--format", type=TemplateFormat, choices=list(TemplateFormat), default=TemplateFormat.XLSX)
    form.add_argument("--out", type=Path, required=True)
    checked = _file(command("validate", "the verdict on a file"))
    checked.add_argument("--report", type=Path, help="write the verdict as a workbook as well")
    _file(command("import", "write a file as Parquet in long form")).add_argument("--out", type=Path, required=True)
    _file(command("diff", "what a file would change"))
    _statement(_file(command("publish", "make a file the edition in force")), label=True)
    command("history", "the editions of a dataset").add_argument("dataset")
    back = command("rollback", "bring an earlier edition back")
    back.add_argument("dataset")
    back.add_argument("edition", type=int)
    _statement(back, label=False)
    command("declare", "write a declaration to complete, for a file that no dataset knows").add_argument(
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
