"""A dossier as a presentation; the one place that asks for presentations."""

from components.board.dossier import Dossier, Progress
from components.export.refusal import RefusedError
from components.pptx.presentation import Beside, presentation_bytes
from components.pptx.template import RefusedFileError


def pptx_bytes(dossier: Dossier, progress: Progress) -> bytes:
    """The presentation, in the template of the dossier if it has one; the same dossier gives the same bytes.

    Raises:
        RefusedError: the template cannot be used; the error says what it lacks.
    """
    logo = dossier.logo.bitmap if dossier.logo else None
    beside = Beside(logo=logo, base=dossier.base, changes=dossier.changes)
    try:
        return presentation_bytes(dossier.board, dossier.template, beside, progress)
    except RefusedFileError as error:
        raise RefusedError(error.notice) from error
