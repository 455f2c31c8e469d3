"""Publishing what was taken in, the same for the page, the folder and the command line."""

from datetime import datetime

from loaders.editions.edition import Overtaken, Published, Statement, Unchanged
from loaders.editions.publishing import publish
from loaders.folder import DataFolder
from loaders.intake.intake import Intake
from loaders.intake.mapping import mapping_path, write_mapping
from loaders.subjects.declaration_text import write_declaration


class NotAcceptedError(ValueError):
    """A file was to be published that its verdict does not allow."""


def publish_intake(
    taken: Intake, statement: Statement, folder: DataFolder, now: datetime
) -> Published | Unchanged | Overtaken:
    """Makes a file the edition in force; a new subject is declared first.

    Raises:
        NotAcceptedError: a finding blocks, or one that needs a decision is not among those that `statement` accepts.
        FileExistsError: a new subject has the id of another one.
        OSError: a file could not be written; readers see what they saw before.
        DamagedHistoryError: the history is not what publishing writes.
    """
    verdict = taken.confirmed(frozenset(statement.accepted)).verdict
    if taken.frame is None or taken.dataset is None or not verdict.accepted:
        raise NotAcceptedError(taken.file)
    if taken.subject:
        write_declaration(taken.subject, folder)
    keep_answers(taken, folder)
    return publish(folder, taken.dataset, taken.frame, statement, taken.version, now)


def keep_answers(taken: Intake, folder: DataFolder) -> None:
    """Keeps the answers that led to observations for the next file of the same shape."""
    if taken.answered and taken.mapping and taken.frame is not None:
        write_mapping(taken.mapping, mapping_path(taken.mapping, folder))
