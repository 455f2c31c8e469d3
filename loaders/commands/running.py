"""What each command of the data layer does, and how its answer is told."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from os import environ

from loaders.catalogue import Catalogue, UnknownDatasetError, read_catalogue
from loaders.commands import catalogue_commands, edition_commands, file_commands, subject_commands
from loaders.commands.answer import Answer, Exit, MisusedError, failed
from loaders.commands.progress_line import progress_line
from loaders.editions.edition import DamagedHistoryError, Statement
from loaders.folder import DataFolder
from loaders.intake.decoding_process import Decoding
from loaders.intake.desk import Desk
from loaders.intake.limits import LimitError, limits_from
from loaders.language import Wording, wording
from loaders.progress import Progress
from loaders.verdict import notice_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A command as it was called, with the catalogue that it works on and who follows the work.

    `begun` is the decoding of its file, where that has begun.
    """

    options: Namespace
    catalogue: Catalogue
    words: Wording
    progress: Progress
    begun: Decoding | None

    @property
    def desk(self) -> Desk:
        """What files are taken in with."""
        today = datetime.now(UTC).date()
        return Desk(catalogue=self.catalogue, limits=limits_from(environ), today=today, progress=self.progress)

    @property
    def submission(self) -> file_commands.Submission:
        """The file that the command names, with what was said of it."""
        named = self.options
        return file_commands.Submission(
            file=named.file,
            dataset=named.dataset,
            mapping=named.mapping,
            confirmed=frozenset(named.confirm),
            begun=self.begun,
        )


def run(options: Namespace, begun: Decoding | None) -> int:
    """Runs the command that was named and tells its answer; gives the exit code."""
    words = wording(options.lang)
    catalogue = read_catalogue(DataFolder(options.data))
    is_json = getattr(options, "json", False)
    try:
        with progress_line(sys.stderr, words, is_wanted=not is_json) as progress:
            call = Call(options=options, catalogue=catalogue, words=words, progress=progress, begun=begun)
            answer = _COMMANDS[options.command](call)
    except (UnknownDatasetError, MisusedError, LimitError) as error:
        sys.stderr.write(f"{error}\n")
        sys.stderr.writelines(f"{line}\n" for one in catalogue.findings for line in notice_lines(one, words))
        return Exit.MISUSED
    except (DamagedHistoryError, OSError) as error:
        answer = failed(error)
    if is_json and answer.content is not None:
        sys.stdout.write(catalogue_commands.as_text(answer.content) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in answer.lines)
    sys.stderr.writelines(f"{line}\n" for line in answer.problems)
    sys.stderr.writelines(f"{line}\n" for one in answer.findings for line in notice_lines(one, words))
    return answer.exit


def _build(call: Call) -> Answer:
    return catalogue_commands.build_all(call.catalogue, call.words)


def _list(call: Call) -> Answer:
    return catalogue_commands.list_all(call.catalogue, call.words)


def _describe(call: Call) -> Answer:
    return catalogue_commands.describe_one(call.options.dataset, call.catalogue, call.words)


def _audit(call: Call) -> Answer:
    return catalogue_commands.audit_all(call.catalogue, call.words)


def _template(call: Call) -> Answer:
    named = call.options
    return catalogue_commands.write_template(named.dataset, named.format, named.out, call.catalogue, call.words)


def _validate(call: Call) -> Answer:
    return file_commands.validate(call.submission, call.desk, call.words, call.options.report)


def _import(call: Call) -> Answer:
    return file_commands.convert_file(call.submission, call.options.out, call.desk, call.words)


def _diff(call: Call) -> Answer:
    return file_commands.compare(call.submission, call.desk, call.words)


def _publish(call: Call) -> Answer:
    named = call.options
    statement = Statement(label=named.label, comment=named.comment, author=named.author)
    return file_commands.publish_file(call.submission, statement, call.desk, call.words)


def _history(call: Call) -> Answer:
    return edition_commands.history(call.options.dataset, call.catalogue, call.words)


def _rollback(call: Call) -> Answer:
    named = call.options
    statement = Statement(label="", comment=named.comment, author=named.author)
    return edition_commands.rollback(named.dataset, named.edition, statement, call.catalogue, call.words)


def _declare(call: Call) -> Answer:
    return subject_commands.declare_file(call.options.file, call.desk, call.words, call.begun)


#: By the names that the parser knows.
_COMMANDS: Mapping[str, Callable[[Call], Answer]] = {
    "build": _build,
    "list": _list,
    "describe": _describe,
    "audit": _audit,
    "template": _template,
    "validate": _validate,
    "import": _import,
    "diff": _diff,
    "publish": _publish,
    "history": _history,
    "rollback": _rollback,
    "declare": _declare,
}
