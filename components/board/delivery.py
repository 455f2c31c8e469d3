"""Orders for dossiers, carried out: the file, and the slides that could not be made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from components.board.assembling import frozen_dossier, present_dossier, with_changes
from components.board.dossier import Dossier
from components.board.formats import dossier_file, dossier_file_name
from components.board.order import DossierOrder
from components.export.refusal import RefusedError
from loaders.boards.frozen import read_frozen
from loaders.boards.store import read_board
from loaders.finding import Finding
from loaders.folder import DataFolder
from loaders.language import wording
from loaders.library import Library
from loaders.notice import Notice, notice


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierDelivery:
    """A finished file: its name and content; `troubles` name the slides that say why they show no figure.

    `notices` say what else is to be known: no logo on the cover, frozen editions whose files were changed.
    """

    name: str
    content: bytes
    troubles: tuple[str, ...]
    notices: tuple[Notice, ...]


def deliver_dossier(
    order: DossierOrder, folder: DataFolder, library: Callable[[], Library], progress: Callable[[int, int], None]
) -> DossierDelivery:
    """The file of an order; `progress` is told after each slide how many of how many are done.

    Raises:
        RefusedError: the dossier or an edition cannot be read; the error says why in the language of the order.
    """
    dossier = _dossier(order, folder, library)
    count = len(dossier.board.slides)
    words = wording(order.language)

    def told(done: int) -> None:
        progress(done, count)

    troubles = (
        words.say("Slide {number}: {title}", number=slide.number, title=slide.title) for slide in dossier.board.troubles
    )
    return DossierDelivery(
        name=dossier_file_name(dossier, order.form),
        content=dossier_file(dossier, order.form, told),
        troubles=tuple(troubles),
        notices=tuple(_notices(dossier)),
    )


def _notices(dossier: Dossier) -> Iterator[Notice]:
    if dossier.logo_trouble:
        yield dossier.logo_trouble
    yield from (notice(one, dossier.words) for one in dossier.altered)


def _dossier(order: DossierOrder, folder: DataFolder, library: Callable[[], Library]) -> Dossier:
    dossier = _frozen(order, order.edition, folder) if order.edition else _present(order, folder, library)
    return with_changes(dossier, _frozen(order, order.since, folder)) if order.since else dossier


def _frozen(order: DossierOrder, edition: str, folder: DataFolder) -> Dossier:
    frozen = read_frozen(folder, order.name, edition)
    if isinstance(frozen, Finding):
        raise RefusedError(notice(frozen, wording(order.language)))
    return frozen_dossier(frozen, order.language, order.base)


def _present(order: DossierOrder, folder: DataFolder, library: Callable[[], Library]) -> Dossier:
    stored = read_board(folder, order.name)
    if isinstance(stored, Finding):
        raise RefusedError(notice(stored, wording(order.language)))
    return present_dossier(stored, library(), folder.boards, order.language, order.base)
