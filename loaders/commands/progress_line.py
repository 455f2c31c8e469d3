"""How far long work has come, as lines of a terminal: one for each stage, written over until the stage is done."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from loaders.language import Wording
from loaders.progress import STAGES, Progress, Stage, unseen


@contextmanager
def progress_line(stream: TextIO, words: Wording, *, is_wanted: bool) -> Iterator[Progress]:
    """What work is followed with: lines in a terminal, nothing elsewhere or where it is not wanted."""
    if not is_wanted or not stream.isatty():
        yield unseen
        return
    written = ""

    def show(stage: Stage, share: float) -> None:
        nonlocal written
        name = words.say(STAGES[stage])
        line = words.say("{stage}: {percent}%", stage=name, percent=int(share * 100))
        if line == written:
            return
        end = "\n" if share >= 1 else ""
        stream.write(f"\r{line}{end}")
        stream.flush()
        written = "" if end else line

    try:
        yield show
    finally:
        if written:
            stream.write("\n")
