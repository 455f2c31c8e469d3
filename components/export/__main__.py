"""The command line for a publication chain: `python -m components.export`; CONTRIBUTING.md lists the options."""

import signal
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from components.export.command import Asked, Outcome, check_all, export_all
from components.export.page_sizes import SizeError, page_of
from components.print.picture_format import PictureFormat
from components.print.sheet import TONES, Preset
from loaders.files.formats import FileFormat
from loaders.folder import PROJECT_DATA
from loaders.language import LANGUAGES

Option = TypeVar("Option", bound=str)
_FORMATS = (*PictureFormat, *FileFormat)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exports what is asked for; 0 when everything was delivered, 1 when something was refused, 2 when misused."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if not options.all and not options.view:
        parser.error("name a view with --view, or take all with --all")
    if not options.check and options.out is None:
        parser.error("name a folder with --out, or only look with --check")
    if options.size and options.preset:
        parser.error("--size and --preset exclude each other")
    try:
        page = page_of(options.preset, options.size, tone=options.tone, titled=not options.no_title)
        asked = Asked(
            views=None if options.all else tuple(options.view),
            chosen=tuple(_pair(text) for text in options.select),
            languages=_listed(options.lang, LANGUAGES),
            forms=_listed(options.format, _FORMATS),
            page=page,
            whole_dataset=options.whole_dataset,
            day=options.day,
            base=options.base,
            folder=options.data,
        )
    except (SizeError, ValueError) as error:
        parser.error(str(error))
    outcome = check_all(asked) if options.check else export_all(asked, options.out)
    _tell(outcome, as_json=options.json)
    return 1 if outcome.problems else 0


def _tell(outcome: Outcome, *, as_json: bool) -> None:
    lines = [outcome.content] if as_json else outcome.lines
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stderr.writelines(f"{line}\n" for line in outcome.problems)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m components.export", description="Figures of the observatory as files.")
    parser.add_argument("--view", action="append", default=[], metavar="DATASET/VIEW", help="a view; may be repeated")
    parser.add_argument("--all", action="store_true", help="every view of the catalogue, with its first choices")
    parser.add_argument("--select", action="append", default=[], metavar="NAME=CODE", help="a choice of the view")
    parser.add_argument("--format", default="svg", help=f"one or several of {', '.join(_FORMATS)}, with commas")
    parser.add_argument("--preset", choices=list(Preset), type=Preset, help="a named size (column unless said)")
    parser.add_argument("--size", help="a free size, such as 120x80mm, 800x600px or 120mm (any height)")
    parser.add_argument("--tone", choices=TONES, default="light", help="light, dark or greyscale")
    parser.add_argument("--no-title", action="store_true", help="leave title and reading sentence to the publication")
    parser.add_argument("--whole-dataset", action="store_true", help="data files hold the whole dataset")
    parser.add_argument("--lang", default="fr", help="fr, en, or both with a comma")
    parser.add_argument("--out", type=Path, help="the folder for the files and index.json")
    parser.add_argument("--check", action="store_true", help="only check contrast and colours; write nothing")
    parser.add_argument("--json", action="store_true", help="answer with the index as JSON")
    parser.add_argument("--day", type=date.fromisoformat, default=datetime.now(UTC).date(), help="the day in the names")
    parser.add_argument("--base", default="", metavar="ADDRESS", help="address of the application, for links")
    parser.add_argument("--data", type=Path, default=PROJECT_DATA.root, help="the data folder")
    return parser


def _pair(text: str) -> tuple[str, str]:
    name, sign, code = text.partition("=")
    if not (name and sign and code):
        message = f"--select {text}: expected NAME=CODE, such as measure=jobs_share"
        raise ValueError(message)
    return name, code


def _listed(text: str, known: Sequence[Option]) -> tuple[Option, ...]:
    wanted = [part.strip() for part in text.split(",") if part.strip()]
    unknown = [part for part in wanted if part not in known]
    if unknown or not wanted:
        message = f"“{', '.join(unknown)}” is unknown; expected one or several of {', '.join(known)}, with commas"
        raise ValueError(message)
    return tuple(option for part in dict.fromkeys(wanted) for option in known if option == part)


if __name__ == "__main__":
    # Whoever reads the answer may stop reading: `... | head` is no error.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
