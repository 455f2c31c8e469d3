"""The command line of dossiers: `python -m components.board COMMAND`; CONTRIBUTING.md lists the commands.

Each command is a module of its own; COMMANDS lists them.
"""

import json
import signal
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from components.board.build_command import BUILD
from components.board.compare_command import COMPARE
from components.board.freeze_command import FREEZE
from loaders.commands.answer import Answer, Exit, MisusedError, failed
from loaders.folder import PROJECT_DATA
from loaders.language import LANGUAGES, wording
from loaders.verdict import notice_lines

COMMANDS = (BUILD, FREEZE, COMPARE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; 0 when done, 1 when refused, 2 when misused."""
    options = _parser().parse_args(arguments)
    words, run = wording(options.lang), options.run
    try:
        answer: Answer = run(options, words)
    except MisusedError as error:
        sys.stderr.write(f"{error}\n")
        return Exit.MISUSED
    except OSError as error:
        answer = failed(error)
    if options.json and answer.content is not None:
        sys.stdout.write(json.dumps(answer.content, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in answer.lines)
    sys.stderr.writelines(f"{line}\n" for line in answer.problems)
    sys.stderr.writelines(f"{line}\n" for one in answer.findings for line in notice_lines(one, words))
    return answer.exit


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m components.board", description="Dossiers of advisory board meetings.")
    parsers = parser.add_subparsers(dest="command", required=True)
    for one in COMMANDS:
        added = parsers.add_parser(one.name, help=one.text, description=one.text)
        one.declare(added)
        added.add_argument("--json", action="store_true", help="answer as JSON")
        added.add_argument("--lang", choices=LANGUAGES, default="fr", help="the language of the answer")
        added.add_argument("--data", type=Path, default=PROJECT_DATA.root, help="the data folder")
        added.set_defaults(run=one.run)
    return parser


if __name__ == "__main__":
    # Whoever reads the answer may stop reading: `... | head` is no error.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
