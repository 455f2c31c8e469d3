"""The command that begins a new subject: a declaration to complete, from a file that no dataset knows."""

from pathlib import Path

from loaders.commands.answer import Answer, Exit, MisusedError
from loaders.intake.decoding_process import Decoding
from loaders.intake.desk import Desk
from loaders.intake.isolation import decode
from loaders.intake.raw_table import Layout
from loaders.language import Wording
from loaders.subjects.declare import declare, open_keys
from loaders.verdict import Verdict


def declare_file(file: Path, desk: Desk, words: Wording, begun: Decoding | None = None) -> Answer:
    """The text of a declaration with a TODO at everything that only a person can say.

    `begun` is the decoding of the file, where it has begun.

    Raises:
        MisusedError: there is no such file.
    """
    if not file.is_file():
        raise MisusedError(f"{file}: there is no such file")
    decoded = decode(file, Layout(), desk.limits, desk.progress, begun)
    if decoded.table is None:
        verdict = Verdict(file=file.name, dataset=None, findings=decoded.findings)
        return Answer(exit=Exit.REFUSED, lines=tuple(verdict.lines(words)), content=verdict.as_json(words))
    text = declare(decoded.table.frame, file.stem, desk.catalogue)
    return Answer(lines=tuple(text.splitlines()), content={"declaration": text, "open": open_keys(text)})
