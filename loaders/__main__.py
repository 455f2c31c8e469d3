"""The command line of the data layer: `python -m loaders COMMAND`; CONTRIBUTING.md lists the commands."""

import signal
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from os import environ

from loaders.commands.parser import command_parser
from loaders.intake.decoding_process import Decoding, decoding
from loaders.intake.limits import LimitError, limits_from
from loaders.intake.raw_table import Layout


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; 0 when accepted, 1 when refused, 2 when misused."""
    options = command_parser().parse_args(arguments)
    with ExitStack() as stack:
        begun = _begun(options, stack)
        # A file is being decoded while what the command needs, and the catalogue, are read.
        from loaders.commands.running import run  # noqa: PLC0415

        return run(options, begun)


def _begun(options: Namespace, stack: ExitStack) -> Decoding | None:
    """The decoding of the file that the command names, where that alone says how it is read."""
    if "file" not in options or not options.file.is_file() or getattr(options, "mapping", None) is not None:
        return None
    with suppress(OSError, LimitError):  # the command says what is wrong
        return stack.enter_context(decoding(options.file, Layout(), limits_from(environ)))
    return None


if __name__ == "__main__":
    # Whoever reads the answer may stop reading: `... | head` is no error.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
